//! No changes are lost when the program is killed or closed, or when others change the file.
#![cfg(unix)]

mod kills;
mod live;
mod outside;
mod recovery;
mod room;
mod room_in_browser;
mod sharing;

use std::fs::DirEntry;
use std::path::{Path, PathBuf};
use std::time::{Instant, SystemTime};

use crate::pty::Terminal;
use periplo::map::JourneyMap;
use periplo::store::disk::{self, journal};
use periplo::store::journal::JournalOwner;

/// A temporary folder with a map and a state folder.
struct Sandbox {
    folder: tempfile::TempDir,
}

impl Sandbox {
    /// Creates a map with one touchpoint before the purchase, two during and none after.
    pub fn new() -> Sandbox {
        let folder = tempfile::tempdir().expect("a folder");
        let text = "(format: 1, title: \"Shop\", before: [(name: \"Asks around\", reach: 100)], \
                    during: [(name: \"Chooses\"), (name: \"Pays\")])";
        std::fs::write(folder.path().join("shop.ron"), text).expect("written");
        Sandbox { folder }
    }

    /// Returns the path of the map.
    pub fn file(&self) -> PathBuf {
        self.folder.path().join("shop.ron")
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    fn state(&self) -> PathBuf {
        self.folder.path().join("state")
    }

    /// Opens the program with these arguments.
    pub fn open(&self, arguments: &[&str]) -> Terminal {
        let state = self.state();
        let variables = [("XDG_STATE_HOME", state.to_str().expect("a path")), ("USER", "ana")];
        Terminal::open_in(self.folder.path(), 100, 30, &variables, arguments)
    }

    /// Opens the map live, as another user with a state folder of their own.
    pub fn open_live(&self, user: &str) -> Terminal {
        let state = self.folder.path().join(format!("state-{user}"));
        let variables = [("XDG_STATE_HOME", state.to_str().expect("a path")), ("USER", user)];
        Terminal::open_in(self.folder.path(), 100, 40, &variables, &["--live", "shop.ron"])
    }

    /// Opens the map and waits until it is on the screen.
    pub fn open_map(&self) -> Terminal {
        let mut terminal = self.open(&["shop.ron"]);
        terminal.wait_for("Asks around");
        terminal
    }

    /// Loads the saved map.
    pub fn saved(&self) -> JourneyMap {
        disk::load(&self.file()).expect("a valid map").map
    }

    /// Waits until this many journals exist.
    pub fn wait_for_journals(&self, count: usize) {
        let end = Instant::now() + crate::pty::TIMEOUT;
        let is_journal = |entry: &DirEntry| entry.path().extension().is_some_and(|ending| ending == "journal");
        let journals = || std::fs::read_dir(self.state().join("periplo/journal")).into_iter().flatten().flatten();
        while journals().filter(is_journal).count() < count {
            assert!(Instant::now() < end, "{count} journals were never written");
            std::thread::yield_now();
        }
    }

    /// Returns the maps that would be offered for recovery when `file` is opened; without a file, the ones never saved.
    pub fn recoverable(&self, file: Option<&Path>) -> Vec<JourneyMap> {
        let owner = JournalOwner { user: "test".to_owned(), host: "test".to_owned(), process: 1 };
        let folder = self.state().join("periplo/journal");
        let claim = journal::claim(&folder, file, &owner, SystemTime::now());
        assert!(claim.report.corrupt.is_empty(), "{:?}", claim.report.corrupt);
        assert!(claim.report.other_users.is_empty(), "{:?}", claim.report.other_users);
        let maps = claim.report.abandoned.into_iter().map(|journal| journal.record.map).collect();
        claim.abandoned.into_iter().chain(claim.own).for_each(journal::JournalLease::release);
        maps
    }
}

/// Returns the names of all touchpoints.
pub fn names(map: &JourneyMap) -> Vec<String> {
    map.touchpoints().map(|(_, touchpoint)| touchpoint.name.to_string()).collect()
}
