//! Results on standard output or in a file.

use std::io::{self, Write};
use std::path::Path;

use super::failure::Failure;
use super::source::{is_stream, label};
use crate::store::{SaveError, disk};

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
    if is_stream(path) {
        return print(bytes);
    }
    let file = label(path);
    disk::write(path, bytes, force).map_err(|error| match error {
        SaveError::Exists => Failure::OutputExists { file },
        SaveError::NotAFile(_)
        | SaveError::ReadOnly
        | SaveError::NoFolder(_)
        | SaveError::ChangedOutside
        | SaveError::NewerFormat(_)
        | SaveError::NotFaithful
        | SaveError::NotKept(_)
        | SaveError::Unwritable(_) => Failure::Save { file, error },
    })
}
