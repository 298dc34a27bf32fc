//! The journal as this process has written it: prepared for a saved map, begun by an entry, continued by changes.

use std::io;

use crate::app::model::effect::{JournalChange, JournalEntry};
use crate::map::replacement::compose;
use crate::store::disk::journal::{self, JournalLease, UnfinishedJournal};
use crate::store::journal::{JournalOwner, JournalRecord, print, print_base, print_change, print_replacements};

/// A journal is written anew once it is longer than `GROWTH_FACTOR` times its first length plus `GROWTH_ALLOWANCE` bytes.
const GROWTH_FACTOR: u64 = 2;
const GROWTH_ALLOWANCE: u64 = 1 << 20;

/// A journal on the disk.
#[derive(Clone, Copy)]
pub(super) struct Written {
    /// Its length, in bytes.
    length: u64,
    /// Its length without the appended changes, in bytes.
    first_length: u64,
}

impl Written {
    /// Writes a journal. Returns `None` if it turned out to be unneeded before the disk was touched.
    pub(super) fn anew(
        own: &JournalLease,
        owner: &JournalOwner,
        entry: &JournalEntry,
        is_unneeded: impl Fn() -> bool,
    ) -> io::Result<Option<Written>> {
        let text = print(&record(owner, entry)).map_err(io::Error::other)?;
        if is_unneeded() {
            return Ok(None);
        }
        own.write(&text)?;
        Ok(Some(Written::of_length(text.len())))
    }

    fn of_length(length: usize) -> Written {
        Written { length: length as u64, first_length: length as u64 }
    }

    /// Appends a change.
    pub(super) fn append(self, own: &JournalLease, change: &JournalChange) -> io::Result<Written> {
        let replacements = compose(change.replacements.iter().cloned());
        let text = print_replacements(replacements, &change.header, &change.comments).map_err(io::Error::other)?;
        own.append(&text, self.length)?;
        Ok(Written { length: self.length + text.len() as u64, ..self })
    }

    /// True if the journal has grown so much that it should be written anew.
    pub(super) fn is_long(self) -> bool {
        self.length >= GROWTH_FACTOR * self.first_length + GROWTH_ALLOWANCE
    }
}

/// The journal of a saved map, to which only the first change is missing. Nobody finds it before.
///
/// The first change to a map of 100,000 touchpoints is safe as soon as one to a small map.
pub(super) struct Prepared {
    /// The entry of the saved map.
    saved: JournalEntry,
    unfinished: UnfinishedJournal,
    /// Its length, in bytes.
    length: usize,
}

impl Prepared {
    pub(super) fn new(own: &JournalLease, owner: &JournalOwner, saved: JournalEntry) -> io::Result<Prepared> {
        let text = print_base(&record(owner, &saved)).map_err(io::Error::other)?;
        let unfinished = own.begin(&text)?;
        Ok(Prepared { saved, unfinished, length: text.len() })
    }

    /// True if this entry is of the saved map with changes.
    pub(super) fn is_for(&self, entry: &JournalEntry) -> bool {
        let JournalEntry { comments, base, file, based_on, .. } = &self.saved;
        (comments, base, file, based_on) == (&entry.comments, &entry.base, &entry.file, &entry.based_on)
    }

    /// Writes the first change and puts the journal in its place.
    pub(super) fn finish(self, entry: &JournalEntry) -> io::Result<Written> {
        let change = print_change(&self.saved.map, &entry.map, &entry.comments).map_err(io::Error::other)?;
        self.unfinished.finish(&change)?;
        Ok(Written::of_length(self.length + change.len()))
    }
}

fn record(owner: &JournalOwner, entry: &JournalEntry) -> JournalRecord {
    JournalRecord {
        owner: owner.clone(),
        file: entry.file.as_deref().map(journal::stable_path),
        based_on: entry.based_on,
        base: entry.base.clone(),
        map: entry.map.clone(),
        comments: entry.comments.clone(),
    }
}
