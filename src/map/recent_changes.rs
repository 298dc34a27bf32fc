//! What the user changed and saved lately, to find out which of it others replaced.
//!
//! It also serves the other way round: for what others changed, to find out which of it the user replaced.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use super::conflict::{ConflictKind, ConflictSubject};
use super::field::{self, Field, Type, Value};
use super::{Conflict, JourneyMap, Phase, Place, Touchpoint, TouchpointId};

/// How long a change is remembered.
const REMEMBERED: Duration = Duration::from_secs(60);
/// A change of others that follows one of the user within this time counts as made at the same moment: they had not seen
/// it yet.
pub(crate) const SAME_MOMENT: Duration = Duration::from_secs(2);

/// The latest saved changes of the user, or of others.
#[derive(Clone, Debug, Default)]
pub(crate) struct RecentChanges(HashMap<(Option<TouchpointId>, Changed), RecentChange>);

/// What of a touchpoint or of the header was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Changed {
    Field(&'static str),
    Phase,
    Existence,
}

/// A change of the user, with its time.
#[derive(Clone, Debug)]
struct RecentChange {
    at: Duration,
    to: ChangedTo,
}

#[derive(Clone, Debug)]
enum ChangedTo {
    Value(Value),
    Phase(Phase),
    Deleted,
}

/// The changes of the user that others replaced, as conflicts in which their side counts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Replaced {
    /// Both changed the same at the same moment.
    pub same_moment: Vec<Conflict>,
    /// Others had time to see the change before they replaced it, or one side deleted the touchpoint.
    pub later: Vec<Conflict>,
}

impl RecentChanges {
    /// Remembers what the user changed from one map to the next, and forgets old changes.
    pub fn record(&mut self, before: &JourneyMap, after: &JourneyMap, at: Duration) {
        self.0.retain(|_, change| change.at + REMEMBERED >= at);
        self.record_fields(field::HEADER, None, (&**before.header(), &**after.header()), at);
        let placed = after.by_id();
        for (place, touchpoint) in before.touchpoints() {
            let id = touchpoint.id;
            let Some(&(now_place, now)) = placed.get(&id) else {
                self.0.retain(|(other, _), _| *other != Some(id));
                self.insert(Some(id), Changed::Existence, ChangedTo::Deleted, at);
                continue;
            };
            if !Arc::ptr_eq(touchpoint, now) {
                self.record_fields(field::TOUCHPOINT, Some(id), (&**touchpoint, &**now), at);
            }
            if place.phase != now_place.phase {
                self.insert(Some(id), Changed::Phase, ChangedTo::Phase(now_place.phase), at);
            }
        }
    }

    fn record_fields<S>(&mut self, fields: &[Field<S>], id: Option<TouchpointId>, maps: (&S, &S), at: Duration) {
        let (before, after) = maps;
        // The moves of other touchpoints change this field too.
        let fields = fields.iter().filter(|field| field.key != "with_previous");
        for field in fields.filter(|field| !field.is_same(before, after)) {
            // A merge keeps what both sides did to votes and lists.
            if !matches!(field.kind, Type::Votes | Type::Lines | Type::Rules) {
                self.insert(id, Changed::Field(field.key), ChangedTo::Value(field.get(after)), at);
            }
        }
    }

    fn insert(&mut self, id: Option<TouchpointId>, changed: Changed, to: ChangedTo, at: Duration) {
        self.0.insert((id, changed), RecentChange { at, to });
    }

    /// Returns the changes that are still in our map and that others replaced in theirs at the given time.
    pub fn replaced(&self, ours: &JourneyMap, theirs: &JourneyMap, at: Duration) -> Replaced {
        let mut replaced = Replaced::default();
        if self.0.is_empty() {
            return replaced;
        }
        let placed = theirs.by_id();
        let recent = self.0.iter().filter(|(_, change)| change.at + REMEMBERED >= at);
        let found = recent.filter_map(|((id, changed), change)| {
            let conflict = match id {
                None => change.of_header(*changed, ours, theirs)?,
                Some(id) => match placed.get(id) {
                    Some((place, theirs)) => change.of_touchpoint(*changed, ours, (*place, theirs))?,
                    None => change.of_deleted(ours, *id)?,
                },
            };
            Some((*id, *changed, change.at, conflict))
        });
        let mut found: Vec<_> = found.collect();
        found.sort_by_key(|(id, changed, time, _)| (*time, *id, *changed));
        for (_, _, changed_at, conflict) in found {
            let is_same_moment = match conflict.kind {
                ConflictKind::Field { .. } | ConflictKind::Phase { .. } => at <= changed_at + SAME_MOMENT,
                ConflictKind::DeletedByUs | ConflictKind::DeletedByThem => false,
            };
            let list = if is_same_moment { &mut replaced.same_moment } else { &mut replaced.later };
            // Several fields of a deleted touchpoint are one conflict.
            if !list.contains(&conflict) {
                list.push(conflict);
            }
        }
        replaced
    }
}

impl RecentChange {
    fn of_header(&self, changed: Changed, ours: &JourneyMap, theirs: &JourneyMap) -> Option<Conflict> {
        let (Changed::Field(key), ChangedTo::Value(value)) = (changed, &self.to) else { return None };
        let field = field::of_header(key)?;
        let kind = field_kind(field, value, ours.header(), theirs.header())?;
        Some(Conflict { subject: ConflictSubject::Map, kind })
    }

    fn of_touchpoint(
        &self,
        changed: Changed,
        ours: &JourneyMap,
        (their_place, theirs): (Place, &Touchpoint),
    ) -> Option<Conflict> {
        let kind = match (changed, &self.to) {
            (Changed::Field(key), ChangedTo::Value(value)) => {
                let field = field::of_touchpoint(key)?;
                // Finding the touchpoint in a large map takes longer.
                if field.get(theirs) == *value {
                    return None;
                }
                field_kind(field, value, ours.touchpoint(theirs.id)?, theirs)?
            }
            (Changed::Phase, ChangedTo::Phase(phase)) if their_place.phase != *phase => {
                let ours = ours.find(theirs.id).filter(|ours| ours.phase == *phase)?;
                ConflictKind::Phase { ours, theirs: their_place }
            }
            (Changed::Existence, ChangedTo::Deleted) if ours.find(theirs.id).is_none() => ConflictKind::DeletedByUs,
            (
                Changed::Field(_) | Changed::Phase | Changed::Existence,
                ChangedTo::Value(_) | ChangedTo::Phase(_) | ChangedTo::Deleted,
            ) => return None,
        };
        Some(Conflict { subject: ConflictSubject::of(theirs), kind })
    }

    /// Returns the conflict about a touchpoint that others deleted after the user changed it.
    fn of_deleted(&self, ours: &JourneyMap, id: TouchpointId) -> Option<Conflict> {
        let kind = match self.to {
            ChangedTo::Value(_) | ChangedTo::Phase(_) => ConflictKind::DeletedByThem,
            // The user deleted it, and an undo may have put it back since.
            ChangedTo::Deleted => return None,
        };
        Some(Conflict { subject: ConflictSubject::of(ours.touchpoint(id)?), kind })
    }
}

/// Returns the conflict of a field that still has the value of the user in our map and another one in theirs.
fn field_kind<S>(field: &Field<S>, value: &Value, ours: &S, theirs: &S) -> Option<ConflictKind> {
    let (ours, theirs) = (field.get(ours), field.get(theirs));
    (ours == *value && theirs != ours).then_some(ConflictKind::Field { key: field.key, ours, theirs })
}
