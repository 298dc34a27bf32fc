//! Replaces the content of files: atomically where possible, otherwise in place.

use std::fs::{File, Metadata};
use std::io::ErrorKind::{InvalidFilename, PermissionDenied, ResourceBusy};
use std::io::{self, Read, Write};
use std::path::Path;

use atomic_write_file::AtomicWriteFile;

use super::backups::BackupStore;
use super::errors::SaveError;
use super::nonblocking::open_to_overwrite;
#[cfg(unix)]
use super::paths::folder_of;

/// An existing file whose content is to be replaced.
pub(super) struct ExistingFile<'a> {
    pub path: &'a Path,
    pub metadata: &'a Metadata,
    /// The content of the file, or `None` if it is too large.
    pub content: Option<&'a [u8]>,
    /// Keeps the content while the file is overwritten in place.
    pub backups: Option<&'a BackupStore>,
}

impl ExistingFile<'_> {
    /// Replaces the content. The mode, the owner and the hard links of the file stay.
    ///
    /// The file is overwritten in place if it has several hard links, if a new file could not get its owner, or if its
    /// folder cannot be written; otherwise a new file replaces it atomically. `is_unchanged` is called immediately
    /// before that: if it returns false, the file is not changed.
    pub(crate) fn replace_content(&self, bytes: &[u8], is_unchanged: impl Fn() -> bool) -> Result<(), SaveError> {
        if !can_be_replaced(self.path, self.metadata) {
            return if is_unchanged() { self.overwrite_content(bytes) } else { Err(SaveError::ChangedOutside) };
        }
        match replace_atomically_if(self.path, bytes, &is_unchanged) {
            Ok(true) => Ok(()),
            Ok(false) => Err(SaveError::ChangedOutside),
            Err(error) if must_be_overwritten(&error) => self.overwrite_content(bytes),
            Err(error) => Err(SaveError::Unwritable(error)),
        }
    }

    /// Overwrites the file in place. Its old content is in the backups until then, so that a crash loses nothing. If
    /// writing fails, the old content is written again.
    fn overwrite_content(&self, bytes: &[u8]) -> Result<(), SaveError> {
        let content = self.content.filter(|content| !content.is_empty());
        let backup = self.backups.zip(content).map(|(backups, content)| backups.protect(self.path, content));
        let backup = backup.transpose().map_err(SaveError::BackupFailed)?;
        write_in_place(self.path, bytes, self.content).map_err(SaveError::Unwritable)?;
        if let Some(backup) = backup {
            backup.release();
        }
        Ok(())
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

/// Overwrites a file in place, which keeps its hard links. If that fails, writes the old content again, if it is
/// given.
pub(super) fn write_in_place(path: &Path, content: impl Read, old_content: Option<&[u8]>) -> io::Result<()> {
    let mut file = open_to_overwrite(path)?;
    let written = overwrite(&mut file, content);
    if let (Err(_), Some(old_content)) = (&written, old_content) {
        let mut file = open_to_overwrite(path)?;
        overwrite(&mut file, old_content)?;
    }
    written
}

fn overwrite(file: &mut File, mut content: impl Read) -> io::Result<()> {
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
