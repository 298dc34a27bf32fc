//! Results on standard output or in a file.

use std::io::{self, Write};
use std::path::Path;

use super::failure::Failure;
use super::{pending, source};

/// Writes a result to standard output; a reader that has gone is no failure.
pub fn print(bytes: &[u8]) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::CannotWriteResult(error)),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Writes a result to a file, in one piece; an existing one is replaced only if that was asked for.
pub fn write(path: &Path, bytes: &[u8], force: bool) -> Result<(), Failure> {
    if source::is_stream(path) {
        return print(bytes);
    }
    let file = source::label(path);
    let written = if force {
        pending::replace(path, bytes)
    } else {
        pending::create(path, bytes)
    };
    written.map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Failure::OutputExists { file },
        _ => unwritable(path, error),
    })
}

/// The failure to write a file, which may be that of a folder that is not there.
pub fn unwritable(path: &Path, error: io::Error) -> Failure {
    let file = source::label(path);
    match missing_folder(path) {
        Some(folder) => Failure::NoSuchFolder {
            file,
            folder: source::label(folder),
        },
        None => Failure::CannotWrite { file, error },
    }
}

/// The folder in which a file is to be, when it is not there.
pub fn missing_folder(path: &Path) -> Option<&Path> {
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty() && !folder.exists())
}
