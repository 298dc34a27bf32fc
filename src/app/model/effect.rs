//! Effects: what the event loop does for the editor. The answers come back as messages.

use std::path::PathBuf;
use std::sync::Arc;

use crate::app::model::dialog::export::ExportJob;
use crate::app::model::dialog::import::{ImportDialog, ImportJob};
use crate::app::model::file_name::with_ending;
use crate::app::model::room::effect::RoomEffect;
use crate::map::replacement::{self, Replacement, compose};
use crate::map::{Header, JourneyMap, Phase, Revision};
use crate::store::disk::journal::JournalId;
use crate::store::{Comments, Fingerprint};

/// What a save expects to find at its path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// No file.
    New,
    /// No file; and the typed name without ending must not be a folder or a device.
    Named(PathBuf),
    /// The file as it was last read or written.
    Known(Fingerprint),
    /// Anything: the user confirmed to overwrite it.
    Any,
}

impl Target {
    /// Returns the path and target of a new file whose name the user typed; `.ron` is added to a name without an ending.
    pub(crate) fn of_typed(typed: PathBuf) -> (PathBuf, Target) {
        let path = with_ending(typed.clone());
        let target = if path == typed { Target::New } else { Target::Named(typed) };
        (path, target)
    }
}

/// A map with this many touchpoints is large for the journal: writing all of its text takes so long that a crash could
/// lose more than the last 250 ms.
pub(crate) const LARGE_MAP: usize = 10_000;

/// A map for the journal, usually with unsaved changes.
#[derive(Clone, Debug)]
pub struct JournalEntry {
    pub map: JourneyMap,
    pub comments: Comments,
    /// The map as it was last read or saved; `None` without a file.
    pub base: Option<JourneyMap>,
    /// The file of the map; `None` if it was never saved.
    pub file: Option<PathBuf>,
    /// The fingerprint of the file when it was last read or saved.
    pub based_on: Option<Fingerprint>,
}

/// What was changed in an unsaved map since the journal last got an entry or a change.
#[derive(Clone, Debug)]
pub struct JournalChange {
    /// What was replaced, one replacement after another.
    pub(crate) replacements: Vec<Replacement>,
    /// The header after the change.
    pub(crate) header: Arc<Header>,
    pub comments: Comments,
}

impl JournalEntry {
    /// True if the text of the map takes so long to write that the journal begins without it.
    pub(crate) fn is_large(&self) -> bool {
        self.map.len() >= LARGE_MAP
    }
}

impl JournalChange {
    /// Returns the map after the change.
    pub fn apply(&self, map: &JourneyMap) -> Option<JourneyMap> {
        let mut phases = Phase::ALL.map(|phase| map.phase(phase).to_vec());
        replacement::apply(&mut phases, compose(self.replacements.iter().cloned()))?;
        Some(JourneyMap::with_shared_touchpoints(Header::clone(&self.header), phases).0)
    }

    /// Adds a later change.
    pub(crate) fn extend(&mut self, later: JournalChange) {
        self.replacements.extend(later.replacements);
        (self.header, self.comments) = (later.header, later.comments);
    }
}

/// How often the open file is checked for changes by other programs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WatchPace {
    /// Every second.
    #[default]
    Normal,
    /// So often that a live map shows the changes of others within half a second.
    Live,
}

/// An effect.
#[derive(Debug)]
pub enum Effect {
    /// Reads a map; answered by [`Msg::Opened`](super::msg::Msg::Opened).
    Open { path: PathBuf },
    /// Writes a map; answered by [`Msg::Saved`](super::msg::Msg::Saved).
    Save { path: PathBuf, map: JourneyMap, comments: Comments, revision: Revision, target: Target },
    /// Writes a copy of the map into another file; answered by [`Msg::CopyWritten`](super::msg::Msg::CopyWritten).
    WriteCopy { path: PathBuf, map: JourneyMap, comments: Comments, target: Target },
    /// Keeps what a file held as an old version; answered by [`Msg::VersionKept`](super::msg::Msg::VersionKept).
    KeepVersion { path: PathBuf, map: JourneyMap, comments: Comments },
    /// Exports a map; answered by [`Msg::Exported`](super::msg::Msg::Exported).
    Export(Box<ExportJob>),
    /// Reads or interprets a file of another kind; answered by [`Msg::Interpreted`](super::msg::Msg::Interpreted).
    Import(Box<ImportJob>),
    /// Copies a text with `count` touchpoints for other programs; answered by [`Msg::Copied`](super::msg::Msg::Copied).
    Copy { text: String, count: usize },
    /// Reads the open file again; answered by [`Msg::FileReread`](super::msg::Msg::FileReread).
    Reread { path: PathBuf },
    /// Sets how often the open file is checked.
    SetWatchPace(WatchPace),
    /// Reads a recent file for the preview and drops earlier requests; answered by [`Msg::Previewed`](super::msg::Msg::Previewed).
    Preview { path: PathBuf },
    /// Finds maps that were never saved; answered by [`Msg::Unsaved`](super::msg::Msg::Unsaved).
    FindUnsaved,
    /// Finds unsaved changes whose file is gone; answered by [`Msg::Orphans`](super::msg::Msg::Orphans).
    FindOrphans,
    /// Reads unsaved changes whose file is gone; answered by [`Msg::Unsaved`](super::msg::Msg::Unsaved).
    ReadOrphan { id: JournalId },
    /// Finds the recent maps; answered by [`Msg::Recent`](super::msg::Msg::Recent).
    FindRecent,
    /// Lists a folder; answered by [`Msg::Listed`](super::msg::Msg::Listed).
    List { folder: PathBuf },
    /// Frees a closed preview, which takes long for a large file.
    Free(Box<ImportDialog>),
    /// Writes the unsaved map into the journal.
    WriteJournal(Box<JournalEntry>),
    /// Appends the last change to the journal. Without what was before it there, the journal answers
    /// [`Msg::JournalNeedsMap`](super::msg::Msg::JournalNeedsMap).
    AppendToJournal(Box<JournalChange>),
    /// Prepares the journal for the first change of a large map, which is saved.
    PrepareJournal(Box<JournalEntry>),
    /// Empties the journal: nothing is unsaved.
    ClearJournal,
    /// Removes another process's journal, after its changes were written to our own.
    RemoveRecoveredJournal { id: JournalId },
    /// Removes another process's journal without taking its changes.
    DiscardJournal { id: JournalId },
    /// Opens a file in the user's text editor; answered by [`Msg::Edited`](super::msg::Msg::Edited).
    Edit { path: PathBuf, line: Option<usize> },
    /// Rings the terminal's bell once.
    Ring,
    /// Paints every cell of the screen anew with the next frame.
    Repaint,
    /// Does something for the room.
    Room(RoomEffect),
    /// Ends the program.
    Quit,
}
