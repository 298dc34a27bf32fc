//! Quick entry: a line that makes a touchpoint with Enter and stays for the next.

use super::action::Reply;
use super::commit::commit;
use super::line::LineInput;
use super::question::Question;
use super::state::{Dialog, State, Tone};
use crate::lang::Language;
use crate::map::channel::{self, Channel};
use crate::map::entry::{self, Entry};
use crate::map::step::behind_step;
use crate::map::text::fold;
use crate::map::{Edit, Phase, Place, TextFault, Touchpoint, TouchpointId};

/// The line, and where its touchpoint will stand.
#[derive(Clone, Debug)]
pub struct QuickEntry {
    pub line: LineInput,
    /// Where the next touchpoint goes.
    pub at: Place,
    /// The identity that the next touchpoint will have.
    pub id: TouchpointId,
    /// Which of the completions is chosen.
    pub chosen: usize,
    /// Whether channels are completed by their Spanish names.
    pub spanish: bool,
    /// Touchpoints made since the line was opened.
    pub made: usize,
}

impl QuickEntry {
    /// An empty line for a touchpoint at a place.
    pub fn new(at: Place, id: TouchpointId, spanish: bool) -> QuickEntry {
        QuickEntry { line: LineInput::default(), at, id, chosen: 0, spanish, made: 0 }
    }

    /// What the line says so far.
    pub fn entry(&self) -> Entry {
        Entry::parse(self.line.text())
    }

    /// The known channels that complete what is being typed behind `@`.
    pub fn completions(&self) -> Vec<(&'static str, &'static Channel)> {
        let Some((_, typed)) = entry::channel_at(self.line.text(), self.line.position()) else {
            return Vec::new();
        };
        let mut found = channel::completions(typed, self.spanish);
        // What is typed out in full needs no completion.
        if found.first().is_some_and(|(name, _)| fold(name) == fold(typed)) {
            found.remove(0);
        }
        found
    }

    /// Writes the chosen completion into the line; false when there is none.
    pub fn complete(&mut self) -> bool {
        let completions = self.completions();
        let Some((name, _)) = completions.get(self.chosen.min(completions.len().saturating_sub(1))) else {
            return false;
        };
        let Some((range, _)) = entry::channel_at(self.line.text(), self.line.position()) else {
            return false;
        };
        let blank = if self.line.text()[range.end..].starts_with(' ') { "" } else { " " };
        self.line.replace(range, &format!("{}{blank}", entry::mark_for_channel(name)));
        self.chosen = 0;
        true
    }
}

/// Where something new goes: behind the step of the selected touchpoint.
pub(super) fn below(state: &State) -> Place {
    behind_step(state.map(), state.board.place())
}

/// Opens quick entry below the selection.
pub(super) fn open(state: &mut State) {
    let at = below(state);
    let id = state.fresh_id();
    state.dialogs.push(Dialog::QuickEntry(QuickEntry::new(at, id, state.lang.language() == Language::Spanish)));
}

/// Lets an open line follow the selection, where undoing has changed the map under it.
pub(super) fn follow(state: &mut State) {
    let at = below(state);
    if let Some(Dialog::QuickEntry(line)) = state.dialogs.last_mut() {
        line.at = at;
    }
}

/// Carries out a reply to quick entry.
pub(super) fn reply(state: &mut State, reply: Reply) {
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
        Err(fault @ (TextFault::Empty | TextFault::TooLong { .. })) => {
            let text = state.lang.line_fault(fault);
            state.say(Tone::Refused, text);
        }
    }
}

/// Adds touchpoints and makes quick entry ready for the next, below them; false when they were refused.
pub(super) fn add(state: &mut State, at: Place, touchpoints: Vec<Touchpoint>) -> bool {
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
