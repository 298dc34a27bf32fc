//! Old versions of files, kept in the state folder before they are replaced.

use std::fs::{self, DirBuilder, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::Fingerprint;
use super::leftovers::remove_stale_temporary_files;
use super::new_file::create_new;
use super::paths::place;
use super::read::read_bytes;
use super::{OpenError, SaveError};

/// How many old versions of a file are kept.
const KEPT: usize = 5;
/// The time between two versions that are kept.
const BETWEEN: Duration = Duration::from_secs(5 * 60);
/// How many versions of one second are told apart.
const SAME_SECOND: usize = 1_000;
/// The file beside the versions that says which file they are of.
const NOTE: &str = "path.txt";

/// Keeps old versions of files, each file's in a folder of its own.
#[derive(Clone, Debug)]
pub struct BackupStore {
    folder: PathBuf,
    now: SystemTime,
}

/// An old version of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// When it was kept, to the second.
    pub made_at: SystemTime,
    /// The file that holds it.
    pub path: PathBuf,
    /// Which it is of those kept in that second.
    nth: usize,
}

/// A version that was kept while its file is written over.
#[derive(Debug)]
pub(super) struct Guard<'a> {
    backups: &'a BackupStore,
    folder: PathBuf,
    written: PathBuf,
    due: bool,
}

impl BackupStore {
    /// Keeps versions in this state folder, at this time; the folder is made when something is kept.
    pub fn new(state_folder: &Path, now: SystemTime) -> BackupStore {
        BackupStore { folder: state_folder.join("backups"), now }
    }

    /// Keeps what a file holds now, whatever the time; nothing when there is no file or nothing in it.
    pub fn back_up(&self, path: &Path) -> io::Result<()> {
        match read_bytes(path) {
            Ok(content) if content.is_empty() => Ok(()),
            Ok(content) => self.back_up_content(path, &content),
            Err(OpenError::NotFound) => Ok(()),
            Err(error) => Err(io::Error::other(error)),
        }
    }

    /// Waits until no other process of this user saves, and keeps others waiting for as long as what it gives lives.
    pub(super) fn alone(&self) -> Option<File> {
        private_folder(&self.folder).ok()?;
        let lock =
            File::options().write(true).create(true).truncate(false).open(self.folder.join("saving.lock")).ok()?;
        lock.lock().ok()?;
        Some(lock)
    }

    /// Keeps the content of a file, whatever the time.
    pub(super) fn back_up_content(&self, path: &Path, content: &[u8]) -> io::Result<()> {
        let guard = self.guard(path, content)?;
        self.prune(&guard.folder, &guard.written);
        Ok(())
    }

    /// Keeps the content of a file if the last version is old enough.
    pub(super) fn keep_due(&self, path: &Path, content: &[u8]) -> io::Result<()> {
        if self.is_due(&versions_in(&self.folder_of(path)?)?) { self.back_up_content(path, content) } else { Ok(()) }
    }

    /// Keeps the content of a file durably before it is written over, whatever the time.
    pub(super) fn guard(&self, path: &Path, content: &[u8]) -> io::Result<Guard<'_>> {
        let folder = self.folder_of(path)?;
        let versions = versions_in(&folder)?;
        let newest = versions.first().filter(|newest| read_bytes(&newest.path).is_ok_and(|kept| kept == content));
        if let Some(newest) = newest {
            let written = newest.path.clone();
            return Ok(Guard { backups: self, folder, written, due: true });
        }
        private_folder(&folder)?;
        remove_stale_temporary_files(&folder, self.now);
        let note = place(path)?.into_os_string().into_encoded_bytes();
        new(&folder.join(NOTE), &[&note, &b"\n"[..]].concat())?;
        let seconds = seconds(self.now);
        for nth in 0..SAME_SECOND {
            let written = folder.join(name(seconds, nth));
            if new(&written, content)? {
                let due = self.is_due(&versions);
                return Ok(Guard { backups: self, folder, written, due });
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }

    /// The old versions of a file, the newest first; the file itself need not be there any more.
    pub fn list(&self, path: &Path) -> io::Result<Vec<Backup>> {
        versions_in(&self.folder_of(path)?)
    }

    fn folder_of(&self, path: &Path) -> io::Result<PathBuf> {
        let hash = Fingerprint::of(place(path)?.as_os_str().as_encoded_bytes()).hash;
        Ok(self.folder.join(format!("{hash:016x}")))
    }

    /// Whether no version was kept in the time before; the clock may have been set back since.
    fn is_due(&self, versions: &[Backup]) -> bool {
        let age = |version: &Backup| match self.now.duration_since(version.made_at) {
            Ok(age) => age,
            Err(ahead) => ahead.duration(),
        };
        !versions.iter().any(|version| age(version) < BETWEEN)
    }

    /// Drops the oldest versions, never the one that was just written.
    fn prune(&self, folder: &Path, written: &Path) {
        let others = versions_in(folder).unwrap_or_default().into_iter().filter(|version| version.path != written);
        for old in others.skip(KEPT - 1) {
            // What cannot be dropped now is dropped next time.
            fs::remove_file(&old.path).ok();
        }
    }
}

impl Guard<'_> {
    /// Lets the version go when it is not due: the file is whole again.
    pub(super) fn release(self) {
        if self.due {
            self.backups.prune(&self.folder, &self.written);
        } else {
            fs::remove_file(&self.written).ok();
        }
    }
}

fn seconds(time: SystemTime) -> u64 {
    time.duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

/// A name that stands behind the names of all earlier versions.
fn name(seconds: u64, nth: usize) -> String {
    if nth == 0 { format!("{seconds:010}.ron") } else { format!("{seconds:010}-{nth}.ron") }
}

/// The versions in a folder, the newest first; none where there is no folder.
fn versions_in(folder: &Path) -> io::Result<Vec<Backup>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut versions = Vec::new();
    for entry in entries {
        let path = entry?.path();
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        let (seconds, nth) = stem.split_once('-').unwrap_or((stem, "0"));
        if let (Ok(seconds), Ok(nth)) = (seconds.parse(), nth.parse())
            && path.file_name().is_some_and(|found| found == name(seconds, nth).as_str())
            && let Some(kept) = SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(seconds))
        {
            versions.push(Backup { made_at: kept, path, nth });
        }
    }
    versions.sort_by_key(|version| std::cmp::Reverse((version.made_at, version.nth)));
    Ok(versions)
}

/// Writes a new file; false when there is one of that name already.
fn new(path: &Path, bytes: &[u8]) -> io::Result<bool> {
    match create_new(path, bytes) {
        Ok(()) => Ok(true),
        Err(SaveError::Exists) => Ok(false),
        Err(SaveError::Unwritable(error)) => Err(error),
        Err(error) => Err(io::Error::other(error)),
    }
}

/// Makes a folder, and those above it, that only its owner can look into.
pub(super) fn private_folder(path: &Path) -> io::Result<()> {
    let mut maker = DirBuilder::new();
    maker.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut maker, 0o700);
    maker.create(path)
}
