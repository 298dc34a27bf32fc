//! The line that filters: what is wanted is typed or ticked, and the board follows at once.

mod choices;

use crokey::KeyCombination;

use super::action::{Action, Reply};
use super::kept::Kept;
use super::keymap::Context;
use super::line::LineInput;
use super::state::{Dialog, State, Tone};
use crate::lang::Language;
use crate::map::filter::{Filter, toggled};
use crate::map::{Phase, Place, Touchpoint, search};

pub use choices::{About, Choice, Row};

/// A filter being typed.
#[derive(Clone, Debug)]
pub struct Filtering {
    pub line: LineInput,
    /// What can be ticked.
    pub rows: Vec<Row>,
    /// The row and the choice in it that one is on; none while one is in the line.
    pub chosen: Option<(usize, usize)>,
    /// Where one was.
    from: Place,
    /// The filter that was there, and whether it hid.
    before: (Option<Filter>, bool),
}

impl Filtering {
    /// Where keys are pressed: in the line, or among the choices.
    pub fn context(&self) -> Context {
        if self.chosen.is_some() { Context::FilterChoices } else { Context::Filter }
    }

    /// The filter as it is typed.
    pub fn filter(&self) -> Filter {
        Filter::parse(self.line.text())
    }

    /// Goes to the next row or the one before; above the first is the line.
    fn step(&mut self, forward: bool) {
        let last = self.rows.len().saturating_sub(1);
        self.chosen = match (self.chosen, forward) {
            (None, true) => Some((0, 0)),
            (None, false) => Some((last, 0)),
            (Some((row, _)), true) if row == last => None,
            (Some((0, _)), false) => None,
            (Some((row, nth)), true) => Some(self.within(row + 1, nth)),
            (Some((row, nth)), false) => Some(self.within(row - 1, nth)),
        };
    }

    /// Goes to a choice, or the last of its row, if there is such a row.
    pub(super) fn go_to(&mut self, row: usize, nth: usize) {
        if row < self.rows.len() {
            self.chosen = Some(self.within(row, nth));
        }
    }

    fn within(&self, row: usize, nth: usize) -> (usize, usize) {
        (row, nth.min(self.rows[row].choices.len().saturating_sub(1)))
    }

    /// The choice that one is on; none on the row about the rest.
    fn choice(&self) -> Option<&Choice> {
        self.chosen.and_then(|(row, nth)| self.rows.get(row)?.choices.get(nth))
    }
}

/// Opens the line with the filter that holds now.
pub(super) fn open(state: &mut State) {
    let review = state.insight.review(&state.document, &state.repeated);
    let rows = choices::rows(state.map(), &review);
    let before = (state.board.filter.clone(), state.board.hides);
    let text = ready(before.0.as_ref().map_or("", Filter::line));
    let from = state.board.place();
    let filtering = Filtering { line: LineInput::new(&text), rows, chosen: None, from, before };
    state.dialogs.push(Dialog::Filter(Box::new(filtering)));
}

/// A line to which the next word can be typed at once.
fn ready(line: &str) -> String {
    if line.is_empty() { String::new() } else { format!("{line} ") }
}

/// Takes a key that types; it leads back into the line.
pub(super) fn press(state: &mut State, key: KeyCombination) {
    if let Some(Dialog::Filter(filtering)) = state.dialogs.last_mut()
        && filtering.line.press(key)
    {
        filtering.chosen = None;
        follow(state);
    }
}

/// Lets the board follow what is typed: to where one was, if that is wanted, else to the next that is.
pub(super) fn follow(state: &mut State) {
    let Some(Dialog::Filter(filtering)) = state.dialogs.last() else { return };
    let (filter, from) = (filtering.filter(), filtering.from);
    set(state, Some(filter), from);
}

fn set(state: &mut State, filter: Option<Filter>, from: Place) {
    state.board.filter = filter.filter(|filter| !filter.terms().is_empty());
    state.refresh();
    let map = state.document.map();
    let is_kept = |each: &Touchpoint| state.is_kept(each.id);
    let found = if map.at(from).is_none_or(|each| is_kept(each)) {
        Some(from)
    } else {
        search::next(map, Some(from), false, is_kept)
    };
    state.board.go_to(map, found.unwrap_or(from));
}

/// Drops the filter.
pub(super) fn clear(state: &mut State) {
    state.board.filter = None;
    let text = state.lang.filter_cleared();
    state.say(Tone::Done, text);
}

/// Hides what the filter does not want, or shows it small again.
pub(super) fn hide(state: &mut State) {
    state.board.hides = !state.board.hides;
    state.go_to_kept();
    let rest = if state.hides() {
        // What is marked or selected stays.
        let rows = |phase| state.rows(state.map(), phase, state.board.place()).len();
        state.map().len() - Phase::ALL.map(rows).iter().sum::<usize>()
    } else {
        state.map().len() - state.insight.kept().map_or(0, Kept::len)
    };
    let text = state.lang.rest_now(state.board.hides, rest);
    state.say(Tone::Done, text);
}

/// Carries out a reply to the line and its choices.
pub(super) fn reply(state: &mut State, reply: Reply) {
    let spanish = state.lang.language() == Language::Spanish;
    let Some(Dialog::Filter(filtering)) = state.dialogs.last_mut() else { return };
    match reply {
        Reply::Next => filtering.step(true),
        Reply::Previous => filtering.step(false),
        Reply::NextChoice | Reply::PreviousChoice => {
            if let Some((row, nth)) = filtering.chosen {
                let nth = if reply == Reply::NextChoice { nth + 1 } else { nth.saturating_sub(1) };
                filtering.chosen = Some(filtering.within(row, nth));
            }
        }
        Reply::Choose | Reply::Complete => match filtering.choice() {
            Some(choice) => {
                let line = toggled(filtering.line.text(), &choice.term, spanish);
                filtering.line = LineInput::new(&ready(&line));
                follow(state);
            }
            None => state.board.hides = !state.board.hides,
        },
        Reply::Accept | Reply::Add | Reply::Keep => {
            state.dialogs.pop();
            tell(state);
        }
        Reply::Leave | Reply::Discard => {
            let ((filter, hid), from) = (filtering.before.clone(), filtering.from);
            state.dialogs.pop();
            state.board.hides = hid;
            set(state, filter, from);
            state.board.go_to(state.document.map(), from);
        }
    }
}

/// Says how many are left, and how to drop the filter.
fn tell(state: &mut State) {
    let Some(kept) = state.insight.kept() else { return };
    let keys = [Action::HideRest, Action::NextHit, Action::PreviousHit, Action::ClearBoard];
    let [hide, next, previous, clear] = keys.map(|action| state.key(action));
    let (tone, text) = if kept.is_empty() {
        (Tone::Refused, state.lang.filter_keeps_nothing(&state.key(Action::Filter), &clear))
    } else {
        (Tone::Done, state.lang.filter_keeps(kept.len(), &hide, &next, &previous, &clear))
    };
    state.say(tone, text);
}

/// Tells that what was just made or changed is hidden as soon as one goes on.
pub(super) fn tell_hidden(state: &mut State) {
    let selected = state.board.selected().filter(|&id| state.hides() && !state.is_kept(id));
    if selected.is_some() && state.message.is_none() {
        let text = state.lang.filter_hides_this();
        state.say(Tone::Refused, text);
    }
}
