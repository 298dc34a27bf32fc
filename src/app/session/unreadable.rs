//! A file that could not be opened: what is wrong with it, to be read line by line.

use std::path::PathBuf;

use crate::app::model::action::{Action, Reply};
use crate::app::model::effect::Effect;
use crate::app::model::state::{Screen, State, Tone};
use crate::app::model::unreadable::EditFault;
use crate::app::session::file;
use crate::map::text::one_line;

/// Asks for the user's editor at the first fault.
pub(crate) fn edit(state: &State) -> Vec<Effect> {
    let Screen::Unreadable(page) = &state.screen else { return Vec::new() };
    vec![Effect::Edit { path: page.path.clone(), line: page.line() }]
}

/// Reads the file again, which may have been mended.
pub(crate) fn read_again(state: &mut State) -> Vec<Effect> {
    let Screen::Unreadable(page) = &state.screen else { return Vec::new() };
    let path = page.path.clone();
    file::open(state, path, false)
}

/// Reads the file again when its editor was left, and tells when that did not do its work.
pub(crate) fn edited(state: &mut State, path: PathBuf, outcome: Result<(), EditFault>) -> Vec<Effect> {
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
pub(crate) fn reply(state: &mut State, reply: Reply) {
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
