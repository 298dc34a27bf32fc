//! Checks before a file is written.

use std::fs::Metadata;
use std::io::ErrorKind;
use std::path::Path;

use super::errors::{NotAFile, SaveError};
use super::nonblocking::open_to_overwrite;

/// Returns an error if the folder of a path does not exist.
pub(crate) fn check_parent_folder(path: &Path) -> Result<(), SaveError> {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() && !folder.is_dir() => {
            Err(SaveError::NoFolder(folder.to_path_buf()))
        }
        Some(_) | None => Ok(()),
    }
}

/// Returns an error if an existing file may not be overwritten.
pub(super) fn check_writable(path: &Path, metadata: &Metadata) -> Result<(), SaveError> {
    if let Some(other) = NotAFile::of(metadata) {
        return Err(SaveError::NotAFile(other));
    }
    if metadata.permissions().readonly() {
        return Err(SaveError::ReadOnly);
    }
    // Only the system knows whether this user may write. Opening the file does not change it.
    match open_to_overwrite(path) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == ErrorKind::PermissionDenied => Err(SaveError::ReadOnly),
        Err(error) if error.kind() == ErrorKind::ReadOnlyFilesystem => Err(SaveError::ReadOnly),
        Err(error) => Err(SaveError::Unwritable(error)),
    }
}
