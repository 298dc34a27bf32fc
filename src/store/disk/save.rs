//! Saving: all or nothing, through links, with the file's own rights, and never over what was not seen.

use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use super::backups::BackupStore;
use super::new_file::create_new;
use super::nonblocking::to_write;
use super::read::{bytes, not_a_file};
use super::replace::{put, replace};
use super::{Fingerprint, OpenError, SaveError};
use crate::map::JourneyMap;
use crate::store::Comments;
use crate::store::ron_text::{self, Parsed};

/// The most symbolic links that are followed, as on Linux.
const LINK_LIMIT: usize = 40;

/// Saves a map with its comments and returns once the disk has the new content.
///
/// `expected` is the fingerprint of the content that the caller has seen: if the file holds anything else, or is gone,
/// nothing is written. With `None` the file is replaced whatever it holds, and is created if there is none. A file that
/// holds the same text already is not touched. The old content goes to `backups`. Returns the new fingerprint.
pub fn save(
    path: &Path,
    map: &JourneyMap,
    comments: &Comments,
    expected: Option<&Fingerprint>,
    backups: Option<&BackupStore>,
) -> Result<Fingerprint, SaveError> {
    let path = resolved(path).map_err(SaveError::Unwritable)?;
    let text = printed(map, comments)?;
    let fingerprint = Fingerprint::of(text.as_bytes());
    faithful(&text, map, comments)?;
    // Nobody else saves between the comparison and the new file.
    let _alone = backups.and_then(BackupStore::alone);
    let metadata = match fs::metadata(&path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == io::ErrorKind::NotFound && expected.is_some() => {
            return Err(SaveError::ChangedOutside);
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            check_parent_folder(&path)?;
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
    if let (Some(backups), Some(before)) = (backups, before.as_deref().filter(|before| !before.is_empty())) {
        // What nobody here has seen is kept whatever the time; that it cannot be kept stops no save in one step.
        let kept =
            if expected.is_none() { backups.back_up_content(&path, before) } else { backups.keep_due(&path, before) };
        kept.ok();
    }
    let still = || expected.is_none() || bytes(&path).is_ok_and(|(now, _)| Some(&Fingerprint::of(&now)) == expected);
    put(&path, &metadata, text.as_bytes(), before.as_deref(), backups, still)?;
    Ok(fingerprint)
}

/// Writes a new file that holds this map and its comments, through links to nothing, and refuses when there is one
/// already.
pub fn create(path: &Path, map: &JourneyMap, comments: &Comments) -> Result<Fingerprint, SaveError> {
    let text = printed(map, comments)?;
    faithful(&text, map, comments)?;
    create_new(path, text.as_bytes())?;
    Ok(Fingerprint::of(text.as_bytes()))
}

fn printed(map: &JourneyMap, comments: &Comments) -> Result<String, SaveError> {
    ron_text::print(map, comments).map_err(|error| SaveError::Unwritable(io::Error::other(error)))
}

/// Makes sure that a text reads back as the same map, with all its comments.
fn faithful(text: &str, map: &JourneyMap, comments: &Comments) -> Result<(), SaveError> {
    let same = |parsed: &Parsed| {
        let same_map = parsed.map == *map && parsed.repeated_ids.is_empty();
        same_map && parsed.comments.texts() == comments.for_map(map).texts()
    };
    match ron_text::parse(text) {
        Ok(parsed) if same(&parsed) => Ok(()),
        Ok(_) | Err(_) => Err(SaveError::RoundTripFailed),
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
    Err(io::ErrorKind::TooManyLinks.into())
}

/// Refuses a path whose folder is not there.
pub fn check_parent_folder(path: &Path) -> Result<(), SaveError> {
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
    match to_write(path) {
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
