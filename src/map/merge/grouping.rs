//! Which touchpoints of a merged phase are one step: those that a side put together and none took apart.

use std::collections::HashMap;

use super::Sides;
use crate::map::TouchpointId;

/// The number of the step in which each touchpoint stands on each side.
pub type Steps = Sides<HashMap<TouchpointId, usize>>;

/// The steps of a phase, with the touchpoints in the order given.
///
/// Of two touchpoints, the side that changed whether they are one step is right. A touchpoint that arrives in the
/// middle of a step to which it does not belong comes behind that step.
pub fn grouped(order: &[TouchpointId], steps: &Steps) -> Vec<Vec<TouchpointId>> {
    let mut merged = Vec::<Vec<TouchpointId>>::new();
    let mut seen = Seen::default();
    for &id in order {
        let at = seen.step_for(id, steps).unwrap_or(merged.len());
        if at == merged.len() {
            merged.push(Vec::new());
        }
        merged[at].push(id);
        seen.note(id, at, steps);
    }
    // A step stands where the first of it stands that both sides know: the others came to it.
    let rows: HashMap<TouchpointId, usize> = order.iter().enumerate().map(|(row, &id)| (id, row)).collect();
    merged.sort_by_cached_key(|step| {
        let known = step.iter().find(|id| steps.ours.contains_key(id) && steps.theirs.contains_key(id));
        known.or(step.first()).and_then(|id| rows.get(id)).copied()
    });
    merged
}

/// The numbers of the steps of one touchpoint.
type Numbers = Sides<Option<usize>>;

/// The merged steps so far, by what led to them.
#[derive(Default)]
struct Seen {
    /// Where those went that are one step on every side.
    alike: HashMap<Numbers, usize>,
    /// Where the last of each step of ours and of theirs went, and who it was.
    ours: HashMap<usize, (usize, TouchpointId)>,
    theirs: HashMap<usize, (usize, TouchpointId)>,
    /// The steps of both sides in which those of a merged step stand that were one step in the base.
    origins: HashMap<(usize, usize), (Option<usize>, Option<usize>)>,
}

impl Seen {
    /// The merged step that a touchpoint joins, the nearest if there are several.
    fn step_for(&self, id: TouchpointId, steps: &Steps) -> Option<usize> {
        let numbers = numbers(id, steps);
        if let Some(&at) = self.alike.get(&numbers) {
            return Some(at);
        }
        let Sides { base, ours, theirs } = numbers;
        let is_split_from = |merged: usize| {
            let origin = base.and_then(|base| self.origins.get(&(merged, base)));
            origin.is_some_and(|origin| differ(origin.0, ours) || differ(origin.1, theirs))
        };
        let of_ours = ours.and_then(|step| self.ours.get(&step));
        let of_theirs = theirs.and_then(|step| self.theirs.get(&step));
        let joins = of_ours.into_iter().chain(of_theirs).filter(|(_, mate)| are_together(steps, id, *mate));
        joins.map(|(at, _)| *at).filter(|&at| !is_split_from(at)).max()
    }

    /// Takes note of the merged step to which a touchpoint went.
    fn note(&mut self, id: TouchpointId, at: usize, steps: &Steps) {
        let numbers = numbers(id, steps);
        self.alike.insert(numbers, at);
        let Sides { base, ours, theirs } = numbers;
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

fn numbers(id: TouchpointId, steps: &Steps) -> Numbers {
    steps.as_ref().map(|steps| steps.get(&id).copied())
}

fn differ(one: Option<usize>, other: Option<usize>) -> bool {
    one.is_some() && other.is_some() && one != other
}

/// Whether two are one step, by the side that changed it.
fn are_together(steps: &Steps, one: TouchpointId, other: TouchpointId) -> bool {
    let together = steps.as_ref().map(|steps| Some(steps.get(&one)? == steps.get(&other)?));
    match (together.ours, together.theirs) {
        (Some(ours), Some(theirs)) if ours == theirs => ours,
        (Some(_), Some(_)) => !together.base.unwrap_or_default(),
        (Some(known), None) | (None, Some(known)) => known,
        (None, None) => false,
    }
}
