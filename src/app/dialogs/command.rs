//! Commands typed into the palette, as in vi: why one cannot run now, and running it.

use crate::app::model::dialog::command::Command;
use crate::app::model::file_name::is_importable;
use crate::app::model::leave_to::LeaveTo;
use crate::app::model::next::{Next, Step};
use crate::app::model::query::save_name::{is_copy, refuse_command_as_name, refuse_save_name};
use crate::app::model::screen::Screen;
use crate::app::model::session::SaveTrigger;
use crate::app::model::state::State;

/// Returns why a command cannot run now, as a sentence.
pub(crate) fn refusal(state: &State, command: &Command) -> Option<String> {
    let has_map = matches!(state.screen, Screen::Board);
    match command {
        Command::Save
        | Command::WriteCopy(_)
        | Command::SaveAs(_)
        | Command::SaveAndQuit
        | Command::ReadAgain
        | Command::ToggleLive
            if !has_map =>
        {
            Some(state.lang.no_map_yet())
        }
        Command::WriteCopy(_) | Command::SaveAs(_) if state.session.is_writing() || state.session.is_copying => {
            Some(state.lang.still_saving())
        }
        Command::WriteCopy(path) | Command::SaveAs(path) => refuse_save_name(state, path),
        Command::Open(path) => refuse_command_as_name(state, path),
        Command::ReadAgain => state.session.file.is_none().then(|| state.lang.no_file_yet()),
        Command::Save | Command::SaveAndQuit | Command::Quit | Command::QuitAnyway | Command::ToggleLive => None,
    }
}

/// Runs a command that is not refused.
pub(crate) fn run(state: &State, command: Command) -> Next {
    let step = match command {
        Command::Save => Step::Save,
        Command::WriteCopy(typed) if is_copy(state, &typed) => Step::WriteCopy(typed),
        Command::WriteCopy(typed) | Command::SaveAs(typed) => Step::SaveAs { typed, trigger: SaveTrigger::Palette },
        Command::SaveAndQuit => Step::SaveThenLeave(LeaveTo::Quit),
        Command::Quit => Step::Leave(LeaveTo::Quit),
        Command::QuitAnyway => Step::LeaveUnsaved(LeaveTo::Quit),
        Command::ToggleLive => Step::ToggleLive,
        Command::Open(path) if is_importable(&path) => Step::Import { path },
        Command::Open(path) => Step::Leave(LeaveTo::Open(path)),
        Command::ReadAgain => match state.session.path() {
            Some(path) => Step::LeaveUnsaved(LeaveTo::Open(path.clone())),
            None => return Next::nothing(),
        },
    };
    Next::step(step)
}
