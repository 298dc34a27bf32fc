//! Why a file could not be opened or saved.

use std::fs::Metadata;
use std::io;
use std::path::PathBuf;

use crate::store::fault::Fault;

/// What is at a path instead of a regular file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAFile {
    Folder,
    /// A device, a pipe or a socket.
    Special,
}

impl NotAFile {
    /// Returns `None` for a regular file.
    pub(super) fn of(metadata: &Metadata) -> Option<NotAFile> {
        if metadata.is_file() {
            None
        } else if metadata.is_dir() {
            Some(NotAFile::Folder)
        } else {
            Some(NotAFile::Special)
        }
    }
}

/// Why a file could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("no such file")]
    NotFound,
    #[error("not a regular file")]
    NotAFile(NotAFile),
    /// The file has more bytes than the limit.
    #[error("{size} bytes, more than {limit}")]
    TooLarge { size: u64, limit: u64 },
    #[error("{0}")]
    Unreadable(io::Error),
    /// The file is not UTF-8 text. Line and column count from 1, columns in characters.
    #[error("not UTF-8 text at line {line}, column {column}")]
    NotText { line: usize, column: usize },
    /// The text of the file is not a map.
    #[error("the file is not a map")]
    Invalid { text: String, faults: Vec<Fault> },
}

impl OpenError {
    /// True if the file can be read, but holds no map. A save that was cut off leaves such a file.
    pub(crate) fn is_about_content(&self) -> bool {
        match self {
            OpenError::NotText { .. } | OpenError::Invalid { .. } => true,
            OpenError::NotFound | OpenError::NotAFile(_) | OpenError::TooLarge { .. } | OpenError::Unreadable(_) => {
                false
            }
        }
    }
}

/// Why a map was not saved. The file is as it was before.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    #[error("not a regular file")]
    NotAFile(NotAFile),
    #[error("the file is read-only")]
    ReadOnly,
    /// A new file was to be created, but one exists already.
    #[error("the file exists")]
    Exists,
    /// The folder of the file does not exist.
    #[error("no folder {}", .0.display())]
    NoFolder(PathBuf),
    /// The file does not hold what the caller has seen.
    #[error("the file was changed by another program")]
    ChangedOutside,
    /// Another program is writing the file, and did not finish in a short time.
    #[error("another program is writing the file")]
    Busy,
    /// The file has a newer format, which saving would lose.
    #[error("the file has the newer format {0}")]
    NewerFormat(u128),
    /// The text would not read back as the same map and comments. This is a defect of the program.
    #[error("the written map would not read back as the same")]
    RoundTripFailed,
    /// The file can only be overwritten in place, and its old content could not be kept first.
    #[error("the old content could not be kept: {0}")]
    BackupFailed(io::Error),
    /// The file can only be overwritten in place, and there is no state folder to keep its old content.
    #[error("the old content could not be kept: there is no state folder")]
    NoStateFolder,
    #[error("{0}")]
    Unwritable(io::Error),
}
