//! Locks of files: they keep programs from writing the same file at the same time.

use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;
use std::thread;
use std::time::Duration;

use super::errors::SaveError;
use super::nonblocking::{open_lock_file, open_regular, open_to_overwrite};

/// How often a lock is tried before the file counts as busy.
const TRIES: usize = 600;
/// The time between two tries. All tries together take three seconds.
const INTERVAL: Duration = Duration::from_millis(5);
/// How often a reader tries before it reads without a lock: half a second.
const READER_TRIES: usize = 100;

/// The right to write a file. Dropping it releases the lock.
#[derive(Debug)]
pub(super) struct WriteLock {
    /// The locked file. The lock lasts as long as it is open.
    _file: File,
}

impl WriteLock {
    /// Locks the lock file at this path, which is created if it is missing. Waits a short time if another process holds
    /// the lock; then the file counts as busy.
    ///
    /// Returns `None` if nothing can be locked: the lock file cannot be created, is not a regular file, or the file
    /// system has no locks.
    pub(super) fn take(lock_file: &Path) -> Result<Option<WriteLock>, SaveError> {
        match open_lock_file(lock_file) {
            Ok(file) => lock(&file).map(|is_locked| is_locked.then_some(WriteLock { _file: file })),
            Err(_) => Ok(None),
        }
    }
}

/// Locks an open file until it is closed. Returns false if the file system has no locks.
fn lock(file: &File) -> Result<bool, SaveError> {
    // There is no call that waits for a limited time only.
    for _ in 0..TRIES {
        match file.try_lock() {
            Ok(()) => return Ok(true),
            Err(TryLockError::WouldBlock) => thread::sleep(INTERVAL),
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(TryLockError::Error(_)) => return Ok(false),
        }
    }
    Err(SaveError::Busy)
}

/// The lock of a map's own file, which programs of all users and machines see. Dropping it releases the lock.
#[derive(Debug)]
pub(super) struct MapLock {
    /// The lock lasts as long as the file is open.
    file: File,
}

impl MapLock {
    /// Locks the file at a path. Waits a short time if another process holds the lock; then the file counts as busy.
    ///
    /// Returns `None` if nothing can be locked: there is no file, it cannot be written, or the file system has no locks.
    pub(super) fn take(path: &Path) -> Result<Option<MapLock>, SaveError> {
        // On Windows nobody could read a locked file.
        if !cfg!(unix) {
            return Ok(None);
        }
        for _ in 0..TRIES {
            let Ok(file) = open_to_overwrite(path) else { return Ok(None) };
            match file.try_lock() {
                Ok(()) if is_at(&file, path) => return Ok(Some(MapLock { file })),
                // Another file took its place while this process waited.
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => thread::sleep(INTERVAL),
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(TryLockError::Error(_)) => return Ok(None),
            }
        }
        Err(SaveError::Busy)
    }
}

/// The locks of a save, held from before it.
#[derive(Debug)]
pub(super) struct SaveLocks {
    /// Keeps the other programs of this user away.
    pub _user: Option<WriteLock>,
    /// Keeps programs of all users away.
    pub map: Option<MapLock>,
}

impl SaveLocks {
    /// True if they keep others away from the file that is at a path now.
    pub(super) fn hold(&self, path: &Path) -> bool {
        self.map.as_ref().is_some_and(|lock| is_at(&lock.file, path))
    }
}

/// Waits a short time while another process writes the file at a path. The result keeps writers waiting until it is
/// dropped. It is `None` if nothing could be locked.
pub(super) fn lock_to_read(path: &Path) -> Option<File> {
    if !cfg!(unix) {
        return None;
    }
    for _ in 0..READER_TRIES {
        let file = open_regular(path).ok()?;
        match file.try_lock_shared() {
            Ok(()) if is_at(&file, path) => return Some(file),
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => thread::sleep(INTERVAL),
            Err(TryLockError::Error(_)) => return None,
        }
    }
    None
}

/// True if an open file is the one at a path.
#[cfg(unix)]
pub(super) fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let inode = |metadata: std::fs::Metadata| (metadata.dev(), metadata.ino());
    file.metadata().ok().map(inode) == std::fs::metadata(path).ok().map(inode)
}

/// Not known on this system.
#[cfg(not(unix))]
pub(super) fn is_at(_: &File, _: &Path) -> bool {
    true
}
