//! A map that is being edited, with unlimited undo and redo.

use std::mem;

use super::change::Change;
use super::merge::Merged;
use super::others_change::{FileChange, OthersChange};
use super::replacement::Replacement;
use super::{Conflict, Edit, EditError, JourneyMap};

/// Identifies a state of a document. A document never uses a revision for two states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Revision(u64);

/// A change in the history.
#[derive(Clone, Debug)]
enum Act {
    User(Change),
    Others(OthersChange),
}

impl Act {
    fn of_user(&self) -> Option<&Change> {
        match self {
            Act::User(change) => Some(change),
            Act::Others(_) => None,
        }
    }

    fn undo(&self, map: &mut JourneyMap) {
        match self {
            Act::User(change) => change.undo(map),
            Act::Others(change) => change.undo(map),
        }
    }

    fn redo(&self, map: &mut JourneyMap) {
        match self {
            Act::User(change) => change.redo(map),
            Act::Others(change) => change.redo(map),
        }
    }

    fn affects_funnel(&self) -> bool {
        match self {
            Act::User(change) => change.affects_funnel(),
            Act::Others(change) => change.affects_funnel(),
        }
    }
}

/// A change in the history, with the revision after it.
#[derive(Clone, Debug)]
struct HistoryEntry {
    revision: Revision,
    /// The last revision whose change affected the funnel; this one or an earlier one.
    funnel_revision: Revision,
    act: Act,
}

/// A change of the user that was undone.
#[derive(Clone, Debug)]
struct UndoneEntry {
    /// The change with those of others that were above it.
    entries: Vec<HistoryEntry>,
    /// Its position in the history; from there on, the history has changes of others only.
    at: usize,
    /// The revision that undo led to.
    revision: Revision,
}

impl UndoneEntry {
    /// Returns the change of the user.
    fn change(&self) -> Option<&Change> {
        self.entries.first().and_then(|entry| entry.act.of_user())
    }
}

/// What undo or redo did with a change of the user.
#[derive(Clone, Debug)]
pub struct HistoryResult {
    pub change: Change,
    /// What was left as it is, because others changed it after the user.
    pub kept: Vec<Conflict>,
    /// False if the map was left as it is.
    pub is_changed: bool,
}

/// What was replaced in a document since that was last asked.
#[derive(Clone, Debug)]
pub(crate) enum Replaced {
    /// These touchpoints, one replacement after another.
    Touchpoints(Vec<Replacement>),
    /// The map as a whole, by one that came from several sides.
    Map,
}

impl Replaced {
    fn extend(&mut self, made: impl Iterator<Item = Replacement>) {
        match self {
            Replaced::Touchpoints(replacements) => replacements.extend(made),
            Replaced::Map => {}
        }
    }
}

impl Default for Replaced {
    fn default() -> Replaced {
        Replaced::Touchpoints(Vec::new())
    }
}

/// A map with the history of its changes.
///
/// Undo and redo concern the changes of the user alone. To undo one that is below changes of others, these are taken
/// out of the map and merged into it again.
#[derive(Clone, Debug)]
pub struct Document {
    map: JourneyMap,
    /// The changes that led to the map, the oldest first.
    done: Vec<HistoryEntry>,
    /// The changes that can be redone, the next one last.
    undone: Vec<UndoneEntry>,
    /// The number of the newest revision, so that none is used twice.
    last_revision: u64,
    /// The revision in the file; none if the file has no revision of this document.
    saved: Option<Revision>,
    replaced: Replaced,
}

impl Document {
    /// Returns a document that begins with this map and has no unsaved changes.
    pub fn new(map: JourneyMap) -> Document {
        let (saved, replaced) = (Some(Revision(0)), Replaced::default());
        Document { map, done: Vec::new(), undone: Vec::new(), last_revision: 0, saved, replaced }
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

    /// Returns what was replaced since this was called last.
    pub(crate) fn take_replaced(&mut self) -> Replaced {
        mem::take(&mut self.replaced)
    }

    /// Applies an edit of the user and discards the changes that could have been redone.
    pub fn commit(&mut self, edit: Edit) -> Result<&Change, EditError> {
        let change = self.map.apply(edit)?;
        self.replaced.extend(change.replacements());
        self.undone.clear();
        self.push(Act::User(change));
        self.next_undo().ok_or(EditError::NoChange)
    }

    /// Takes in what others changed in the file since `base`; `merged` is the map with their changes. Undo does not
    /// reach them.
    pub fn take_in(&mut self, base: &JourneyMap, theirs: &JourneyMap, merged: Merged) {
        if base == theirs && merged.map == self.map {
            return;
        }
        let (mut base, mut ours) = (base.clone(), self.map.clone());
        let mut merged = merged;
        let map = merged.map.clone();
        // Changes of others in a row are kept as one, unless a change of the user can be redone between them.
        let can_redo_between = self.undone.first().is_some_and(|undone| undone.at == self.done.len());
        if let Some(Act::Others(last)) = self.done.last().map(|entry| &entry.act)
            && !can_redo_between
        {
            let earlier = last.file_change(&self.map);
            if earlier.theirs == base {
                last.undo(&mut ours);
                self.done.pop();
                base = earlier.base;
                merged.conflicts.extend(earlier.conflicts);
            }
        }
        self.push(Act::Others(OthersChange::new(&ours, &base, theirs, merged)));
        self.map = map;
        self.replaced = Replaced::Map;
    }

    /// Undoes the last change of the user and returns it, if there is one.
    pub fn undo(&mut self) -> Option<HistoryResult> {
        let at = self.done.iter().rposition(|entry| entry.act.of_user().is_some())?;
        let change = self.done[at].act.of_user()?.clone();
        let before = self.map.clone();
        let entries = self.done[at..].to_vec();
        let others = self.take_out_others(at + 1);
        self.done.truncate(at);
        change.undo(&mut self.map);
        if others.is_empty() {
            self.replaced.extend(change.replacements_of_undo());
        } else {
            self.replaced = Replaced::Map;
        }
        let kept = self.put_back(others);
        self.undone.iter_mut().for_each(|undone| undone.at -= 1);
        self.undone.push(UndoneEntry { entries, at, revision: self.revision() });
        Some(HistoryResult { change, kept, is_changed: self.map != before })
    }

    /// Makes the last undone change again and returns it, if there is one.
    pub fn redo(&mut self) -> Option<HistoryResult> {
        let UndoneEntry { mut entries, at, revision } = self.undone.pop()?;
        let change = entries.first()?.act.of_user()?.clone();
        let before = self.map.clone();
        let is_as_undo_left_it = self.revision() == revision;
        let others = self.take_out_others(at);
        if !is_as_undo_left_it {
            entries.truncate(1);
        }
        if others.is_empty() && entries.len() == 1 {
            self.replaced.extend(change.replacements());
        } else {
            self.replaced = Replaced::Map;
        }
        for entry in entries {
            entry.act.redo(&mut self.map);
            self.done.push(entry);
        }
        let kept = if is_as_undo_left_it { Vec::new() } else { self.put_back(others) };
        self.undone.iter_mut().for_each(|undone| undone.at += 1);
        Some(HistoryResult { change, kept, is_changed: self.map != before })
    }

    /// Returns the change that `undo` would reverse.
    pub fn next_undo(&self) -> Option<&Change> {
        self.done.iter().rev().find_map(|entry| entry.act.of_user())
    }

    /// Returns the revision made by the change that `undo` would reverse.
    pub(crate) fn undo_revision(&self) -> Option<Revision> {
        self.done.iter().rev().find(|entry| entry.act.of_user().is_some()).map(|entry| entry.revision)
    }

    /// Returns the change that `redo` would make again.
    pub fn next_redo(&self) -> Option<&Change> {
        self.undone.last().and_then(UndoneEntry::change)
    }

    /// Returns how many changes can be redone.
    pub(crate) fn redo_count(&self) -> usize {
        self.undone.len()
    }

    /// Takes the changes from a position on, all of others, out of the map and of the history; the newest is first.
    fn take_out_others(&mut self, from: usize) -> Vec<FileChange> {
        let mut taken_out = Vec::new();
        for entry in self.done.drain(from..).rev() {
            if let Act::Others(change) = &entry.act {
                taken_out.push(change.file_change(&self.map));
            }
            entry.act.undo(&mut self.map);
        }
        taken_out
    }

    /// Merges changes of others into the map again, the last of them first; returns what was left as it is.
    fn put_back(&mut self, others: Vec<FileChange>) -> Vec<Conflict> {
        let mut kept = Vec::new();
        for file_change in others.into_iter().rev() {
            let (change, new) = file_change.merge_into(&mut self.map);
            self.push(Act::Others(change));
            kept.extend(new);
        }
        kept
    }

    fn push(&mut self, act: Act) {
        self.last_revision += 1;
        let revision = Revision(self.last_revision);
        let funnel_revision = if act.affects_funnel() { revision } else { self.funnel_revision() };
        self.done.push(HistoryEntry { revision, funnel_revision, act });
    }
}
