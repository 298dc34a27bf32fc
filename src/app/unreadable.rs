//! A file that could not be opened: what is wrong with it, to be read line by line.

use std::path::PathBuf;

use super::action::{Action, Reply};
use super::effect::Effect;
use super::file;
use super::picture::positions;
use super::state::{Screen, State, Tone};
use crate::map::text::one_line;
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

/// Asks for the user's editor at the first fault.
pub(super) fn edit(state: &State) -> Vec<Effect> {
    let Screen::Unreadable(page) = &state.screen else { return Vec::new() };
    vec![Effect::Edit { path: page.path.clone(), line: page.line() }]
}

/// Reads the file again, which may have been mended.
pub(super) fn read_again(state: &mut State) -> Vec<Effect> {
    let Screen::Unreadable(page) = &state.screen else { return Vec::new() };
    let path = page.path.clone();
    file::open(state, path, false)
}

/// Reads the file again when its editor was left, and tells when that did not do its work.
pub(super) fn edited(state: &mut State, path: PathBuf, outcome: Result<(), EditFault>) -> Vec<Effect> {
    if !matches!(&state.screen, Screen::Unreadable(page) if page.path == path) {
        return Vec::new();
    }
    let again = state.key(Action::ReadAgain);
    let (said, ran) = match outcome {
        Ok(()) => (None, true),
        Err(EditFault::NoEditor) => (Some(state.lang.no_editor(&again)), false),
        Err(EditFault::NotStarted { editor }) => {
            (Some(state.lang.editor_not_started(&one_line(&editor), &again)), false)
        }
        Err(EditFault::Failed { editor, code }) => (Some(state.lang.editor_failed(&one_line(&editor), code)), true),
    };
    if let Some(text) = said {
        state.say(Tone::Failed, text);
    }
    if ran { file::open(state, path, false) } else { Vec::new() }
}

/// Carries out a reply to the picture.
pub(super) fn reply(state: &mut State, reply: Reply) {
    let Screen::Unreadable(page) = &mut state.screen else { return };
    match reply {
        Reply::Next => page.top = (page.top + 1).min(page.picture.lines().count().saturating_sub(1)),
        Reply::Previous => page.top = page.top.saturating_sub(1),
        Reply::Accept
        | Reply::Choose
        | Reply::Add
        | Reply::Leave
        | Reply::NextChoice
        | Reply::PreviousChoice
        | Reply::Complete
        | Reply::Keep
        | Reply::Discard => {}
    }
}
