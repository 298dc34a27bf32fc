//! A map being edited: its changes can be undone and made again without limit.

use super::edit::{Change, Deed};
use super::{Edit, JourneyMap, Refused};

/// One state that a document has been in; never given twice by a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Revision(u64);

/// A change that was made, and the state that it led to.
#[derive(Clone, Debug)]
struct Done {
    revision: Revision,
    /// The last state up to this one in which the funnel changed.
    numbers: Revision,
    change: Change,
}

/// A map with its past and, after undoing, its future.
#[derive(Clone, Debug)]
pub struct Document {
    map: JourneyMap,
    past: Vec<Done>,
    future: Vec<Done>,
    /// Revisions given so far, so that none is given again.
    given: u64,
    /// The state that is in the file, if any is.
    saved: Option<Revision>,
}

impl Document {
    /// A document that opens with this map, in which nothing is unsaved.
    pub fn new(map: JourneyMap) -> Document {
        Document { map, past: Vec::new(), future: Vec::new(), given: 0, saved: Some(Revision(0)) }
    }

    /// The map as it is now.
    pub fn map(&self) -> &JourneyMap {
        &self.map
    }

    /// The state that the map is in.
    pub fn revision(&self) -> Revision {
        self.past.last().map_or(Revision(0), |done| done.revision)
    }

    /// The state in which the funnel became what it is now; equal ones have equal funnels.
    pub fn numbers(&self) -> Revision {
        self.past.last().map_or(Revision(0), |done| done.numbers)
    }

    /// Whether the map differs from what was saved last.
    pub fn is_dirty(&self) -> bool {
        self.saved != Some(self.revision())
    }

    /// Takes note that this revision reached the disk.
    pub fn mark_saved(&mut self, revision: Revision) {
        self.saved = Some(revision);
    }

    /// Takes note that what was saved is no longer on the disk.
    pub fn mark_lost(&mut self) {
        self.saved = None;
    }

    /// Makes a change; what was undone before can then no longer be redone.
    pub fn commit(&mut self, edit: Edit) -> Result<&Change, Refused> {
        let change = self.map.apply(edit)?;
        self.given += 1;
        self.future.clear();
        let revision = Revision(self.given);
        let numbers = if change.renumbers() { revision } else { self.numbers() };
        self.past.push(Done { revision, numbers, change });
        self.past.last().map(|done| &done.change).ok_or(Refused::Nothing)
    }

    /// Reverses the last change and gives it, unless the map is as it was opened.
    pub fn undo(&mut self) -> Option<&Change> {
        let done = self.past.pop()?;
        self.map.reverse(&done.change);
        self.future.push(done);
        self.future.last().map(|done| &done.change)
    }

    /// Makes the last undone change again and gives it, unless there is none.
    pub fn redo(&mut self) -> Option<&Change> {
        let done = self.future.pop()?;
        self.map.repeat(&done.change);
        self.past.push(done);
        self.past.last().map(|done| &done.change)
    }

    /// The change that undoing would reverse, or redoing make again.
    pub fn next_travel(&self, back: bool) -> Option<&Change> {
        let done = if back { self.past.last() } else { self.future.last() };
        done.map(|done| &done.change)
    }

    /// What undoing would reverse.
    pub fn can_undo(&self) -> Option<Deed> {
        self.past.last().map(|done| done.change.deed)
    }

    /// How many changes were undone and can be redone.
    pub fn undone(&self) -> usize {
        self.future.len()
    }

    /// What redoing would do.
    pub fn can_redo(&self) -> Option<Deed> {
        self.future.last().map(|done| done.change.deed)
    }
}
