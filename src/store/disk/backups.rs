//! Backups: old versions of files, kept in the state folder before the files are replaced.

#[cfg(unix)]
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::errors::{OpenError, SaveError};
use super::leftovers::remove_stale_temporary_files;
use super::new_file::{Access, create_new, create_private_folder};
use super::paths::{has_other_names, is_same, stable_path};
use super::read::read_bytes;
use super::write_lock::WriteLock;
use crate::store::fingerprint::Fingerprint;

/// How many backups of a file are kept.
const KEPT_BACKUPS: usize = 5;
/// The shortest time between two backups of a file.
const INTERVAL: Duration = Duration::from_secs(5 * 60);
/// How many backups of a file can be made in one second.
const LIMIT_PER_SECOND: usize = 1_000;
/// A file beside the backups that holds the path of the file they belong to.
const PATH_NOTE: &str = "path.txt";
/// A file beside the backups that is locked while the file they belong to is written.
pub(super) const LOCK_FILE: &str = "saving.lock";

/// Makes and finds backups. Each file has a folder of its own for them.
#[derive(Clone, Debug)]
pub struct BackupStore {
    folder: PathBuf,
    now: SystemTime,
}

/// An old version of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// When it was made, to the second.
    pub made_at: SystemTime,
    /// The file that holds it.
    pub path: PathBuf,
    /// Its number among the backups made in that second.
    number: usize,
}

/// A backup that protects a file while it is overwritten in place.
#[derive(Debug)]
pub(super) struct ProtectingBackup<'a> {
    backups: &'a BackupStore,
    folder: PathBuf,
    path: PathBuf,
    /// True to keep the backup afterwards.
    is_kept: bool,
}

impl BackupStore {
    /// Uses the folder `backups` in this state folder, created with the first backup. `now` is the current time.
    pub fn new(state_folder: &Path, now: SystemTime) -> BackupStore {
        BackupStore { folder: state_folder.join("backups"), now }
    }

    /// Backs up a file, even if the last backup is recent. A missing or empty file needs no backup.
    pub fn back_up(&self, path: &Path) -> io::Result<()> {
        match read_bytes(path) {
            Ok(content) if content.is_empty() => Ok(()),
            Ok(content) => self.back_up_content(path, &content),
            Err(OpenError::NotFound) => Ok(()),
            Err(error) => Err(io::Error::other(error)),
        }
    }

    /// Takes the lock for writing a file: no other process of this user writes it until the lock is dropped. Fails if
    /// another process holds the lock for long. Returns `None` if the state folder cannot hold a lock.
    pub(super) fn lock(&self, path: &Path) -> Result<Option<WriteLock>, SaveError> {
        let Ok(folder) = self.folder_for(path) else { return Ok(None) };
        match create_private_folder(&folder) {
            Ok(()) => WriteLock::take(&folder.join(LOCK_FILE)),
            Err(_) => Ok(None),
        }
    }

    /// Backs up the content of a file, even if the last backup is recent.
    pub(super) fn back_up_content(&self, path: &Path, content: &[u8]) -> io::Result<()> {
        let backup = self.protect(path, content)?;
        self.prune(&backup.folder, &backup.path);
        Ok(())
    }

    /// Backs up the content of a file if the last backup is old enough.
    pub(super) fn back_up_if_due(&self, path: &Path, content: &[u8]) -> io::Result<()> {
        if self.is_due(&backups_in(&self.folder_for(path)?)?) { self.back_up_content(path, content) } else { Ok(()) }
    }

    /// Makes a backup before a file is overwritten in place, even if the last one is recent, and returns once the disk
    /// has it. If the newest backup has the same content, that one is used.
    pub(super) fn protect(&self, path: &Path, content: &[u8]) -> io::Result<ProtectingBackup<'_>> {
        let folder = self.folder_for(path)?;
        let backups = backups_in(&folder)?;
        let newest = backups.first().filter(|newest| read_bytes(&newest.path).is_ok_and(|kept| kept == content));
        if let Some(newest) = newest {
            let path = newest.path.clone();
            return Ok(ProtectingBackup { backups: self, folder, path, is_kept: true });
        }
        create_private_folder(&folder)?;
        remove_stale_temporary_files(&folder, self.now);
        let note = stable_path(path)?.into_os_string().into_encoded_bytes();
        create_unless_exists(&folder.join(PATH_NOTE), &[&note, &b"\n"[..]].concat())?;
        let seconds = self.now.duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs());
        for number in 0..LIMIT_PER_SECOND {
            let path = folder.join(file_name(seconds, number));
            if create_unless_exists(&path, content)? {
                return Ok(ProtectingBackup { backups: self, folder, path, is_kept: self.is_due(&backups) });
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }

    /// Returns the backups of a file, newest first. The file itself may be gone.
    pub fn list(&self, path: &Path) -> io::Result<Vec<Backup>> {
        let mut backups = Vec::new();
        for folder in self.folders_for(path)? {
            backups.append(&mut backups_in(&folder)?);
        }
        sort_newest_first(&mut backups);
        Ok(backups)
    }

    /// True if a file has backups.
    pub(crate) fn has_backups(&self, path: &Path) -> bool {
        self.list(path).is_ok_and(|backups| !backups.is_empty())
    }

    /// Returns the folder of a file's backups.
    pub(super) fn folder_for(&self, path: &Path) -> io::Result<PathBuf> {
        let hash = Fingerprint::of(stable_path(path)?.as_os_str().as_encoded_bytes()).hash;
        Ok(self.folder.join(format!("{hash:016x}")))
    }

    /// Returns the folder of a file's backups, and those of its other names (hard links).
    pub(super) fn folders_for(&self, path: &Path) -> io::Result<Vec<PathBuf>> {
        let mut folders = vec![self.folder_for(path)?];
        if fs::metadata(path).is_ok_and(|metadata| has_other_names(&metadata)) {
            let all = fs::read_dir(&self.folder).into_iter().flatten().flatten().map(|entry| entry.path());
            let is_of_same_file = |folder: &PathBuf| noted_path(folder).is_some_and(|noted| is_same(&noted, path));
            let others: Vec<PathBuf> = all.filter(|folder| *folder != folders[0]).filter(is_of_same_file).collect();
            folders.extend(others);
        }
        Ok(folders)
    }

    /// True if no backup was made within the last interval. A backup in the future, after the clock was set back,
    /// counts by its distance from now.
    fn is_due(&self, backups: &[Backup]) -> bool {
        let age = |backup: &Backup| match self.now.duration_since(backup.made_at) {
            Ok(age) => age,
            Err(ahead) => ahead.duration(),
        };
        !backups.iter().any(|backup| age(backup) < INTERVAL)
    }

    /// Removes the backups that are too many, but never the one that was just made. Many made in a short time, as others
    /// delete from an open map, do not push out the old versions.
    fn prune(&self, folder: &Path, just_made: &Path) {
        let mut others = backups_in(folder).unwrap_or_default();
        others.retain(|backup| backup.path != just_made);
        while others.len() >= KEPT_BACKUPS {
            let old = oldest_too_close(&others).unwrap_or(others.len() - 1);
            // If this fails, the next backup tries again.
            fs::remove_file(&others.remove(old).path).ok();
        }
    }
}

impl ProtectingBackup<'_> {
    /// Ends the protection after the file was overwritten. The backup stays only if one was due.
    pub(super) fn release(self) {
        if self.is_kept {
            self.backups.prune(&self.folder, &self.path);
        } else {
            fs::remove_file(&self.path).ok();
        }
    }
}

/// Returns the file name of a backup: the second when it was made, and its number within that second.
fn file_name(seconds: u64, number: usize) -> String {
    if number == 0 { format!("{seconds:010}.ron") } else { format!("{seconds:010}-{number}.ron") }
}

/// Returns the index of the oldest backup that was made within an interval of the one to stay before it.
fn oldest_too_close(newest_first: &[Backup]) -> Option<usize> {
    let mut stays: Option<SystemTime> = None;
    newest_first.iter().rposition(|backup| {
        let since = stays.map(|stays| backup.made_at.duration_since(stays).unwrap_or_default());
        let is_too_close = since.is_some_and(|since| since < INTERVAL);
        stays = Some(backup.made_at);
        is_too_close
    })
}

/// Returns the backups in a folder, newest first. A missing folder has none.
fn backups_in(folder: &Path) -> io::Result<Vec<Backup>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut backups = Vec::new();
    for entry in entries {
        let entry = entry?;
        // Only a regular file can be a backup: anything else was put there by somebody else.
        if !entry.file_type()?.is_file() {
            continue;
        }
        let path = entry.path();
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        let (seconds, number) = stem.split_once('-').unwrap_or((stem, "0"));
        if let (Ok(seconds), Ok(number)) = (seconds.parse(), number.parse())
            && path.file_name().is_some_and(|found| found == file_name(seconds, number).as_str())
            && let Some(made_at) = SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(seconds))
        {
            backups.push(Backup { made_at, path, number });
        }
    }
    sort_newest_first(&mut backups);
    Ok(backups)
}

fn sort_newest_first(backups: &mut [Backup]) {
    backups.sort_by_key(|backup| std::cmp::Reverse((backup.made_at, backup.number)));
}

/// Returns the path of the file whose backups are in a folder.
#[cfg(unix)]
fn noted_path(folder: &Path) -> Option<PathBuf> {
    use std::os::unix::ffi::OsStringExt;
    let mut note = read_bytes(&folder.join(PATH_NOTE)).ok()?;
    // The line end.
    note.pop();
    Some(OsString::from_vec(note).into())
}

/// Not needed on this system, where the other names of a file are not known.
#[cfg(not(unix))]
fn noted_path(_: &Path) -> Option<PathBuf> {
    None
}

/// Creates a private file. Returns false if a file, or anything else, exists there already.
fn create_unless_exists(path: &Path, bytes: &[u8]) -> io::Result<bool> {
    match create_new(path, bytes, Access::Private) {
        Ok(()) => Ok(true),
        Err(SaveError::Exists | SaveError::NotAFile(_)) => Ok(false),
        Err(SaveError::Unwritable(error)) => Err(error),
        Err(error) => Err(io::Error::other(error)),
    }
}
