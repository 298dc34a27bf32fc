//! Merges the steps of a phase: decides which touchpoints are alternatives of one step.

use std::collections::HashMap;

use super::ThreeWay;
use crate::map::TouchpointId;

/// The number of each touchpoint's step, in the base and on each side.
pub(super) type StepMaps = ThreeWay<HashMap<TouchpointId, usize>>;

/// Divides a phase, whose touchpoints are in merged order, into steps.
///
/// The side that joined or separated two touchpoints decides whether they are one step. A touchpoint in the middle of a
/// step to which it does not belong goes below that step.
pub(super) fn merge_steps(order: &[TouchpointId], steps: &StepMaps) -> Vec<Vec<TouchpointId>> {
    let mut merged = Vec::<Vec<TouchpointId>>::new();
    let mut placed = PlacedSteps::default();
    for &id in order {
        let at = placed.step_for(id, steps).unwrap_or(merged.len());
        if at == merged.len() {
            merged.push(Vec::new());
        }
        merged[at].push(id);
        placed.record(id, at, steps);
    }
    // A step is placed by its first touchpoint that both sides have.
    let rows: HashMap<TouchpointId, usize> = order.iter().enumerate().map(|(row, &id)| (id, row)).collect();
    merged.sort_by_cached_key(|step| {
        let known = step.iter().find(|id| steps.ours.contains_key(id) && steps.theirs.contains_key(id));
        known.or(step.first()).and_then(|id| rows.get(id)).copied()
    });
    merged
}

/// The numbers of a touchpoint's steps, in the base and on each side.
type StepNumbers = ThreeWay<Option<usize>>;

/// The merged steps so far, which are identified by their index.
#[derive(Default)]
struct PlacedSteps {
    /// The merged step of the touchpoints that are in the same steps in the base and on both sides.
    by_numbers: HashMap<StepNumbers, usize>,
    /// For each of our steps the merged step of its last touchpoint so far, and that touchpoint.
    ours: HashMap<usize, (usize, TouchpointId)>,
    /// The same for each of their steps.
    theirs: HashMap<usize, (usize, TouchpointId)>,
    /// For each merged step and step of the base, our and their step of the touchpoints that are in both.
    origins: HashMap<(usize, usize), (Option<usize>, Option<usize>)>,
}

impl PlacedSteps {
    /// Returns the merged step that a touchpoint joins, the last one if there are several.
    fn step_for(&self, id: TouchpointId, steps: &StepMaps) -> Option<usize> {
        let numbers = numbers(id, steps);
        if let Some(&at) = self.by_numbers.get(&numbers) {
            return Some(at);
        }
        let ThreeWay { base, ours, theirs } = numbers;
        let is_split_from = |merged: usize| {
            let origin = base.and_then(|base| self.origins.get(&(merged, base)));
            origin.is_some_and(|origin| are_known_and_differ(origin.0, ours) || are_known_and_differ(origin.1, theirs))
        };
        let of_ours = ours.and_then(|step| self.ours.get(&step));
        let of_theirs = theirs.and_then(|step| self.theirs.get(&step));
        let joins = of_ours.into_iter().chain(of_theirs).filter(|(_, last)| are_together(steps, id, *last));
        joins.map(|(at, _)| *at).filter(|&at| !is_split_from(at)).max()
    }

    /// Records the merged step of a touchpoint.
    fn record(&mut self, id: TouchpointId, at: usize, steps: &StepMaps) {
        let numbers = numbers(id, steps);
        self.by_numbers.insert(numbers, at);
        let ThreeWay { base, ours, theirs } = numbers;
        if let Some(step) = ours {
            self.ours.insert(step, (at, id));
        }
        if let Some(step) = theirs {
            self.theirs.insert(step, (at, id));
        }
        if let Some(base) = base {
            let origin = self.origins.entry((at, base)).or_default();
            *origin = (origin.0.or(ours), origin.1.or(theirs));
        }
    }
}

fn numbers(id: TouchpointId, steps: &StepMaps) -> StepNumbers {
    steps.as_ref().map(|steps| steps.get(&id).copied())
}

fn are_known_and_differ(one: Option<usize>, other: Option<usize>) -> bool {
    one.is_some() && other.is_some() && one != other
}

/// True if two touchpoints are in one step, according to the side that joined or separated them.
fn are_together(steps: &StepMaps, one: TouchpointId, other: TouchpointId) -> bool {
    let together = steps.as_ref().map(|steps| Some(steps.get(&one)? == steps.get(&other)?));
    match (together.ours, together.theirs) {
        (Some(ours), Some(theirs)) if ours == theirs => ours,
        (Some(_), Some(_)) => !together.base.unwrap_or_default(),
        (Some(known), None) | (None, Some(known)) => known,
        (None, None) => false,
    }
}
