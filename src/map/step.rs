//! Steps of a phase: a touchpoint together with the alternatives below it.

use std::ops::Range;
use std::sync::Arc;

use super::{JourneyMap, Place, Touchpoint};

/// Whether the touchpoint at `row` is an alternative to the one above it.
pub fn is_joined(touchpoints: &[Arc<Touchpoint>], row: usize) -> bool {
    row > 0 && touchpoints.get(row).is_some_and(|touchpoint| touchpoint.with_previous)
}

/// The rows of each step of a phase, in order; every row is in exactly one step.
pub fn steps(touchpoints: &[Arc<Touchpoint>]) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    std::iter::from_fn(move || {
        if start >= touchpoints.len() {
            return None;
        }
        let first = start;
        start = end_of_step(touchpoints, first);
        Some(first..start)
    })
}

/// The rows of the step that the touchpoint at `row` belongs to.
pub fn step_around(touchpoints: &[Arc<Touchpoint>], row: usize) -> Range<usize> {
    let mut first = row;
    while is_joined(touchpoints, first) {
        first -= 1;
    }
    first..end_of_step(touchpoints, row)
}

/// The row behind the last touchpoint of the step that `row` belongs to.
fn end_of_step(touchpoints: &[Arc<Touchpoint>], row: usize) -> usize {
    let mut end = row + 1;
    while is_joined(touchpoints, end) {
        end += 1;
    }
    end
}

/// The place behind the step of the touchpoint at a place, or at the end of its phase.
pub fn behind_step(map: &JourneyMap, place: Place) -> Place {
    let column = map.phase(place.phase);
    let row = if place.row < column.len() { step_around(column, place.row).end } else { column.len() };
    Place::new(place.phase, row)
}

/// The touchpoints at some places, in the journey's order: those of one step stay together, none joins another.
pub fn detached(map: &JourneyMap, places: &[Place]) -> Vec<Arc<Touchpoint>> {
    let step_of = |place: Place| (place.phase, step_around(map.phase(place.phase), place.row));
    let mut block = Vec::with_capacity(places.len());
    let mut before = None;
    for &place in places {
        let Some(touchpoint) = map.at(place) else { continue };
        let step = Some(step_of(place));
        block.push(joined_or_not(touchpoint, before == step));
        before = step;
    }
    block
}

/// The touchpoint as an alternative to the one above it, or not.
pub(super) fn joined_or_not(touchpoint: &Arc<Touchpoint>, joined: bool) -> Arc<Touchpoint> {
    if touchpoint.with_previous == joined {
        return Arc::clone(touchpoint);
    }
    Arc::new(Touchpoint { with_previous: joined, ..Touchpoint::clone(touchpoint) })
}
