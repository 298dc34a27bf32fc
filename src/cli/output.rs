//! Writes results to standard output, pipes or files.

use std::io::{self, BufWriter, Write};
use std::ops::ControlFlow;
use std::path::Path;

use super::failure::Failure;
use super::paths::{display_path, is_stdout};
use super::pending_file::PendingFile;
use crate::exchange::terminal_text::strip_controls;
use crate::exchange::{ExportError, TableReader};
use crate::store::disk::IfExists;
use crate::store::{SaveError, disk};

/// Writes a result to standard output. A reader that has closed the pipe is not a failure.
pub(super) fn print_result(bytes: &[u8]) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    continue_while_read(stdout.write_all(bytes).and_then(|()| stdout.flush())).map(drop)
}

/// Writes a listing for people to standard output, without characters that control the terminal or are invisible.
pub(super) fn print_text(text: &str) -> Result<(), Failure> {
    print_result(strip_controls(text).as_bytes())
}

/// Writes a rendered listing to standard output.
pub(super) fn print_rendered(rendered: Result<Vec<u8>, ExportError>) -> Result<(), Failure> {
    print_text(&String::from_utf8_lossy(&rendered.map_err(Failure::CannotExport)?))
}

/// Writes a result to standard output, a pipe or a file. A file is written atomically.
pub(super) fn write_result(path: &Path, bytes: &[u8], if_exists: IfExists) -> Result<(), Failure> {
    if is_stdout(path) {
        return print_result(bytes);
    }
    if disk::is_pipe_or_terminal(path) {
        let written = disk::open_pipe(path).and_then(|mut pipe| pipe.write_all(bytes));
        return continue_while_read(written).map(drop);
    }
    disk::write_file(path, bytes, if_exists).map_err(|error| write_failure(path, error))
}

/// Returns who reads a table: a spreadsheet if it is written to a file, unless `machine` is set.
pub(super) fn table_reader(output: Option<&Path>, machine: bool) -> TableReader {
    let file = output.filter(|path| !machine && !is_stdout(path) && !disk::is_pipe_or_terminal(path));
    if file.is_some() { TableReader::Spreadsheet } else { TableReader::Program }
}

/// Turns an error of writing a result file into a failure of the command.
pub(super) fn write_failure(path: &Path, error: SaveError) -> Failure {
    let file = display_path(path);
    if matches!(error, SaveError::Exists) { Failure::OutputExists { file } } else { Failure::Save { file, error } }
}

/// A result that is written in parts.
pub(super) enum ResultWriter<'a> {
    Stream(BufWriter<Box<dyn Write>>),
    File(&'a Path, BufWriter<PendingFile>),
}

impl<'a> ResultWriter<'a> {
    /// Opens standard output, a pipe or a file.
    pub(super) fn open(path: Option<&'a Path>, if_exists: IfExists) -> Result<ResultWriter<'a>, Failure> {
        match path.filter(|path| !is_stdout(path)) {
            None => Ok(ResultWriter::Stream(BufWriter::new(Box::new(io::stdout().lock())))),
            Some(path) if disk::is_pipe_or_terminal(path) => {
                let pipe = disk::open_pipe(path).map_err(Failure::CannotWriteResult)?;
                Ok(ResultWriter::Stream(BufWriter::new(Box::new(pipe))))
            }
            Some(path) => {
                let file = PendingFile::open(path, if_exists).map_err(|error| write_failure(path, error))?;
                Ok(ResultWriter::File(path, BufWriter::new(file)))
            }
        }
    }

    /// Writes parts of the result. Breaks if the reader has closed the pipe.
    pub(super) fn write(&mut self, parts: &[&[u8]]) -> Result<ControlFlow<()>, Failure> {
        let mut parts = parts.iter();
        match self {
            ResultWriter::Stream(stream) => continue_while_read(parts.try_for_each(|part| stream.write_all(part))),
            ResultWriter::File(path, file) => match parts.try_for_each(|part| file.write_all(part)) {
                Ok(()) => Ok(ControlFlow::Continue(())),
                Err(error) => Err(write_failure(path, SaveError::Unwritable(error))),
            },
        }
    }

    /// Finishes the result. A file appears only now, complete.
    pub(super) fn finish(self) -> Result<(), Failure> {
        match self {
            ResultWriter::Stream(mut stream) => continue_while_read(stream.flush()).map(drop),
            ResultWriter::File(path, file) => {
                let file = file.into_inner().map_err(|error| SaveError::Unwritable(error.into_error()));
                file.and_then(PendingFile::commit).map_err(|error| write_failure(path, error))
            }
        }
    }
}

/// Breaks if a write failed because the reader has closed the pipe. Other errors are failures.
fn continue_while_read(written: io::Result<()>) -> Result<ControlFlow<()>, Failure> {
    match written {
        Ok(()) => Ok(ControlFlow::Continue(())),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ControlFlow::Break(())),
        Err(error) => Err(Failure::CannotWriteResult(error)),
    }
}
