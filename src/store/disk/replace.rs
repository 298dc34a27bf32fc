//! Replaces the content of files: atomically where possible, otherwise in place.

use std::fs::{File, Metadata};
use std::io::ErrorKind::{InvalidFilename, PermissionDenied, ResourceBusy};
use std::io::{self, Read, Seek, Write};
use std::path::Path;

use super::backups::{BackupStore, ProtectingBackup};
use super::errors::{OpenError, SaveError};
use super::nonblocking::open_to_overwrite;
use super::paths::has_other_names;
use super::read::read_bytes;
use super::replacement::open_private;
use super::save_calls::SaveCalls;
use super::save_history::SaveHistory;
use super::swap::{Swap, Swapped};
use super::write_lock::is_at;
use crate::store::fingerprint::Fingerprint;

/// An existing file whose content is to be replaced.
pub(super) struct ExistingFile<'a> {
    pub path: &'a Path,
    pub metadata: &'a Metadata,
    /// Keeps the content while the file is overwritten in place. Without it, no file is overwritten in place.
    pub backups: Option<&'a BackupStore>,
    /// The content that the caller has seen.
    pub seen: Fingerprint,
    pub calls: &'a dyn SaveCalls,
}

/// How well a save was protected against saves by other programs at the same moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protection {
    /// What was replaced was compared afterwards.
    Compared,
    /// Only the lock of the file keeps others away, and not every program respects it.
    LockOnly,
}

impl ExistingFile<'_> {
    /// Replaces the content. Everything else stays: owner, mode, access list, extended attributes and hard links.
    ///
    /// The file is overwritten in place if it has several hard links, if a new file could not get its attributes, or if
    /// its folder cannot be written; otherwise a new file is swapped in. `is_expected` is called with the content that is
    /// replaced, or `None` if it cannot be read: if it returns false, that content stays.
    pub(crate) fn replace_content(
        &self,
        bytes: &[u8],
        is_expected: impl Fn(Option<&[u8]>) -> bool,
    ) -> Result<Protection, SaveError> {
        match self.swap(bytes, &is_expected) {
            Ok(Swapped::Done) => Ok(Protection::Compared),
            Ok(Swapped::Unchecked) => Ok(Protection::LockOnly),
            Ok(Swapped::Changed) => Err(SaveError::ChangedOutside),
            Ok(Swapped::Impossible) => self.overwrite(bytes, is_expected),
            Err(error) if must_be_overwritten(&error) => self.overwrite(bytes, is_expected),
            Err(error) => Err(SaveError::Unwritable(error)),
        }
    }

    fn swap(&self, bytes: &[u8], is_expected: impl Fn(Option<&[u8]>) -> bool) -> io::Result<Swapped> {
        if has_other_names(self.metadata) {
            return Ok(Swapped::Impossible);
        }
        let ExistingFile { path, metadata, seen, calls, .. } = *self;
        Swap { path, metadata, seen, calls }.run(bytes, is_expected)
    }

    fn overwrite(&self, bytes: &[u8], is_expected: impl Fn(Option<&[u8]>) -> bool) -> Result<Protection, SaveError> {
        let history = SaveHistory::of_file(self.path, self.seen).after(self.seen, Fingerprint::of(bytes));
        let may_write = |file: &File| {
            let is_unchanged = is_expected(self.calls.read(self.path).as_deref().ok());
            if is_unchanged {
                // It comes first: whoever reads the new content must find it in the history.
                history.store(file);
            }
            is_unchanged
        };
        let new = NewContent { bytes, fingerprint: Some(Fingerprint::of(bytes)) };
        let file = overwrite_in_place(self.path, new, self.backups, may_write)?;
        // If another file has taken its place, what was written is in no folder any more.
        if is_at(&file, self.path) { Ok(Protection::LockOnly) } else { Err(SaveError::ChangedOutside) }
    }
}

/// What is written into a file in place of its content.
pub(super) struct NewContent<R> {
    pub bytes: R,
    /// The fingerprint of the bytes, if it is known before they are read.
    pub fingerprint: Option<Fingerprint>,
}

/// Overwrites a file in place, which keeps its hard links. The caller holds the lock. The old content stays in the
/// backups until the new one is on the disk, and a record marks the write, so a crash is detected later.
///
/// If writing fails, the old content is written again. `may_write` is called first. Returns the file.
pub(super) fn overwrite_in_place(
    path: &Path,
    content: NewContent<impl Read>,
    backups: Option<&BackupStore>,
    may_write: impl Fn(&File) -> bool,
) -> Result<File, SaveError> {
    let mut file = open_to_overwrite(path).map_err(SaveError::Unwritable)?;
    let was_whole = backups.is_none_or(|backups| !backups.is_part_written(path));
    if !may_write(&file) {
        return Err(SaveError::ChangedOutside);
    }
    let old_content = read_bytes(path).map_err(|error| SaveError::BackupFailed(io_error(error)))?;
    let backup = if old_content.is_empty() {
        None
    } else {
        let backups = backups.ok_or(SaveError::NoStateFolder)?;
        let backup = backups.protect(path, &old_content).map_err(SaveError::BackupFailed)?;
        let old = was_whole.then(|| Fingerprint::of(&old_content));
        backups.record_overwriting(path, old, content.fingerprint).map_err(SaveError::BackupFailed)?;
        Some(backup)
    };
    let written = write_from_start(&mut file, content.bytes);
    let is_whole = written.is_ok() || (write_from_start(&mut file, &*old_content).is_ok() && was_whole);
    if is_whole {
        // The record goes first: while it exists, so does the backup. An earlier record goes too.
        backups.into_iter().for_each(|backups| backups.forget_overwriting(path));
        backup.into_iter().for_each(ProtectingBackup::release);
    }
    written.map(|()| file).map_err(SaveError::Unwritable)
}

/// Returns why a file could not be read as an error of the system.
fn io_error(error: OpenError) -> io::Error {
    match error {
        OpenError::Unreadable(error) => error,
        OpenError::TooLarge { .. } => io::ErrorKind::FileTooLarge.into(),
        OpenError::NotFound => io::ErrorKind::NotFound.into(),
        OpenError::NotAFile(_) | OpenError::NotText { .. } | OpenError::Invalid { .. } => io::Error::other(error),
    }
}

/// True for errors after which a file must be overwritten in place: no file can be created beside it or replace it.
pub(super) fn must_be_overwritten(error: &io::Error) -> bool {
    // ResourceBusy: the file is a mount point. InvalidFilename: the name of the temporary file, which is longer than
    // the file's own, is too long.
    matches!(error.kind(), PermissionDenied | ResourceBusy | InvalidFilename)
}

/// Writes a file that only its owner can access, and puts it in its place once the disk has all of it.
pub(super) fn replace_privately(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = open_private(path)?;
    file.write_all(bytes)?;
    file.commit()
}

fn write_from_start(file: &mut File, mut content: impl Read) -> io::Result<()> {
    file.rewind()?;
    let written = io::copy(&mut content, file)?;
    file.set_len(written)?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
    use std::path::PathBuf;
    use std::time::SystemTime;

    use tempfile::TempDir;

    use super::*;

    const OLD: &[u8] = b"the old content of the file";

    /// Gives these bytes three at a time. When more are read, the program is killed.
    struct KilledAfter<'a>(&'a [u8]);

    impl Read for KilledAfter<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            if self.0.is_empty() {
                resume_unwind(Box::new("killed"));
            }
            let (given, rest) = self.0.split_at(self.0.len().min(3));
            self.0 = rest;
            buffer[..given.len()].copy_from_slice(given);
            Ok(given.len())
        }
    }

    /// Returns a file with the old content, and a place for its backups.
    fn file() -> (TempDir, PathBuf, BackupStore) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("map.ron");
        fs::write(&path, OLD).unwrap();
        let backups = BackupStore::new(&folder.path().join("state"), SystemTime::now());
        (folder, path, backups)
    }

    fn overwrite(path: &Path, new: &[u8], killed_after: Option<usize>, backups: &BackupStore) {
        let fingerprint = Some(Fingerprint::of(new));
        let written = catch_unwind(AssertUnwindSafe(|| match killed_after {
            None => overwrite_in_place(path, NewContent { bytes: new, fingerprint }, Some(backups), |_| true),
            Some(count) => {
                let bytes = KilledAfter(&new[..count]);
                overwrite_in_place(path, NewContent { bytes, fingerprint }, Some(backups), |_| true)
            }
        }));
        assert_eq!(written.is_ok_and(|written| written.is_ok()), killed_after.is_none());
    }

    #[test]
    fn overwriting_that_is_killed_at_any_point_is_known_later_and_loses_nothing() {
        for new in [&b"a short one"[..], b"a new content that is longer than the old content of the file"] {
            for killed_after in (0..new.len()).step_by(5).chain([new.len()]) {
                let (_folder, path, backups) = file();
                overwrite(&path, new, Some(killed_after), &backups);
                let found = fs::read(&path).unwrap();
                let is_whole = found == OLD || found == new;
                assert_eq!(backups.was_overwriting_interrupted(&path), !is_whole, "killed after {killed_after} bytes");
                let kept = backups.list(&path).unwrap();
                assert!(
                    kept.iter().any(|kept| fs::read(&kept.path).unwrap() == OLD),
                    "killed after {killed_after} bytes"
                );
                // Killed again before the first byte: the file is still not whole.
                overwrite(&path, b"another", Some(0), &backups);
                assert_eq!(backups.was_overwriting_interrupted(&path), !is_whole, "killed after {killed_after} bytes");
                overwrite(&path, new, None, &backups);
                assert!(!backups.was_overwriting_interrupted(&path));
            }
        }
    }

    #[test]
    fn a_whole_write_by_anybody_else_ends_an_interruption() {
        use crate::map::{Header, JourneyMap, Name};
        use crate::store::comments::Comments;
        use crate::store::disk::save;

        let map = JourneyMap::new(Header::new(Name::new("whole").unwrap()));
        let len = crate::store::ron_text::print(&map, &Comments::default()).len();
        for has_two_names in [false, true] {
            let (folder, path, backups) = file();
            // The map is as long as the old content or the new one, so its length tells nothing.
            fs::write(&path, vec![b'a'; len]).unwrap();
            overwrite(&path, &vec![b'b'; len + 9], Some(3), &backups);
            assert!(backups.was_overwriting_interrupted(&path));
            if has_two_names {
                fs::hard_link(&path, folder.path().join("other.ron")).unwrap();
            }
            let others = BackupStore::new(&folder.path().join("state of another account"), SystemTime::now());
            save(&path, &map, &Comments::default(), None, Some(&others)).unwrap();
            let has_history =
                SaveHistory::of_file(&path, Fingerprint::of(&fs::read(&path).unwrap())) != SaveHistory::default();
            assert_eq!(backups.was_overwriting_interrupted(&path), !has_history, "{has_two_names}");
        }

        for by_editor in [&b"short"[..], b"a text that is longer than the old content and the new one"] {
            let (_folder, path, backups) = file();
            overwrite(&path, b"a new content of nearly that", Some(3), &backups);
            fs::write(&path, by_editor).unwrap();
            assert!(!backups.was_overwriting_interrupted(&path));
        }
    }

    #[test]
    fn an_interruption_is_known_by_every_name_of_a_file_until_a_whole_write_by_any_of_them() {
        let (folder, path, backups) = file();
        let other = folder.path().join("other.ron");
        fs::hard_link(&path, &other).unwrap();
        overwrite(&path, b"a new content of nearly that", Some(3), &backups);
        assert!(backups.was_overwriting_interrupted(&path));
        assert_eq!(backups.was_overwriting_interrupted(&other), cfg!(unix));
        // Killed again before the first byte, by the other name.
        overwrite(&other, b"another", Some(0), &backups);
        assert!(backups.was_overwriting_interrupted(&path));
        overwrite(&other, b"a new content of that length", None, &backups);
        assert!(!backups.was_overwriting_interrupted(&other));
        assert_eq!(backups.was_overwriting_interrupted(&path), !cfg!(unix));
    }

    #[test]
    fn overwriting_an_empty_file_ends_an_interruption() {
        let (_folder, path, backups) = file();
        overwrite(&path, b"new", Some(2), &backups);
        fs::write(&path, "").unwrap();
        overwrite(&path, b"a content of some length", None, &backups);
        assert!(!backups.was_overwriting_interrupted(&path));
    }

    #[test]
    fn overwriting_that_goes_on_is_not_interrupted() {
        let (_folder, path, backups) = file();
        overwrite(&path, b"new", Some(2), &backups);
        let lock = backups.lock(&path).unwrap();
        assert!(!backups.was_overwriting_interrupted(&path));
        drop(lock);
        assert!(backups.was_overwriting_interrupted(&path));
        backups.forget_overwriting(&path);
        assert!(!backups.was_overwriting_interrupted(&path));
    }
}
