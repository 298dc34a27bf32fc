//! Where journals are kept, and the owner that they name.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::store::Loaded;
use crate::store::disk::journal::{self, JournalClaim, JournalId, JournalLease};
use crate::store::journal::JournalOwner;

/// The place of all journals, and the owner of the ones that this process writes.
#[derive(Clone, Debug)]
pub struct JournalConfig {
    /// The program's state folder. Without one there are no journals.
    pub state_folder: Option<PathBuf>,
    pub owner: JournalOwner,
}

impl JournalConfig {
    /// Returns the folder that holds the journals.
    pub(super) fn folder(&self) -> Option<PathBuf> {
        self.state_folder.as_ref().map(|folder| folder.join("journal"))
    }

    /// Returns the folder that holds the journals of rooms.
    pub(super) fn room_folder(&self) -> Option<PathBuf> {
        self.state_folder.as_ref().map(|folder| folder.join("room"))
    }

    /// Claims a journal for a map, and finds the ones that other runs left behind.
    #[expect(clippy::disallowed_methods, reason = "the age of each journal is shown")]
    pub(super) fn claim(&self, file: Option<&PathBuf>) -> JournalClaim {
        let Some(folder) = self.folder() else { return JournalClaim::default() };
        journal::claim(&folder, file.map(PathBuf::as_path), &self.owner, SystemTime::now())
    }

    /// Claims a journal for a map that was loaded from a file, and finds the ones that other runs left behind, also when the
    /// map was at another path.
    #[expect(clippy::disallowed_methods, reason = "the age of each journal is shown")]
    pub(super) fn claim_loaded(&self, file: &Path, loaded: &Loaded) -> JournalClaim {
        let Some(folder) = self.folder() else { return JournalClaim::default() };
        journal::claim_loaded(&folder, (file, loaded), &self.owner, SystemTime::now())
    }

    /// Locks a journal that was shown without a lock. Returns `None` if that fails.
    pub(super) fn lock(&self, id: &JournalId) -> Option<JournalLease> {
        JournalLease::take(&self.folder()?, id.clone()).ok().flatten()
    }
}
