//! A file that could not be opened: scrolling through its faults, editing it, reading it again.

use std::path::PathBuf;

use crate::app::model::action::{Action, Reply};
use crate::app::model::effect::Effect;
use crate::app::model::message::Tone;
use crate::app::model::next::Next;
use crate::app::model::screen::{IfMissing, Screen};
use crate::app::model::state::State;
use crate::app::model::unreadable::EditFault;
use crate::app::session::open::open;
use crate::map::text::one_line;

/// Opens the user's editor at the first fault.
pub(crate) fn edit(state: &State) -> Next {
    let Screen::Unreadable(page) = &state.screen else { return Next::nothing() };
    Next::effect(Effect::Edit { path: page.path.clone(), line: page.line() })
}

/// Reads the file again, which may have been corrected.
pub(crate) fn read_again(state: &mut State) -> Next {
    let Screen::Unreadable(page) = &state.screen else { return Next::nothing() };
    let path = page.path.clone();
    open(state, path, IfMissing::Report)
}

/// Reads the file again after its editor was closed, and reports an editor that failed.
pub(crate) fn edited(state: &mut State, path: PathBuf, outcome: Result<(), EditFault>) -> Next {
    if !matches!(&state.screen, Screen::Unreadable(page) if page.path == path) {
        return Next::nothing();
    }
    let again = state.key_label(Action::ReadAgain);
    let (message, has_run) = match outcome {
        Ok(()) => (None, true),
        Err(EditFault::NoEditor) => (Some(state.lang.no_editor(&again)), false),
        Err(EditFault::NotStarted { editor }) => {
            (Some(state.lang.editor_not_started(&one_line(&editor), &again)), false)
        }
        Err(EditFault::Failed { editor, code }) => (Some(state.lang.editor_failed(&one_line(&editor), code)), true),
    };
    if let Some(text) = message {
        state.say(Tone::Failed, text);
    }
    if has_run { open(state, path, IfMissing::Report) } else { Next::nothing() }
}

/// Scrolls through the faults.
pub(crate) fn reply(state: &mut State, reply: Reply) {
    let Screen::Unreadable(page) = &mut state.screen else { return };
    let last = page.picture.lines().count().saturating_sub(1);
    if reply == Reply::Next {
        page.top = (page.top + 1).min(last);
    } else if reply == Reply::Previous {
        page.top = page.top.saturating_sub(1);
    }
}
