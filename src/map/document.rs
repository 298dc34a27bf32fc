//! A map that is being edited, with unlimited undo and redo.

use super::change::Change;
use super::{Edit, EditError, JourneyMap};

/// Identifies a state of a document. A document never uses a revision for two states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Revision(u64);

/// A change in the history, with the revision after it.
#[derive(Clone, Debug)]
struct HistoryEntry {
    revision: Revision,
    /// The last revision whose change affected the funnel; this one or an earlier one.
    funnel_revision: Revision,
    change: Change,
}

/// A map with the history of its changes.
#[derive(Clone, Debug)]
pub struct Document {
    map: JourneyMap,
    /// The changes that can be undone, the oldest first.
    done: Vec<HistoryEntry>,
    /// The changes that can be redone, the next one last.
    undone: Vec<HistoryEntry>,
    /// The number of the newest revision, so that none is used twice.
    last_revision: u64,
    /// The revision in the file; none if the file has no revision of this document.
    saved: Option<Revision>,
}

impl Document {
    /// Returns a document that begins with this map and has no unsaved changes.
    pub fn new(map: JourneyMap) -> Document {
        Document { map, done: Vec::new(), undone: Vec::new(), last_revision: 0, saved: Some(Revision(0)) }
    }

    /// Returns the map as it is now.
    pub fn map(&self) -> &JourneyMap {
        &self.map
    }

    /// Returns the revision of the map as it is now.
    pub fn revision(&self) -> Revision {
        self.done.last().map_or(Revision(0), |entry| entry.revision)
    }

    /// Returns the last revision that affected the funnel; while it stays the same, so does the funnel.
    pub(crate) fn funnel_revision(&self) -> Revision {
        self.done.last().map_or(Revision(0), |entry| entry.funnel_revision)
    }

    /// True if the map has unsaved changes.
    pub fn is_dirty(&self) -> bool {
        self.saved != Some(self.revision())
    }

    /// Records which revision was saved.
    pub(crate) fn mark_saved(&mut self, revision: Revision) {
        self.saved = Some(revision);
    }

    /// Records that the file no longer contains the saved revision, so that the document has unsaved changes.
    pub(crate) fn mark_unsaved(&mut self) {
        self.saved = None;
    }

    /// Applies an edit and discards the changes that could have been redone.
    pub fn commit(&mut self, edit: Edit) -> Result<&Change, EditError> {
        let change = self.map.apply(edit)?;
        self.last_revision += 1;
        self.undone.clear();
        let revision = Revision(self.last_revision);
        let funnel_revision = if change.affects_funnel() { revision } else { self.funnel_revision() };
        self.done.push(HistoryEntry { revision, funnel_revision, change });
        self.next_undo().ok_or(EditError::NoChange)
    }

    /// Undoes the last change and returns it, if there is one.
    pub fn undo(&mut self) -> Option<&Change> {
        let entry = self.done.pop()?;
        entry.change.undo(&mut self.map);
        self.undone.push(entry);
        self.next_redo()
    }

    /// Makes the last undone change again and returns it, if there is one.
    pub fn redo(&mut self) -> Option<&Change> {
        let entry = self.undone.pop()?;
        entry.change.redo(&mut self.map);
        self.done.push(entry);
        self.next_undo()
    }

    /// Returns the change that `undo` would reverse.
    pub fn next_undo(&self) -> Option<&Change> {
        self.done.last().map(|entry| &entry.change)
    }

    /// Returns the change that `redo` would make again.
    pub fn next_redo(&self) -> Option<&Change> {
        self.undone.last().map(|entry| &entry.change)
    }

    /// Returns how many changes can be redone.
    pub(crate) fn redo_count(&self) -> usize {
        self.undone.len()
    }
}
