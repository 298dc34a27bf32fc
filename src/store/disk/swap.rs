//! Swaps a new file for an existing one, and compares what came out before it is removed.

use std::fs::{File, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use super::errors::OpenError;
use super::new_file::{Access, create_temporary};
use super::paths::folder_of;
use super::replacement::copy_attributes;
use super::save_calls::SaveCalls;
use super::save_history::SaveHistory;
use super::swapped_out::free_name;
use crate::store::fingerprint::Fingerprint;

/// A file that is to be replaced by a new one.
pub(super) struct Swap<'a> {
    pub path: &'a Path,
    pub metadata: &'a Metadata,
    /// The content that the caller has seen.
    pub seen: Fingerprint,
    pub calls: &'a dyn SaveCalls,
}

/// The result of a swap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Swapped {
    Done,
    /// The new file is in place, but the old one could not be compared: this file system has neither swaps nor hard links.
    Unchecked,
    /// Another program has changed the file, and its content is in place again.
    Changed,
    /// No new file can take the place of this one.
    Impossible,
}

impl Swap<'_> {
    /// Writes a new file and swaps it in once the disk has it. `is_expected` is called with what came out, or with `None`
    /// if that cannot be read. If it returns false, both files are swapped again.
    ///
    /// What came out may be the only copy of what somebody else saved. It is removed only if it was expected, and stays
    /// under a name that the next save looks for in every other case.
    pub(super) fn run(&self, bytes: &[u8], is_expected: impl Fn(Option<&[u8]>) -> bool) -> io::Result<Swapped> {
        let folder = folder_of(self.path);
        let mut new = Temporary::create(folder)?;
        if !copy_attributes(self.path, self.metadata, &new.file) {
            return Ok(Swapped::Impossible);
        }
        let written = Fingerprint::of(bytes);
        self.calls.write(&mut new.file, bytes)?;
        SaveHistory::of_file(self.path, self.seen).after(self.seen, written).store(&new.file);
        self.calls.sync(&new.file)?;
        // Whoever opens the new file waits until the old one is compared.
        lock_new(&new.file);
        new.rename(free_name(self.path, self.seen, written))?;
        if !self.exchange(&new.path)? {
            return self.rename_over(&mut new, is_expected);
        }
        new.is_kept = true;
        let out = self.calls.read(&new.path);
        if is_expected(as_content(&out)) {
            self.calls.sync_folder(folder);
            self.calls.remove(&new.path);
            return Ok(Swapped::Done);
        }
        // If this fails, the next save merges what lies aside.
        if self.exchange(&new.path).is_ok() {
            self.calls.sync_folder(folder);
            let is_ours = |content: &Vec<u8>| Fingerprint::of(content) == written;
            if self.calls.read(&new.path).as_ref().is_ok_and(is_ours) {
                self.calls.remove(&new.path);
            }
        }
        Ok(Swapped::Changed)
    }

    /// Swaps a file with the one at the path. Where the system cannot do that, the old file gets a second name before it
    /// is replaced. Returns false if it can have none.
    fn exchange(&self, other: &Path) -> io::Result<bool> {
        match self.calls.exchange(other, self.path) {
            Err(error) if is_unsupported(&error) => {}
            exchanged => return exchanged.map(|()| true),
        }
        let spare = free_name(self.path, self.seen, self.seen);
        match self.calls.link(self.path, &spare) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(error),
            Err(_) => return Ok(false),
        }
        if let Err(error) = self.calls.rename(other, self.path) {
            self.calls.remove(&spare);
            return Err(error);
        }
        self.calls.rename(&spare, other)?;
        Ok(true)
    }

    /// Replaces the file without keeping the old one in hand, after a last look at it.
    fn rename_over(&self, new: &mut Temporary, is_expected: impl Fn(Option<&[u8]>) -> bool) -> io::Result<Swapped> {
        if !is_expected(as_content(&self.calls.read(self.path))) {
            return Ok(Swapped::Changed);
        }
        self.calls.rename(&new.path, self.path)?;
        new.is_kept = true;
        self.calls.sync_folder(folder_of(self.path));
        Ok(Swapped::Unchecked)
    }
}

fn as_content(read: &Result<Vec<u8>, OpenError>) -> Option<&[u8]> {
    read.as_deref().ok()
}

/// True if the file system cannot swap files.
fn is_unsupported(error: &io::Error) -> bool {
    // A file system that knows the call, but not the flag for a swap, reports an invalid input.
    matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput)
}

#[cfg(unix)]
fn lock_new(file: &File) {
    // Nobody else can have it open yet. Without locks, the comparison alone protects the file.
    file.try_lock().ok();
}

#[cfg(not(unix))]
fn lock_new(_: &File) {}

/// A new file that only its owner can access. It is removed when this is dropped, unless it is kept.
struct Temporary {
    path: PathBuf,
    file: File,
    /// True if the file stays. It may hold what somebody else saved.
    is_kept: bool,
}

impl Temporary {
    fn create(folder: &Path) -> io::Result<Temporary> {
        let (path, file) = create_temporary(folder, Access::Private)?;
        Ok(Temporary { path, file, is_kept: false })
    }

    fn rename(&mut self, path: PathBuf) -> io::Result<()> {
        std::fs::rename(&self.path, &path)?;
        self.path = path;
        Ok(())
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        if !self.is_kept {
            std::fs::remove_file(&self.path).ok();
        }
    }
}
