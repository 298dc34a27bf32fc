//! Replaces the content of files: atomically where possible, otherwise in place.

use std::fs::{File, Metadata};
use std::io::ErrorKind::{InvalidFilename, PermissionDenied, ResourceBusy};
use std::io::{self, Read, Seek, Write};
use std::path::Path;

use atomic_write_file::AtomicWriteFile;

use super::backups::BackupStore;
use super::errors::{OpenError, SaveError};
use super::nonblocking::open_to_overwrite;
#[cfg(unix)]
use super::paths::folder_of;
use super::read::read_bytes;
use super::write_lock::lock;

/// An existing file whose content is to be replaced.
pub(super) struct ExistingFile<'a> {
    pub path: &'a Path,
    pub metadata: &'a Metadata,
    /// Keeps the content while the file is overwritten in place. Without it, no file is overwritten in place.
    pub backups: Option<&'a BackupStore>,
}

impl ExistingFile<'_> {
    /// Replaces the content. The mode, the owner and the hard links of the file stay.
    ///
    /// The file is overwritten in place if it has several hard links, if a new file could not get its owner, or if its
    /// folder cannot be written; otherwise a new file replaces it atomically. `is_unchanged` is called immediately
    /// before that: if it returns false, the file is not changed.
    pub(crate) fn replace_content(&self, bytes: &[u8], is_unchanged: impl Fn() -> bool) -> Result<(), SaveError> {
        if can_be_replaced(self.path, self.metadata) {
            match replace_atomically_if(self.path, bytes, &is_unchanged) {
                Ok(true) => return Ok(()),
                Ok(false) => return Err(SaveError::ChangedOutside),
                Err(error) if must_be_overwritten(&error) => {}
                Err(error) => return Err(SaveError::Unwritable(error)),
            }
        }
        overwrite_in_place(self.path, bytes, self.backups, is_unchanged)
    }
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

/// True if a new file can replace this one: it has no other hard links, and the new file can get its owner.
pub(super) fn can_be_replaced(path: &Path, metadata: &Metadata) -> bool {
    hard_links(metadata) <= 1 && can_keep_owner(path, metadata)
}

/// True for errors after which a file must be overwritten in place: no file can be created beside it or replace it.
pub(super) fn must_be_overwritten(error: &io::Error) -> bool {
    // ResourceBusy: the file is a mount point. InvalidFilename: the name of the temporary file, which is longer than
    // the file's own, is too long.
    matches!(error.kind(), PermissionDenied | ResourceBusy | InvalidFilename)
}

/// Writes a new file and replaces the old one with it once the disk has all of it.
pub(super) fn replace_atomically(path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace_atomically_if(path, bytes, || true).map(drop)
}

/// Replaces a file atomically if `may_replace` returns true; it is called once the disk has the new file. Returns its
/// result.
fn replace_atomically_if(path: &Path, bytes: &[u8], may_replace: impl Fn() -> bool) -> io::Result<bool> {
    let mut file = AtomicWriteFile::open(path)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    if !may_replace() {
        file.discard()?;
        return Ok(false);
    }
    file.commit()?;
    Ok(true)
}

fn write_from_start(file: &mut File, mut content: impl Read) -> io::Result<()> {
    file.rewind()?;
    let written = io::copy(&mut content, file)?;
    file.set_len(written)?;
    file.sync_all()
}

/// True if a new file can get the owner and the group of the old one.
#[cfg(unix)]
fn can_keep_owner(path: &Path, metadata: &Metadata) -> bool {
    use rustix::process::{getegid, geteuid, getgroups};
    use std::os::unix::fs::MetadataExt;
    let is_member = || {
        let others = getgroups().unwrap_or_default();
        std::iter::once(getegid()).chain(others).any(|group| group.as_raw() == metadata.gid())
    };
    // In a folder with the set-group-ID bit, and on Apple systems in every folder, new files get the folder's group.
    let folder_gives_group = || {
        let folder = std::fs::metadata(folder_of(path));
        folder.is_ok_and(|folder| {
            folder.gid() == metadata.gid() && (folder.mode() & 0o2000 != 0 || cfg!(target_vendor = "apple"))
        })
    };
    geteuid().is_root() || (geteuid().as_raw() == metadata.uid() && (is_member() || folder_gives_group()))
}

#[cfg(not(unix))]
fn can_keep_owner(_: &Path, _: &Metadata) -> bool {
    true
}

#[cfg(unix)]
fn hard_links(metadata: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::nlink(metadata)
}

#[cfg(not(unix))]
fn hard_links(_: &Metadata) -> u64 {
    1
}
