//! Messages: input of the user, and answers to effects.

use std::io;
use std::path::PathBuf;
use std::time::Duration;

use crokey::KeyCombination;

use crate::app::model::dialog::export::{ExportFault, ExportJob, ExportOutput};
use crate::app::model::dialog::import::ImportOutcome;
use crate::app::model::live::WrittenAt;
use crate::app::model::pointer::Pointer;
use crate::app::model::room::effect::RoomMsg;
use crate::app::model::unreadable::EditFault;
use crate::app::model::viewport::Viewport;
use crate::map::{JourneyMap, Revision};
use crate::store::disk::journal::{JournalReport, OrphanJournal};
use crate::store::disk::{Listing, Saved};
use crate::store::recent::RecentMap;
use crate::store::{Loaded, OpenError, SaveError};

/// What the program starts with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opening {
    /// The start screen.
    Start,
    /// A file, which need not exist yet.
    Map(PathBuf),
    /// The guided tour.
    Tour,
}

/// Who took a copied text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopiedBy {
    /// The terminal, which does not report whether it accepts a text for its clipboard.
    Terminal,
    /// tmux, which keeps the text in its buffer and sends it to the terminal's clipboard.
    Tmux,
}

/// A message to `update`.
#[derive(Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(KeyCombination),
    /// A letter of another alphabet was typed; `latin` is the key of a US keyboard in its place.
    OtherLayoutKey { typed: KeyCombination, latin: KeyCombination },
    /// Text was pasted.
    Paste(String),
    /// The mouse was used.
    Pointer(Pointer),
    /// How long the program has run. Sent before each input with the time of the input, and when a timer is due.
    Tick(Duration),
    /// A frame was drawn; the sizes of its lists.
    Drawn(Viewport),
    /// The window is larger than the columns and rows that are drawn.
    WindowTooLarge { drawn: (u16, u16) },
    /// The program starts.
    Begin(Opening),
    /// The answer to opening a file, with the content of its journals.
    Opened { path: PathBuf, outcome: Result<Loaded, OpenError>, found: JournalReport },
    /// The open file has changed on the disk.
    FileChanged { path: PathBuf },
    /// The open file was read again.
    FileReread { path: PathBuf, outcome: Result<Loaded, OpenError>, written: Option<WrittenAt> },
    /// The answer to writing a copy of the map into another file.
    CopyWritten { path: PathBuf, outcome: Result<Saved, SaveError> },
    /// The answer to keeping an old version of a file.
    VersionKept { path: PathBuf, outcome: Result<(), SaveError> },
    /// The map in a recent file; `None` if it cannot be read.
    Previewed { path: PathBuf, map: Option<JourneyMap> },
    /// The journals of maps that were never saved, or the one whose line was chosen on the start screen.
    Unsaved(JournalReport),
    /// The journals of maps whose files are gone.
    Orphans(Vec<OrphanJournal>),
    /// The recent maps.
    Recent(Vec<RecentMap>),
    /// The content of a folder.
    Listed { folder: PathBuf, outcome: io::Result<Listing> },
    /// The journal could not be written.
    JournalFailed(io::Error),
    /// The journal was written again after a failure.
    JournalRestored,
    /// The journal must be written anew: it is long, or a change could not be appended.
    JournalNeedsMap,
    /// The user's text editor was closed, or failed.
    Edited { path: PathBuf, outcome: Result<(), EditFault> },
    /// The result of an export.
    Exported { job: Box<ExportJob>, outcome: Result<ExportOutput, ExportFault> },
    /// What a file of another kind was taken for; `number` is that of the request.
    Interpreted { number: u64, outcome: ImportOutcome },
    /// A report about the room.
    Room(RoomMsg),
    /// A text with `count` touchpoints was copied.
    Copied { count: usize, by: CopiedBy },
    /// The result of a save.
    Saved { path: PathBuf, revision: Revision, outcome: Result<Saved, SaveError> },
}
