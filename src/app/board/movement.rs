//! Moving over the board with the keys.

use crate::app::model::action::Go;
use crate::app::model::board::{Pane, Side};
use crate::app::model::state::State;
use crate::app::model::viewport::page;
use crate::app::panes::side;
use crate::map::step::step_around;
use crate::map::{JourneyMap, Place};

/// Moves the selection one way.
pub(crate) fn go(state: &mut State, way: Go) {
    if state.board.pane == Pane::Side && state.board.side != Side::Funnel {
        return side::go(state, way);
    }
    let map = state.document.map();
    let here = state.board.place();
    let rows = state.rows(map, here.phase, here);
    let (nth, last) = (rows.nth(here.row), rows.len().saturating_sub(1));
    let to = |nth: usize| Place::new(here.phase, rows.row(nth.min(last)));
    let (cards, steps) = (page(state.viewport.cards), page(state.viewport.side));
    let target = match (state.board.pane, way) {
        (Pane::Side, Go::Up | Go::Left) => step_before(map, here).unwrap_or(here),
        (Pane::Side, Go::Down | Go::Right) => step_behind(map, here).unwrap_or(here),
        (Pane::Side, Go::First) => map.touchpoints().next().map_or(here, |(place, _)| place),
        (Pane::Side, Go::Last) => {
            let last = map.touchpoints().next_back().map_or(here, |(place, _)| place);
            first_of_step(map, last)
        }
        (Pane::Side, Go::PageUp) => several(map, here, steps, step_before),
        (Pane::Side, Go::PageDown) => several(map, here, steps, step_behind),
        (Pane::Columns, Go::Up) => to(nth.saturating_sub(1)),
        (Pane::Columns, Go::Down) => to(nth + 1),
        (Pane::Columns, Go::PageUp) => to(nth.saturating_sub(cards)),
        (Pane::Columns, Go::PageDown) => to(nth + cards),
        (Pane::Columns, Go::First) => to(0),
        (Pane::Columns, Go::Last) => to(last),
        (Pane::Columns, Go::Left) => {
            state.board.go_to_phase(here.phase.previous().unwrap_or(here.phase));
            return state.go_to_kept();
        }
        (Pane::Columns, Go::Right) => {
            state.board.go_to_phase(here.phase.next().unwrap_or(here.phase));
            return state.go_to_kept();
        }
    };
    state.board.go_to(map, target);
}

/// Takes a step that many times, or as often as possible.
fn several(map: &JourneyMap, place: Place, times: usize, step: fn(&JourneyMap, Place) -> Option<Place>) -> Place {
    std::iter::successors(Some(place), |&place| step(map, place)).take(times + 1).last().unwrap_or(place)
}

/// The first touchpoint of the step that a place is in.
pub(crate) fn first_of_step(map: &JourneyMap, place: Place) -> Place {
    let touchpoints = map.phase(place.phase);
    let row = if place.row < touchpoints.len() { step_around(touchpoints, place.row).start } else { place.row };
    Place::new(place.phase, row)
}

/// The first touchpoint of the step before the one at a place, in whatever phase.
pub(crate) fn step_before(map: &JourneyMap, place: Place) -> Option<Place> {
    let touchpoints = map.phase(place.phase);
    let start = if place.row < touchpoints.len() { step_around(touchpoints, place.row).start } else { 0 };
    if start > 0 {
        return Some(Place::new(place.phase, step_around(touchpoints, start - 1).start));
    }
    let earlier = std::iter::successors(place.phase.previous(), |phase| phase.previous());
    let phase = earlier.into_iter().find(|&phase| !map.phase(phase).is_empty())?;
    let touchpoints = map.phase(phase);
    Some(Place::new(phase, step_around(touchpoints, touchpoints.len() - 1).start))
}

/// The first touchpoint of the step behind the one at a place, in whatever phase.
pub(crate) fn step_behind(map: &JourneyMap, place: Place) -> Option<Place> {
    let touchpoints = map.phase(place.phase);
    if place.row < touchpoints.len() {
        let end = step_around(touchpoints, place.row).end;
        if end < touchpoints.len() {
            return Some(Place::new(place.phase, end));
        }
    }
    let mut later = std::iter::successors(place.phase.next(), |phase| phase.next());
    later.find(|&phase| !map.phase(phase).is_empty()).map(|phase| Place::new(phase, 0))
}

/// The place of the next touchpoint of the journey, in whatever phase, or of the one before.
pub(crate) fn beside(map: &JourneyMap, place: Place, forward: bool) -> Option<Place> {
    let column = map.phase(place.phase);
    if forward {
        let below = (place.row + 1 < column.len()).then(|| Place::new(place.phase, place.row + 1));
        let mut later = std::iter::successors(place.phase.next(), |phase| phase.next());
        below.or_else(|| later.find(|&phase| !map.phase(phase).is_empty()).map(|phase| Place::new(phase, 0)))
    } else {
        let above = place.row.checked_sub(1).map(|row| Place::new(place.phase, row));
        let mut earlier = std::iter::successors(place.phase.previous(), |phase| phase.previous());
        let last = |phase| map.phase(phase).len().checked_sub(1).map(|row| Place::new(phase, row));
        above.or_else(|| earlier.find_map(last))
    }
}
