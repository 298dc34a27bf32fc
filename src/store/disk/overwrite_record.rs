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

/// A record that the disk has.
pub(super) struct OverwriteRecord {
    path: PathBuf,
}

impl OverwriteRecord {
    /// Writes a record before a file is overwritten, and returns once the disk has it. `old` is what the file holds if
    /// that is whole, and `new` what it is to hold, if that is known.
    pub(super) fn write(
        backups: &BackupStore,
        path: &Path,
        old: Option<Fingerprint>,
        new: Option<Fingerprint>,
    ) -> io::Result<OverwriteRecord> {
        let folder = backups.folder_for(path)?;
        create_private_folder(&folder)?;
        let record = OverwriteRecord { path: folder.join(RECORD) };
        let mut file = open_private(&record.path)?;
        for whole in [old, new].into_iter().flatten() {
            writeln!(file, "{}", line(whole))?;
        }
        file.commit()?;
        Ok(record)
    }

    /// Removes the record: the file is whole.
    pub(super) fn remove(self) {
        fs::remove_file(&self.path).ok();
    }
}

impl BackupStore {
    /// Removes the record of an interrupted overwriting, after the file was replaced as a whole.
    pub(super) fn forget_overwriting(&self, path: &Path) {
        if let Ok(folder) = self.folder_for(path) {
            fs::remove_file(folder.join(RECORD)).ok();
        }
    }

    /// Returns true if overwriting a file in place was interrupted, so that it may hold parts of two versions. The older
    /// one is in the backups.
    pub(crate) fn was_overwriting_interrupted(&self, path: &Path) -> bool {
        let Ok(folder) = self.folder_for(path) else { return false };
        let record = folder.join(RECORD);
        if !record.exists() || is_locked(&folder.join(LOCK_FILE)) {
            return false;
        }
        // The process that held the lock may have ended well in the meantime.
        self.is_part_written(path)
    }

    /// Returns true if, after an interrupted write, the current content is not a complete version.
    pub(super) fn is_part_written(&self, path: &Path) -> bool {
        let Ok(record) = self.folder_for(path).map(|folder| folder.join(RECORD)) else { return false };
        let is_part = |content: &[u8]| {
            let found = Fingerprint::of(content);
            !is_whole(&record, found) && !SaveHistory::is_of_last_save(path, found)
        };
        record.exists() && read_bytes(path).is_ok_and(|content| is_part(&content))
    }
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
