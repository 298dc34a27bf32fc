//! Putting new bytes in the place of old ones: in one step where that can be, else over the old ones.

use std::fs::{File, Metadata};
use std::io::ErrorKind::{InvalidFilename, PermissionDenied, ResourceBusy};
use std::io::{self, Read, Write};
use std::path::Path;

use atomic_write_file::AtomicWriteFile;

use super::SaveError;
use super::backups::BackupStore;
#[cfg(unix)]
use super::new_file::folder_of;
use super::nonblocking::to_write;

/// Replaces what a file holds; its mode, its owner and its other names stay.
///
/// A file with other names, of another owner, or in a folder that cannot be written is written over where it stands;
/// `still` tells, at the last moment, whether the file is still what it was taken for. `before`, what it held, is put back if that fails, and is kept in `backups` until it is done, so that a program that dies meanwhile
/// loses nothing.
pub(super) fn put(
    path: &Path,
    metadata: &Metadata,
    bytes: &[u8],
    before: Option<&[u8]>,
    backups: Option<&BackupStore>,
    still: impl Fn() -> bool,
) -> Result<(), SaveError> {
    if !can_take_place(path, metadata) {
        return if still() { over(path, bytes, before, backups) } else { Err(SaveError::ChangedOutside) };
    }
    match replace_if(path, bytes, &still) {
        Ok(false) => Err(SaveError::ChangedOutside),
        Err(error) if is_kept_out(&error) => over(path, bytes, before, backups),
        written => written.map(drop).map_err(SaveError::Unwritable),
    }
}

/// Whether another file can take the place of this one: it has no other names, and the other can be given to its owner.
pub(super) fn can_take_place(path: &Path, metadata: &Metadata) -> bool {
    links(metadata) <= 1 && keeps_owner(path, metadata)
}

/// Whether nothing can stand beside a file or take its place, so that it must be written over where it stands.
pub(super) fn is_kept_out(error: &io::Error) -> bool {
    // A file can also be a mount of its own, which nothing takes the place of.
    // The name of what would take its place is longer than its own, and may be too long.
    matches!(error.kind(), PermissionDenied | ResourceBusy | InvalidFilename)
}

fn over(path: &Path, bytes: &[u8], before: Option<&[u8]>, backups: Option<&BackupStore>) -> Result<(), SaveError> {
    let guard =
        backups.zip(before.filter(|before| !before.is_empty())).map(|(backups, before)| backups.guard(path, before));
    let guard = guard.transpose().map_err(SaveError::BackupFailed)?;
    write_in_place(path, bytes, before).map_err(SaveError::Unwritable)?;
    if let Some(guard) = guard {
        guard.release();
    }
    Ok(())
}

/// Puts a new file in the place of the old one, in one step.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace_if(path, bytes, || true).map(drop)
}

/// Puts a new file in the place of the old one, in one step, if that may be when all is on the disk; gives whether.
fn replace_if(path: &Path, bytes: &[u8], may: impl Fn() -> bool) -> io::Result<bool> {
    let mut file = AtomicWriteFile::open(path)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    if !may() {
        file.discard()?;
        return Ok(false);
    }
    file.commit()?;
    Ok(true)
}

/// Writes over the old content, which keeps other names of the file; puts the old content back if that fails.
pub(super) fn write_in_place(path: &Path, content: impl Read, before: Option<&[u8]>) -> io::Result<()> {
    let mut file = to_write(path)?;
    let written = overwrite(&mut file, content);
    if let (Err(_), Some(before)) = (&written, before) {
        let mut file = to_write(path)?;
        overwrite(&mut file, before)?;
    }
    written
}

fn overwrite(file: &mut File, mut content: impl Read) -> io::Result<()> {
    let written = io::copy(&mut content, file)?;
    file.set_len(written)?;
    file.sync_all()
}

/// Whether a new file can be given to the owner and the group of the old one.
#[cfg(unix)]
fn keeps_owner(path: &Path, metadata: &Metadata) -> bool {
    use rustix::process::{getegid, geteuid, getgroups};
    use std::os::unix::fs::MetadataExt;
    let in_group = || {
        let others = getgroups().unwrap_or_default();
        std::iter::once(getegid()).chain(others).any(|group| group.as_raw() == metadata.gid())
    };
    // New files have the group of such a folder, whoever makes them.
    let by_folder = || {
        let folder = std::fs::metadata(folder_of(path));
        folder.is_ok_and(|folder| {
            folder.gid() == metadata.gid() && (folder.mode() & 0o2000 != 0 || cfg!(target_vendor = "apple"))
        })
    };
    geteuid().is_root() || (geteuid().as_raw() == metadata.uid() && (in_group() || by_folder()))
}

#[cfg(not(unix))]
fn keeps_owner(_: &Path, _: &Metadata) -> bool {
    true
}

#[cfg(unix)]
fn links(metadata: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::nlink(metadata)
}

#[cfg(not(unix))]
fn links(_: &Metadata) -> u64 {
    1
}
