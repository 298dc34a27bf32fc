//! Updating a map from an imported text; everything that the text does not cover stays as it is.

use std::collections::{HashMap, HashSet};

use super::shape::text_fit;
use super::{Imported, Scope, cell};
use crate::exchange::inventory::joined;
use crate::map::step::steps;
use crate::map::text::fold;
use crate::map::{Edit, Evidence, Header, JourneyMap, Name, Notes, Phase, Touchpoint, TouchpointId, field, merge};

/// Returns the map with the changes of the text; touchpoints missing from the text stay, unless they are to be deleted.
pub fn update(map: &JourneyMap, imported: &Imported, delete_missing: bool) -> JourneyMap {
    let theirs = overlay(map, imported);
    // The base of the merge is the map with only the touchpoints that the text still has.
    let mut updated = merge(&keep_only(map, &ids(&theirs)), map, &theirs).map;
    let missing = missing(map, imported);
    if delete_missing && !missing.is_empty() {
        let deleted = updated.apply(Edit::Delete(missing));
        debug_assert!(deleted.is_ok(), "{deleted:?}");
    }
    updated
}

/// Returns the touchpoints of the map that are missing from the text.
///
/// In a text without ids, a row may have the name of several touchpoints. None of them is missing.
pub(crate) fn missing(map: &JourneyMap, imported: &Imported) -> Vec<TouchpointId> {
    let (ours, theirs) = (ids(map), ids(&imported.map));
    let new = imported.map.touchpoints().filter(|(_, each)| !ours.contains(&each.id)).map(|(_, each)| &each.name);
    let unmatched =
        new.chain(imported.removed.iter().map(|(_, name)| name)).filter(|_| imported.written_ids.is_empty());
    let names: HashSet<String> = unmatched.map(|name| fold(name)).collect();
    let is_missing = |each: &&Touchpoint| !theirs.contains(&each.id) && !names.contains(&fold(&each.name));
    map.touchpoints().map(|(_, each)| &**each).filter(is_missing).map(|each| each.id).collect()
}

/// Removes the touchpoints whose ids belong to another program or map; returns their phases and names.
pub(crate) fn remove_foreign(imported: &mut Imported) -> Vec<(Phase, Name)> {
    let foreign: Vec<TouchpointId> = std::mem::take(&mut imported.foreign);
    let wanted: HashSet<TouchpointId> = foreign.iter().copied().collect();
    let found = imported.map.touchpoints().filter(|(_, each)| wanted.contains(&each.id));
    let found: Vec<(Phase, Name)> = found.map(|(place, each)| (place.phase, each.name.clone())).collect();
    imported.removed.clone_from(&found);
    if !foreign.is_empty() {
        let removed = imported.map.apply(Edit::Delete(foreign));
        debug_assert!(removed.is_ok(), "{removed:?}");
    }
    found
}

fn ids(map: &JourneyMap) -> HashSet<TouchpointId> {
    map.touchpoints().map(|(_, each)| each.id).collect()
}

/// Returns the map with only the given touchpoints; those of one step stay together.
fn keep_only(map: &JourneyMap, known: &HashSet<TouchpointId>) -> JourneyMap {
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

/// Returns the map of the text; what the text does not cover is taken from `map`.
fn overlay(map: &JourneyMap, imported: &Imported) -> JourneyMap {
    let scope = &imported.scope;
    let mut header = Header::clone(map.header());
    for field in field::HEADER.iter().filter(|field| scope.header.contains(&field.key)) {
        field.copy(&mut header, imported.map.header());
    }
    let known = keep_only(map, &ids(&imported.map));
    let old_touchpoints: HashMap<TouchpointId, (Phase, &Touchpoint)> =
        known.touchpoints().map(|(place, each)| (each.id, (place.phase, &**each))).collect();
    let rows = imported.map.touchpoints().map(|(place, new)| match old_touchpoints.get(&new.id) {
        Some(&(phase, old)) => (if scope.phase { place.phase } else { phase }, updated_touchpoint(old, new, scope)),
        None => (place.phase, Touchpoint::clone(new)),
    });
    let phases = if scope.order { in_order_of_rows(rows) } else { in_order_of_map(&known, rows) };
    JourneyMap::with_touchpoints(header, phases).0
}

/// Returns a touchpoint with the fields that the text covers.
fn updated_touchpoint(old: &Touchpoint, imported: &Touchpoint, scope: &Scope) -> Touchpoint {
    let mut new = old.clone();
    for field in field::TOUCHPOINT.iter().filter(|field| scope.touchpoint.contains(&field.key)) {
        field.copy(&mut new, imported);
    }
    if !scope.touchpoint.contains(&"notes") {
        new.notes = updated_notes(old, imported, &scope.noted);
    }
    // Tables have no evidence where there is no reach.
    if scope.split_lists && imported.reach.is_none() && imported.evidence == Evidence::default() {
        new.evidence = old.evidence;
    }
    // An actor that contains the separator was only split by the format.
    if scope.split_lists && cell::split(&joined(&old.actors)) == Ok(imported.actors.clone()) {
        new.actors.clone_from(&old.actors);
    }
    new
}

/// Returns the old notes with the present lines of the columns without a field. Such a line begins with the heading of its
/// column.
fn updated_notes(old: &Touchpoint, imported: &Touchpoint, headings: &[String]) -> Option<Notes> {
    let heading_of = |line: &str| {
        let is_begin = |heading: &&String| {
            !heading.is_empty() && line.strip_prefix(heading.as_str()).is_some_and(|rest| rest.starts_with(": "))
        };
        headings.iter().find(is_begin)
    };
    let of_table: Vec<&str> =
        imported.notes.as_deref().unwrap_or_default().lines().filter(|line| heading_of(line).is_some()).collect();
    let is_kept = |line: &str| heading_of(line).is_none() || of_table.contains(&line);
    let earlier = old.notes.as_deref().unwrap_or_default();
    if earlier.lines().all(is_kept) && of_table.iter().all(|line| earlier.lines().any(|each| each == *line)) {
        return old.notes.clone();
    }
    let mut lines: Vec<&str> = Vec::new();
    for line in earlier.lines() {
        let same = heading_of(line);
        let now: Vec<&str> = match same {
            None => vec![line],
            Some(_) => {
                of_table.iter().copied().filter(|each| heading_of(each) == same && !lines.contains(each)).collect()
            }
        };
        lines.extend(now);
    }
    let added: Vec<&str> = of_table.iter().copied().filter(|line| !lines.contains(line)).collect();
    lines.extend(added);
    text_fit::notes(&lines.join("\n")).map(|fitted| fitted.value)
}

/// Returns the touchpoints of each phase in the order of the rows.
fn in_order_of_rows(rows: impl Iterator<Item = (Phase, Touchpoint)>) -> [Vec<Touchpoint>; 3] {
    let mut phases = [const { Vec::new() }; 3];
    for (phase, touchpoint) in rows {
        phases[phase.index()].push(touchpoint);
    }
    phases
}

/// Returns the touchpoints of each phase in the order of the map; a new one follows the one in the row above it.
///
/// New ones above all others begin the phase, and end it if no row is about a touchpoint of the phase.
fn in_order_of_map(map: &JourneyMap, rows: impl Iterator<Item = (Phase, Touchpoint)>) -> [Vec<Touchpoint>; 3] {
    let phase_of: HashMap<TouchpointId, Phase> =
        map.touchpoints().map(|(place, each)| (each.id, place.phase)).collect();
    let mut staying = HashMap::new();
    let mut following = HashMap::<(Phase, Option<TouchpointId>), Vec<Touchpoint>>::new();
    let mut above = [None; 3];
    for (phase, touchpoint) in rows {
        if phase_of.get(&touchpoint.id) == Some(&phase) {
            above[phase.index()] = Some(touchpoint.id);
            staying.insert(touchpoint.id, touchpoint);
        } else {
            following.entry((phase, above[phase.index()])).or_default().push(touchpoint);
        }
    }
    Phase::ALL.map(|phase| {
        let mut column = Vec::new();
        let first = following.remove(&(phase, None)).unwrap_or_default();
        let is_known = above[phase.index()].is_some();
        let (first, last) = if is_known { (first, Vec::new()) } else { (Vec::new(), first) };
        column.extend(first);
        for each in map.phase(phase) {
            column.extend(staying.remove(&each.id));
            column.extend(following.remove(&(phase, Some(each.id))).unwrap_or_default());
        }
        column.extend(last);
        column
    })
}
