//! What can be typed into the palette as in vi: `w`, `q`, `wq`, `e FILE`.

use crate::app::model::dialog::command::Command;
use crate::app::model::effect::Effect;
use crate::app::model::state::{Named, Saving, Screen, State};
use crate::app::model::then::Then;
use crate::app::session::file;
use crate::app::session::leave::{give_up, leave};

/// Why a command cannot be carried out now, in a sentence.
pub fn refusal(state: &State, command: &Command) -> Option<String> {
    let is_on_board = matches!(state.screen, Screen::Board);
    match command {
        Command::Save | Command::SaveIn(_) | Command::SaveAndQuit | Command::ReadAgain if !is_on_board => {
            Some(state.lang.no_map_yet())
        }
        Command::SaveIn(_) if state.saving != Saving::Idle => Some(state.lang.still_saving()),
        Command::SaveIn(path) => file::unfit(state, path),
        Command::Open(path) => file::command_for_name(state, path),
        Command::ReadAgain => state.file.is_none().then(|| state.lang.no_file_yet()),
        Command::Save | Command::SaveAndQuit | Command::Quit | Command::QuitAnyway => None,
    }
}

/// Carries out a command that nothing stands against.
pub(crate) fn carry_out(state: &mut State, command: Command) -> Vec<Effect> {
    match command {
        Command::Save => file::save(state),
        Command::SaveIn(path) => file::save_as_typed(state, path, Named::InPalette),
        Command::SaveAndQuit => file::save_then(state, Then::Quit),
        Command::Quit => leave(state, Then::Quit),
        Command::QuitAnyway => give_up(state, Then::Quit),
        Command::Open(path) => leave(state, Then::Open(path)),
        Command::ReadAgain => match state.file.as_ref().map(|file| file.path.clone()) {
            Some(path) => give_up(state, Then::Open(path)),
            None => Vec::new(),
        },
    }
}
