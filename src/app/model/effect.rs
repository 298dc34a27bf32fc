//! What the program asks of the world; the answers come back as messages.

use std::path::PathBuf;

use crate::app::model::dialog::export::Job;
use crate::map::{JourneyMap, Revision};
use crate::store::disk::journal::JournalId;
use crate::store::{Comments, Fingerprint};

/// What is known of the file that a map is to replace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// There must be no file yet.
    New,
    /// Likewise, and the name as it was typed, without an ending, must not be that of a folder or a device.
    Named(PathBuf),
    /// The file must still be as it was when it was read or written last.
    Known(Fingerprint),
    /// Whatever is there is to be replaced: somebody said so.
    Any,
}

/// A map with unsaved changes, to be kept where a crash cannot reach it.
#[derive(Clone, Debug)]
pub struct Note {
    pub map: JourneyMap,
    pub comments: Comments,
    /// The map as it was read or saved last; none when it has no file.
    pub base: Option<JourneyMap>,
    /// The file of the map; none when it was never saved.
    pub file: Option<PathBuf>,
    /// What the file held when it was read or saved last.
    pub based_on: Option<Fingerprint>,
}

/// Something for the world to do.
#[derive(Debug)]
pub enum Effect {
    /// Reads a map; answered by [`Msg::Opened`](super::Msg::Opened).
    Open { path: PathBuf },
    /// Writes a map; answered by [`Msg::Saved`](super::Msg::Saved).
    Save { path: PathBuf, map: JourneyMap, comments: Comments, revision: Revision, target: Target },
    /// Writes a map as a document; answered by [`Msg::Exported`](super::Msg::Exported).
    Export(Box<Job>),
    /// Gives the terminal's clipboard a text.
    Copy { text: String },
    /// Reads the open file again; answered by [`Msg::Outside`](super::Msg::Outside).
    Look { path: PathBuf },
    /// Reads a file that is offered, instead of the one before it; answered by [`Msg::Previewed`](super::Msg::Previewed).
    Preview { path: PathBuf },
    /// Finds maps that were never saved; answered by [`Msg::Unsaved`](super::Msg::Unsaved).
    FindUnsaved,
    /// Finds the maps that were open lately; answered by [`Msg::Recent`](super::Msg::Recent).
    FindRecent,
    /// Looks into a folder; answered by [`Msg::SideContent`](super::Msg::SideContent).
    List { folder: PathBuf },
    /// Writes unsaved changes into the journal.
    Note(Box<Note>),
    /// Empties the journal: nothing is unsaved.
    Forget,
    /// Removes a journal that was left behind, when what stood in it and was noted is written down.
    TakeLeft { id: JournalId },
    /// Removes a journal that was left behind and that nobody wants.
    DiscardLeft { id: JournalId },
    /// Lends the terminal to the user's editor for a file; answered by [`Msg::Edited`](super::Msg::Edited).
    Edit { path: PathBuf, line: Option<usize> },
    /// Rings the terminal's bell once.
    Ring,
    /// Ends the program.
    Quit,
}
