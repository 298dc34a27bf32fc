//! The differences between two maps, touchpoint by touchpoint.

use std::collections::HashMap;
use std::sync::Arc;

use super::field::{self, Value};
use super::longest_increasing::longest_increasing;
use super::{Header, JourneyMap, Phase, Place, Touchpoint, TouchpointId};

/// A difference between an old and a new map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// A field of the header has another value.
    Header { key: &'static str, old: Value, new: Value },
    /// The touchpoint is only in the new map.
    Added { at: Place, touchpoint: Arc<Touchpoint> },
    /// The touchpoint is only in the old map.
    Removed { at: Place, touchpoint: Arc<Touchpoint> },
    /// The touchpoint is in another phase, or elsewhere in its phase: now below `above`, or at the top of the phase.
    Moved { from: Place, to: Place, touchpoint: Arc<Touchpoint>, above: Option<Arc<Touchpoint>> },
    /// Fields of the touchpoint, named by their keys, have other values.
    Changed { old: Arc<Touchpoint>, new: Arc<Touchpoint>, keys: Vec<&'static str> },
}

impl Difference {
    /// Returns the touchpoint, in its new state if it is in the new map; none for a field of the header.
    pub fn touchpoint(&self) -> Option<&Arc<Touchpoint>> {
        match self {
            Difference::Header { .. } => None,
            Difference::Added { touchpoint, .. }
            | Difference::Removed { touchpoint, .. }
            | Difference::Moved { touchpoint, .. }
            | Difference::Changed { new: touchpoint, .. } => Some(touchpoint),
        }
    }
}

/// Returns all differences: those of the header first, then the others in the order of the new journey.
///
/// Removed touchpoints are listed where they were. As few touchpoints as possible are listed as moved.
pub fn differences(old: &JourneyMap, new: &JourneyMap) -> Vec<Difference> {
    let mut found = header_differences(old.header(), new.header());
    let old_places = old.by_id();
    let new_places: HashMap<_, _> = new.touchpoints().map(|(place, each)| (each.id, place)).collect();
    for phase in Phase::ALL {
        let stayed = stayed(new.phase(phase), phase, &old_places);
        let mut removed = removed(old, phase, &stayed, &new_places);
        found.append(&mut removed.remove(&None).unwrap_or_default());
        for (row, touchpoint) in new.phase(phase).iter().enumerate() {
            let to = Place::new(phase, row);
            match old_places.get(&touchpoint.id) {
                None => found.push(Difference::Added { at: to, touchpoint: Arc::clone(touchpoint) }),
                Some((from, before)) => {
                    if !stayed.contains_key(&touchpoint.id) {
                        let above = row.checked_sub(1).map(|above| Arc::clone(&new.phase(phase)[above]));
                        let touchpoint = Arc::clone(touchpoint);
                        found.push(Difference::Moved { from: *from, to, touchpoint, above });
                    }
                    found.extend(changed(before, touchpoint));
                }
            }
            found.append(&mut removed.remove(&Some(touchpoint.id)).unwrap_or_default());
        }
    }
    found
}

fn header_differences(old: &Header, new: &Header) -> Vec<Difference> {
    let differing = field::HEADER.iter().filter(|field| !field.is_same(old, new));
    differing.map(|field| Difference::Header { key: field.key, old: field.get(old), new: field.get(new) }).collect()
}

fn changed(old: &Arc<Touchpoint>, new: &Arc<Touchpoint>) -> Option<Difference> {
    if old == new {
        return None;
    }
    let keys = field::TOUCHPOINT.iter().filter(|field| !field.is_same(old, new)).map(|field| field.key).collect();
    Some(Difference::Changed { old: Arc::clone(old), new: Arc::clone(new), keys })
}

/// Returns the touchpoints of a phase that did not move, with their old rows.
fn stayed(
    column: &[Arc<Touchpoint>],
    phase: Phase,
    old_places: &HashMap<TouchpointId, (Place, &Arc<Touchpoint>)>,
) -> HashMap<TouchpointId, usize> {
    let here = column.iter().filter_map(|each| old_places.get(&each.id).map(|(place, _)| (each.id, *place)));
    let (ids, rows): (Vec<_>, Vec<_>) =
        here.filter(|(_, place)| place.phase == phase).map(|(id, place)| (id, place.row)).unzip();
    let marks = longest_increasing(&rows);
    ids.into_iter().zip(rows).zip(marks).filter(|(_, marked)| *marked).map(|(touchpoint, _)| touchpoint).collect()
}

/// Returns the touchpoints that were removed from a phase, by the nearest touchpoint above them that stayed there.
fn removed(
    old: &JourneyMap,
    phase: Phase,
    stayed: &HashMap<TouchpointId, usize>,
    new_places: &HashMap<TouchpointId, Place>,
) -> HashMap<Option<TouchpointId>, Vec<Difference>> {
    let mut removed = HashMap::<_, Vec<_>>::new();
    let mut above = None;
    for (row, touchpoint) in old.phase(phase).iter().enumerate() {
        if stayed.contains_key(&touchpoint.id) {
            above = Some(touchpoint.id);
        } else if !new_places.contains_key(&touchpoint.id) {
            let difference = Difference::Removed { at: Place::new(phase, row), touchpoint: Arc::clone(touchpoint) };
            removed.entry(above).or_default().push(difference);
        }
    }
    removed
}
