//! Commands in the palette, as in vi: `w`, `saveas`, `q`, `wq`, `e FILE`, and `live`; some also in Spanish.

use std::path::PathBuf;

/// A typed command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    Save,
    /// Writes a copy into a file; a map without a file is saved there.
    WriteCopy(PathBuf),
    /// Saves the map in another file and goes on with that.
    SaveAs(PathBuf),
    SaveAndQuit,
    Quit,
    /// Ends the program and gives up unsaved changes.
    QuitAnyway,
    Open(PathBuf),
    /// Reads the open file again and gives up unsaved changes.
    ReadAgain,
    /// Turns live editing on or off.
    ToggleLive,
}

impl Command {
    /// Parses a complete command; `None` for any other text. Actions are found by their own names, in every language.
    pub fn parse(typed: &str) -> Option<Command> {
        let typed = typed.trim().trim_start_matches(':');
        let (word, rest) = typed.split_once(char::is_whitespace).unwrap_or((typed, ""));
        let file = Some(rest.trim()).filter(|rest| !rest.is_empty()).map(PathBuf::from);
        let command = match word {
            "en" if rest.trim() == "vivo" => return Some(Command::ToggleLive),
            "w" | "write" => file.map_or(Command::Save, Command::WriteCopy),
            "saveas" | "sav" | "guardarcomo" => Command::SaveAs(file?),
            "e" | "edit" => Command::Open(file?),
            "wq" | "x" => Command::SaveAndQuit,
            "q" | "quit" => Command::Quit,
            "q!" => Command::QuitAnyway,
            "e!" => Command::ReadAgain,
            "live" | "vivo" => Command::ToggleLive,
            _ => return None,
        };
        let takes_file = matches!(command, Command::WriteCopy(_) | Command::SaveAs(_) | Command::Open(_));
        (takes_file || rest.trim().is_empty()).then_some(command)
    }
}
