//! Quick entry: each line makes a touchpoint, and the dialog stays open for the next one.

use std::collections::HashSet;

use crate::app::model::action::{Action, InputReply, Reply};
use crate::app::model::commit::{commit, move_quick_entry};
use crate::app::model::dialog::Dialog;
use crate::app::model::dialog::quick_entry::QuickEntry;
use crate::app::model::message::Tone;
use crate::app::model::next::Next;
use crate::app::model::state::State;
use crate::lang::Language;
use crate::map::entry::Entry;
use crate::map::text::{NAME_LIMIT, cut_at_word};
use crate::map::{Edit, Phase, Place, TextError, Touchpoint};

/// Opens quick entry below the selection.
pub fn open(state: &mut State) {
    let at = state.place_below();
    let id = state.fresh_id();
    state.dialogs.push(Dialog::QuickEntry(QuickEntry::new(at, id, state.lang.language() == Language::Spanish)));
}

/// Handles a reply to quick entry.
pub(crate) fn reply(state: &mut State, reply: Reply) -> Next {
    let Some(Dialog::QuickEntry(entry)) = state.dialogs.last_mut() else { return Next::nothing() };
    match reply {
        Reply::Accept | Reply::Choose | Reply::Add | Reply::Keep => {
            // An empty line does not close the dialog: the next letters would act on the board.
            if !entry.line.text().trim().is_empty() {
                add_line(state);
            }
        }
        Reply::Input(InputReply::NextPhase) => go_to_phase(state, Phase::next, Phase::Before),
        Reply::Input(InputReply::PreviousPhase) => go_to_phase(state, Phase::previous, Phase::After),
        Reply::Input(InputReply::Complete) if entry.complete() => {}
        Reply::Input(InputReply::Complete) => {
            let text = state.lang.nothing_to_complete();
            state.say(Tone::Refused, text);
        }
        Reply::Input(InputReply::UndoTyping) if entry.undo_typing() => {}
        Reply::Input(InputReply::UndoTyping) => return Next::action(Action::Undo),
        Reply::Next => entry.chosen = (entry.chosen + 1).min(entry.completions().len().saturating_sub(1)),
        Reply::Previous => entry.chosen = entry.chosen.saturating_sub(1),
        Reply::Leave | Reply::Discard => {
            state.dialogs.pop();
        }
        Reply::GoOn | Reply::Input(_) => {}
    }
    Next::nothing()
}

/// Goes to the end of the neighbouring phase; beyond the last one, to `other_end`.
fn go_to_phase(state: &mut State, neighbour: fn(Phase) -> Option<Phase>, other_end: Phase) {
    let phase = neighbour(state.board.phase()).unwrap_or(other_end);
    let last = state.map().phase(phase).len().saturating_sub(1);
    state.board.go_to(state.session.document.map(), Place::new(phase, last));
    move_quick_entry(state);
}

/// Adds the touchpoint that the line describes; a line with a fault stays.
fn add_line(state: &mut State) {
    let Some(Dialog::QuickEntry(entry)) = state.dialogs.last() else { return };
    match entry.parse().touchpoint(entry.id) {
        Ok(touchpoint) => {
            let at = entry.at;
            add(state, at, vec![touchpoint]);
        }
        Err(fault @ (TextError::Empty | TextError::TooLong { .. })) => {
            let text = state.lang.line_fault(fault);
            state.say(Tone::Refused, text);
        }
    }
}

/// Adds touchpoints and empties the line for the next one; returns false if they were refused.
pub(crate) fn add(state: &mut State, at: Place, touchpoints: Vec<Touchpoint>) -> bool {
    let ids: Vec<_> = touchpoints.iter().map(|each| each.id).collect();
    if !commit(state, Edit::Add { at, touchpoints }) {
        return false;
    }
    let at = state.place_below();
    let id = state.fresh_id();
    if let Some(Dialog::QuickEntry(entry)) = state.dialogs.last_mut() {
        let mut added = std::mem::take(&mut entry.added);
        added.extend(ids);
        *entry = QuickEntry::new(at, id, entry.spanish);
        entry.added = added;
        entry.count_added(state.session.document.map());
    }
    true
}

/// Adds a touchpoint for each pasted line in one change; a single faulty line refuses all of them. A line that is too long
/// for a name is kept in the notes.
pub(crate) fn paste_lines(state: &mut State, text: &str) {
    let Some(Dialog::QuickEntry(entry)) = state.dialogs.last() else { return };
    let (typed, position, at) = (entry.line.text(), entry.line.position(), entry.at);
    let whole = format!("{}{text}{}", &typed[..position], &typed[position..]);
    let mut touchpoints = Vec::<Touchpoint>::new();
    let (mut fault, mut shortened): (Option<(usize, TextError)>, _) = (None, 0);
    let mut taken: HashSet<_> = state.map().touchpoints().map(|(_, each)| each.id).collect();
    for (number, line) in whole.lines().flat_map(|line| line.split('\r')).enumerate() {
        let line = without_bullet(line);
        if line.is_empty() {
            continue;
        }
        let id = state.ids.fresh(|id| taken.contains(&id));
        taken.insert(id);
        match Entry::parse(line).shortened_touchpoint(id) {
            Ok((touchpoint, is_shortened)) => {
                shortened += usize::from(is_shortened);
                touchpoints.push(touchpoint);
            }
            Err(found) => {
                fault = Some((number + 1, found));
                break;
            }
        }
    }
    if let Some((number, fault)) = fault {
        let text = state.lang.pasted_line_fault(number, fault);
        state.say(Tone::Refused, text);
        return;
    }
    let count = touchpoints.len();
    if add(state, at, touchpoints) {
        let more = if shortened > 0 { format!(" {}", state.lang.pasted_shortened(shortened)) } else { String::new() };
        let text = state.lang.pasted(count) + &more;
        state.say(Tone::Done, text);
    }
}

/// Returns true if the text has several lines, or one that is too long for a name.
pub(crate) fn makes_touchpoints(text: &str) -> bool {
    text.trim().contains(['\n', '\r']) || cut_at_word(text.trim(), NAME_LIMIT).is_some()
}

/// Removes a list bullet or number from the beginning of a line.
fn without_bullet(line: &str) -> &str {
    let line = line.trim();
    let bulleted = ["-", "*", "•", "–"].iter().find_map(|bullet| line.strip_prefix(bullet));
    let after_digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = (after_digits.len() < line.len()).then(|| after_digits.strip_prefix(['.', ')'])).flatten();
    match bulleted.or(numbered) {
        Some(rest) if rest.starts_with(' ') => rest.trim_start(),
        Some(_) | None => line,
    }
}
