//! A file that could not be opened: what is wrong with it, to be read line by line.

use std::path::PathBuf;

use crate::app::faults::picture::positions;
use crate::store::OpenError;

/// A file that could not be opened, and what is wrong with it.
#[derive(Debug)]
pub struct Unreadable {
    pub path: PathBuf,
    pub error: OpenError,
    /// The picture of its faults, as it stays on the ordinary screen afterwards.
    pub picture: String,
    /// The first line of the picture that is shown.
    pub top: usize,
}

impl Unreadable {
    /// Whether an editor can mend it: the file is there and can be read.
    pub fn is_text(&self) -> bool {
        match self.error {
            OpenError::Invalid { .. } | OpenError::NotText { .. } => true,
            OpenError::NotFound | OpenError::NotAFile(_) | OpenError::TooLarge { .. } | OpenError::Unreadable(_) => {
                false
            }
        }
    }

    /// The line of its first fault, from 1.
    pub fn line(&self) -> Option<usize> {
        match &self.error {
            OpenError::Invalid { text, faults } => {
                positions(text, faults.get(..1).unwrap_or_default()).first().map(|(line, _)| *line)
            }
            OpenError::NotText { line, .. } => Some(*line),
            OpenError::NotFound | OpenError::NotAFile(_) | OpenError::TooLarge { .. } | OpenError::Unreadable(_) => {
                None
            }
        }
    }
}

/// Why the user's editor did not do its work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditFault {
    /// None is named in the environment, and none of the usual ones is there.
    NoEditor,
    /// It could not be started.
    NotStarted { editor: String },
    /// It ended with this exit code, or by a signal.
    Failed { editor: String, code: Option<i32> },
}
