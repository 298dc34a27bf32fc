//! Three-way merge of maps, touchpoint by touchpoint and field by field.

mod grouping;
mod order;
mod values;

use std::collections::HashMap;
use std::sync::Arc;

use super::conflict::{Conflict, ConflictKind, ConflictSubject};
use super::field::{self, Field};
use super::step::{steps, with_joined};
use super::{JourneyMap, Name, Phase, Place, Touchpoint, TouchpointId};

/// A merged map, which contains our side of every conflict, and the conflicts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    pub map: JourneyMap,
    pub conflicts: Vec<Conflict>,
}

/// A value in the common base and on both sides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
struct ThreeWay<T> {
    base: T,
    ours: T,
    theirs: T,
}

impl<T> ThreeWay<T> {
    fn as_ref(&self) -> ThreeWay<&T> {
        ThreeWay { base: &self.base, ours: &self.ours, theirs: &self.theirs }
    }

    fn map<U>(self, mut change: impl FnMut(T) -> U) -> ThreeWay<U> {
        ThreeWay { base: change(self.base), ours: change(self.ours), theirs: change(self.theirs) }
    }
}

/// A touchpoint with its place.
#[derive(Clone, Copy)]
struct PlacedTouchpoint<'a> {
    place: Place,
    touchpoint: &'a Arc<Touchpoint>,
}

/// A touchpoint of the merged map, with its phase and its conflicts.
struct MergedTouchpoint {
    touchpoint: Arc<Touchpoint>,
    phase: Phase,
    conflicts: Vec<ConflictKind>,
}

impl MergedTouchpoint {
    fn from_one_side(side: PlacedTouchpoint, conflict: Option<ConflictKind>) -> MergedTouchpoint {
        let conflicts = conflict.into_iter().collect();
        MergedTouchpoint { touchpoint: Arc::clone(side.touchpoint), phase: side.place.phase, conflicts }
    }
}

/// Merges two maps that were made from `base`.
///
/// A change that only one side made, or that both sides made alike, is taken. Votes of both sides are added up, also
/// equal ones; without a base the larger number is taken. For lists, the additions and removals of both sides are taken. A touchpoint that one side deleted and the other changed
/// is kept, as a conflict. If both sides moved a touchpoint within its phase, our move is taken. Every other change
/// that differs between the sides is a conflict, and our side is taken.
pub fn merge(base: &JourneyMap, ours: &JourneyMap, theirs: &JourneyMap) -> Merged {
    let maps = ThreeWay { base, ours, theirs };
    let placed = maps.map(placed);
    let mut merged = HashMap::new();
    for id in ours.touchpoints().chain(theirs.touchpoints()).map(|(_, each)| each.id) {
        let sides = || placed.as_ref().map(|placed| placed.get(&id).copied());
        merged.entry(id).or_insert_with(|| merge_touchpoint(sides()));
    }
    let headers = maps.map(|map| &**map.header());
    let (header, header_kinds) = values::merge_fields(field::HEADER, &headers);
    let mut conflicts = header_conflicts(header_kinds);

    let steps = maps.map(numbered_steps);
    let mut phases = [const { Vec::new() }; 3];
    for phase in Phase::ALL {
        let is_here = |id: &TouchpointId| {
            merged.get(id).and_then(Option::as_ref).is_some_and(|merged: &MergedTouchpoint| merged.phase == phase)
        };
        let orders = maps.map(|map| map.phase(phase).iter().map(|each| each.id).filter(is_here).collect::<Vec<_>>());
        for step in grouping::merge_steps(&order::merge_orders(&orders), &steps) {
            for (nth, id) in step.into_iter().enumerate() {
                let Some(merged) = merged.remove(&id).flatten() else { continue };
                conflicts.extend(touchpoint_conflicts(&merged));
                // On the first touchpoint of a phase `with_previous` has no effect and stays as it is.
                let column = &mut phases[phase.index()];
                let is_first = column.is_empty();
                let touchpoint = merged.touchpoint;
                column.push(if is_first { touchpoint } else { with_joined(&touchpoint, nth > 0) });
            }
        }
    }
    Merged { map: JourneyMap::from_shared(header, phases), conflicts }
}

/// Merges fields one by one; returns the result with our side of the conflicts.
pub(crate) fn merge_fields<S: Clone>(fields: &[Field<S>], base: &S, ours: &S, theirs: &S) -> (S, Vec<ConflictKind>) {
    values::merge_fields(fields, &ThreeWay { base, ours, theirs })
}

/// Merges the fields of a touchpoint as `merge` does; returns it with our side of the conflicts.
pub(crate) fn merge_touchpoint_fields(
    base: &Touchpoint,
    ours: &Touchpoint,
    theirs: &Touchpoint,
) -> (Touchpoint, Vec<ConflictKind>) {
    values::merge_touchpoint(&ThreeWay { base, ours, theirs })
}

fn placed(map: &JourneyMap) -> HashMap<TouchpointId, PlacedTouchpoint<'_>> {
    map.touchpoints().map(|(place, touchpoint)| (touchpoint.id, PlacedTouchpoint { place, touchpoint })).collect()
}

/// Returns the number of each touchpoint's step, counted over all phases.
fn numbered_steps(map: &JourneyMap) -> HashMap<TouchpointId, usize> {
    let columns = Phase::ALL.into_iter().map(|phase| map.phase(phase));
    let steps = columns.flat_map(|column| steps(column).map(|rows| &column[rows]));
    let numbered = steps.enumerate();
    numbered.flat_map(|(nth, step)| step.iter().map(move |touchpoint| (touchpoint.id, nth))).collect()
}

/// Merges one touchpoint; returns none if it is deleted.
fn merge_touchpoint(sides: ThreeWay<Option<PlacedTouchpoint>>) -> Option<MergedTouchpoint> {
    match (sides.base, sides.ours, sides.theirs) {
        (None, Some(added), None) | (None, None, Some(added)) => Some(MergedTouchpoint::from_one_side(added, None)),
        (Some(base), Some(ours), None) => {
            is_changed(base, ours).then(|| MergedTouchpoint::from_one_side(ours, Some(ConflictKind::DeletedByThem)))
        }
        (Some(base), None, Some(theirs)) => {
            is_changed(base, theirs).then(|| MergedTouchpoint::from_one_side(theirs, Some(ConflictKind::DeletedByUs)))
        }
        (base, Some(ours), Some(theirs)) => Some(merge_both(base, ours, theirs)),
        (Some(_) | None, None, None) => None,
    }
}

/// True if a deletion would lose a change; a move within the phase or to another step does not count.
fn is_changed(base: PlacedTouchpoint, side: PlacedTouchpoint) -> bool {
    let side_in_base_step = with_joined(side.touchpoint, base.touchpoint.with_previous);
    base.place.phase != side.place.phase || *base.touchpoint != side_in_base_step
}

fn merge_both(base: Option<PlacedTouchpoint>, ours: PlacedTouchpoint, theirs: PlacedTouchpoint) -> MergedTouchpoint {
    // If both sides added the touchpoint, the base is one without any known fields.
    let name =
        if ours.touchpoint.name == theirs.touchpoint.name { ours.touchpoint.name.clone() } else { Name::placeholder() };
    // Its votes are those that both have, so that the larger number is taken.
    let votes = ours.touchpoint.votes.min(theirs.touchpoint.votes);
    let blank = Touchpoint { votes, ..Touchpoint::new(ours.touchpoint.id, name) };
    let sides = ThreeWay {
        base: base.map_or(&blank, |base| &**base.touchpoint),
        ours: &**ours.touchpoint,
        theirs: &**theirs.touchpoint,
    };
    let is_same = sides.ours == sides.theirs && sides.ours.votes == sides.base.votes;
    let (touchpoint, mut conflicts) = if is_same || sides.base == sides.theirs {
        (Arc::clone(ours.touchpoint), Vec::new())
    } else if sides.base == sides.ours {
        (Arc::clone(theirs.touchpoint), Vec::new())
    } else {
        let (touchpoint, conflicts) = values::merge_touchpoint(&sides);
        (Arc::new(touchpoint), conflicts)
    };
    let (our_phase, their_phase) = (ours.place.phase, theirs.place.phase);
    let base_phase = base.map(|base| base.place.phase);
    let phase = if base_phase == Some(our_phase) { their_phase } else { our_phase };
    if our_phase != their_phase && base_phase != Some(our_phase) && base_phase != Some(their_phase) {
        conflicts.push(ConflictKind::Phase { ours: ours.place, theirs: theirs.place });
    }
    MergedTouchpoint { touchpoint, phase, conflicts }
}

fn header_conflicts(conflicts: Vec<ConflictKind>) -> Vec<Conflict> {
    conflicts.into_iter().map(|kind| Conflict { subject: ConflictSubject::Map, kind }).collect()
}

fn touchpoint_conflicts(merged: &MergedTouchpoint) -> Vec<Conflict> {
    let subject = ConflictSubject::of(&merged.touchpoint);
    merged.conflicts.iter().map(|kind| Conflict { subject: subject.clone(), kind: kind.clone() }).collect()
}
