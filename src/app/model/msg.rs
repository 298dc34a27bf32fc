//! What reaches the program: keys, pastes, pointers, sizes, and the world's answers.

use std::io;
use std::path::PathBuf;
use std::time::Duration;

use crokey::KeyCombination;

use crate::app::model::dialog::export::{ExportFault, Job, Made};
use crate::app::model::pointer::Pointer;
use crate::app::model::unreadable::EditFault;
use crate::app::model::viewport::Viewport;
use crate::map::{JourneyMap, Revision};
use crate::store::disk::Listing;
use crate::store::disk::journal::JournalReport;
use crate::store::recent::RecentMap;
use crate::store::{Fingerprint, Loaded, OpenError, SaveError};

/// What the program begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opening {
    /// What there is to begin with.
    Start,
    /// A file, which need not be there yet.
    Map(PathBuf),
    /// The guided tour.
    Tour,
}

/// Something that happened.
#[derive(Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(KeyCombination),
    /// Text was pasted.
    Paste(String),
    /// The mouse did something over something.
    Pointer(Pointer),
    /// The program has run for so long; told before each input, as of when it came, and whenever something changes by itself.
    Tick(Duration),
    /// A frame was drawn, and showed this much of each list.
    Drawn(Viewport),
    /// The program begins.
    Begin(Opening),
    /// A file was read, or was not; and what its journals hold.
    Opened { path: PathBuf, outcome: Result<Loaded, OpenError>, found: JournalReport },
    /// Something at the path of the open file is not what it was.
    Differs { path: PathBuf },
    /// The open file was looked at, and is now like this.
    Outside { path: PathBuf, outcome: Result<Loaded, OpenError> },
    /// What stands in a file that is offered; nothing where it cannot be read.
    Previewed { path: PathBuf, map: Option<JourneyMap> },
    /// What the journals of maps hold that were never saved.
    Unsaved(JournalReport),
    /// The maps that were open lately.
    Recent(Vec<RecentMap>),
    /// What stands in a folder.
    SideContent { folder: PathBuf, outcome: io::Result<Listing> },
    /// The journal could not be kept.
    NotNoted(io::Error),
    /// The user's editor was left, or did not do its work.
    Edited { path: PathBuf, outcome: Result<(), EditFault> },
    /// A map was written as a document, or was not.
    Exported { job: Box<Job>, outcome: Result<Made, ExportFault> },
    /// A revision reached the disk, or did not.
    Saved { path: PathBuf, revision: Revision, outcome: Result<Fingerprint, SaveError> },
}
