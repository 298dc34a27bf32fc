//! A map brought up to date by another text: what the text does not speak of stays as it is.

use std::collections::{HashMap, HashSet};

use super::{Imported, Scope, cell};
use crate::exchange::inventory::joined;
use crate::map::step::steps;
use crate::map::{Edit, Header, JourneyMap, Phase, Touchpoint, TouchpointId, field, merge};

/// The map with all that the text says of it; touchpoints that are not in the text stay, unless they are to be deleted.
pub fn update(map: &JourneyMap, imported: &Imported, delete_missing: bool) -> JourneyMap {
    let theirs = overlaid(map, imported);
    // As the text was made: with those touchpoints alone that came back in it.
    let known = ids(&theirs);
    let mut updated = merge(&only(map, &known), map, &theirs).map;
    let missing: Vec<TouchpointId> = ids(map).difference(&known).copied().collect();
    if delete_missing && !missing.is_empty() {
        let deleted = updated.apply(Edit::Delete(missing));
        debug_assert!(deleted.is_ok(), "{deleted:?}");
    }
    updated
}

/// How many touchpoints of the map the text does not have.
pub fn missing(map: &JourneyMap, imported: &Imported) -> usize {
    ids(map).difference(&ids(&imported.map)).count()
}

fn ids(map: &JourneyMap) -> HashSet<TouchpointId> {
    map.touchpoints().map(|(_, each)| each.id).collect()
}

/// The map without any other touchpoints; those of one step stay together.
fn only(map: &JourneyMap, known: &HashSet<TouchpointId>) -> JourneyMap {
    let phases = Phase::ALL.map(|phase| {
        let column = map.phase(phase);
        let mut kept = Vec::new();
        for rows in steps(column) {
            let present = column[rows].iter().filter(|each| known.contains(&each.id)).enumerate();
            kept.extend(present.map(|(nth, each)| Touchpoint { with_previous: nth > 0, ..Touchpoint::clone(each) }));
        }
        kept
    });
    JourneyMap::with_touchpoints(Header::clone(map.header()), phases).0
}

/// The touchpoints of the text; what it does not say of them is taken from the map.
fn overlaid(map: &JourneyMap, imported: &Imported) -> JourneyMap {
    let scope = &imported.scope;
    let mut header = Header::clone(map.header());
    for field in field::HEADER.iter().filter(|field| scope.header.contains(&field.key)) {
        field.copy(&mut header, imported.map.header());
    }
    let known = only(map, &ids(&imported.map));
    let was: HashMap<TouchpointId, (Phase, &Touchpoint)> =
        known.touchpoints().map(|(place, each)| (each.id, (place.phase, &**each))).collect();
    let rows = imported.map.touchpoints().map(|(place, said)| match was.get(&said.id) {
        Some(&(phase, old)) => (if scope.phase { place.phase } else { phase }, changed(old, said, scope)),
        None => (place.phase, Touchpoint::clone(said)),
    });
    let phases = if scope.order { as_in_rows(rows) } else { as_in_map(&known, rows) };
    JourneyMap::with_touchpoints(header, phases).0
}

/// A touchpoint with all that a text says of it.
fn changed(old: &Touchpoint, said: &Touchpoint, scope: &Scope) -> Touchpoint {
    let mut new = old.clone();
    for field in field::TOUCHPOINT.iter().filter(|field| scope.touchpoint.contains(&field.key)) {
        field.copy(&mut new, said);
    }
    if scope.split_lists && cell::split(&joined(&old.actors)) == Ok(said.actors.clone()) {
        new.actors.clone_from(&old.actors);
    }
    new
}

/// The touchpoints of each phase in the order of the rows.
fn as_in_rows(rows: impl Iterator<Item = (Phase, Touchpoint)>) -> [Vec<Touchpoint>; 3] {
    let mut phases = [const { Vec::new() }; 3];
    for (phase, touchpoint) in rows {
        phases[phase.index()].push(touchpoint);
    }
    phases
}

/// The touchpoints of each phase in the order of the map; new ones come behind the one in the row above.
fn as_in_map(map: &JourneyMap, rows: impl Iterator<Item = (Phase, Touchpoint)>) -> [Vec<Touchpoint>; 3] {
    let phase_of: HashMap<TouchpointId, Phase> =
        map.touchpoints().map(|(place, each)| (each.id, place.phase)).collect();
    let mut staying = HashMap::new();
    let mut behind = HashMap::<(Phase, Option<TouchpointId>), Vec<Touchpoint>>::new();
    let mut above = [None; 3];
    for (phase, touchpoint) in rows {
        if phase_of.get(&touchpoint.id) == Some(&phase) {
            above[phase.index()] = Some(touchpoint.id);
            staying.insert(touchpoint.id, touchpoint);
        } else {
            behind.entry((phase, above[phase.index()])).or_default().push(touchpoint);
        }
    }
    Phase::ALL.map(|phase| {
        let mut column = behind.remove(&(phase, None)).unwrap_or_default();
        for each in map.phase(phase) {
            column.extend(staying.remove(&each.id));
            column.extend(behind.remove(&(phase, Some(each.id))).unwrap_or_default());
        }
        column
    })
}
