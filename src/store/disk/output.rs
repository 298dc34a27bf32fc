//! Writing results: files that are no maps, in one piece and with the same care for what stands there.

use std::fs;
use std::io;
use std::path::Path;

use super::SaveError;
use super::save::{create_new, in_a_folder, links, replace, resolved, writable, write_in_place};

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
    let written = if links(&metadata) > 1 {
        write_in_place(&path, bytes, None)
    } else {
        match replace(&path, bytes) {
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => write_in_place(&path, bytes, None),
            written => written,
        }
    };
    written.map_err(SaveError::Unwritable)
}
