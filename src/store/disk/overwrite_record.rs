//! The record that a file is being overwritten in place. It is found later if that was interrupted.

use std::fs::{self, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::backups::{BackupStore, LOCK_FILE};
use super::new_file::create_private_folder;
use super::nonblocking::open_lock_file;
use super::read::read_bytes;
use super::replacement::open_private;
use super::save_history::SaveHistory;
use crate::store::fingerprint::Fingerprint;

/// The name of the record, in the folder of the file's backups.
const RECORD: &str = "overwriting";

impl BackupStore {
    /// Writes a record before a file is overwritten, and returns once the disk has it. `old` is what the file holds if
    /// that is whole, and `new` what it is to hold, if that is known.
    pub(super) fn record_overwriting(
        &self,
        path: &Path,
        old: Option<Fingerprint>,
        new: Option<Fingerprint>,
    ) -> io::Result<()> {
        let folder = self.folder_for(path)?;
        create_private_folder(&folder)?;
        let mut file = open_private(&folder.join(RECORD))?;
        for whole in [old, new].into_iter().flatten() {
            writeln!(file, "{}", line(whole))?;
        }
        file.commit()
    }

    /// Removes the records of a file, which is whole now.
    pub(super) fn forget_overwriting(&self, path: &Path) {
        for folder in self.folders_for(path).unwrap_or_default() {
            fs::remove_file(folder.join(RECORD)).ok();
        }
    }

    /// Returns true if overwriting a file in place was interrupted, so that it may hold parts of two versions. The older
    /// one is in the backups.
    pub(crate) fn was_overwriting_interrupted(&self, path: &Path) -> bool {
        let mut folders = self.folders_for(path).unwrap_or_default();
        folders.retain(|folder| folder.join(RECORD).exists() && !is_locked(&folder.join(LOCK_FILE)));
        // A process that held a lock may have ended well in the meantime.
        is_incomplete(path, &folders)
    }

    /// Returns true if, after an interrupted write, the current content is not a complete version.
    pub(super) fn is_part_written(&self, path: &Path) -> bool {
        is_incomplete(path, &self.folders_for(path).unwrap_or_default())
    }
}

/// True if what a file holds is not whole according to a record in one of the folders of its backups.
fn is_incomplete(path: &Path, folders: &[PathBuf]) -> bool {
    let mut records = folders.iter().map(|folder| folder.join(RECORD)).filter(|record| record.exists()).peekable();
    if records.peek().is_none() {
        return false;
    }
    let Ok(found) = read_bytes(path).map(|content| Fingerprint::of(&content)) else { return false };
    !SaveHistory::is_of_last_save(path, found) && records.any(|record| !is_whole(&record, found))
}

/// Returns the line of a record for a whole content.
fn line(whole: Fingerprint) -> String {
    format!("{:x} {:016x}", whole.length, whole.hash)
}

/// True if what a file holds is whole according to a record: nothing was written yet, everything was, or another program
/// wrote the file since.
fn is_whole(record: &Path, found: Fingerprint) -> bool {
    let record = read_bytes(record).unwrap_or_default();
    let record = String::from_utf8_lossy(&record);
    let length = |line: &str| u64::from_str_radix(line.split(' ').next()?, 16).ok();
    let lengths: Vec<u64> = record.lines().filter_map(length).collect();
    // A mixture of two contents is as long as one of them, or something between.
    let is_mixture = |old: u64, new: u64| (old.min(new)..=old.max(new)).contains(&found.length);
    let is_by_others = matches!(*lengths, [old, new] if !is_mixture(old, new));
    is_by_others || record.lines().any(|whole| whole == line(found))
}

/// True if another process holds the lock of a file's writer: the overwriting has not ended yet.
fn is_locked(lock_file: &Path) -> bool {
    open_lock_file(lock_file).is_ok_and(|file| matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock)))
}
