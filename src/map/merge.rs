//! Two maps that grew out of one, merged touchpoint by touchpoint and field by field.

mod grouping;
mod order;
mod values;

use std::collections::HashMap;
use std::sync::Arc;

use super::conflict::{Conflict, ConflictKind, ConflictSubject};
use super::field;
use super::step::{steps, with_joined};
use super::{JourneyMap, Name, Phase, Place, Touchpoint, TouchpointId};

/// A merged map, in which ours is in place wherever the sides do not agree, and all on which they do not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    pub map: JourneyMap,
    pub conflicts: Vec<Conflict>,
}

/// One thing three times: as both sides found it, and as each has it now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
struct Sides<T> {
    base: T,
    ours: T,
    theirs: T,
}

impl<T> Sides<T> {
    fn as_ref(&self) -> Sides<&T> {
        Sides { base: &self.base, ours: &self.ours, theirs: &self.theirs }
    }

    fn map<U>(self, mut change: impl FnMut(T) -> U) -> Sides<U> {
        Sides { base: change(self.base), ours: change(self.ours), theirs: change(self.theirs) }
    }
}

/// A touchpoint and where it stands.
#[derive(Clone, Copy)]
struct Standing<'a> {
    place: Place,
    touchpoint: &'a Arc<Touchpoint>,
}

/// A touchpoint of the merged map, its phase there, and what the sides do not agree on.
struct Settled {
    touchpoint: Arc<Touchpoint>,
    phase: Phase,
    disputes: Vec<ConflictKind>,
}

impl Settled {
    fn as_it_is(standing: Standing, dispute: Option<ConflictKind>) -> Settled {
        let disputes = dispute.into_iter().collect();
        Settled { touchpoint: Arc::clone(standing.touchpoint), phase: standing.place.phase, disputes }
    }
}

/// Merges two maps that were made from `base`.
///
/// What only one side changed is taken, and so is what both changed alike. Votes given on both sides are added up, lists
/// to which both added, or from which both took, have both done to them. A touchpoint that one deleted and the other
/// changed stays. Of two moves to different places of a phase, ours counts; all else that both changed in different ways
/// is a conflict, and ours is in place.
pub fn merge(base: &JourneyMap, ours: &JourneyMap, theirs: &JourneyMap) -> Merged {
    let maps = Sides { base, ours, theirs };
    let standings = maps.map(standings);
    let mut settled = HashMap::new();
    for id in ours.touchpoints().chain(theirs.touchpoints()).map(|(_, each)| each.id) {
        let sides = || standings.as_ref().map(|standings| standings.get(&id).copied());
        settled.entry(id).or_insert_with(|| settle(sides()));
    }
    let headers = maps.map(|map| &**map.header());
    let (header, disputes) = values::merged(field::HEADER, &headers);
    let mut conflicts = about_the_map(disputes);

    let groups = maps.map(numbered_steps);
    let mut phases = [const { Vec::new() }; 3];
    for phase in Phase::ALL {
        let is_here = |id: &TouchpointId| {
            settled.get(id).and_then(Option::as_ref).is_some_and(|settled: &Settled| settled.phase == phase)
        };
        let orders = maps.map(|map| map.phase(phase).iter().map(|each| each.id).filter(is_here).collect::<Vec<_>>());
        for step in grouping::grouped(&order::merged(&orders), &groups) {
            for (nth, id) in step.into_iter().enumerate() {
                let Some(settled) = settled.remove(&id).flatten() else { continue };
                conflicts.extend(about_a_touchpoint(&settled));
                // On the first of a phase the mark has no effect, and stays as it is.
                let column = &mut phases[phase.index()];
                let is_first = column.is_empty();
                let touchpoint = settled.touchpoint;
                column.push(if is_first { touchpoint } else { with_joined(&touchpoint, nth > 0) });
            }
        }
    }
    Merged { map: JourneyMap::of_shared(header, phases), conflicts }
}

fn standings(map: &JourneyMap) -> HashMap<TouchpointId, Standing<'_>> {
    map.touchpoints().map(|(place, touchpoint)| (touchpoint.id, Standing { place, touchpoint })).collect()
}

/// The number of the step in which each touchpoint stands, counted over all phases.
fn numbered_steps(map: &JourneyMap) -> HashMap<TouchpointId, usize> {
    let columns = Phase::ALL.into_iter().map(|phase| map.phase(phase));
    let steps = columns.flat_map(|column| steps(column).map(|rows| &column[rows]));
    let numbered = steps.enumerate();
    numbered.flat_map(|(nth, step)| step.iter().map(move |touchpoint| (touchpoint.id, nth))).collect()
}

/// What becomes of a touchpoint; none when it is deleted.
fn settle(sides: Sides<Option<Standing>>) -> Option<Settled> {
    match (sides.base, sides.ours, sides.theirs) {
        (None, Some(added), None) | (None, None, Some(added)) => Some(Settled::as_it_is(added, None)),
        (Some(base), Some(ours), None) => {
            is_changed(base, ours).then(|| Settled::as_it_is(ours, Some(ConflictKind::DeletedByThem)))
        }
        (Some(base), None, Some(theirs)) => {
            is_changed(base, theirs).then(|| Settled::as_it_is(theirs, Some(ConflictKind::DeletedByUs)))
        }
        (base, Some(ours), Some(theirs)) => Some(both(base, ours, theirs)),
        (Some(_) | None, None, None) => None,
    }
}

/// Whether one differs in what would be lost with it; another row or another step is no reason to keep it.
fn is_changed(base: Standing, side: Standing) -> bool {
    let regrouped = with_joined(side.touchpoint, base.touchpoint.with_previous);
    base.place.phase != side.place.phase || *base.touchpoint != regrouped
}

fn both(base: Option<Standing>, ours: Standing, theirs: Standing) -> Settled {
    // What both added is compared with a touchpoint of which nothing is known.
    let name =
        if ours.touchpoint.name == theirs.touchpoint.name { ours.touchpoint.name.clone() } else { Name::placeholder() };
    let blank = Touchpoint::new(ours.touchpoint.id, name);
    let sides = Sides {
        base: base.map_or(&blank, |base| &**base.touchpoint),
        ours: &**ours.touchpoint,
        theirs: &**theirs.touchpoint,
    };
    let (touchpoint, mut disputes) = if sides.ours == sides.theirs || sides.base == sides.theirs {
        (Arc::clone(ours.touchpoint), Vec::new())
    } else if sides.base == sides.ours {
        (Arc::clone(theirs.touchpoint), Vec::new())
    } else {
        let (touchpoint, disputes) = values::merged_touchpoint(&sides);
        (Arc::new(touchpoint), disputes)
    };
    let (our_phase, their_phase) = (ours.place.phase, theirs.place.phase);
    let base_phase = base.map(|base| base.place.phase);
    let phase = if base_phase == Some(our_phase) { their_phase } else { our_phase };
    if our_phase != their_phase && base_phase != Some(our_phase) && base_phase != Some(their_phase) {
        disputes.push(ConflictKind::Phase { ours: ours.place, theirs: theirs.place });
    }
    Settled { touchpoint, phase, disputes }
}

fn about_the_map(disputes: Vec<ConflictKind>) -> Vec<Conflict> {
    disputes.into_iter().map(|kind| Conflict { subject: ConflictSubject::Map, kind }).collect()
}

fn about_a_touchpoint(settled: &Settled) -> Vec<Conflict> {
    let Touchpoint { id, name, .. } = &*settled.touchpoint;
    let subject = ConflictSubject::Touchpoint { id: *id, name: name.clone() };
    settled.disputes.iter().map(|kind| Conflict { subject: subject.clone(), kind: kind.clone() }).collect()
}
