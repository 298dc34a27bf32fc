//! Replaces the content of files: atomically where possible, otherwise in place.

use std::fs::{File, Metadata};
use std::io::ErrorKind::{InvalidFilename, PermissionDenied, ResourceBusy};
use std::io::{self, Read, Seek, Write};
use std::path::Path;

use super::backups::BackupStore;
use super::errors::{OpenError, SaveError};
use super::nonblocking::open_to_overwrite;
use super::read::read_bytes;
use super::replacement::{copy_attributes, open_private};
use super::write_lock::lock;

/// An existing file whose content is to be replaced.
pub(super) struct ExistingFile<'a> {
    pub path: &'a Path,
    pub metadata: &'a Metadata,
    /// Keeps the content while the file is overwritten in place. Without it, no file is overwritten in place.
    pub backups: Option<&'a BackupStore>,
}

impl ExistingFile<'_> {
    /// Replaces the content. Everything else stays: owner, mode, access list, extended attributes and hard links.
    ///
    /// The file is overwritten in place if it has several hard links, if a new file could not get its attributes, or if
    /// its folder cannot be written; otherwise a new file replaces it atomically. `is_unchanged` is called immediately
    /// before that: if it returns false, the file is not changed.
    pub(crate) fn replace_content(&self, bytes: &[u8], is_unchanged: impl Fn() -> bool) -> Result<(), SaveError> {
        match self.replace(bytes, &is_unchanged) {
            Ok(Replaced::Done) => Ok(()),
            Ok(Replaced::Changed) => Err(SaveError::ChangedOutside),
            Ok(Replaced::Impossible) => overwrite_in_place(self.path, bytes, self.backups, is_unchanged),
            Err(error) if must_be_overwritten(&error) => {
                overwrite_in_place(self.path, bytes, self.backups, is_unchanged)
            }
            Err(error) => Err(SaveError::Unwritable(error)),
        }
    }

    /// Writes a new file and replaces this one with it, if it is still the same once the disk has the new file.
    fn replace(&self, bytes: &[u8], is_unchanged: impl Fn() -> bool) -> io::Result<Replaced> {
        if has_other_names(self.metadata) {
            return Ok(Replaced::Impossible);
        }
        let mut file = open_private(self.path)?;
        if !copy_attributes(self.path, self.metadata, &file) {
            file.discard()?;
            return Ok(Replaced::Impossible);
        }
        file.write_all(bytes)?;
        file.sync_all()?;
        if !is_unchanged() {
            file.discard()?;
            return Ok(Replaced::Changed);
        }
        file.commit()?;
        Ok(Replaced::Done)
    }
}

/// The result of replacing a file by a new one.
enum Replaced {
    Done,
    /// The file was changed by another program and stays.
    Changed,
    /// No new file can take its place.
    Impossible,
}

/// Overwrites a file in place, which keeps its hard links. The file is locked meanwhile, and its old content is in the
/// backups until the new content is on the disk, so that a crash loses nothing. If writing fails, the old content is
/// written again.
pub(super) fn overwrite_in_place(
    path: &Path,
    content: impl Read,
    backups: Option<&BackupStore>,
    is_unchanged: impl Fn() -> bool,
) -> Result<(), SaveError> {
    let mut file = open_to_overwrite(path).map_err(SaveError::Unwritable)?;
    // On Windows a locked file could not be read for the comparison and the backup.
    if cfg!(unix) {
        lock(&file)?;
    }
    if !is_unchanged() {
        return Err(SaveError::ChangedOutside);
    }
    let old_content = read_bytes(path).map_err(|error| SaveError::BackupFailed(io_error(error)))?;
    let backup = if old_content.is_empty() {
        None
    } else {
        let backups = backups.ok_or(SaveError::NoStateFolder)?;
        Some(backups.protect(path, &old_content).map_err(SaveError::BackupFailed)?)
    };
    let written = write_from_start(&mut file, content);
    let is_whole = written.is_ok() || write_from_start(&mut file, &*old_content).is_ok();
    if let Some(backup) = backup.filter(|_| is_whole) {
        backup.release();
    }
    written.map_err(SaveError::Unwritable)
}

/// Returns why a file could not be read as an error of the system.
fn io_error(error: OpenError) -> io::Error {
    match error {
        OpenError::Unreadable(error) => error,
        OpenError::TooLarge { .. } => io::ErrorKind::FileTooLarge.into(),
        OpenError::NotFound => io::ErrorKind::NotFound.into(),
        OpenError::NotAFile(_) | OpenError::NotText { .. } | OpenError::Invalid { .. } => io::Error::other(error),
    }
}

/// True for errors after which a file must be overwritten in place: no file can be created beside it or replace it.
pub(super) fn must_be_overwritten(error: &io::Error) -> bool {
    // ResourceBusy: the file is a mount point. InvalidFilename: the name of the temporary file, which is longer than
    // the file's own, is too long.
    matches!(error.kind(), PermissionDenied | ResourceBusy | InvalidFilename)
}

/// Writes a file that only its owner can access, and puts it in its place once the disk has all of it.
pub(super) fn replace_privately(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = open_private(path)?;
    file.write_all(bytes)?;
    file.commit()
}

fn write_from_start(file: &mut File, mut content: impl Read) -> io::Result<()> {
    file.rewind()?;
    let written = io::copy(&mut content, file)?;
    file.set_len(written)?;
    file.sync_all()
}

/// True if a file has several hard links: if a new file replaced it, the others would keep the old content.
#[cfg(unix)]
pub(super) fn has_other_names(metadata: &Metadata) -> bool {
    std::os::unix::fs::MetadataExt::nlink(metadata) > 1
}

/// True if a file has several hard links. Not known on this system.
#[cfg(not(unix))]
pub(super) fn has_other_names(_: &Metadata) -> bool {
    false
}
