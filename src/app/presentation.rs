//! The presentation: the journey shown to a room, one step at a time, and votes given by number.

mod turn;

use std::ops::Range;

use super::action::{Action, Facet, Turn};
use super::availability::refusal;
use super::board::Pane;
use super::change::change;
use super::perform::perform;
use super::state::State;
use crate::map::step::step_around;
use crate::map::{JourneyMap, Place};

pub(super) use turn::{is_end, turn};

/// How many touchpoints have a number to vote by.
pub const NUMBERS: usize = 9;

/// What is shown to the room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// The step that one is at, as large cards.
    #[default]
    Step,
    /// The whole funnel; it comes behind the last step before the buyers.
    Funnel,
    /// All touchpoints, a line each.
    Overview,
    /// The touchpoints that have votes, most first.
    Ranking,
}

/// A presentation; where one is in it is what is selected on the board.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Presentation {
    pub page: Page,
    /// Whether only the phase that one is in is shown.
    pub one_phase: bool,
    /// Whether nothing is shown, until the next key.
    pub is_black: bool,
}

/// Begins at the selected touchpoint; nothing is marked any more, since no mark would be seen.
pub(super) fn begin(state: &mut State) {
    state.board.marked.clear();
    state.board.drag = None;
    state.board.pane = Pane::Columns;
    state.presentation = Some(Presentation::default());
}

/// Shows something again where nothing was shown; false when that was not so.
pub(super) fn light(state: &mut State) -> bool {
    state.presentation.as_mut().is_some_and(|presentation| std::mem::take(&mut presentation.is_black))
}

/// Shows nothing until the next key.
pub(super) fn blacken(state: &mut State) {
    if let Some(presentation) = &mut state.presentation {
        presentation.is_black = true;
    }
}

/// Shows only the phase that one is in, or the whole journey again.
pub(super) fn toggle_one_phase(state: &mut State) {
    if let Some(presentation) = &mut state.presentation {
        presentation.one_phase = !presentation.one_phase;
    }
}

/// Whether the page that is shown is of all phases, whichever one is in.
pub(super) fn has_all_phases(state: &State) -> bool {
    state.presentation.is_some_and(|presentation| matches!(presentation.page, Page::Funnel | Page::Ranking))
}

/// Shows a page, or the step that one is at again.
pub(super) fn toggle(state: &mut State, page: Page) {
    if let Some(presentation) = &mut state.presentation {
        presentation.page = if presentation.page == page { Page::Step } else { page };
    }
}

/// Shows the step that one is at as large cards; where it is shown so, opens all its fields.
pub(super) fn enlarge(state: &mut State) {
    match &mut state.presentation {
        Some(presentation) if presentation.page != Page::Step => presentation.page = Page::Step,
        Some(_) | None => {
            perform(state, Action::EditTouchpoint);
        }
    }
}

/// The rows of the phase one is in that have a number from 1 on to vote by.
pub fn numbered(map: &JourneyMap, page: Page, place: Place) -> Range<usize> {
    let column = map.phase(place.phase);
    if place.row >= column.len() {
        return 0..0;
    }
    let rows = match page {
        Page::Step => step_around(column, place.row),
        Page::Overview => 0..column.len(),
        Page::Funnel | Page::Ranking => return 0..0,
    };
    let first = rows.start + (place.row - rows.start) / NUMBERS * NUMBERS;
    first..rows.end.min(first + NUMBERS)
}

/// The place that has the number after `nth`.
pub(super) fn numbered_place(state: &State, nth: usize) -> Option<Place> {
    let (page, here) = (state.presentation?.page, state.board.place());
    let row = numbered(state.map(), page, here).nth(nth)?;
    Some(Place::new(here.phase, row))
}

/// Gives a vote to the touchpoint with the number after `nth`, and goes there.
pub(super) fn vote(state: &mut State, nth: usize) {
    if let Some(place) = numbered_place(state, nth) {
        state.board.go_to(state.document.map(), place);
        change(state, Facet::MoreVotes);
    }
}

/// Turns over by the wheel, as far as there is something.
pub(super) fn wheel(state: &mut State, down: bool) {
    let turned = if down { Turn::Down } else { Turn::Up };
    if refusal(state, Action::Turn(turned)).is_none() {
        turn(state, turned);
    }
}
