//! `periplo [FILE]`: the editor.

use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::setting::{Setting, has_terminal, is_dumb, seed};
use super::source::label;
use super::{Outcome, pending};
use crate::exchange::ink::Ink;
use crate::lang::Lang;
use crate::store::{OpenError, SaveError, disk};

/// Opens the editor on a file, which need not exist yet, or on its start screen.
pub fn open(file: Option<PathBuf>, mouse: bool, setting: &Setting) -> Result<Outcome, Failure> {
    if !has_terminal() {
        return Err(Failure::NoTerminal);
    }
    if is_dumb() {
        return Err(Failure::DumbTerminal);
    }
    // What cannot be edited is explained here, where the explanation stays on the screen.
    if let Some(path) = &file {
        match disk::load(path) {
            Ok(_) => {}
            Err(OpenError::NotFound) => check_folder(path)?,
            Err(error) => {
                return Err(Failure::Open {
                    file: label(path),
                    error,
                });
            }
        }
    }
    let options = pending::Options {
        lang: Lang::new(setting.lang.language()),
        file,
        seed: seed(),
        colour: setting.ink == Ink::Coloured,
        mouse,
    };
    pending::run(options).map_err(Failure::Terminal)?;
    Ok(Outcome::Done)
}

/// A new file needs a folder to be saved in.
fn check_folder(path: &Path) -> Result<(), Failure> {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() && !folder.is_dir() => Err(Failure::Save {
            file: label(path),
            error: SaveError::NoFolder(folder.to_owned()),
        }),
        Some(_) | None => Ok(()),
    }
}
