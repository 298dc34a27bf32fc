//! What a map lost when another program wrote an older or a shortened version of it, and putting that back.

use std::collections::HashSet;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use super::conflict::{ConflictKind, ConflictSide, ConflictSubject};
use super::field::{self, Field, Value};
use super::fnv::Fnv;
use super::{Conflict, Edit, Header, JourneyMap, Name, Phase, Place, Touchpoint, TouchpointId, merge};

/// The key under which the phase of a touchpoint counts as a value.
const PHASE: &str = "phase";
/// How many touchpoints are compared to find out whether one only got a new name.
const MOST_RENAMED: usize = 100;

/// The values that the fields of a map had before, as hashes.
#[derive(Clone, Debug, Default)]
pub struct EarlierValues(HashSet<u64>);

/// Touchpoints, values and phases that a map had and that a newer content of its file lacks.
#[derive(Clone, Debug)]
pub struct Losses {
    before: JourneyMap,
    /// The map before, without what is lost.
    without: JourneyMap,
    touchpoints: Vec<(TouchpointId, Name)>,
    values: Vec<LostValue>,
}

/// A value that a touchpoint or the map itself lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LostValue {
    pub subject: ConflictSubject,
    pub kind: LostKind,
}

/// What got lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LostKind {
    /// The value of the field with this key.
    Field(&'static str),
    Phase,
}

/// A touchpoint without an id in the file that another program seems to have renamed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renamed {
    id: TouchpointId,
    pub old: Name,
    pub new: Name,
}

/// Who wrote the content in which something is missing.
#[derive(Clone, Copy, Debug)]
pub enum WrittenBy<'a> {
    /// A program that put back an older version: whatever the map had and that differs now is lost.
    OlderVersion,
    /// A program or person. Lost is what is missing, and each value that is again as it was before.
    AnotherProgram(&'a EarlierValues),
}

impl EarlierValues {
    /// Remembers the values of a map that are different in the map that follows it.
    pub fn record(&mut self, map: &JourneyMap, next: &JourneyMap) {
        self.record_fields(field::HEADER, None, &**map.header(), &**next.header());
        let next = next.by_id();
        for (place, touchpoint) in map.touchpoints() {
            let Some((next_place, next)) = next.get(&touchpoint.id) else { continue };
            if !Arc::ptr_eq(touchpoint, next) {
                self.record_fields(field::TOUCHPOINT, Some(touchpoint.id), &**touchpoint, next);
            }
            if place.phase != next_place.phase {
                self.0.insert(hash(Some(touchpoint.id), PHASE, &place.phase));
            }
        }
    }

    fn record_fields<S>(&mut self, fields: &[Field<S>], id: Option<TouchpointId>, old: &S, new: &S) {
        let changed = fields.iter().filter(|field| !field.is_same(old, new));
        self.0.extend(changed.map(|field| hash(id, field.key, &field.get(old))));
    }

    fn has<T: std::fmt::Debug>(&self, id: Option<TouchpointId>, key: &str, value: &T) -> bool {
        self.0.contains(&hash(id, key, value))
    }
}

fn hash<T: std::fmt::Debug>(id: Option<TouchpointId>, key: &str, value: &T) -> u64 {
    let mut hasher = Fnv::default();
    (id, key, format!("{value:?}")).hash(&mut hasher);
    hasher.finish()
}

impl WrittenBy<'_> {
    /// True if the value of a field got lost when it changed.
    fn has_lost<S>(self, field: &Field<S>, id: Option<TouchpointId>, before: &S, now: &S) -> bool {
        if field.is_same(before, now) {
            return false;
        }
        let (old, new) = (field.get(before), field.get(now));
        let is_old_again = || match self {
            WrittenBy::OlderVersion => true,
            WrittenBy::AnotherProgram(earlier) => earlier.has(id, field.key, &new),
        };
        !old.is_default() && (new.is_default() || is_less(&old, &new) || is_old_again())
    }

    fn has_lost_phase(self, id: TouchpointId, before: Phase, now: Phase) -> bool {
        before != now
            && match self {
                WrittenBy::OlderVersion => true,
                WrittenBy::AnotherProgram(earlier) => earlier.has(Some(id), PHASE, &now),
            }
    }

    /// Returns a copy of `before` in which only the lost fields are as they are now, and which fields these are.
    fn lose_fields<S: Clone>(
        self,
        fields: &[Field<S>],
        id: Option<TouchpointId>,
        before: &S,
        now: &S,
    ) -> (S, Vec<LostKind>) {
        let mut without = before.clone();
        let lost = fields.iter().filter(|field| self.has_lost(field, id, before, now));
        let lost =
            lost.inspect(|field| field.copy(&mut without, now)).map(|field| LostKind::Field(field.key)).collect();
        (without, lost)
    }
}

/// True if a list has fewer of the same items, or if there are fewer votes.
fn is_less(old: &Value, new: &Value) -> bool {
    match (old, new) {
        (Value::Lines(old), Value::Lines(new)) => new.iter().all(|line| old.contains(line)) && new.len() < old.len(),
        (Value::Rules(old), Value::Rules(new)) => new.iter().all(|rule| old.contains(rule)) && new.len() < old.len(),
        (Value::Votes(old), Value::Votes(new)) => new < old,
        (_, _) => false,
    }
}

impl Losses {
    /// Returns what got lost when the map of the file changed; none if nothing did.
    pub fn between(before: &JourneyMap, now: &JourneyMap, by: WrittenBy<'_>) -> Option<Losses> {
        let placed_now = now.by_id();
        let (mut touchpoints, mut gone, mut replaced, mut moved) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let (header, lost) = by.lose_fields(field::HEADER, None, &**before.header(), &**now.header());
        let mut values = lost_values(&ConflictSubject::Map, lost);
        let renamed: HashSet<TouchpointId> = renamed(before, now, by).into_iter().map(|each| each.id).collect();
        for (place, touchpoint) in before.touchpoints() {
            let id = touchpoint.id;
            let Some(&(now_place, now)) = placed_now.get(&id) else {
                if renamed.contains(&id) {
                    continue;
                }
                touchpoints.push((id, touchpoint.name.clone()));
                gone.push(id);
                continue;
            };
            if !Arc::ptr_eq(touchpoint, now) {
                let (without, lost) = by.lose_fields(field::TOUCHPOINT, Some(id), &**touchpoint, now);
                replaced.extend((!lost.is_empty()).then_some(without));
                values.extend(lost_values(&ConflictSubject::of(touchpoint), lost));
            }
            if by.has_lost_phase(id, place.phase, now_place.phase) {
                moved.push((id, now_place));
                values.push(LostValue { subject: ConflictSubject::of(touchpoint), kind: LostKind::Phase });
            }
        }
        if touchpoints.is_empty() && values.is_empty() {
            return None;
        }
        let mut without = before.clone();
        let moves = moved.into_iter().map(|(id, to)| Edit::Move { ids: vec![id], to });
        let edits = [Edit::SetHeader(header), Edit::Replace(replaced), Edit::Delete(gone)].into_iter().chain(moves);
        for edit in edits {
            // An edit that changes nothing is refused.
            let _ = without.apply(edit);
        }
        Some(Losses { before: before.clone(), without, touchpoints, values })
    }

    /// Returns the names of the touchpoints that are missing.
    pub fn touchpoints(&self) -> impl ExactSizeIterator<Item = &Name> {
        self.touchpoints.iter().map(|(_, name)| name)
    }

    /// Returns what the map still lacks of it; none if it lacks nothing.
    pub fn left_in(&self, map: &JourneyMap) -> Option<Losses> {
        let whole = self.put_back(map);
        let placed_now = map.by_id();
        let touchpoints: Vec<_> =
            self.touchpoints.iter().filter(|(id, _)| !placed_now.contains_key(id)).cloned().collect();
        let changes = changed_fields(field::HEADER, &**map.header(), &**whole.header());
        let mut values = lost_values(&ConflictSubject::Map, changes);
        for (place, touchpoint) in whole.touchpoints() {
            let Some(&(now_place, now)) = placed_now.get(&touchpoint.id) else { continue };
            if !Arc::ptr_eq(touchpoint, now) {
                let changes = changed_fields(field::TOUCHPOINT, &**now, &**touchpoint);
                values.extend(lost_values(&ConflictSubject::of(now), changes));
            }
            if place.phase != now_place.phase {
                values.push(LostValue { subject: ConflictSubject::of(now), kind: LostKind::Phase });
            }
        }
        (!values.is_empty() || !touchpoints.is_empty()).then(|| Losses { touchpoints, values, ..self.clone() })
    }

    /// Returns the values that the other touchpoints and the map itself lost.
    pub fn values(&self) -> &[LostValue] {
        &self.values
    }

    /// Returns a map with everything that got lost. What the map has in its place since, stays.
    pub fn put_back(&self, map: &JourneyMap) -> JourneyMap {
        let merged = merge(&self.without, map, &self.before);
        let mut map = merged.map;
        for conflict in merged.conflicts {
            conflict.take(ConflictSide::Ours, &mut map);
        }
        map
    }

    /// Keeps our side of the conflicts that are about something lost, and removes them from the list: a question about
    /// the losses is enough. Returns what the map lacks then; none, with all conflicts left, if it lacks nothing.
    pub fn remove_conflicts(&self, map: &mut JourneyMap, conflicts: &mut Vec<Conflict>) -> Option<Losses> {
        let mut settled = map.clone();
        conflicts
            .iter()
            .filter(|each| self.is_about(each))
            .for_each(|each| each.take(ConflictSide::Ours, &mut settled));
        let left = self.left_in(&settled)?;
        *map = settled;
        conflicts.retain(|each| !self.is_about(each));
        Some(left)
    }

    fn is_about(&self, conflict: &Conflict) -> bool {
        let (before, without) = (&self.before, &self.without);
        match (&conflict.subject, &conflict.kind) {
            (ConflictSubject::Map, ConflictKind::Field { key, .. }) => {
                let is_lost = |field: &Field<Header>| !field.is_same(before.header(), without.header());
                field::of_header(key).is_some_and(is_lost)
            }
            (ConflictSubject::Touchpoint { id, .. }, kind) => {
                let (Some(old), Some(new)) = (before.touchpoint(*id), without.touchpoint(*id)) else {
                    return before.find(*id).is_some();
                };
                match kind {
                    ConflictKind::Field { key, .. } => {
                        field::of_touchpoint(key).is_some_and(|field| !field.is_same(old, new))
                    }
                    ConflictKind::Phase { .. } => phase_of(before, *id) != phase_of(without, *id),
                    ConflictKind::DeletedByUs => old != new || phase_of(before, *id) != phase_of(without, *id),
                    ConflictKind::DeletedByThem => false,
                }
            }
            (
                ConflictSubject::Map,
                ConflictKind::Phase { .. } | ConflictKind::DeletedByUs | ConflictKind::DeletedByThem,
            ) => false,
        }
    }
}

fn changed_fields<S>(fields: &[Field<S>], old: &S, new: &S) -> Vec<LostKind> {
    fields.iter().filter(|field| !field.is_same(old, new)).map(|field| LostKind::Field(field.key)).collect()
}

fn lost_values(subject: &ConflictSubject, lost: Vec<LostKind>) -> Vec<LostValue> {
    lost.into_iter().map(|kind| LostValue { subject: subject.clone(), kind }).collect()
}

/// Returns the map before, with the changes that ours and the file now have in common: the user made them too, so that
/// nothing of it is lost.
pub fn with_agreed_changes(before: &JourneyMap, ours: &JourneyMap, now: &JourneyMap) -> JourneyMap {
    let (placed_ours, placed_now) = (ours.by_id(), now.by_id());
    let mut header = Header::clone(before.header());
    copy_agreed(field::HEADER, &mut header, ours.header(), now.header());
    let (mut replaced, mut gone, mut moved) = (Vec::new(), Vec::new(), Vec::new());
    for (place, touchpoint) in before.touchpoints() {
        let id = touchpoint.id;
        let (Some(&(our_place, ours)), Some(&(now_place, now))) = (placed_ours.get(&id), placed_now.get(&id)) else {
            gone.extend((!placed_ours.contains_key(&id) && !placed_now.contains_key(&id)).then_some(id));
            continue;
        };
        if !Arc::ptr_eq(touchpoint, ours) && !Arc::ptr_eq(touchpoint, now) {
            let mut agreed = Touchpoint::clone(touchpoint);
            copy_agreed(field::TOUCHPOINT, &mut agreed, ours, now);
            replaced.extend((agreed != **touchpoint).then_some(agreed));
        }
        if our_place.phase == now_place.phase && our_place.phase != place.phase {
            moved.push(Edit::Move { ids: vec![id], to: now_place });
        }
    }
    let mut agreed = before.clone();
    for edit in [Edit::SetHeader(header), Edit::Replace(replaced), Edit::Delete(gone)].into_iter().chain(moved) {
        // An edit that changes nothing is refused.
        let _ = agreed.apply(edit);
    }
    agreed
}

/// Copies the fields that have the same value in ours and in the file now.
fn copy_agreed<S>(fields: &[Field<S>], before: &mut S, ours: &S, now: &S) {
    fields.iter().filter(|field| field.is_same(ours, now)).for_each(|field| field.copy(before, now));
}

fn phase_of(map: &JourneyMap, id: TouchpointId) -> Option<Phase> {
    map.find(id).map(|place| place.phase)
}

/// True if the touchpoint has the id that a touchpoint without one gets in its place in the file.
fn has_derived_id(place: Place, touchpoint: &Touchpoint) -> bool {
    touchpoint.id == TouchpointId::derived(place.phase, &touchpoint.name, 0, 0)
}

/// Pairs each missing touchpoint with a derived id with an added one that differs only in its name. Returns nothing if one
/// has no such partner: then nobody knows which of them were renamed.
pub fn renamed(before: &JourneyMap, now: &JourneyMap, by: WrittenBy<'_>) -> Vec<Renamed> {
    match by {
        WrittenBy::OlderVersion => return Vec::new(),
        WrittenBy::AnotherProgram(_) => {}
    }
    let placed_now = now.by_id();
    let mut added = maybe_renamed(before, now);
    let is_missing =
        |(place, each): &(Place, &Arc<Touchpoint>)| !placed_now.contains_key(&each.id) && has_derived_id(*place, each);
    let mut renamed = Vec::new();
    for (place, old) in before.touchpoints().filter(is_missing) {
        let Some(at) = added.iter().position(|new| is_renamed((place, old), *new)) else { return Vec::new() };
        let (_, new) = added.remove(at);
        renamed.push(Renamed { id: old.id, old: old.name.clone(), new: new.name.clone() });
    }
    renamed
}

/// Returns the touchpoints with derived ids that were added, and that may be others with new names.
fn maybe_renamed<'a>(before: &JourneyMap, now: &'a JourneyMap) -> Vec<(Place, &'a Touchpoint)> {
    let known: HashSet<TouchpointId> = before.touchpoints().map(|(_, each)| each.id).collect();
    let added = now.touchpoints().filter(|(_, each)| !known.contains(&each.id));
    let derived = added.filter(|(place, each)| has_derived_id(*place, each));
    derived.take(MOST_RENAMED).map(|(place, each)| (place, &**each)).collect()
}

/// True if two touchpoints with derived ids, which their names determine, are one that got a new name.
fn is_renamed((place, old): (Place, &Touchpoint), (new_place, new): (Place, &Touchpoint)) -> bool {
    let other_fields = || field::TOUCHPOINT.iter().filter(|field| field.key != "name");
    place.phase == new_place.phase && other_fields().all(|field| field.is_same(old, new))
}
