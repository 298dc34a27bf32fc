//! Results on standard output or in a file.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::source::{is_stream, label};
use crate::exchange::Format;
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

/// The format of a command that a file's name ends like; none for a name without an ending.
pub fn named_like<R: Copy>(command: &'static str, output: &Path, formats: &[Format<R>]) -> Result<Option<R>, Failure> {
    let Some(ending) = output.extension().filter(|ending| !ending.is_empty()) else { return Ok(None) };
    if let Some(format) = formats.iter().find(|format| ending.eq_ignore_ascii_case(format.extension)) {
        return Ok(Some(format.render));
    }
    let names: Vec<String> = formats.iter().map(|format| format!("{} (.{})", format.name, format.extension)).collect();
    let (ending, names) = (label(Path::new(ending)), names.join(", "));
    let message = format!("no format has names that end in .{ending}; choose one with --format: {names}");
    Err(Failure::WrongUse { command, message })
}

/// Refuses to write over a map that is read, whatever it is called.
pub fn refuse_input(command: &'static str, output: &Path, inputs: &[PathBuf]) -> Result<(), Failure> {
    let is_output = |input: &&PathBuf| !is_stream(input) && disk::is_same(output, input);
    let Some(input) = inputs.iter().find(is_output) else { return Ok(()) };
    let (output, input) = (label(output), label(input));
    let message = format!("{output} is the file of a map that is read ({input}); choose another file for --output");
    Err(Failure::WrongUse { command, message })
}

/// Refuses before anything is read what would be refused after.
pub fn refuse_existing(path: &Path, force: bool) -> Result<(), Failure> {
    if !force && disk::is_taken(path) {
        return Err(Failure::OutputExists { file: label(path) });
    }
    Ok(())
}
