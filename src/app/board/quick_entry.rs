//! Quick entry: a line that makes a touchpoint with Enter and stays for the next.

use crate::app::model::action::Reply;
use crate::app::model::commit::commit;
use crate::app::model::dialog::question::Question;
use crate::app::model::dialog::quick_entry::{QuickEntry, below};
use crate::app::model::state::{Dialog, State, Tone};
use crate::lang::Language;
use crate::map::{Edit, Phase, Place, TextError, Touchpoint};

/// Opens quick entry below the selection.
pub(crate) fn open(state: &mut State) {
    let at = below(state);
    let id = state.fresh_id();
    state.dialogs.push(Dialog::QuickEntry(QuickEntry::new(at, id, state.lang.language() == Language::Spanish)));
}

/// Lets an open line follow the selection, where undoing has changed the map under it.
pub(crate) fn follow(state: &mut State) {
    let at = below(state);
    if let Some(Dialog::QuickEntry(line)) = state.dialogs.last_mut() {
        line.at = at;
    }
}

/// Carries out a reply to quick entry.
pub(crate) fn reply(state: &mut State, reply: Reply) {
    let Some(Dialog::QuickEntry(line)) = state.dialogs.last_mut() else {
        return;
    };
    match reply {
        Reply::Accept | Reply::Choose | Reply::Add | Reply::Keep => {
            // An empty line is no touchpoint, and no reason to leave: keys typed on would act on the board.
            if !line.line.text().trim().is_empty() {
                add_line(state);
            }
        }
        Reply::Complete if line.line.text().trim().is_empty() => to_next_phase(state),
        Reply::Complete if line.complete() => {}
        Reply::Complete => {
            let text = state.lang.nothing_to_complete();
            state.say(Tone::Refused, text);
        }
        Reply::Next => line.chosen = (line.chosen + 1).min(line.completions().len().saturating_sub(1)),
        Reply::Previous => line.chosen = line.chosen.saturating_sub(1),
        Reply::Leave if line.line.text().trim().is_empty() => {
            state.dialogs.pop();
        }
        Reply::Leave => state.dialogs.push(Dialog::Question(Question::UnsavedLine)),
        Reply::Discard => {
            state.dialogs.pop();
        }
        Reply::NextChoice | Reply::PreviousChoice => {}
    }
}

/// Goes on at the end of the next phase, behind the last at that of the first.
fn to_next_phase(state: &mut State) {
    let phase = state.board.phase().next().unwrap_or(Phase::Before);
    let last = state.map().phase(phase).len().saturating_sub(1);
    state.board.go_to(state.document.map(), Place::new(phase, last));
    follow(state);
}

/// Makes the touchpoint that the line describes; what is wrong is told, and the line stays.
fn add_line(state: &mut State) {
    let Some(Dialog::QuickEntry(line)) = state.dialogs.last() else {
        return;
    };
    match line.entry().touchpoint(line.id) {
        Ok(touchpoint) => {
            let at = line.at;
            add(state, at, vec![touchpoint]);
        }
        Err(fault @ (TextError::Empty | TextError::TooLong { .. })) => {
            let text = state.lang.line_fault(fault);
            state.say(Tone::Refused, text);
        }
    }
}

/// Adds touchpoints and makes quick entry ready for the next, below them; false when they were refused.
pub(crate) fn add(state: &mut State, at: Place, touchpoints: Vec<Touchpoint>) -> bool {
    let count = touchpoints.len();
    if !commit(state, Edit::Add { at, touchpoints }) {
        return false;
    }
    let at = below(state);
    let id = state.fresh_id();
    if let Some(Dialog::QuickEntry(line)) = state.dialogs.last_mut() {
        *line = QuickEntry { made: line.made + count, ..QuickEntry::new(at, id, line.spanish) };
    }
    true
}
