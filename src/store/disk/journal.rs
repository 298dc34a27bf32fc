//! Journal files on disk: one for each map in use, locked by the process that uses it, and found again after a crash.

mod moved;
pub mod room;

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use atomic_write_file::AtomicWriteFile;
pub(crate) use moved::read_orphan;
pub use moved::{OrphanJournal, claim_loaded, orphans};

use super::Loaded;
use super::leftovers::{remove_leftovers, remove_stale_temporary_files};
use super::load::load;
use super::new_file::create_private_folder;
use super::nonblocking::{open_lock_file, open_regular, open_to_overwrite};
use super::paths;
use super::read::read_bytes;
use super::replace::replace_privately;
use super::replacement::open_private;
use crate::store::fingerprint::Fingerprint;
use crate::store::journal::{self, JournalOwner, JournalRecord};

/// The most bytes of an owner file that are read.
const OWNER_LIMIT: u64 = 4_096;

/// How often locking is tried if the lock file is removed each time before it is locked.
const LOCK_ATTEMPTS: usize = 100;

/// The most processes that can use the same map.
const SLOT_LIMIT: u32 = 1_000;

/// The name of a journal, which stays the same as long as the journal exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalId(String);

impl JournalId {
    /// Names a journal by the key of its map and its slot, a number among the journals of the map.
    fn new(key: &str, slot: u32) -> JournalId {
        JournalId(format!("{key}-{slot}"))
    }
}

/// The right to write one journal: a lock that is held until it is released or the process ends.
#[derive(Debug)]
pub struct JournalLease {
    folder: PathBuf,
    id: JournalId,
    /// The locked file. The lock lasts as long as it is open.
    lock: File,
}

/// The beginning of a journal, which nobody finds. Unless it is finished, it is removed.
#[derive(Debug)]
pub(crate) struct UnfinishedJournal(AtomicWriteFile);

/// A journal whose process ended before the map was saved.
#[derive(Clone, Debug, PartialEq)]
pub struct AbandonedJournal {
    pub id: JournalId,
    pub record: JournalRecord,
    /// How long ago it was written.
    pub age: Duration,
    pub origin: JournalOrigin,
}

/// Which file an abandoned journal belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JournalOrigin {
    /// The file that is being opened; or, like the map that it is offered for, no file.
    SameFile,
    /// The file that is being opened, before it was moved or renamed.
    MovedFile,
    /// A file that is gone.
    GoneFile,
    /// Another file.
    OtherFile,
}

/// The result of claiming the journal of a map.
#[derive(Debug, Default)]
pub struct JournalClaim {
    /// The lease for the claimer's own journal.
    pub own: Option<JournalLease>,
    /// The leases of the abandoned journals in the report.
    pub abandoned: Vec<JournalLease>,
    pub report: JournalReport,
    /// Why there is no lease, or why the report is incomplete.
    pub error: Option<io::Error>,
}

/// What the state folder shows about a map: its journals, and whether it has old versions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct JournalReport {
    /// The other processes that use the map now. An owner that cannot be read is left at its default.
    pub other_users: Vec<JournalOwner>,
    pub abandoned: Vec<AbandonedJournal>,
    /// Journals that cannot be read. They stay where they are.
    pub corrupt: Vec<PathBuf>,
    /// True if the file cannot be opened and a journal has unsaved changes of it.
    pub has_unsaved_changes: bool,
    /// True if the file holds no map, or nothing, and old versions of it are kept.
    pub has_backups: bool,
    /// True if overwriting the file was interrupted, and what it held before is kept.
    pub was_overwriting_interrupted: bool,
    /// True if the file got what a killed save had swapped out.
    pub has_merged_save: bool,
}

/// What is needed to claim a journal.
struct ClaimRequest<'a> {
    folder: &'a Path,
    /// The stable path of the map's file, or `None` for a map that was never saved.
    file: Option<&'a Path>,
    owner: &'a JournalOwner,
    now: SystemTime,
}

/// Claims a journal for a map, and examines the map's other journals. `file` is `None` for a map that was never saved.
///
/// If no journal can be claimed, the report is still returned, with the error.
pub fn claim(folder: &Path, file: Option<&Path>, owner: &JournalOwner, now: SystemTime) -> JournalClaim {
    let mut claim = JournalClaim::default();
    claim.error = match file.map(paths::stable_path).transpose() {
        Ok(path) => claim.examine_all(&ClaimRequest { folder, file: path.as_deref(), owner, now }).err(),
        Err(error) => Some(error),
    };
    if file.is_none() {
        // Two maps that were never saved are not the same map.
        claim.report.other_users.clear();
    }
    claim
}

impl JournalClaim {
    /// Examines the journals of the map, and takes a new one if none of them becomes the claimer's own.
    fn examine_all(&mut self, request: &ClaimRequest<'_>) -> io::Result<()> {
        create_private_folder(request.folder)?;
        remove_stale_temporary_files(request.folder, request.now);
        let key = request.file.map_or_else(|| "unsaved".to_owned(), key);
        let mut slots = slots(request.folder, &key)?;
        let mut outcome = Ok(());
        for &slot in &slots {
            if let Err(error) = self.examine(request, JournalId::new(&key, slot)) {
                outcome = Err(error);
            }
        }
        while self.own.is_none() {
            let slot = (1..SLOT_LIMIT).find(|slot| !slots.contains(slot)).ok_or(io::ErrorKind::AlreadyExists)?;
            slots.push(slot);
            self.examine(request, JournalId::new(&key, slot))?;
        }
        outcome
    }

    /// Locks one journal and adds it to the claim: as the claimer's own, as abandoned or as corrupt. If another process
    /// holds the lock, reports its owner.
    fn examine(&mut self, request: &ClaimRequest<'_>, id: JournalId) -> io::Result<()> {
        let ClaimRequest { folder, file, owner, now } = *request;
        if paths::is_obstructed(&journal_file(folder, &id, "lock")) {
            // Nothing can be locked there; another slot is free.
            return Ok(());
        }
        let Some(lease) = JournalLease::take(folder, id.clone())? else {
            let other = read_owner(folder, &id).unwrap_or_default();
            if (&other.host, other.process) != (&owner.host, owner.process) {
                self.report.other_users.push(other);
            }
            return Ok(());
        };
        remove_leftovers(&lease.path(), now);
        match read_journal(folder, lease.id(), JournalOrigin::SameFile, now, None) {
            Some(Ok(mut abandoned)) => {
                if !is_same_path(abandoned.record.file.as_deref(), file) {
                    abandoned.origin = JournalOrigin::OtherFile;
                }
                lease.write_owner(owner);
                self.report.abandoned.push(abandoned);
                self.abandoned.push(lease);
            }
            Some(Err(corrupt)) => self.report.corrupt.push(corrupt),
            None if self.own.is_none() => {
                lease.write_owner(owner);
                self.own = Some(lease);
            }
            None => lease.release(),
        }
        Ok(())
    }
}

/// True if a journal, in use or abandoned, has unsaved changes of this file.
pub(crate) fn has_unsaved_changes(folder: &Path, file: &Path) -> bool {
    let key = key(&stable_path(file));
    let has_journal = |slot: u32| journal_file(folder, &JournalId::new(&key, slot), "journal").is_file();
    slots(folder, &key).is_ok_and(|slots| slots.into_iter().any(has_journal))
}

impl JournalLease {
    /// Locks a journal. Returns `None` if another process has locked it.
    pub(crate) fn take(folder: &Path, id: JournalId) -> io::Result<Option<JournalLease>> {
        let path = journal_file(folder, &id, "lock");
        for _ in 0..LOCK_ATTEMPTS {
            let lock = open_lock_file(&path)?;
            match lock.try_lock() {
                Ok(()) if is_file_at(&lock, &path) => {
                    return Ok(Some(JournalLease { folder: folder.to_owned(), id, lock }));
                }
                // A release deleted the file between opening and locking: open the next one.
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Ok(None),
                Err(TryLockError::Error(error)) => return Err(error),
            }
        }
        Ok(None)
    }

    pub fn id(&self) -> &JournalId {
        &self.id
    }

    pub(crate) fn path(&self) -> PathBuf {
        journal_file(&self.folder, &self.id, "journal")
    }

    /// Writes the owner into a file beside the lock file; on some systems a locked file cannot be read.
    fn write_owner(&self, owner: &JournalOwner) {
        let path = journal_file(&self.folder, &self.id, "owner");
        // A link is replaced, not followed. Without the file, others see that the map is in use, but not by whom.
        fs::remove_file(&path).ok();
        let created = OpenOptions::new().write(true).create_new(true).open(&path);
        created.and_then(|mut file| file.write_all(owner.print().unwrap_or_default().as_bytes())).ok();
    }

    /// Replaces the journal atomically and returns once the disk has it.
    pub fn write(&self, text: &str) -> io::Result<()> {
        replace_privately(&self.path(), text.as_bytes())
    }

    /// Appends a change to the journal, and returns once it is on the disk. Fails if the length of the journal is not
    /// `length`, since somebody else has then changed it.
    ///
    /// If writing fails, the journal is cut to its old length.
    pub fn append(&self, change: &str, length: u64) -> io::Result<()> {
        let mut file = open_to_overwrite(&self.path())?;
        if file.metadata()?.len() != length {
            return Err(io::ErrorKind::InvalidData.into());
        }
        file.seek(SeekFrom::Start(length))?;
        let written = file.write_all(change.as_bytes()).and_then(|()| file.sync_data());
        if written.is_err() {
            file.set_len(length).ok();
        }
        written
    }

    /// True if a journal was written and not removed.
    pub(crate) fn has_journal(&self) -> bool {
        self.path().symlink_metadata().is_ok()
    }

    /// Removes the journal after everything in it was saved.
    pub fn remove_journal(&self) -> io::Result<()> {
        match fs::remove_file(self.path()) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            Ok(()) | Err(_) => Ok(()),
        }
    }

    /// Releases the lock. If the journal still exists, other processes will find it.
    pub fn release(self) {
        // The lock file is removed before the lock is released: a process that has opened it sees that it was deleted.
        fs::remove_file(journal_file(&self.folder, &self.id, "owner")).ok();
        fs::remove_file(journal_file(&self.folder, &self.id, "lock")).ok();
        self.lock.unlock().ok();
    }
}

impl UnfinishedJournal {
    /// Writes the beginning of the journal at a path, and returns once it is on the disk.
    pub(crate) fn begin(path: &Path, text: &str) -> io::Result<UnfinishedJournal> {
        let mut file = open_private(path)?;
        file.write_all(text.as_bytes())?;
        file.sync_data()?;
        Ok(UnfinishedJournal(file))
    }

    /// Writes the rest of the journal and puts it in its place, and returns once it is on the disk.
    pub(crate) fn finish(mut self, rest: &str) -> io::Result<()> {
        self.0.write_all(rest.as_bytes())?;
        self.0.commit()
    }
}

/// Reads a journal, if there is one. Returns its path as the error if it cannot be read.
///
/// The map that it is based on may be in its file, or in the file that was `loaded`.
fn read_journal(
    folder: &Path,
    id: &JournalId,
    origin: JournalOrigin,
    now: SystemTime,
    loaded: Option<&Loaded>,
) -> Option<Result<AbandonedJournal, PathBuf>> {
    let path = journal_file(folder, id, "journal");
    let metadata = fs::symlink_metadata(&path).ok()?;
    let read = |file: &Path, based_on| {
        let content =
            |loaded: &Loaded| (loaded.fingerprint == based_on).then(|| (loaded.map.clone(), loaded.comments.clone()));
        loaded.and_then(content).or_else(|| content(&load(file).ok()?))
    };
    let record = read_bytes(&path).ok().and_then(|bytes| journal::parse_with(&bytes, read));
    let Some(record) = record else { return Some(Err(path)) };
    let age = metadata.modified().ok().and_then(|written| now.duration_since(written).ok()).unwrap_or_default();
    Some(Ok(AbandonedJournal { id: id.clone(), record, age, origin }))
}

/// True if two paths are the same in a journal, which stores them as text.
fn is_same_path(one: Option<&Path>, other: Option<&Path>) -> bool {
    one.map(Path::to_string_lossy) == other.map(Path::to_string_lossy)
}

/// Returns the path of one of a journal's files: `journal`, `lock` or `owner`.
fn journal_file(folder: &Path, id: &JournalId, extension: &str) -> PathBuf {
    folder.join(format!("{}.{extension}", id.0))
}

/// Returns the absolute path of a file without links, which may not exist. If that fails, returns the path as it is.
pub fn stable_path(path: &Path) -> PathBuf {
    paths::stable_path(path).unwrap_or_else(|_| path.to_owned())
}

/// Returns the key of a file, with which the names of all its journals begin.
fn key(path: &Path) -> String {
    format!("{:016x}", Fingerprint::of(path.as_os_str().as_encoded_bytes()).hash)
}

/// Returns the slots of a map that have a journal or a lock.
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

/// Reads the owner of a journal.
fn read_owner(folder: &Path, id: &JournalId) -> Option<JournalOwner> {
    let mut line = String::new();
    let owner = open_regular(&journal_file(folder, id, "owner")).ok()?;
    owner.take(OWNER_LIMIT).read_to_string(&mut line).ok()?;
    JournalOwner::parse(&line)
}

/// True if the open file is still the one at this path.
#[cfg(unix)]
fn is_file_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let inode = |metadata: fs::Metadata| (metadata.dev(), metadata.ino());
    let open = file.metadata().map(inode).ok();
    open.is_some() && open == fs::metadata(path).map(inode).ok()
}

#[cfg(not(unix))]
fn is_file_at(_: &File, _: &Path) -> bool {
    true
}
