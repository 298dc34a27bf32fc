//! Journals on disk: one for each map in use, locked by the process that uses it, found again after a crash.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::backups::private_folder;
use super::leftovers::remove_stale_temporary_files;
use super::paths::place;
use super::replace::replace;
use super::{Fingerprint, leftovers, read};
use crate::store::journal::{self, JournalOwner, JournalRecord};

/// The most bytes that are read of who holds a journal.
const OWNER_LIMIT: u64 = 4_096;

/// How often a lock that loses its name is tried again.
const ATTEMPTS: usize = 100;

/// How many processes may use one map at the same time.
const SLOT_LIMIT: u32 = 1_000;

/// The name of a journal, the same for as long as it exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalId(String);

/// The right to write one journal, until it is released.
#[derive(Debug)]
pub struct JournalLease {
    folder: PathBuf,
    id: JournalId,
    /// Where the lock is held, for as long as this is open.
    lock: File,
}

/// A journal that nobody writes any more: its process ended before the map was saved.
#[derive(Clone, Debug, PartialEq)]
pub struct AbandonedJournal {
    pub id: JournalId,
    pub record: JournalRecord,
    /// How long ago it was written.
    pub age: Duration,
    /// Whether it is of another file than the one that was asked for.
    pub of_other_file: bool,
}

/// What was found when a map was to be used.
#[derive(Debug, Default)]
pub struct JournalClaim {
    /// The right to keep a journal of it.
    pub own: Option<JournalLease>,
    /// The rights to the journals that were left behind.
    pub abandoned: Vec<JournalLease>,
    pub report: JournalReport,
    /// Why there is no right, or not all was found.
    pub error: Option<io::Error>,
}

/// What is to be told of the journals of a map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct JournalReport {
    /// Other processes that use the map now; one that cannot be named is nobody.
    pub other_users: Vec<JournalOwner>,
    pub abandoned: Vec<AbandonedJournal>,
    /// Journals that cannot be read; they stay where they are.
    pub corrupt: Vec<PathBuf>,
    /// Whether something unsaved is kept of a file that cannot be opened.
    pub has_unsaved_changes: bool,
}

/// Takes the right to keep a journal of a map, and finds what others left or hold; `file` is none for a map that was
/// never saved.
///
/// What was found is given also where no right could be had, with the reason.
pub fn claim(folder: &Path, file: Option<&Path>, owner: &JournalOwner, now: SystemTime) -> JournalClaim {
    let mut claim = JournalClaim::default();
    claim.error = claim.fill(folder, file, owner, now).err();
    if file.is_none() {
        // Maps that were never saved have nothing in common but that.
        claim.report.other_users.clear();
    }
    claim
}

impl JournalClaim {
    fn fill(&mut self, folder: &Path, file: Option<&Path>, owner: &JournalOwner, now: SystemTime) -> io::Result<()> {
        private_folder(folder)?;
        remove_stale_temporary_files(folder, now);
        let file = file.map(place).transpose()?;
        let key = file.as_deref().map_or_else(|| "unsaved".to_owned(), key);
        let mut slots = slots(folder, &key)?;
        let mut outcome = Ok(());
        for &slot in &slots {
            let id = JournalId(format!("{key}-{slot}"));
            if let Err(error) = self.look(folder, id, file.as_deref(), owner, now) {
                outcome = Err(error);
            }
        }
        while self.own.is_none() {
            let slot = (1..SLOT_LIMIT).find(|slot| !slots.contains(slot)).ok_or(io::ErrorKind::AlreadyExists)?;
            slots.push(slot);
            self.look(folder, JournalId(format!("{key}-{slot}")), file.as_deref(), owner, now)?;
        }
        outcome
    }

    /// Takes one journal, if nobody has it, for what it turns out to be.
    fn look(
        &mut self,
        folder: &Path,
        id: JournalId,
        file: Option<&Path>,
        owner: &JournalOwner,
        now: SystemTime,
    ) -> io::Result<()> {
        let Some(lease) = JournalLease::take(folder, id.clone())? else {
            let other = holder(folder, &id).unwrap_or_default();
            if (&other.host, other.process) != (&owner.host, owner.process) {
                self.report.other_users.push(other);
            }
            return Ok(());
        };
        leftovers::remove_leftovers(&lease.path(), now);
        match lease.left(file, now) {
            Some(Ok(left)) => {
                lease.sign(owner)?;
                self.report.abandoned.push(left);
                self.abandoned.push(lease);
            }
            Some(Err(corrupt)) => self.report.corrupt.push(corrupt),
            None if self.own.is_none() => {
                lease.sign(owner)?;
                self.own = Some(lease);
            }
            None => lease.release(),
        }
        Ok(())
    }
}

/// Whether something unsaved of a file is in a journal, be it in use or left behind.
pub fn has_unsaved_changes(folder: &Path, file: &Path) -> bool {
    let key = key(&stable_path(file));
    let kept = |slot: u32| beside(folder, &JournalId(format!("{key}-{slot}")), "journal").is_file();
    slots(folder, &key).is_ok_and(|slots| slots.into_iter().any(kept))
}

impl JournalLease {
    /// Takes the lock of a journal, unless another process has it.
    fn take(folder: &Path, id: JournalId) -> io::Result<Option<JournalLease>> {
        let path = beside(folder, &id, "lock");
        for _ in 0..ATTEMPTS {
            let lock = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path)?;
            match lock.try_lock() {
                Ok(()) if is_named(&lock, &path) => {
                    return Ok(Some(JournalLease { folder: folder.to_owned(), id, lock }));
                }
                // It was released just now and has lost its name; the next one is a new file.
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Ok(None),
                Err(TryLockError::Error(error)) => return Err(error),
            }
        }
        Ok(None)
    }

    /// The name of the journal.
    pub fn id(&self) -> &JournalId {
        &self.id
    }

    fn path(&self) -> PathBuf {
        beside(&self.folder, &self.id, "journal")
    }

    /// Says beside the lock whose it is; a locked file cannot be read everywhere.
    fn sign(&self, owner: &JournalOwner) -> io::Result<()> {
        fs::write(beside(&self.folder, &self.id, "owner"), owner.print().unwrap_or_default())
    }

    /// Puts this text in the place of the journal, and waits until the disk has it.
    pub fn write(&self, text: &str) -> io::Result<()> {
        replace(&self.path(), text.as_bytes())
    }

    /// Whether there is a journal.
    pub fn has_journal(&self) -> bool {
        self.path().symlink_metadata().is_ok()
    }

    /// Removes the journal: there is nothing in it that is not saved.
    pub fn remove_journal(&self) -> io::Result<()> {
        match fs::remove_file(self.path()) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            Ok(()) | Err(_) => Ok(()),
        }
    }

    /// Gives the right back; a journal that is still there can then be found by others.
    pub fn release(self) {
        // While the lock is held nobody else can have it; without a name nobody can come to hold it.
        fs::remove_file(beside(&self.folder, &self.id, "owner")).ok();
        fs::remove_file(beside(&self.folder, &self.id, "lock")).ok();
        self.lock.unlock().ok();
    }

    /// What stands in the journal, or its path when it cannot be read.
    fn left(&self, file: Option<&Path>, now: SystemTime) -> Option<Result<AbandonedJournal, PathBuf>> {
        let path = self.path();
        let metadata = fs::symlink_metadata(&path).ok()?;
        let text = read::bytes(&path).ok().and_then(|(bytes, _)| String::from_utf8(bytes).ok());
        let Some(record) = text.as_deref().and_then(journal::parse) else { return Some(Err(path)) };
        let age = metadata.modified().ok().and_then(|written| now.duration_since(written).ok()).unwrap_or_default();
        let named = |path: &Path| path.to_string_lossy().into_owned();
        let of_other_file = record.file.as_deref().map(named) != file.map(named);
        Some(Ok(AbandonedJournal { id: self.id.clone(), record, age, of_other_file }))
    }
}

/// A file of a journal, by its ending.
fn beside(folder: &Path, id: &JournalId, ending: &str) -> PathBuf {
    folder.join(format!("{}.{ending}", id.0))
}

/// The path of a file without links, whether it is there or not.
pub fn stable_path(path: &Path) -> PathBuf {
    place(path).unwrap_or_else(|_| path.to_owned())
}

/// The name in the state folder of all that belongs to a file.
fn key(path: &Path) -> String {
    format!("{:016x}", Fingerprint::of(path.as_os_str().as_encoded_bytes()).hash)
}

/// The numbers of the journals and locks that a map has.
fn slots(folder: &Path, key: &str) -> io::Result<Vec<u32>> {
    let mut slots = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name();
        let slot = name.to_str().and_then(|name| name.strip_prefix(key)?.strip_prefix('-')?.split_once('.'));
        slots.extend(slot.and_then(|(number, _)| number.parse::<u32>().ok()));
    }
    slots.sort_unstable();
    slots.dedup();
    Ok(slots)
}

/// Who holds a journal.
fn holder(folder: &Path, id: &JournalId) -> Option<JournalOwner> {
    let mut line = String::new();
    let owner = File::open(beside(folder, id, "owner")).ok()?;
    owner.take(OWNER_LIMIT).read_to_string(&mut line).ok()?;
    JournalOwner::parse(&line)
}

#[cfg(unix)]
fn is_named(lock: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let inode = |metadata: fs::Metadata| (metadata.dev(), metadata.ino());
    let held = lock.metadata().map(inode).ok();
    held.is_some() && held == fs::metadata(path).map(inode).ok()
}

#[cfg(not(unix))]
fn is_named(_: &File, _: &Path) -> bool {
    true
}
