//! Questions as values: what is asked, and what to do after the answer.

use std::path::PathBuf;

use super::Action;

/// A question that waits for an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// The map has changes that are not saved: save them before going on?
    UnsavedMap { then: Action },
    /// The form has changes: take them?
    UnsavedForm,
    /// The line holds text: make a touchpoint of it?
    UnsavedLine,
    /// A file of that name exists: replace it?
    Overwrite { path: PathBuf },
    /// The file was changed by another hand since it was read: replace it?
    ChangedOutside { path: PathBuf },
}
