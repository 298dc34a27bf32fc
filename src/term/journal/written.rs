//! The journal as this process writes it: prepared for a saved map, begun by an entry, continued by changes.

use std::io;
use std::path::Path;

use crate::app::model::effect::{JournalChange, JournalEntry};
use crate::map::replacement::compose;
use crate::store::disk::journal::{self, JournalLease, UnfinishedJournal};
use crate::store::journal::{
    JournalOwner, JournalRecord, print, print_base, print_change, print_on_file, print_replacements,
};

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
    /// True if the map before the changes is only in the file.
    pub(super) needs_file: bool,
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

    /// Writes a journal of a large map, for which the map before the changes is taken from the file, if that is possible.
    /// It is soon replaced by one that does not need the file.
    pub(super) fn on_file(
        own: &JournalLease,
        owner: &JournalOwner,
        entry: &JournalEntry,
    ) -> io::Result<Option<Written>> {
        let has_file = entry.file.is_some() && entry.based_on.is_some();
        let Some(base) = entry.base.as_ref().filter(|_| has_file && entry.is_large() && entry.comments.is_empty())
        else {
            return Ok(None);
        };
        let text = print_on_file(&record(owner, entry), base).map_err(io::Error::other)?;
        own.write(&text)?;
        Ok(Some(Written { needs_file: true, ..Written::of_length(text.len()) }))
    }

    fn of_length(length: usize) -> Written {
        Written { length: length as u64, first_length: length as u64, needs_file: false }
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
    /// Prepares the journal that is to stand at a path.
    pub(super) fn new(path: &Path, owner: &JournalOwner, saved: JournalEntry) -> io::Result<Prepared> {
        let text = print_base(&record(owner, &saved)).map_err(io::Error::other)?;
        let unfinished = UnfinishedJournal::begin(path, &text)?;
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
