//! What can be typed into the palette as in vi: `w`, `q`, `wq`, `e FILE`.

use std::path::PathBuf;

use super::effect::Effect;
use super::file;
use super::leave::{Then, give_up, leave};
use super::state::{Named, Saving, Screen, State};

/// A command that was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    Save,
    SaveIn(PathBuf),
    SaveAndQuit,
    Quit,
    /// Ends the program, whatever is unsaved.
    QuitAnyway,
    Open(PathBuf),
    /// Reads the open file again, whatever is unsaved.
    ReadAgain,
}

impl Command {
    /// Reads a command that is typed to its end; none for all else.
    pub fn parse(typed: &str) -> Option<Command> {
        let typed = typed.trim().trim_start_matches(':');
        let (word, rest) = typed.split_once(char::is_whitespace).unwrap_or((typed, ""));
        let file = Some(rest.trim()).filter(|rest| !rest.is_empty()).map(PathBuf::from);
        let command = match word {
            "w" | "write" => file.map_or(Command::Save, Command::SaveIn),
            "e" | "edit" => Command::Open(file?),
            "wq" | "x" => Command::SaveAndQuit,
            "q" | "quit" => Command::Quit,
            "q!" => Command::QuitAnyway,
            "e!" => Command::ReadAgain,
            _ => return None,
        };
        let takes_file = matches!(command, Command::SaveIn(_) | Command::Open(_));
        (takes_file || rest.trim().is_empty()).then_some(command)
    }
}

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
pub(super) fn carry_out(state: &mut State, command: Command) -> Vec<Effect> {
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
