//! Detects that a file changed without reading it, which is cheap enough to do every second.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use super::errors::OpenError;
use super::read::read_bytes;
use crate::store::fingerprint::Fingerprint;

/// The metadata of a file that change with its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FileStamp {
    length: u64,
    modified: Option<SystemTime>,
    /// On Unix the inode, which changes when the file is replaced, and the time of the last change in seconds and
    /// nanoseconds. Elsewhere zeros.
    inode_and_change: (u64, i64, i64),
}

/// Returns the stamp of a file, or `None` if there is no file.
pub(crate) fn file_stamp(path: &Path) -> Option<FileStamp> {
    let metadata = fs::metadata(path).ok()?;
    let modified = metadata.modified().ok();
    Some(FileStamp { length: metadata.len(), modified, inode_and_change: inode_and_change(&metadata) })
}

/// Returns when the content of a file was written last.
pub(crate) fn modified_at(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).ok()?.modified().ok()
}

/// Reads a file and returns the fingerprint of its content.
pub(crate) fn fingerprint(path: &Path) -> Result<Fingerprint, OpenError> {
    read_bytes(path).map(|bytes| Fingerprint::of(&bytes))
}

#[cfg(unix)]
fn inode_and_change(metadata: &fs::Metadata) -> (u64, i64, i64) {
    use std::os::unix::fs::MetadataExt;
    (metadata.ino(), metadata.ctime(), metadata.ctime_nsec())
}

#[cfg(not(unix))]
fn inode_and_change(_: &fs::Metadata) -> (u64, i64, i64) {
    (0, 0, 0)
}
