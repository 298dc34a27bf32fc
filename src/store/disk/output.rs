//! Writing results: files that are no maps, in one piece and with the same care for what stands there.

use std::fs;
use std::io;
use std::path::Path;

use super::SaveError;
use super::create::create_new;
use super::replace::{put, replace};
use super::save::{in_a_folder, resolved, writable};

/// Writes a file with these bytes; one that is there is refused, unless it is to be overwritten.
pub fn write(path: &Path, bytes: &[u8], overwrite: bool) -> Result<(), SaveError> {
    if !overwrite {
        return create_new(path, bytes);
    }
    let path = resolved(path).map_err(SaveError::Unwritable)?;
    let metadata = match fs::metadata(&path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            in_a_folder(&path)?;
            return replace(&path, bytes).map_err(SaveError::Unwritable);
        }
        Err(error) => return Err(SaveError::Unwritable(error)),
    };
    writable(&path, &metadata)?;
    put(&path, &metadata, bytes, None, None, || true)
}
