//! Writes exported files: a file appears, or replaces another, only when it is complete.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Seek, Write};
use std::path::{Path, PathBuf};

use atomic_write_file::AtomicWriteFile;

use super::checks::{check_parent_folder, check_writable};
use super::errors::SaveError;
use super::new_file::NewFile;
use super::paths::follow_links;
use super::replace::{can_be_replaced, must_be_overwritten, write_in_place};

/// Writes a file with these bytes. If the file exists, fails unless `overwrite` is true.
pub(crate) fn write_file(path: &Path, bytes: &[u8], overwrite: bool) -> Result<(), SaveError> {
    let mut output = OutputFile::open(path, overwrite)?;
    output.write_all(bytes).map_err(SaveError::Unwritable)?;
    output.commit()
}

/// Opens a pipe for writing. Blocks until somebody reads from it.
pub(crate) fn open_pipe(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).open(path)
}

/// A file that is written piece by piece and appears when it is committed. If it is dropped before, nothing of it is
/// left.
#[derive(Debug)]
pub struct OutputFile(WriteMode);

/// How the file gets its content when it is committed.
#[derive(Debug)]
enum WriteMode {
    /// A new file, which never replaces another.
    New(NewFile),
    /// A temporary file that takes the place of the file at the path.
    Replace(PathBuf, AtomicWriteFile),
    /// A temporary file that is copied over the content of the file at the path.
    CopyOver(PathBuf, AtomicWriteFile),
    /// Bytes in memory that overwrite the file at the path, because no temporary file can be created beside it.
    Overwrite(PathBuf, Vec<u8>),
}

impl OutputFile {
    /// Begins to write a file. If the file exists, fails unless `overwrite` is true.
    pub fn open(path: &Path, overwrite: bool) -> Result<OutputFile, SaveError> {
        if !overwrite {
            return NewFile::open(path).map(WriteMode::New).map(OutputFile);
        }
        let path = follow_links(path).map_err(SaveError::Unwritable)?;
        match fs::metadata(&path) {
            Ok(metadata) => open_existing(path, &metadata).map(OutputFile),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                check_parent_folder(&path)?;
                let file = temporary_beside(&path).map_err(SaveError::Unwritable)?;
                Ok(OutputFile(WriteMode::Replace(path, file)))
            }
            Err(error) => Err(SaveError::Unwritable(error)),
        }
    }

    /// Waits until the disk has the whole file, and puts it in its place.
    pub fn commit(self) -> Result<(), SaveError> {
        match self.0 {
            WriteMode::New(file) => file.commit(),
            WriteMode::Replace(path, file) => replace_with(&path, file).map_err(SaveError::Unwritable),
            WriteMode::CopyOver(path, mut file) => {
                let copied = file.rewind().and_then(|()| write_in_place(&path, &mut file, None));
                copied.map_err(SaveError::Unwritable)
            }
            WriteMode::Overwrite(path, bytes) => write_in_place(&path, &*bytes, None).map_err(SaveError::Unwritable),
        }
    }
}

/// Chooses how to write over an existing file.
fn open_existing(path: PathBuf, metadata: &Metadata) -> Result<WriteMode, SaveError> {
    check_writable(&path, metadata)?;
    match temporary_beside(&path) {
        Ok(file) if can_be_replaced(&path, metadata) => Ok(WriteMode::Replace(path, file)),
        Ok(file) => Ok(WriteMode::CopyOver(path, file)),
        Err(error) if must_be_overwritten(&error) => Ok(WriteMode::Overwrite(path, Vec::new())),
        Err(error) => Err(SaveError::Unwritable(error)),
    }
}

fn temporary_beside(path: &Path) -> io::Result<AtomicWriteFile> {
    AtomicWriteFile::options().read(true).open(path)
}

/// Replaces a file by a temporary one atomically, or overwrites it in place if that is impossible.
fn replace_with(path: &Path, file: AtomicWriteFile) -> io::Result<()> {
    file.sync_all()?;
    let mut written = file.try_clone()?;
    match file.commit() {
        Err(error) if must_be_overwritten(&error) => {
            written.rewind()?;
            write_in_place(path, written, None)
        }
        committed => committed,
    }
}

impl Write for OutputFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.0 {
            WriteMode::New(new) => new.file.write(bytes),
            WriteMode::Replace(_, file) | WriteMode::CopyOver(_, file) => file.write(bytes),
            WriteMode::Overwrite(_, buffer) => buffer.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.0 {
            WriteMode::New(new) => new.file.flush(),
            WriteMode::Replace(_, file) | WriteMode::CopyOver(_, file) => file.flush(),
            WriteMode::Overwrite(_, buffer) => buffer.flush(),
        }
    }
}
