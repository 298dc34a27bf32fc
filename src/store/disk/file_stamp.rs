//! A look at a file from outside, cheap enough to be taken every second.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use super::{Fingerprint, OpenError, read};

/// How a file looks without being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileStamp {
    length: u64,
    modified: Option<SystemTime>,
    /// The file's number on its disk, another one when it was replaced; and when anything of it was changed.
    number: (u64, i64, i64),
}

/// How the file at a path looks; none when there is none.
pub fn file_stamp(path: &Path) -> Option<FileStamp> {
    let metadata = fs::metadata(path).ok()?;
    Some(FileStamp { length: metadata.len(), modified: metadata.modified().ok(), number: number(&metadata) })
}

/// The mark of what the file at a path holds.
pub fn fingerprint(path: &Path) -> Result<Fingerprint, OpenError> {
    read::bytes(path).map(|(bytes, _)| Fingerprint::of(&bytes))
}

#[cfg(unix)]
fn number(metadata: &fs::Metadata) -> (u64, i64, i64) {
    use std::os::unix::fs::MetadataExt;
    (metadata.ino(), metadata.ctime(), metadata.ctime_nsec())
}

#[cfg(not(unix))]
fn number(_: &fs::Metadata) -> (u64, i64, i64) {
    (0, 0, 0)
}
