//! What the current page of the presentation shows.

use crate::app::model::presentation::{Page, numbered};
use crate::app::model::state::State;
use crate::map::Place;

/// Returns true if the shown page covers all phases.
pub(crate) fn shows_all_phases(state: &State) -> bool {
    state.show.presentation.is_some_and(|presentation| matches!(presentation.page, Page::Funnel | Page::Ranking))
}

/// Returns the place of the touchpoint with number `nth + 1`.
pub(crate) fn numbered_place(state: &State, nth: usize) -> Option<Place> {
    let (page, here) = (state.show.presentation?.page, state.board.place());
    let row = numbered(state.map(), page, here).nth(nth)?;
    Some(Place::new(here.phase, row))
}
