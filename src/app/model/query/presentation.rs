//! What the current page of the presentation shows.

use crate::app::model::presentation::{Page, TypedNumber};
use crate::app::model::state::State;

/// Returns true if the shown page covers all phases.
pub(crate) fn shows_all_phases(state: &State) -> bool {
    state
        .show
        .presentation
        .is_some_and(|presentation| matches!(presentation.page, Page::Funnel | Page::Ranking | Page::Room))
}

/// Returns true if the touchpoints of the shown page have numbers for voting.
pub(crate) fn shows_numbers(state: &State) -> bool {
    state.show.presentation.is_some_and(|presentation| matches!(presentation.page, Page::Step | Page::Overview))
}

/// Returns true if the presentation shows the page of the room.
pub(crate) fn shows_room(state: &State) -> bool {
    state.show.presentation.is_some_and(|presentation| presentation.page == Page::Room)
}

/// Returns the number that is being typed for a vote.
pub(crate) fn typed_number(state: &State) -> Option<TypedNumber> {
    state.show.presentation.and_then(|presentation| presentation.typed)
}
