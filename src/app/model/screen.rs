//! What fills the screen behind the dialogs.

use std::path::PathBuf;

use crate::app::model::start::Start;
use crate::app::model::unreadable::Unreadable;

/// What fills the screen.
#[derive(Debug)]
pub enum Screen {
    /// The start screen: no map is open yet.
    Start(Start),
    /// A file is being read; if it does not exist and `or_new` is set, it becomes a new map.
    Opening {
        path: PathBuf,
        or_new: bool,
    },
    /// A file could not be opened; nothing can be saved over it.
    Unreadable(Unreadable),
    Board,
}
