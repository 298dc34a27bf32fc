//! `periplo [FILE]`: the editor.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::failure::Failure;
use super::output::missing_folder;
use super::pending;
use super::setting::{Setting, has_terminal, is_dumb};
use super::source::label;
use crate::store::{OpenError, disk};

/// Opens the editor on a file, which need not exist yet, or on its start screen.
pub fn open(file: Option<PathBuf>, mouse: bool, setting: &Setting) -> Result<ExitCode, Failure> {
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
            Err(OpenError::Unreadable(error)) if error.kind() == std::io::ErrorKind::NotFound => check_folder(path)?,
            Err(error) => return Err(Failure::open(label(path), error)),
        }
    }
    Ok(pending::run(pending::Options {
        file,
        language: setting.lang.language(),
        config: setting.config.clone(),
        ink: setting.ink,
        mouse,
    }))
}

/// A new file needs a folder to be saved in.
fn check_folder(path: &Path) -> Result<(), Failure> {
    match missing_folder(path) {
        Some(folder) => Err(Failure::NoSuchFolder {
            file: label(path),
            folder: label(folder),
        }),
        None => Ok(()),
    }
}
