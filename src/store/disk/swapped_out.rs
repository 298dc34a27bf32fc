//! Files that a killed save had swapped out: what they hold is merged before they are removed.

use std::fs;
use std::path::{Path, PathBuf};

use super::backups::BackupStore;
use super::errors::SaveError;
use super::nonblocking::open_regular;
use super::paths::{folder_of, follow_links};
use super::read::{decode, read_bytes, read_stream_bytes};
use super::replace::ExistingFile;
use super::save_calls::SystemCalls;
use super::write_lock::MapLock;
use crate::map::{Header, JourneyMap, merge};
use crate::store::comments::Comments;
use crate::store::fingerprint::Fingerprint;
use crate::store::ron_text::{self, Parsed};

const BEGINNING: &str = ".periplo-";
const ENDING: &str = ".swap";

/// Returns a free name for the file that is swapped with the one at a path: it tells to which file it belongs, which
/// content the save expected and which one it wrote.
pub(super) fn free_name(path: &Path, expected: Fingerprint, written: Fingerprint) -> PathBuf {
    let (belongs, process) = (belonging(path), std::process::id());
    let name = |number: usize| {
        let content = format!("{:016x}-{:016x}", expected.hash, written.hash);
        folder_of(path).join(format!("{BEGINNING}{belongs}-{content}-{process}-{number}{ENDING}"))
    };
    (0..).map(name).find(|free| free.symlink_metadata().is_err()).unwrap_or_else(|| name(0))
}

/// Returns the part of the name that tells to which file of its folder a swapped file belongs.
fn belonging(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    format!("{:016x}", Fingerprint::of(name.as_encoded_bytes()).hash)
}

/// A file that was swapped out, or that was to be swapped in.
struct Found {
    path: PathBuf,
    /// The hashes of the content that the save expected and of the one that it wrote.
    known: [u64; 2],
}

/// Returns the files that saves of the file at a path left behind.
fn find(path: &Path) -> Vec<Found> {
    let beginning = format!("{BEGINNING}{}-", belonging(path));
    let entries = fs::read_dir(folder_of(path)).into_iter().flatten().flatten();
    let found = entries.filter_map(|entry| {
        let name = entry.file_name();
        let mut parts = name.to_str()?.strip_prefix(&beginning)?.strip_suffix(ENDING)?.split('-');
        let mut hash = || u64::from_str_radix(parts.next()?, 16).ok();
        Some(Found { known: [hash()?, hash()?], path: entry.path() })
    });
    let mut found: Vec<Found> = found.collect();
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

/// Merges what killed saves of a map left beside it, if nobody is saving it now. Returns true if the map was changed.
pub(crate) fn merge_swapped_out(path: &Path, backups: Option<&BackupStore>) -> Result<bool, SaveError> {
    let path = follow_links(path).map_err(SaveError::Unwritable)?;
    if find(&path).is_empty() {
        return Ok(false);
    }
    let _lock = MapLock::take(&path)?;
    merge_locked(&path, backups)
}

/// Does the same for a file that this process has locked.
///
/// The file system may have no locks. Then another save may be running: it notices that the file it swapped out is
/// gone, and tries again.
pub(super) fn merge_locked(path: &Path, backups: Option<&BackupStore>) -> Result<bool, SaveError> {
    let mut is_changed = false;
    for found in find(path) {
        let Some(content) = open_regular(&found.path).ok().and_then(|file| read_stream_bytes(file).ok()) else {
            continue;
        };
        let Ok(standing) = read_bytes(path) else { continue };
        let is_obsolete = found.known.contains(&Fingerprint::of(&content).hash) || content == standing;
        if !is_obsolete {
            // What a merge cannot take over stays among the old versions.
            let is_kept = backups.is_some_and(|backups| backups.back_up_content(path, &content).is_ok());
            if let (Some(ours), Some(theirs)) = (map_of(&standing), map_of(&content)) {
                is_changed |= write_merged(path, (&standing, ours), theirs, backups)?;
            } else if !is_kept {
                continue;
            }
        }
        // If this fails, the next save tries again.
        fs::remove_file(&found.path).ok();
    }
    Ok(is_changed)
}

fn map_of(content: &[u8]) -> Option<Parsed> {
    let file = decode(content.to_vec(), false).ok()?;
    ron_text::parse(&file.text).ok()
}

/// Writes a map with everything of both sides. Where they differ, the map that stands is taken. Returns false if it has
/// everything already.
fn write_merged(
    path: &Path,
    (standing, ours): (&[u8], Parsed),
    theirs: Parsed,
    backups: Option<&BackupStore>,
) -> Result<bool, SaveError> {
    let base = JourneyMap::new(Header::clone(theirs.map.header()));
    let merged = merge(&base, &ours.map, &theirs.map).map;
    if merged == ours.map {
        return Ok(false);
    }
    let none = Comments::default();
    let comments = Comments::merge((&base, &none), (&ours.map, &ours.comments), (&theirs.map, &theirs.comments));
    let text = super::save::text_for(standing, &merged, &comments)?;
    let metadata = fs::metadata(path).map_err(SaveError::Unwritable)?;
    let seen = Fingerprint::of(standing);
    let existing = ExistingFile { path, metadata: &metadata, backups, seen, calls: &SystemCalls };
    existing.replace_content(text.as_bytes(), |content| content.map(Fingerprint::of) == Some(seen))?;
    Ok(true)
}
