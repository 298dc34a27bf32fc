//! Conflicts of a merge, and the edits that resolve them for either side.

use super::field::{self, Value};
use super::{Edit, Header, JourneyMap, Name, Notes, Place, Touchpoint, TouchpointId};

/// A difference that a merge cannot decide; the merged map contains our side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    pub subject: ConflictSubject,
    pub kind: ConflictKind,
}

/// The thing that a conflict concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConflictSubject {
    /// The header of the map.
    Map,
    /// A touchpoint, with its name in the merged map.
    Touchpoint { id: TouchpointId, name: Name },
}

impl ConflictSubject {
    /// The subject of a conflict about a touchpoint.
    pub(crate) fn of(touchpoint: &Touchpoint) -> ConflictSubject {
        ConflictSubject::Touchpoint { id: touchpoint.id, name: touchpoint.name.clone() }
    }
}

/// What the two sides did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConflictKind {
    /// Both changed a field, named by its key, to different values.
    Field { key: &'static str, ours: Value, theirs: Value },
    /// Both moved the touchpoint, to different phases; each place is in that side's map.
    Phase { ours: Place, theirs: Place },
    /// We deleted the touchpoint and they changed it; their version was kept.
    DeletedByUs,
    /// They deleted the touchpoint and we changed it; our version was kept.
    DeletedByThem,
}

/// Whose value of a conflict goes into the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConflictSide {
    Ours,
    Theirs,
}

impl Conflict {
    /// Returns the edit that takes our side of the conflict in a merged map; none if the map has it already.
    pub fn resolve_ours(&self, map: &JourneyMap) -> Option<Edit> {
        match &self.kind {
            ConflictKind::Field { key, ours, .. } => self.set_value(map, key, ours),
            ConflictKind::Phase { ours, .. } => self.move_to(map, *ours),
            ConflictKind::DeletedByUs => self.delete(map),
            ConflictKind::DeletedByThem => None,
        }
    }

    /// Returns the edit that takes their side of the conflict in a merged map; none if the map has it already.
    pub fn resolve_theirs(&self, map: &JourneyMap) -> Option<Edit> {
        match &self.kind {
            ConflictKind::Field { key, theirs, .. } => self.set_value(map, key, theirs),
            ConflictKind::Phase { theirs, .. } => self.move_to(map, *theirs),
            ConflictKind::DeletedByUs => None,
            ConflictKind::DeletedByThem => self.delete(map),
        }
    }

    /// Returns the edit that takes a side of the conflict in a merged map; none if the map has it already.
    pub(crate) fn resolve(&self, side: ConflictSide, map: &JourneyMap) -> Option<Edit> {
        match side {
            ConflictSide::Ours => self.resolve_ours(map),
            ConflictSide::Theirs => self.resolve_theirs(map),
        }
    }

    /// Takes a side of the conflict in a merged map.
    pub(crate) fn take(&self, side: ConflictSide, map: &mut JourneyMap) {
        if let Some(edit) = self.resolve(side, map) {
            // A refused edit leaves the map as it is, which has that side already.
            let _ = map.apply(edit);
        }
    }

    /// Returns the conflict as the other side sees it.
    pub(crate) fn seen_from_other_side(self) -> Conflict {
        let kind = match self.kind {
            ConflictKind::Field { key, ours, theirs } => ConflictKind::Field { key, ours: theirs, theirs: ours },
            ConflictKind::Phase { ours, theirs } => ConflictKind::Phase { ours: theirs, theirs: ours },
            ConflictKind::DeletedByUs => ConflictKind::DeletedByThem,
            ConflictKind::DeletedByThem => ConflictKind::DeletedByUs,
        };
        Conflict { kind, ..self }
    }

    /// True if both conflicts concern the same field, the phase or the deletion of the same subject.
    pub(crate) fn is_same_apart_from_values(&self, other: &Conflict) -> bool {
        let key = |conflict: &Conflict| match conflict.kind {
            ConflictKind::Field { key, .. } => Some(key),
            ConflictKind::Phase { .. } | ConflictKind::DeletedByUs | ConflictKind::DeletedByThem => None,
        };
        let has_same_kind = std::mem::discriminant(&self.kind) == std::mem::discriminant(&other.kind);
        self.id() == other.id() && has_same_kind && key(self) == key(other)
    }

    /// Returns the conflict with the current values of both maps; none if they agree now.
    pub(crate) fn refresh(&self, ours: &JourneyMap, theirs: &JourneyMap) -> Option<Conflict> {
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

    /// True if the conflict concerns this touchpoint.
    pub(crate) fn is_about(&self, id: TouchpointId) -> bool {
        self.id() == Some(id)
    }

    fn id(&self) -> Option<TouchpointId> {
        match self.subject {
            ConflictSubject::Map => None,
            ConflictSubject::Touchpoint { id, .. } => Some(id),
        }
    }

    fn set_value(&self, map: &JourneyMap, key: &str, value: &Value) -> Option<Edit> {
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

    fn move_to(&self, map: &JourneyMap, to: Place) -> Option<Edit> {
        let id = self.id()?;
        (map.find(id)?.phase != to.phase).then(|| Edit::Move { ids: vec![id], to })
    }

    fn delete(&self, map: &JourneyMap) -> Option<Edit> {
        let id = self.id()?;
        map.find(id).map(|_| Edit::Delete(vec![id]))
    }
}

/// The beginnings of the lines that a merge writes into notes, in every language; and those of git's own markers.
const NOTE_BEGINNINGS: [&str; 4] = ["Merge conflict, ", "Conflicto al fusionar, ", "<<<<<<< ", ">>>>>>> "];

/// The beginnings of the lines above which the notes of the other side follow, in every language.
pub(crate) const NOTES_OF_OTHERS: [&str; 2] = ["Merge conflict, notes ", "Conflicto al fusionar, notas "];

/// Returns true if a line of notes was left by a merge.
pub(crate) fn is_conflict_note(line: &str) -> bool {
    NOTE_BEGINNINGS.iter().any(|beginning| line.starts_with(beginning))
}

/// Returns true if notes hold a line that a merge left.
pub(crate) fn has_conflict_note(notes: Option<&Notes>) -> bool {
    notes.is_some_and(|notes| notes.lines().any(is_conflict_note))
}
