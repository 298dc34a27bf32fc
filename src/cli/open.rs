//! `periplo [FILE]`: the editor.

use std::path::{Path, PathBuf};

use super::Outcome;
use super::failure::Failure;
use super::setting::{Setting, has_terminal, is_dumb, seed};
use super::source::label;
use crate::exchange::ink::Ink;
use crate::lang::Lang;
use crate::store::SaveError;
use crate::term::{self, Ending, Options};

/// Opens the editor on a file, which need not exist yet, or on its start screen.
pub fn open(file: Option<PathBuf>, mouse: bool, setting: &Setting) -> Result<Outcome, Failure> {
    if !has_terminal() {
        return Err(Failure::NoTerminal);
    }
    if is_dumb() {
        return Err(Failure::DumbTerminal);
    }
    if let Some(path) = &file {
        check_folder(path)?;
    }
    let options = Options {
        lang: Lang::new(setting.lang.language()),
        file,
        seed: seed(),
        colour: setting.ink == Ink::Coloured,
        mouse,
    };
    match term::run(options).map_err(Failure::Terminal)? {
        Ending::Left => Ok(Outcome::Done),
        Ending::Signal(number) => Ok(Outcome::Signal(number)),
        // The screen that explained it is gone; here the explanation stays.
        Ending::Unreadable { picture } => Err(Failure::Unreadable { picture }),
    }
}

/// A new file needs a folder to be saved in.
fn check_folder(path: &Path) -> Result<(), Failure> {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() && !folder.is_dir() => {
            Err(Failure::Save { file: label(path), error: SaveError::NoFolder(folder.to_owned()) })
        }
        Some(_) | None => Ok(()),
    }
}
