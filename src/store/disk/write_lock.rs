//! Locks of files: they keep programs from writing the same file at the same time.

use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;
use std::thread;
use std::time::Duration;

use super::errors::SaveError;
use super::nonblocking::open_lock_file;

/// How often a lock is tried before the file counts as busy.
const TRIES: usize = 150;
/// The time between two tries. All tries together take three seconds.
const INTERVAL: Duration = Duration::from_millis(20);

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
