//! The right to save a map next. Other writers wait until the save is repeated.

use std::path::{Path, PathBuf};

use super::backups::BackupStore;
use super::errors::{OpenError, SaveError};
use super::load::{Loaded, load_unlocked};
use super::paths::follow_links;
use super::save::{SaveContext, Saved, save_map};
use super::save_calls::SystemCalls;
use super::write_lock::{MapLock, SaveLocks};
use crate::map::JourneyMap;
use crate::store::comments::Comments;
use crate::store::fingerprint::Fingerprint;

/// The locks of a map's file, held from reading it until the repeated save. Dropping it lets others save.
///
/// Without it, one fast writer could win every time and the others would only retry.
#[derive(Debug)]
pub struct SaveTurn {
    path: PathBuf,
    locks: SaveLocks,
}

impl SaveTurn {
    /// Waits a short time for the turn to save the map at a path. Returns `None` if others keep it longer.
    pub fn take(path: &Path, backups: Option<&BackupStore>) -> Option<SaveTurn> {
        let path = follow_links(path).ok()?;
        let user = backups.map_or(Ok(None), |backups| backups.lock(&path)).ok()?;
        let map = MapLock::take(&path).ok()?;
        Some(SaveTurn { path, locks: SaveLocks { _user: user, map } })
    }

    /// True if this is the turn for the map at a path.
    pub fn is_for(&self, path: &Path) -> bool {
        follow_links(path).is_ok_and(|path| path == self.path)
    }

    /// Loads the map.
    pub fn load(&self) -> Result<Loaded, OpenError> {
        load_unlocked(&self.path)
    }

    /// Saves the map if its file still holds what was read in this turn.
    pub fn save(
        &self,
        map: &JourneyMap,
        comments: &Comments,
        expected: Fingerprint,
        backups: Option<&BackupStore>,
    ) -> Result<Saved, SaveError> {
        let context = SaveContext { backups, calls: &SystemCalls, locks: Some(&self.locks) };
        save_map(&self.path, (map, comments), Some(&expected), &context)
    }
}
