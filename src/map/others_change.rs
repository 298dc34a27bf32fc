//! A change of others that came into a map, kept so that changes of the user below it can be undone and redone.

use super::change::Change;
use super::conflict::ConflictSide;
use super::merge::{Merged, merge};
use super::{Conflict, Edit, JourneyMap};

/// A change that others made to the file, merged into the map.
///
/// The maps are kept as differences to the map with the change, so that many changes take little memory.
#[derive(Clone, Debug)]
pub(super) struct OthersChange {
    /// From the map without the change to the map with it; none if they are equal.
    change: Option<Change>,
    /// From the file before the change to the file after it.
    in_file: Option<Change>,
    /// From the file after the change to the map with it.
    from_file: Option<Change>,
    /// The conflicts in which the side of the user was kept.
    conflicts: Vec<Conflict>,
}

/// What others changed in the file, to be merged into a map.
pub(super) struct FileChange {
    pub base: JourneyMap,
    pub theirs: JourneyMap,
    pub conflicts: Vec<Conflict>,
}

impl OthersChange {
    /// Returns the change by which `merged` came from `ours`, when the file changed from `base` to `theirs`.
    pub fn new(ours: &JourneyMap, base: &JourneyMap, theirs: &JourneyMap, merged: Merged) -> OthersChange {
        OthersChange {
            change: difference(ours, &merged.map),
            in_file: difference(base, theirs),
            from_file: difference(theirs, &merged.map),
            conflicts: merged.conflicts,
        }
    }

    /// True if the change can alter the funnel.
    pub fn affects_funnel(&self) -> bool {
        self.change.as_ref().is_some_and(Change::affects_funnel)
    }

    /// Returns the change to be merged into another map. `map` must be as the change left it.
    pub fn file_change(&self, map: &JourneyMap) -> FileChange {
        let mut theirs = map.clone();
        undo(self.from_file.as_ref(), &mut theirs);
        let mut base = theirs.clone();
        undo(self.in_file.as_ref(), &mut base);
        FileChange { base, theirs, conflicts: self.conflicts.clone() }
    }

    /// Undoes the change on `map`, which must be as the change left it.
    pub fn undo(&self, map: &mut JourneyMap) {
        undo(self.change.as_ref(), map);
    }

    /// Makes the change again on `map`, which must be as it was before the change.
    pub fn redo(&self, map: &mut JourneyMap) {
        if let Some(change) = &self.change {
            change.redo(map);
        }
    }
}

impl FileChange {
    /// Merges the change into a map. The side of the user is taken in the conflicts in which it was kept before, and
    /// that of the others in new conflicts, which are returned.
    pub fn merge_into(self, map: &mut JourneyMap) -> (OthersChange, Vec<Conflict>) {
        let FileChange { base, theirs, conflicts: known } = self;
        let Merged { map: mut merged, conflicts } = merge(&base, map, &theirs);
        let is_new = |conflict: &Conflict| !known.iter().any(|known| known.is_same_apart_from_values(conflict));
        let new: Vec<Conflict> = conflicts.into_iter().filter(is_new).collect();
        for conflict in &new {
            conflict.take(ConflictSide::Theirs, &mut merged);
        }
        let change = OthersChange::new(map, &base, &theirs, Merged { map: merged.clone(), conflicts: known });
        *map = merged;
        (change, new)
    }
}

fn difference(from: &JourneyMap, to: &JourneyMap) -> Option<Change> {
    from.clone().apply(Edit::ReplaceMap(to.clone())).ok()
}

fn undo(change: Option<&Change>, map: &mut JourneyMap) {
    if let Some(change) = change {
        change.undo(map);
    }
}
