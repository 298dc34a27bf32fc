//! What fills the screen behind the dialogs.

use std::path::PathBuf;

use crate::app::model::start::Start;
use crate::app::model::unreadable::Unreadable;

/// What happens if a file to open does not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IfMissing {
    /// It becomes a new map, and the first save creates the file.
    NewMap,
    /// The user is told.
    Report,
}

/// What fills the screen.
#[derive(Debug)]
pub enum Screen {
    /// The start screen: no map is open yet.
    Start(Start),
    /// A file is being read.
    Opening {
        path: PathBuf,
        if_missing: IfMissing,
    },
    /// A file could not be opened; nothing can be saved over it.
    Unreadable(Unreadable),
    Board,
}
