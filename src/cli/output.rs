//! Results on standard output or in a file.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::source::{is_stdin, is_stdout, label};
use super::unfinished::Unfinished;
use crate::exchange::Format;
use crate::store::{SaveError, disk};

/// Refuses to show on a terminal what is no text.
pub fn refuse_terminal(command: &'static str) -> Result<(), Failure> {
    if io::stdout().is_terminal() {
        let message = "this format is no text for a terminal; name a file with --output".to_owned();
        return Err(Failure::WrongUse { command, message });
    }
    Ok(())
}

/// Writes a result to standard output; a reader that has gone is no failure.
pub fn print(bytes: &[u8]) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    read_by(stdout.write_all(bytes).and_then(|()| stdout.flush())).map(drop)
}

/// Writes a result to a pipe, or to a file in one piece; an existing one is replaced only if that was asked for.
pub fn write(path: &Path, bytes: &[u8], force: bool) -> Result<(), Failure> {
    if is_stdout(path) {
        return print(bytes);
    }
    if disk::is_pipe_or_terminal(path) {
        let written = disk::open_pipe(path).and_then(|mut pipe| pipe.write_all(bytes));
        return read_by(written).map(drop);
    }
    disk::write_file(path, bytes, force).map_err(|error| unsaved(path, error))
}

/// Why a file was not written, as a failure of the command.
pub fn unsaved(path: &Path, error: SaveError) -> Failure {
    let file = label(path);
    match error {
        SaveError::Exists => Failure::OutputExists { file },
        SaveError::NotAFile(_)
        | SaveError::ReadOnly
        | SaveError::NoFolder(_)
        | SaveError::ChangedOutside
        | SaveError::NewerFormat(_)
        | SaveError::RoundTripFailed
        | SaveError::BackupFailed(_)
        | SaveError::Unwritable(_) => Failure::Save { file, error },
    }
}

/// Where a result goes that is written bit by bit.
pub enum Output<'a> {
    Stream(BufWriter<Box<dyn Write>>),
    File(&'a Path, BufWriter<Unfinished>),
}

impl<'a> Output<'a> {
    /// Begins a result on standard output, in a pipe, or in a file that replaces an existing one only if that was asked for.
    pub fn open(path: Option<&'a Path>, force: bool) -> Result<Output<'a>, Failure> {
        match path.filter(|path| !is_stdout(path)) {
            None => Ok(Output::Stream(BufWriter::new(Box::new(io::stdout().lock())))),
            Some(path) if disk::is_pipe_or_terminal(path) => {
                let pipe = disk::open_pipe(path).map_err(Failure::CannotWriteResult)?;
                Ok(Output::Stream(BufWriter::new(Box::new(pipe))))
            }
            Some(path) => {
                let file = Unfinished::open(path, force).map_err(|error| unsaved(path, error))?;
                Ok(Output::File(path, BufWriter::new(file)))
            }
        }
    }

    /// Writes pieces of the result; says to go on as long as there is somebody to read it.
    pub fn write(&mut self, pieces: &[&[u8]]) -> Result<ControlFlow<()>, Failure> {
        let mut each = pieces.iter();
        match self {
            Output::Stream(stream) => read_by(each.try_for_each(|piece| stream.write_all(piece))),
            Output::File(path, file) => match each.try_for_each(|piece| file.write_all(piece)) {
                Ok(()) => Ok(ControlFlow::Continue(())),
                Err(error) => Err(unsaved(path, SaveError::Unwritable(error))),
            },
        }
    }

    /// Ends the result; a file appears now, whole.
    pub fn finish(self) -> Result<(), Failure> {
        match self {
            Output::Stream(mut stream) => read_by(stream.flush()).map(drop),
            Output::File(path, file) => {
                let file = file.into_inner().map_err(|error| SaveError::Unwritable(error.into_error()));
                file.and_then(Unfinished::commit).map_err(|error| unsaved(path, error))
            }
        }
    }
}

/// Whether what was written to standard output still finds a reader; one that has gone is no failure.
fn read_by(written: io::Result<()>) -> Result<ControlFlow<()>, Failure> {
    match written {
        Ok(()) => Ok(ControlFlow::Continue(())),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ControlFlow::Break(())),
        Err(error) => Err(Failure::CannotWriteResult(error)),
    }
}

/// The format of a command that a file's name ends like; none for a name without an ending.
pub fn named_like<R>(
    command: &'static str,
    output: &Path,
    formats: &'static [Format<R>],
) -> Result<Option<&'static Format<R>>, Failure> {
    let Some(ending) = output.extension().filter(|ending| !ending.is_empty()) else { return Ok(None) };
    if let Some(format) = Format::with_ending(formats, ending) {
        return Ok(Some(format));
    }
    let names: Vec<String> =
        formats.iter().map(|format| format!("{} (.{})", format.name, format.extension())).collect();
    let (ending, names) = (label(Path::new(ending)), names.join(", "));
    let message = format!("no format has names that end in .{ending}; choose one with --format: {names}");
    Err(Failure::WrongUse { command, message })
}

/// Refuses to write over a map that is read, whatever it is called.
pub fn refuse_input(command: &'static str, output: &Path, inputs: &[PathBuf]) -> Result<(), Failure> {
    let is_output = |input: &&PathBuf| !is_stdin(input) && disk::is_same(output, input);
    let Some(input) = inputs.iter().find(is_output) else { return Ok(()) };
    let (output, input) = (label(output), label(input));
    let message = format!("{output} is the file of a map that is read ({input}); choose another file for --output");
    Err(Failure::WrongUse { command, message })
}

/// Refuses an option for cells of tables where no such table is read or written.
pub fn refuse_unguarded<R>(
    command: &'static str,
    no_guard: bool,
    format: &Format<R>,
    formats: &'static [Format<R>],
) -> Result<(), Failure> {
    if !no_guard || format.has_guard {
        return Ok(());
    }
    let guarded: Vec<&str> = formats.iter().filter(|each| each.has_guard).map(|each| each.name).collect();
    let (cells, name) = (guarded.join(" and "), format.name);
    let message = format!("--no-guard is for the cells of {cells}, and this is {name}; leave it out");
    Err(Failure::WrongUse { command, message })
}

/// Refuses before anything is read what would be refused after; what is no file cannot be overwritten either.
pub fn refuse_existing(path: &Path, force: bool) -> Result<(), Failure> {
    if let Some(other) = disk::not_a_file(path) {
        return Err(Failure::Save { file: label(path), error: SaveError::NotAFile(other) });
    }
    if !force && disk::path_exists(path) {
        return Err(Failure::OutputExists { file: label(path) });
    }
    Ok(())
}
