//! Steps of a phase: a touchpoint together with the alternatives below it.

use std::ops::Range;
use std::sync::Arc;

use super::Touchpoint;

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
