//! Moving the selection on the board.

use crate::app::model::action::Go;
use crate::app::model::pane::Pane;
use crate::app::model::state::State;
use crate::app::model::viewport::page;
use crate::map::navigation::{first_of_step, next_step, previous_step};
use crate::map::{JourneyMap, Place};

/// Moves the selection.
pub(crate) fn go(state: &mut State, movement: Go) {
    let map = state.session.document.map();
    let here = state.board.place();
    let rows = state.visible_rows(map, here.phase, here);
    let (nth, last) = (rows.position(here.row), rows.len().saturating_sub(1));
    let to = |nth: usize| Place::new(here.phase, rows.row(nth.min(last)));
    let (cards, steps) = (page(state.viewport.cards), page(state.viewport.side));
    let target = match (state.board.pane, movement) {
        (Pane::Side, Go::Up | Go::Left) => previous_step(map, here).unwrap_or(here),
        (Pane::Side, Go::Down | Go::Right) => next_step(map, here).unwrap_or(here),
        (Pane::Side, Go::First) => map.touchpoints().next().map_or(here, |(place, _)| place),
        (Pane::Side, Go::Last) => {
            let last = map.touchpoints().next_back().map_or(here, |(place, _)| place);
            first_of_step(map, last)
        }
        (Pane::Side, Go::PageUp) => repeat(map, here, steps, previous_step),
        (Pane::Side, Go::PageDown) => repeat(map, here, steps, next_step),
        (Pane::Columns, Go::Up) => to(nth.saturating_sub(1)),
        (Pane::Columns, Go::Down) => to(nth + 1),
        (Pane::Columns, Go::PageUp) => to(nth.saturating_sub(cards)),
        (Pane::Columns, Go::PageDown) => to(nth + cards),
        (Pane::Columns, Go::First) => to(0),
        (Pane::Columns, Go::Last) => to(last),
        (Pane::Columns, Go::Left) => {
            state.board.go_to_phase(here.phase.previous().unwrap_or(here.phase));
            return state.select_visible();
        }
        (Pane::Columns, Go::Right) => {
            state.board.go_to_phase(here.phase.next().unwrap_or(here.phase));
            return state.select_visible();
        }
    };
    state.board.go_to(map, target);
}

/// Takes a step `times` times, or as often as possible.
fn repeat(map: &JourneyMap, place: Place, times: usize, step: fn(&JourneyMap, Place) -> Option<Place>) -> Place {
    std::iter::successors(Some(place), |&place| step(map, place)).take(times + 1).last().unwrap_or(place)
}
