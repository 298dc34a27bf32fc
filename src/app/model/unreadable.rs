//! A file that could not be opened, with its faults.

use std::path::PathBuf;

use crate::app::faults::picture::positions;
use crate::store::OpenError;

/// A file that could not be opened.
#[derive(Debug)]
pub struct Unreadable {
    pub path: PathBuf,
    pub error: OpenError,
    /// How to get an old version back, with an empty line below it; empty if none is kept.
    pub hint: String,
    /// The hint and the faults as text, as they are also printed after the program ends.
    pub picture: String,
    /// The first shown line.
    pub top: usize,
}

impl Unreadable {
    /// Returns true if the file can be corrected in a text editor.
    pub(crate) fn is_text(&self) -> bool {
        matches!(self.error, OpenError::Invalid { .. } | OpenError::NotText { .. })
    }

    /// Returns the line of the first fault, from 1.
    pub fn line(&self) -> Option<usize> {
        if let OpenError::NotText { line, .. } = self.error {
            return Some(line);
        }
        let OpenError::Invalid { text, faults } = &self.error else { return None };
        positions(text, faults.get(..1).unwrap_or_default()).first().map(|(line, _)| *line)
    }
}

/// Why the user's text editor failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditFault {
    /// No editor is set in the environment, and no usual one is installed.
    NoEditor,
    /// The editor could not be started.
    NotStarted { editor: String },
    /// The editor ended with this exit code; `None` for a signal.
    Failed { editor: String, code: Option<i32> },
}
