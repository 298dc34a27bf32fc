//! Steps of a phase: a touchpoint together with the alternatives directly below it.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use super::width::{cut, width};
use super::{JourneyMap, Place, Touchpoint};

/// True if the touchpoint at `row` is an alternative to the one above it.
pub fn is_joined(touchpoints: &[Arc<Touchpoint>], row: usize) -> bool {
    row > 0 && touchpoints.get(row).is_some_and(|touchpoint| touchpoint.with_previous)
}

/// Returns the rows of each step of a phase, in order; every row is in exactly one step.
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

/// Returns the rows of the step that contains `row`.
pub(crate) fn step_around(touchpoints: &[Arc<Touchpoint>], row: usize) -> Range<usize> {
    let mut first = row;
    while is_joined(touchpoints, first) {
        first -= 1;
    }
    first..end_of_step(touchpoints, row)
}

/// Returns the row below the last touchpoint of the step that contains `row`.
fn end_of_step(touchpoints: &[Arc<Touchpoint>], row: usize) -> usize {
    let mut end = row + 1;
    while is_joined(touchpoints, end) {
        end += 1;
    }
    end
}

/// Returns the name of a step in at most that many cells: the names of its alternatives, joined by `/`, or the first one
/// and their number, like `Asks friends ×3`.
pub(crate) fn alternatives_name(step: &[Arc<Touchpoint>], cells: usize) -> Cow<'_, str> {
    match step {
        [] => Cow::Borrowed(""),
        [only] => cut(&only.name, cells),
        several @ [first, ..] => {
            // A name takes at least one cell, so more of them than that cannot fit.
            let names: Vec<&str> = several.iter().take(cells + 1).map(|each| &*each.name).collect();
            let joined = names.join(" / ");
            if width(&joined) <= cells {
                return Cow::Owned(joined);
            }
            let number = format!(" ×{}", several.len());
            Cow::Owned(format!("{}{number}", cut(&first.name, cells.saturating_sub(width(&number)))))
        }
    }
}

/// Returns the place below the step at `place`, or the end of the phase if there is no touchpoint at `place`.
pub(crate) fn below_step(map: &JourneyMap, place: Place) -> Place {
    let column = map.phase(place.phase);
    let row = if place.row < column.len() { step_around(column, place.row).end } else { column.len() };
    Place::new(place.phase, row)
}

/// Copies the touchpoints at `places`, which are in the journey's order. Neighbours of one step stay alternatives; every
/// other touchpoint becomes the first of a step.
pub(crate) fn copy_block(map: &JourneyMap, places: &[Place]) -> Vec<Arc<Touchpoint>> {
    let step_of = |place: Place| (place.phase, step_around(map.phase(place.phase), place.row));
    let mut block = Vec::with_capacity(places.len());
    let mut previous_step = None;
    for &place in places {
        let Some(touchpoint) = map.at(place) else { continue };
        let step = Some(step_of(place));
        block.push(with_joined(touchpoint, previous_step == step));
        previous_step = step;
    }
    block
}

/// Returns the touchpoint with `with_previous` set to `joined`; shares it if it is so already.
pub(super) fn with_joined(touchpoint: &Arc<Touchpoint>, joined: bool) -> Arc<Touchpoint> {
    if touchpoint.with_previous == joined {
        return Arc::clone(touchpoint);
    }
    Arc::new(Touchpoint { with_previous: joined, ..Touchpoint::clone(touchpoint) })
}
