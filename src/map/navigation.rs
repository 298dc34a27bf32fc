//! Finds the next and the previous step and touchpoint from a place in a map.

use super::step::step_around;
use super::{JourneyMap, Place};

/// Returns the first touchpoint of the step at a place.
pub(crate) fn first_of_step(map: &JourneyMap, place: Place) -> Place {
    let touchpoints = map.phase(place.phase);
    let row = if place.row < touchpoints.len() { step_around(touchpoints, place.row).start } else { place.row };
    Place::new(place.phase, row)
}

/// Returns the first touchpoint of the previous step, also in an earlier phase.
pub(crate) fn previous_step(map: &JourneyMap, place: Place) -> Option<Place> {
    let touchpoints = map.phase(place.phase);
    let start = if place.row < touchpoints.len() { step_around(touchpoints, place.row).start } else { 0 };
    if start > 0 {
        return Some(Place::new(place.phase, step_around(touchpoints, start - 1).start));
    }
    let mut earlier = std::iter::successors(place.phase.previous(), |phase| phase.previous());
    let phase = earlier.find(|&phase| !map.phase(phase).is_empty())?;
    let touchpoints = map.phase(phase);
    Some(Place::new(phase, step_around(touchpoints, touchpoints.len() - 1).start))
}

/// Returns the first touchpoint of the next step, also in a later phase.
pub(crate) fn next_step(map: &JourneyMap, place: Place) -> Option<Place> {
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

/// Returns the place of the next touchpoint, also in a later phase.
pub(crate) fn next_touchpoint(map: &JourneyMap, place: Place) -> Option<Place> {
    let has_below = place.row + 1 < map.phase(place.phase).len();
    let below = has_below.then(|| Place::new(place.phase, place.row + 1));
    let mut later = std::iter::successors(place.phase.next(), |phase| phase.next());
    below.or_else(|| later.find(|&phase| !map.phase(phase).is_empty()).map(|phase| Place::new(phase, 0)))
}

/// Returns the place of the previous touchpoint, also in an earlier phase.
pub(crate) fn previous_touchpoint(map: &JourneyMap, place: Place) -> Option<Place> {
    let above = place.row.checked_sub(1).map(|row| Place::new(place.phase, row));
    let mut earlier = std::iter::successors(place.phase.previous(), |phase| phase.previous());
    let last = |phase| map.phase(phase).len().checked_sub(1).map(|row| Place::new(phase, row));
    above.or_else(|| earlier.find_map(last))
}
