//! What two sides of a merge want differently, and the change that gives either of them right.

use super::field::{self, Value};
use super::{Edit, Header, JourneyMap, Name, Place, Touchpoint, TouchpointId};

/// One thing that both sides of a merge changed, each in its own way; in the merged map, ours is in place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    pub subject: ConflictSubject,
    pub kind: ConflictKind,
}

/// What a conflict is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConflictSubject {
    /// The map itself.
    Map,
    /// A touchpoint, with its name in the merged map.
    Touchpoint { id: TouchpointId, name: Name },
}

/// What the sides do not agree on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConflictKind {
    /// The value of the field with that name in the file.
    Field { key: &'static str, ours: Value, theirs: Value },
    /// The phase to which a touchpoint was moved; places are those in each side's map.
    Phase { ours: Place, theirs: Place },
    /// We deleted what they changed; theirs was kept.
    DeletedByUs,
    /// They deleted what we changed; ours was kept.
    DeletedByThem,
}

impl Conflict {
    /// The change that gives us right in a merged map, if there is anything to change.
    pub fn ours(&self, map: &JourneyMap) -> Option<Edit> {
        match &self.kind {
            ConflictKind::Field { key, ours, .. } => self.with_value(map, key, ours),
            ConflictKind::Phase { ours, .. } => self.moved(map, *ours),
            ConflictKind::DeletedByUs => self.deleted(map),
            ConflictKind::DeletedByThem => None,
        }
    }

    /// The change that gives them right in a merged map, if there is anything to change.
    pub fn theirs(&self, map: &JourneyMap) -> Option<Edit> {
        match &self.kind {
            ConflictKind::Field { key, theirs, .. } => self.with_value(map, key, theirs),
            ConflictKind::Phase { theirs, .. } => self.moved(map, *theirs),
            ConflictKind::DeletedByUs => None,
            ConflictKind::DeletedByThem => self.deleted(map),
        }
    }

    /// Whether both are about the same.
    pub fn is_about_same(&self, other: &Conflict) -> bool {
        let key = |conflict: &Conflict| match conflict.kind {
            ConflictKind::Field { key, .. } => Some(key),
            ConflictKind::Phase { .. } | ConflictKind::DeletedByUs | ConflictKind::DeletedByThem => None,
        };
        let same_sort = std::mem::discriminant(&self.kind) == std::mem::discriminant(&other.kind);
        self.id() == other.id() && same_sort && key(self) == key(other)
    }

    /// The conflict as it is between two maps that may have changed since; none when it is over.
    pub fn still(&self, ours: &JourneyMap, theirs: &JourneyMap) -> Option<Conflict> {
        let has = |map: &JourneyMap| self.id().is_some_and(|id| map.find(id).is_some());
        let kind = match &self.kind {
            ConflictKind::Field { key, .. } => {
                let (ours, theirs) = (self.value(ours, key)?, self.value(theirs, key)?);
                (ours != theirs).then_some(ConflictKind::Field { key, ours, theirs })
            }
            ConflictKind::Phase { .. } => {
                let id = self.id()?;
                let (ours, theirs) = (ours.find(id)?, theirs.find(id)?);
                (ours.phase != theirs.phase).then_some(ConflictKind::Phase { ours, theirs })
            }
            ConflictKind::DeletedByUs => (has(ours) && has(theirs)).then_some(ConflictKind::DeletedByUs),
            ConflictKind::DeletedByThem => (has(ours) && !has(theirs)).then_some(ConflictKind::DeletedByThem),
        };
        kind.map(|kind| Conflict { subject: self.subject.clone(), kind })
    }

    fn value(&self, map: &JourneyMap, key: &str) -> Option<Value> {
        match self.id() {
            None => Some(field::of_header(key)?.get(map.header())),
            Some(id) => Some(field::of_touchpoint(key)?.get(map.touchpoint(id)?)),
        }
    }

    fn id(&self) -> Option<TouchpointId> {
        match self.subject {
            ConflictSubject::Map => None,
            ConflictSubject::Touchpoint { id, .. } => Some(id),
        }
    }

    fn with_value(&self, map: &JourneyMap, key: &str, value: &Value) -> Option<Edit> {
        match self.id() {
            None => {
                let mut header = Header::clone(map.header());
                field::of_header(key)?.set(&mut header, value.clone());
                (header != **map.header()).then_some(Edit::SetHeader(header))
            }
            Some(id) => {
                let now = map.touchpoint(id)?;
                let mut touchpoint = Touchpoint::clone(now);
                field::of_touchpoint(key)?.set(&mut touchpoint, value.clone());
                (touchpoint != **now).then(|| Edit::Replace(vec![touchpoint]))
            }
        }
    }

    fn moved(&self, map: &JourneyMap, to: Place) -> Option<Edit> {
        let id = self.id()?;
        (map.find(id)?.phase != to.phase).then(|| Edit::Move { ids: vec![id], to })
    }

    fn deleted(&self, map: &JourneyMap) -> Option<Edit> {
        let id = self.id()?;
        map.find(id).map(|_| Edit::Delete(vec![id]))
    }
}
