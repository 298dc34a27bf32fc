//! What reaches the program: keys, pastes, pointers, sizes, and the world's answers.

use std::path::PathBuf;

use crokey::KeyCombination;

use super::pointer::Pointer;
use crate::map::Revision;
use crate::store::{Fingerprint, Loaded, OpenError, SaveError};

/// Something that happened.
#[derive(Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(KeyCombination),
    /// Text was pasted.
    Paste(String),
    /// The mouse did something over something.
    Pointer(Pointer),
    /// The program begins with a file, which need not be there yet.
    Begin(PathBuf),
    /// A file was read, or was not.
    Opened { path: PathBuf, outcome: Result<Loaded, OpenError> },
    /// A revision reached the disk, or did not.
    Saved { path: PathBuf, revision: Revision, outcome: Result<Fingerprint, SaveError> },
}
