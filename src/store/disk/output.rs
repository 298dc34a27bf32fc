//! Writes exported files: a file appears, or replaces another, only when it is complete.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

use atomic_write_file::AtomicWriteFile;

use super::backups::BackupStore;
use super::checks::{check_parent_folder, check_writable};
use super::errors::SaveError;
use super::new_file::{Access, NewFile};
use super::paths::{follow_links, has_other_names, path_exists};
use super::replace::{NewContent, must_be_overwritten, overwrite_in_place};
use super::replacement::{copy_attributes, open_private};
use super::write_lock::{MapLock, WriteLock};

/// What to do if a file exists where another is to be written.
#[derive(Clone, Debug)]
pub enum IfExists {
    /// Fail.
    Refuse,
    /// Overwrite it, after its content was kept in the backups.
    Overwrite(Option<BackupStore>),
}

/// Writes a file with these bytes.
pub(crate) fn write_file(path: &Path, bytes: &[u8], if_exists: IfExists) -> Result<(), SaveError> {
    let mut output = OutputFile::open(path, if_exists)?;
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
pub struct OutputFile {
    mode: WriteMode,
    /// Keeps the content of the file that is overwritten.
    backups: Option<BackupStore>,
}

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
    /// Begins to write a file.
    pub fn open(path: &Path, if_exists: IfExists) -> Result<OutputFile, SaveError> {
        let (mode, backups) = match if_exists {
            IfExists::Refuse => (WriteMode::New(NewFile::open(path, Access::Usual)?), None),
            IfExists::Overwrite(backups) => (open_to_replace(path)?, backups),
        };
        Ok(OutputFile { mode, backups })
    }

    /// Waits until the disk has the whole file, and puts it in its place.
    pub fn commit(self) -> Result<(), SaveError> {
        let backups = self.backups.as_ref();
        match self.mode {
            WriteMode::New(file) => file.commit(),
            WriteMode::Replace(path, file) => {
                let _lock = lock(&path, backups)?;
                if let Some(backups) = backups {
                    // A failed backup does not stop a file from being replaced atomically.
                    backups.back_up(&path).ok();
                }
                replace_with(&path, file, backups)
            }
            WriteMode::CopyOver(path, mut file) => {
                let _lock = lock(&path, backups)?;
                file.rewind().map_err(SaveError::Unwritable)?;
                overwrite(&path, &mut file, backups)
            }
            WriteMode::Overwrite(path, bytes) => {
                let _lock = lock(&path, backups)?;
                overwrite(&path, &*bytes, backups)
            }
        }
    }
}

fn open_to_replace(path: &Path) -> Result<WriteMode, SaveError> {
    let path = follow_links(path).map_err(SaveError::Unwritable)?;
    match fs::metadata(&path) {
        Ok(metadata) => open_existing(path, &metadata),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            check_parent_folder(&path)?;
            let file = AtomicWriteFile::options().read(true).open(&path).map_err(SaveError::Unwritable)?;
            Ok(WriteMode::Replace(path, file))
        }
        Err(error) => Err(SaveError::Unwritable(error)),
    }
}

/// Takes the lock for writing an existing file.
fn lock(path: &Path, backups: Option<&BackupStore>) -> Result<Option<WriteLock>, SaveError> {
    backups.filter(|_| path_exists(path)).map_or(Ok(None), |backups| backups.lock(path))
}

/// Chooses how to write over an existing file.
fn open_existing(path: PathBuf, metadata: &Metadata) -> Result<WriteMode, SaveError> {
    check_writable(&path, metadata)?;
    match open_private(&path) {
        Ok(file) if !has_other_names(metadata) && copy_attributes(&path, metadata, file.as_file()) => {
            Ok(WriteMode::Replace(path, file))
        }
        Ok(file) => Ok(WriteMode::CopyOver(path, file)),
        Err(error) if must_be_overwritten(&error) => Ok(WriteMode::Overwrite(path, Vec::new())),
        Err(error) => Err(SaveError::Unwritable(error)),
    }
}

/// Replaces a file by a temporary one atomically, or overwrites it in place if that is impossible.
fn replace_with(path: &Path, file: AtomicWriteFile, backups: Option<&BackupStore>) -> Result<(), SaveError> {
    file.sync_all().map_err(SaveError::Unwritable)?;
    let mut written = file.try_clone().map_err(SaveError::Unwritable)?;
    match file.commit() {
        Err(error) if must_be_overwritten(&error) => {
            written.rewind().map_err(SaveError::Unwritable)?;
            overwrite(path, written, backups)
        }
        Err(error) => Err(SaveError::Unwritable(error)),
        Ok(()) => {
            if let Some(backups) = backups {
                backups.forget_overwriting(path);
            }
            Ok(())
        }
    }
}

/// Overwrites a file in place. Its old content stays in the backups, because the user has not seen it.
fn overwrite(path: &Path, content: impl Read, backups: Option<&BackupStore>) -> Result<(), SaveError> {
    if let Some(backups) = backups {
        backups.back_up(path).map_err(SaveError::BackupFailed)?;
    }
    let _lock = MapLock::take(path)?;
    let content = NewContent { bytes: content, fingerprint: None };
    overwrite_in_place(path, content, backups, |_| true).map(drop)
}

impl Write for OutputFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.mode {
            WriteMode::New(new) => new.file.write(bytes),
            WriteMode::Replace(_, file) | WriteMode::CopyOver(_, file) => file.write(bytes),
            WriteMode::Overwrite(_, buffer) => buffer.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.mode {
            WriteMode::New(new) => new.file.flush(),
            WriteMode::Replace(_, file) | WriteMode::CopyOver(_, file) => file.flush(),
            WriteMode::Overwrite(_, buffer) => buffer.flush(),
        }
    }
}
