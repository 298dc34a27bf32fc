//! Writing results: files that are no maps, in one piece and with the same care for what stands there.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Seek, Write};
use std::path::{Path, PathBuf};

use atomic_write_file::AtomicWriteFile;

use super::SaveError;
use super::new_file::NewFile;
use super::replace::{can_take_place, is_kept_out, write_in_place};
use super::save::{check_parent_folder, resolved, writable};

/// Writes a file with these bytes; one that is there is refused, unless it is to be overwritten.
pub fn write_file(path: &Path, bytes: &[u8], overwrite: bool) -> Result<(), SaveError> {
    let mut output = OutputFile::open(path, overwrite)?;
    output.write_all(bytes).map_err(SaveError::Unwritable)?;
    output.commit()
}

/// Opens a pipe to write to; one that nobody reads waits for its reader.
pub fn open_pipe(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).open(path)
}

/// A file that is written bit by bit, and appears, or takes the place of another, when it is whole; given up before,
/// nothing of it is left.
#[derive(Debug)]
pub struct OutputFile(WriteMode);

#[derive(Debug)]
enum WriteMode {
    New(NewFile),
    /// What will take the place of the file of that path.
    Instead(PathBuf, AtomicWriteFile),
    /// What will be copied over the file of that path where it stands.
    Over(PathBuf, AtomicWriteFile),
    /// What will be written over a file that nothing can stand beside.
    Held(PathBuf, Vec<u8>),
}

impl OutputFile {
    /// Begins a file; one that is there is refused, unless it is to be overwritten.
    pub fn open(path: &Path, overwrite: bool) -> Result<OutputFile, SaveError> {
        if !overwrite {
            return NewFile::beside(path).map(WriteMode::New).map(OutputFile);
        }
        let path = resolved(path).map_err(SaveError::Unwritable)?;
        match fs::metadata(&path) {
            Ok(metadata) => over(path, &metadata).map(OutputFile),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                check_parent_folder(&path)?;
                let file = beside(&path).map_err(SaveError::Unwritable)?;
                Ok(OutputFile(WriteMode::Instead(path, file)))
            }
            Err(error) => Err(SaveError::Unwritable(error)),
        }
    }

    /// Waits until the disk has all of the file, and puts it where it belongs.
    pub fn commit(self) -> Result<(), SaveError> {
        match self.0 {
            WriteMode::New(file) => file.commit(),
            WriteMode::Instead(path, file) => instead(&path, file).map_err(SaveError::Unwritable),
            WriteMode::Over(path, mut file) => {
                let copied = file.rewind().and_then(|()| write_in_place(&path, &mut file, None));
                copied.map_err(SaveError::Unwritable)
            }
            WriteMode::Held(path, bytes) => write_in_place(&path, &*bytes, None).map_err(SaveError::Unwritable),
        }
    }
}

fn over(path: PathBuf, metadata: &Metadata) -> Result<WriteMode, SaveError> {
    writable(&path, metadata)?;
    match beside(&path) {
        Ok(file) if can_take_place(&path, metadata) => Ok(WriteMode::Instead(path, file)),
        Ok(file) => Ok(WriteMode::Over(path, file)),
        Err(error) if is_kept_out(&error) => Ok(WriteMode::Held(path, Vec::new())),
        Err(error) => Err(SaveError::Unwritable(error)),
    }
}

fn beside(path: &Path) -> io::Result<AtomicWriteFile> {
    AtomicWriteFile::options().read(true).open(path)
}

/// Puts a file in the place of another in one step, or over it where that cannot be.
fn instead(path: &Path, file: AtomicWriteFile) -> io::Result<()> {
    file.sync_all()?;
    let mut written = file.try_clone()?;
    match file.commit() {
        Err(error) if is_kept_out(&error) => {
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
            WriteMode::Instead(_, file) | WriteMode::Over(_, file) => file.write(bytes),
            WriteMode::Held(_, held) => held.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.0 {
            WriteMode::New(new) => new.file.flush(),
            WriteMode::Instead(_, file) | WriteMode::Over(_, file) => file.flush(),
            WriteMode::Held(_, held) => held.flush(),
        }
    }
}
