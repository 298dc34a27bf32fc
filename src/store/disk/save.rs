//! Saves maps: all or nothing, through links, with the file's own permissions, and never over unseen changes.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use super::backups::BackupStore;
use super::checks::check_writable;
use super::errors::{OpenError, SaveError};
use super::line_ends::with_line_ends_of;
use super::new_file::{Access, NewFile, create_new};
use super::paths::follow_links;
use super::read::read_bytes;
use super::replace::{ExistingFile, Protection};
use super::save_calls::{SaveCalls, SystemCalls};
use super::swapped_out::merge_locked;
use super::write_lock::{MapLock, SaveLocks};
use crate::map::JourneyMap;
use crate::store::comments::Comments;
use crate::store::fingerprint::{Fingerprint, FingerprintBuilder};
use crate::store::format_number::newer_format;
use crate::store::ron_text::{self, Parsed};

/// How many bytes of a new map are written at once.
const WRITE_BUFFER: usize = 256 * 1024;

/// How often a save is repeated after merging what others saved meanwhile.
pub(crate) const MERGE_ATTEMPTS: usize = 50;

/// The result of a save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The fingerprint of what the file holds now.
    pub fingerprint: Fingerprint,
    pub protection: Protection,
}

impl From<Fingerprint> for Saved {
    fn from(fingerprint: Fingerprint) -> Saved {
        Saved { fingerprint, protection: Protection::Compared }
    }
}

/// Saves a map with its comments and returns once the disk has the new content.
///
/// With `expected`, the fingerprint of the content that the caller has seen, the file is replaced only if it still
/// holds that content. With `None` it is replaced whatever it holds, and is created if it does not exist. A file of CRLF
/// lines keeps them. A file that holds the new text already is not touched. The old content goes to `backups`.
pub fn save(
    path: &Path,
    map: &JourneyMap,
    comments: &Comments,
    expected: Option<&Fingerprint>,
    backups: Option<&BackupStore>,
) -> Result<Saved, SaveError> {
    let path = follow_links(path).map_err(SaveError::Unwritable)?;
    save_map(&path, (map, comments), expected, &SaveContext { backups, calls: &SystemCalls, locks: None })
}

/// What a save uses besides its map.
pub(super) struct SaveContext<'a> {
    pub backups: Option<&'a BackupStore>,
    pub calls: &'a dyn SaveCalls,
    /// The locks that the caller holds already.
    pub locks: Option<&'a SaveLocks>,
}

/// Saves a map at a path without links.
pub(super) fn save_map(
    path: &Path,
    (map, comments): (&JourneyMap, &Comments),
    expected: Option<&Fingerprint>,
    context: &SaveContext<'_>,
) -> Result<Saved, SaveError> {
    // The text is made only if it has a chance to be saved.
    if expected.is_some() && read_bytes(path).is_ok_and(|content| Some(&Fingerprint::of(&content)) != expected) {
        return Err(SaveError::ChangedOutside);
    }
    save_text(path, &checked_text(map, comments)?, expected, context)
}

/// Saves a text at a path without links.
pub(super) fn save_text(
    path: &Path,
    text: &str,
    expected: Option<&Fingerprint>,
    context: &SaveContext<'_>,
) -> Result<Saved, SaveError> {
    let SaveContext { backups, calls, locks } = *context;
    // Other processes of this user wait here, where the file itself cannot be locked.
    let _user_lock = backups.filter(|_| locks.is_none()).map_or(Ok(None), |backups| backups.lock(path))?;
    match fs::metadata(path) {
        Ok(metadata) => check_writable(path, &metadata)?,
        Err(error) if error.kind() == io::ErrorKind::NotFound && expected.is_some() => {
            return Err(SaveError::ChangedOutside);
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            // A file that appears meanwhile is not replaced: nobody has seen what it holds.
            create_new(path, text.as_bytes(), Access::Usual)?;
            return Ok(Fingerprint::of(text.as_bytes()).into());
        }
        Err(error) => return Err(SaveError::Unwritable(error)),
    }
    let _lock = if locks.is_some_and(|locks| locks.hold(path)) { None } else { MapLock::take(path)? };
    merge_locked(path, backups)?;
    let content = content_before(path)?;
    let content = content.as_deref();
    if expected.is_some() && content.map(Fingerprint::of).as_ref() != expected {
        return Err(SaveError::ChangedOutside);
    }
    let text = with_line_ends_of(content.unwrap_or_default(), text);
    let fingerprint = Fingerprint::of(text.as_bytes());
    if content == Some(text.as_bytes()) {
        return Ok(fingerprint.into());
    }
    let as_text = content.and_then(|content| std::str::from_utf8(content).ok());
    if let Some(newer) = as_text.and_then(newer_format) {
        return Err(SaveError::NewerFormat(newer));
    }
    if let (Some(backups), Some(content)) = (backups, content.filter(|content| !content.is_empty())) {
        let backed_up = match expected {
            Some(_) => backups.back_up_if_due(path, content),
            // The caller has not seen this content, so it is kept in any case.
            None => backups.back_up_content(path, content),
        };
        // A failed backup does not stop a save that swaps the file.
        backed_up.ok();
    }
    let is_kept = |found: &[u8]| backups.is_none_or(|backups| backups.back_up_content(path, found).is_ok());
    // Without an expected content, any other is replaced too, once it is kept.
    let is_expected = |found: Option<&[u8]>| found == content || (expected.is_none() && found.is_some_and(is_kept));
    let metadata = fs::metadata(path).map_err(SaveError::Unwritable)?;
    let seen = Fingerprint::of(content.unwrap_or_default());
    let existing = ExistingFile { path, metadata: &metadata, backups, seen, calls };
    let protection = existing.replace_content(text.as_bytes(), is_expected)?;
    if let Some(backups) = backups {
        backups.forget_overwriting(path);
    }
    Ok(Saved { fingerprint, protection })
}

/// Returns the text of a map that replaces a content, with the line ends of that.
pub(super) fn text_for(content: &[u8], map: &JourneyMap, comments: &Comments) -> Result<String, SaveError> {
    Ok(with_line_ends_of(content, &checked_text(map, comments)?).into_owned())
}

/// Returns the content of a file before it is saved, or `None` if it is too large to be read. A file that has vanished
/// is empty.
fn content_before(path: &Path) -> Result<Option<Vec<u8>>, SaveError> {
    match read_bytes(path) {
        Ok(content) => Ok(Some(content)),
        Err(OpenError::TooLarge { .. }) => Ok(None),
        Err(OpenError::Unreadable(error)) => Err(SaveError::Unwritable(error)),
        Err(OpenError::NotAFile(other)) => Err(SaveError::NotAFile(other)),
        Err(OpenError::NotFound | OpenError::NotText { .. } | OpenError::Invalid { .. }) => Ok(Some(Vec::new())),
    }
}

/// Saves a map as a new file. Fails if a file exists already. At a link without a target, creates the target.
pub fn create(path: &Path, map: &JourneyMap, comments: &Comments) -> Result<Saved, SaveError> {
    if comments.is_empty() {
        return create_without_comments(path, map);
    }
    let text = checked_text(map, comments)?;
    create_new(path, text.as_bytes(), Access::Usual)?;
    Ok(Fingerprint::of(text.as_bytes()).into())
}

/// Saves a map without comments as a new file. The text is never in memory as a whole.
///
/// A new file replaces nothing, so it is not read back to check it, which would double the time for a large map.
fn create_without_comments(path: &Path, map: &JourneyMap) -> Result<Saved, SaveError> {
    let mut new = NewFile::open(path, Access::Usual)?;
    let mut fingerprint = FingerprintBuilder::new();
    let mut writer = BufWriter::with_capacity(WRITE_BUFFER, &mut new.file);
    let written = ron_text::write_map(map, |line| {
        fingerprint.add(line.as_bytes());
        writer.write_all(line.as_bytes())
    });
    written.and_then(|()| writer.flush()).map_err(SaveError::Unwritable)?;
    drop(writer);
    new.commit()?;
    Ok(fingerprint.finish().into())
}

/// Keeps what a file held as an old version of it, whatever it holds now.
pub fn keep_version(
    path: &Path,
    map: &JourneyMap,
    comments: &Comments,
    backups: Option<&BackupStore>,
) -> Result<(), SaveError> {
    let backups = backups.ok_or(SaveError::NoStateFolder)?;
    let text = checked_text(map, comments)?;
    backups.back_up_content(path, text.as_bytes()).map_err(SaveError::BackupFailed)
}

/// Returns the text of a map after checking that it reads back as the same map with all its comments.
fn checked_text(map: &JourneyMap, comments: &Comments) -> Result<String, SaveError> {
    let text = ron_text::print(map, comments);
    let is_same = |parsed: &Parsed| {
        let same_map = parsed.map == *map && parsed.repeated_ids.is_empty();
        same_map && parsed.comments.texts() == comments.for_map(map).texts()
    };
    match ron_text::parse_similar(&text, map) {
        Ok(parsed) if is_same(&parsed) => Ok(text),
        Ok(_) | Err(_) => Err(SaveError::RoundTripFailed),
    }
}
