//! What is remembered while files are being opened.

use std::path::PathBuf;

use crokey::KeyCombination;

/// Something that was typed while a file was being read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypedAhead {
    Key(KeyCombination),
    OtherLayoutKey { typed: KeyCombination, latin: KeyCombination },
    Paste(String),
}

/// What is remembered while files are being opened.
#[derive(Debug, Default)]
pub struct OpeningInput {
    /// What was typed. It acts when the map is on the board.
    pub typed: Vec<TypedAhead>,
    /// The files whose opening was cancelled, in order; the answers are still to come.
    pub cancelled: Vec<PathBuf>,
    /// The number of the latest request to interpret a file of another kind.
    pub(crate) imports: u64,
}
