//! Saves a map over the file that it was made from, together with what others saved in that file meanwhile.

use std::path::Path;

use super::conflicts::add_conflict_notes;
use super::context::CommandContext;
use super::failure::Failure;
use super::paths::display_path;
use super::read_map::load_map_silently;
use crate::map::{Conflict, JourneyMap, Merged, merge};
use crate::store::{Comments, Fingerprint, SaveError, disk};

/// A map with its comments.
#[derive(Clone)]
pub(super) struct CommentedMap {
    pub map: JourneyMap,
    pub comments: Comments,
}

impl CommentedMap {
    fn sides(&self) -> (&JourneyMap, &Comments) {
        (&self.map, &self.comments)
    }
}

/// Saves a map over the file that it was made from. `read` is what the file held, with this fingerprint.
///
/// If others have saved meanwhile, both are merged and saved again. Returns the conflicts of those merges: our side is in
/// the map, and theirs in the notes.
pub(super) fn save_merging(
    path: &Path,
    (read, fingerprint): (&CommentedMap, Fingerprint),
    changed: CommentedMap,
    context: &CommandContext,
) -> Result<Vec<Conflict>, Failure> {
    let (mut read, mut expected, mut ours) = (read.clone(), fingerprint, changed);
    let mut conflicts = Vec::new();
    let failure = |error| Failure::Save { file: display_path(path), error };
    for _ in 0..disk::MERGE_ATTEMPTS {
        match disk::save(path, &ours.map, &ours.comments, Some(&expected), context.backups().as_ref()) {
            Ok(_) => return Ok(conflicts),
            Err(SaveError::ChangedOutside) => {}
            Err(error) => return Err(failure(error)),
        }
        let now = load_map_silently(path)?;
        if now.is_blank {
            // A program stopped writing the file: it is no map that somebody emptied.
            return Err(failure(SaveError::ChangedOutside));
        }
        expected = now.fingerprint;
        let theirs = CommentedMap { map: now.map, comments: now.comments };
        let Merged { mut map, conflicts: mut new } = merge(&read.map, &ours.map, &theirs.map);
        add_conflict_notes(&mut map, &new, &context.lang);
        conflicts.append(&mut new);
        let comments = Comments::merge(read.sides(), ours.sides(), theirs.sides());
        ours = CommentedMap { map, comments };
        read = theirs;
    }
    Err(failure(SaveError::Busy))
}
