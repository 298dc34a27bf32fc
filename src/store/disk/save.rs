//! Saving: all or nothing, through links, with the file's own rights, and never over what was not seen.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use atomic_write_file::AtomicWriteFile;

use super::read::{bytes, not_a_file};
use super::{Fingerprint, OpenError, SaveError};
use crate::map::JourneyMap;
use crate::store::ron_text;

/// The most symbolic links that are followed, as on Linux.
const LINK_LIMIT: usize = 40;

/// How many names are tried for a temporary file.
const TEMPORARY_LIMIT: usize = 1_000;

/// Replaces the file by one that holds this map, whatever it held, and waits until the disk has it.
pub fn save(path: &Path, map: &JourneyMap) -> Result<(), SaveError> {
    save_over(path, map, None).map(drop)
}

/// Replaces the file by one that holds this map, if it still is what was expected, and waits until the disk has it.
///
/// Gives the mark of what the file holds now. A file that holds the same text already is not touched, and one that is
/// gone is written anew.
pub fn save_over(path: &Path, map: &JourneyMap, expected: Option<&Fingerprint>) -> Result<Fingerprint, SaveError> {
    let path = resolved(path).map_err(SaveError::Unwritable)?;
    let text = printed(map)?;
    let fingerprint = Fingerprint::of(text.as_bytes());
    let metadata = match fs::metadata(&path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            in_a_folder(&path)?;
            faithful(&text, map)?;
            replace(&path, text.as_bytes()).map_err(SaveError::Unwritable)?;
            return Ok(fingerprint);
        }
        Err(error) => return Err(SaveError::Unwritable(error)),
    };
    writable(&path, &metadata)?;
    let before = match bytes(&path) {
        Ok((before, _)) => Some(before),
        Err(OpenError::TooLarge { .. }) => None,
        Err(OpenError::Unreadable(error)) => return Err(SaveError::Unwritable(error)),
        Err(OpenError::NotAFile(other)) => return Err(SaveError::NotAFile(other)),
        Err(OpenError::NotFound | OpenError::NotText { .. } | OpenError::Invalid { .. }) => Some(Vec::new()),
    };
    let found = before.as_deref().map(Fingerprint::of);
    if expected.is_some() && found.as_ref() != expected {
        return Err(SaveError::ChangedOutside);
    }
    if found == Some(fingerprint) && before.as_deref() == Some(text.as_bytes()) {
        return Ok(fingerprint);
    }
    if let Some(newer) = before.as_deref().and_then(newer_format) {
        return Err(SaveError::NewerFormat(newer));
    }
    faithful(&text, map)?;
    let written = if links(&metadata) > 1 {
        write_in_place(&path, text.as_bytes(), before.as_deref())
    } else {
        match replace(&path, text.as_bytes()) {
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                write_in_place(&path, text.as_bytes(), before.as_deref())
            }
            written => written,
        }
    };
    written.map(|()| fingerprint).map_err(SaveError::Unwritable)
}

/// Writes a new file that holds this map, through links to nothing, and refuses when there is one already.
pub fn create(path: &Path, map: &JourneyMap) -> Result<Fingerprint, SaveError> {
    let text = printed(map)?;
    faithful(&text, map)?;
    create_new(path, text.as_bytes())?;
    Ok(Fingerprint::of(text.as_bytes()))
}

/// Writes a new file with these bytes, and refuses when there is one already; it appears whole or not at all.
pub(super) fn create_new(path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    in_a_folder(path)?;
    let path = &resolved(path).map_err(SaveError::Unwritable)?;
    in_a_folder(path)?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let temporary = temporary(folder, bytes).map_err(SaveError::Unwritable)?;
    // Unlike a rename, a second name for the file never takes another's place.
    let linked = fs::hard_link(&temporary, path);
    fs::remove_file(&temporary).ok();
    let created = match linked {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => write_new(path, bytes),
        linked => linked,
    };
    match created {
        Ok(()) => {
            sync_folder(folder);
            Ok(())
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(SaveError::Exists),
        Err(error) => Err(SaveError::Unwritable(error)),
    }
}

/// Writes these bytes into a file of a name that nobody has, hidden in the folder.
fn temporary(folder: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    let process = std::process::id();
    for nth in 0..TEMPORARY_LIMIT {
        let path = folder.join(format!(".periplo-{process}-{nth}.tmp"));
        match write_new(&path, bytes) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            written => return written.map(|()| path),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Writes these bytes into a file that is not there yet, and waits until the disk has it.
fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if written.is_err() {
        drop(file);
        // Half a file is worse than none; the first error is the one to tell.
        fs::remove_file(path).ok();
    }
    written
}

/// Waits until the disk knows the names in a folder, where the system can.
fn sync_folder(folder: &Path) {
    // The file is whole by now; systems that cannot do this with folders are no reason to call it unsaved.
    File::open(folder).and_then(|folder| folder.sync_all()).ok();
}

fn printed(map: &JourneyMap) -> Result<String, SaveError> {
    ron_text::print(map).map_err(|error| SaveError::Unwritable(io::Error::other(error)))
}

/// Makes sure that a text reads back as the same map.
fn faithful(text: &str, map: &JourneyMap) -> Result<(), SaveError> {
    match ron_text::parse(text) {
        Ok(parsed) if parsed.map == *map && parsed.repeated.is_empty() => Ok(()),
        Ok(_) | Err(_) => Err(SaveError::NotFaithful),
    }
}

/// The path behind symbolic links, whether there is a file or not.
pub(super) fn resolved(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_path_buf();
    for _ in 0..LINK_LIMIT {
        match fs::symlink_metadata(&path) {
            Ok(metadata) if metadata.is_symlink() => {
                let target = fs::read_link(&path)?;
                path = path.parent().unwrap_or(Path::new("")).join(target);
            }
            Ok(_) => return Ok(path),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(path),
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::other("too many symbolic links"))
}

/// Refuses a path whose folder is not there.
pub fn in_a_folder(path: &Path) -> Result<(), SaveError> {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() && !folder.is_dir() => {
            Err(SaveError::NoFolder(folder.to_path_buf()))
        }
        Some(_) | None => Ok(()),
    }
}

pub(super) fn writable(path: &Path, metadata: &Metadata) -> Result<(), SaveError> {
    if let Some(other) = not_a_file(metadata) {
        return Err(SaveError::NotAFile(other));
    }
    if metadata.permissions().readonly() {
        return Err(SaveError::ReadOnly);
    }
    // Only the system knows whether this user may write; opening changes nothing yet.
    match OpenOptions::new().write(true).open(path) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Err(SaveError::ReadOnly),
        Err(error) if error.kind() == io::ErrorKind::ReadOnlyFilesystem => Err(SaveError::ReadOnly),
        Err(error) => Err(SaveError::Unwritable(error)),
    }
}

/// The newer format of a file that would be lost.
fn newer_format(before: &[u8]) -> Option<u128> {
    let text = std::str::from_utf8(before).ok()?;
    ron_text::newer_format(text)
}

/// Puts a new file in the place of the old one, in one step.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = AtomicWriteFile::open(path)?;
    file.write_all(bytes)?;
    file.commit()
}

/// Writes over the old content, which keeps other names of the file; puts the old content back if that fails.
pub(super) fn write_in_place(path: &Path, bytes: &[u8], before: Option<&[u8]>) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).open(path)?;
    let written = overwrite(&mut file, bytes);
    if let (Err(_), Some(before)) = (&written, before) {
        let mut file = OpenOptions::new().write(true).open(path)?;
        overwrite(&mut file, before)?;
    }
    written
}

fn overwrite(file: &mut File, bytes: &[u8]) -> io::Result<()> {
    file.write_all(bytes)?;
    file.set_len(bytes.len() as u64)?;
    file.sync_all()
}

#[cfg(unix)]
pub(super) fn links(metadata: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::nlink(metadata)
}

#[cfg(not(unix))]
pub(super) fn links(_: &Metadata) -> u64 {
    1
}
