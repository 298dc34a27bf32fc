//! The only room that touches files: reading maps, and replacing them so that no file is ever torn.
#![expect(clippy::disallowed_methods, reason = "this is the room that touches files")]

mod backups;
mod file_stamp;
mod find_maps;
mod fingerprint;
pub mod journal;
mod leftovers;
mod listing;
mod new_file;
mod nonblocking;
mod output;
mod paths;
mod read;
mod recent;
mod replace;
mod save;

use std::io;
use std::path::PathBuf;

use super::comments::Comments;
use super::fault::Fault;
use crate::map::{JourneyMap, Place};

pub use backups::{Backup, BackupStore};
pub use file_stamp::{FileStamp, file_stamp, fingerprint};
pub use find_maps::{FoundMaps, find_maps};
pub use fingerprint::Fingerprint;
pub use leftovers::remove_leftovers;
pub use listing::{FolderEntry, Listing, list_folder};
pub use output::{OutputFile, open_pipe, write_file};
pub use paths::{canonical, is_folder, is_pipe_or_terminal, is_same, not_a_file, path_exists};
pub use read::{
    load, load_configuration, load_stream, load_stream_with_text, load_with_text, read_bytes, read_settings_text,
    read_stream_bytes,
};
pub use recent::{recent_maps, remember_map};
pub use save::{check_parent_folder, create, save};

/// The most bytes of a file that is read, 256 MiB.
pub const SIZE_LIMIT: u64 = 256 << 20;

/// A map as it came from its file.
#[derive(Clone, Debug)]
pub struct Loaded {
    pub map: JourneyMap,
    /// Touchpoints whose identity an earlier one has; they were given another.
    pub repeated_ids: Vec<Place>,
    /// The bytes of the text where each repeated identity is written.
    pub repeated_id_spans: Vec<std::ops::Range<usize>>,
    /// What the file held, to tell later whether somebody else changed it.
    pub fingerprint: Fingerprint,
    /// What somebody wrote between the lines.
    pub comments: Comments,
    /// Whether the file may not be written.
    pub read_only: bool,
    /// Whether there is nothing in the file, which makes it a new map.
    pub is_blank: bool,
}

/// What stands where a file was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAFile {
    Folder,
    /// A device, a pipe, a socket.
    Special,
}

/// Why a file could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("no such file")]
    NotFound,
    #[error("no regular file")]
    NotAFile(NotAFile),
    /// The file has more bytes than the limit.
    #[error("{size} bytes, more than {limit}")]
    TooLarge { size: u64, limit: u64 },
    #[error("{0}")]
    Unreadable(io::Error),
    /// The file holds something else than UTF-8 text; line and column count from 1, in characters.
    #[error("no UTF-8 text at line {line}, column {column}")]
    NotText { line: usize, column: usize },
    /// The file's text is not a map.
    #[error("the file is not a map")]
    Invalid { text: String, faults: Vec<Fault> },
}

/// Why a map was not saved; the file is as it was.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    #[error("no regular file")]
    NotAFile(NotAFile),
    /// The file may not be written.
    #[error("the file is read-only")]
    ReadOnly,
    /// There is a file already, and none was to be replaced.
    #[error("the file exists")]
    Exists,
    /// The folder that the file should be in is not there.
    #[error("no folder {}", .0.display())]
    NoFolder(PathBuf),
    /// Somebody else changed the file since it was read.
    #[error("the file was changed by another program")]
    ChangedOutside,
    /// The file is of a newer format, which must not be lost.
    #[error("the file is of the newer format {0}")]
    NewerFormat(u128),
    /// What would be written does not read back as the same map: a defect of the program.
    #[error("the written map would not read back as the same")]
    RoundTripFailed,
    /// The file would be written over where it stands, and what it held could not be kept first.
    #[error("the old content could not be kept: {0}")]
    BackupFailed(io::Error),
    #[error("{0}")]
    Unwritable(io::Error),
}
