//! The only room that touches files: reading maps, and replacing them so that no file is ever torn.
#![expect(clippy::disallowed_methods, reason = "this is the room that touches files")]

mod backups;
mod create;
mod fingerprint;
mod glance;
mod identity;
pub mod journal;
mod leftovers;
mod listing;
mod open;
mod output;
mod read;
mod recent;
mod replace;
mod save;
mod walk;

use std::io;
use std::path::PathBuf;

use super::comments::Comments;
use super::fault::Fault;
use crate::map::{JourneyMap, Place};

pub use backups::{Backups, Version};
pub use fingerprint::Fingerprint;
pub use glance::{Glance, fingerprint, glance};
pub use identity::{canonical, is_folder, is_same, is_taken, not_a_file, passes_on};
pub use leftovers::sweep;
pub use listing::{Entry, Listing, listing};
pub use output::{Output, pipe, write};
pub use read::{
    configuration, contents, load, load_stream, load_stream_with_text, load_with_text, small_text, stream_contents,
};
pub use recent::{recent, remember};
pub use save::{create, in_a_folder, save, save_keeping, save_over};
pub use walk::{Found, maps_below};

/// The most bytes of a file that is read, 256 MiB.
pub const SIZE_LIMIT: u64 = 256 << 20;

/// A map as it came from its file.
#[derive(Clone, Debug)]
pub struct Loaded {
    pub map: JourneyMap,
    /// Touchpoints whose identity an earlier one has; they were given another.
    pub repeated: Vec<Place>,
    /// The bytes of the text where each repeated identity is written.
    pub repeated_spans: Vec<std::ops::Range<usize>>,
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
    NotFaithful,
    /// The file would be written over where it stands, and what it held could not be kept first.
    #[error("the old content could not be kept: {0}")]
    NotKept(io::Error),
    #[error("{0}")]
    Unwritable(io::Error),
}
