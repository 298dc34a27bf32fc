//! What differs between two maps, touchpoint by touchpoint.

use std::collections::HashMap;
use std::sync::Arc;

use super::field::{self, Value};
use super::longest_increasing::longest_increasing;
use super::{Header, JourneyMap, Phase, Place, Touchpoint, TouchpointId};

/// One thing that differs between an old map and a new one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// A field of the map itself has another value.
    Header { key: &'static str, old: Value, new: Value },
    /// A touchpoint is only in the new map.
    Added { at: Place, touchpoint: Arc<Touchpoint> },
    /// A touchpoint is only in the old map.
    Removed { at: Place, touchpoint: Arc<Touchpoint> },
    /// A touchpoint stands in another phase, or elsewhere among those of its phase: now below `above`, or at the top.
    Moved { from: Place, to: Place, touchpoint: Arc<Touchpoint>, above: Option<Arc<Touchpoint>> },
    /// Fields of a touchpoint, named by their keys, have other values.
    Changed { old: Arc<Touchpoint>, new: Arc<Touchpoint>, keys: Vec<&'static str> },
}

impl Difference {
    /// The touchpoint that it is about, as it is in the new map if it is there; none for the map itself.
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

/// All that differs, the map's own fields first, then in the order of the new journey.
///
/// What was removed is told where it stood. As few touchpoints as possible are said to have moved.
pub fn differences(old: &JourneyMap, new: &JourneyMap) -> Vec<Difference> {
    let mut found = of_headers(old.header(), new.header());
    let was: HashMap<_, _> = old.touchpoints().map(|(place, each)| (each.id, (place, each))).collect();
    let is: HashMap<_, _> = new.touchpoints().map(|(place, each)| (each.id, place)).collect();
    for phase in Phase::ALL {
        let stayed = stayed(new.phase(phase), phase, &was);
        let mut removed = removed(old, phase, &stayed, &is);
        found.append(&mut removed.remove(&None).unwrap_or_default());
        for (row, touchpoint) in new.phase(phase).iter().enumerate() {
            let to = Place::new(phase, row);
            match was.get(&touchpoint.id) {
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

fn of_headers(old: &Header, new: &Header) -> Vec<Difference> {
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

/// The touchpoints of a phase that did not move, with their old rows.
fn stayed(
    column: &[Arc<Touchpoint>],
    phase: Phase,
    was: &HashMap<TouchpointId, (Place, &Arc<Touchpoint>)>,
) -> HashMap<TouchpointId, usize> {
    let here = column.iter().filter_map(|each| was.get(&each.id).map(|(place, _)| (each.id, *place)));
    let (ids, rows): (Vec<_>, Vec<_>) =
        here.filter(|(_, place)| place.phase == phase).map(|(id, place)| (id, place.row)).unzip();
    let marks = longest_increasing(&rows);
    ids.into_iter().zip(rows).zip(marks).filter(|(_, marked)| *marked).map(|(stays, _)| stays).collect()
}

/// What was removed from a phase, behind the touchpoint that stayed above it, or at the phase's top.
fn removed(
    old: &JourneyMap,
    phase: Phase,
    stayed: &HashMap<TouchpointId, usize>,
    is: &HashMap<TouchpointId, Place>,
) -> HashMap<Option<TouchpointId>, Vec<Difference>> {
    let mut removed = HashMap::<_, Vec<_>>::new();
    let mut above = None;
    for (row, touchpoint) in old.phase(phase).iter().enumerate() {
        if stayed.contains_key(&touchpoint.id) {
            above = Some(touchpoint.id);
        } else if !is.contains_key(&touchpoint.id) {
            let difference = Difference::Removed { at: Place::new(phase, row), touchpoint: Arc::clone(touchpoint) };
            removed.entry(above).or_default().push(difference);
        }
    }
    removed
}
