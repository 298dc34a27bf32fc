//! `periplo [FILE]`: the editor.

use std::path::PathBuf;

use super::Outcome;
use super::failure::Failure;
use super::setting::{Setting, desk, editor, has_terminal, is_dumb, seed};
use super::source::label;
use crate::exchange::ink::Ink;
use crate::lang::Lang;
use crate::store::disk;
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
        disk::in_a_folder(path).map_err(|error| Failure::Save { file: label(path), error })?;
    }
    let options = Options {
        lang: Lang::new(setting.lang.language()),
        file,
        seed: seed(),
        colour: setting.ink == Ink::Coloured,
        mouse,
        desk: desk(setting.state_folder.clone()),
        editor: editor(),
    };
    match term::run(options).map_err(Failure::Terminal)? {
        Ending::Left => Ok(Outcome::Done),
        Ending::Signal(number) => Ok(Outcome::Signal(number)),
        // The screen that explained it is gone; here the explanation stays.
        Ending::Unreadable { picture } => Err(Failure::Unreadable { picture }),
    }
}
