//! Writes the journal of the open map, and removes journals that are no longer needed.

use std::io;
use std::mem;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use super::config::JournalConfig;
use super::room::{RoomJournal, RoomTask};
use crate::app::model::effect::JournalEntry;
use crate::app::model::msg::Msg;
use crate::store;
use crate::store::disk::journal::{self, JournalClaim, JournalId, JournalLease};
use crate::store::journal::{JournalRecord, print_change};
use crate::term::input::Input;

/// The least time between two writes. Together with the write itself, the journal is at most 250 ms behind.
const WRITE_INTERVAL: Duration = Duration::from_millis(100);
/// The time between two attempts while writing fails.
const RETRY_INTERVAL: Duration = Duration::from_secs(1);

/// A journal is written anew once it is longer than `GROWTH_FACTOR` times its first length plus `GROWTH_ALLOWANCE` bytes.
const GROWTH_FACTOR: u64 = 2;
const GROWTH_ALLOWANCE: u64 = 1 << 20;

/// A task of the journal thread.
#[derive(Debug)]
pub(super) enum JournalTask {
    /// Switches to the journal of another map, which was claimed already.
    SwitchTo(Option<PathBuf>, Box<JournalClaim>),
    /// Moves to the journal of this file, unless it is the current one.
    MoveTo(PathBuf),
    Write(Box<JournalEntry>),
    Clear,
    /// Removes a journal left behind by another run, once its content is written to our own.
    RemoveRecovered(JournalId),
    Discard(JournalId),
    Room(RoomTask),
}

/// Runs the tasks of the journal thread.
pub(super) struct JournalWriter {
    config: JournalConfig,
    event_loop: Sender<Input>,
    /// How many tasks to clear the journal are waiting.
    waiting_clears: Arc<AtomicUsize>,
    file: Option<PathBuf>,
    /// The journal that is written.
    own: Option<JournalLease>,
    /// Journals that other runs left behind for the open map.
    abandoned: Vec<JournalLease>,
    /// Journals that are removed after the next write: their content is then in our own.
    outdated: Vec<JournalLease>,
    pending: Option<Box<JournalEntry>>,
    room: RoomJournal,
    /// When the last write began.
    last_write: Option<Instant>,
    /// What the journal on the disk holds; `None` if the next entry is to be written as a whole.
    written: Option<Written>,
    /// True while writing fails. Only the first failure is reported.
    is_failing: bool,
    /// True if a failure was reported and no entry was written since.
    is_told: bool,
}

/// The content of a journal that this process has written.
struct Written {
    entry: JournalEntry,
    /// The length of the journal, in bytes.
    length: u64,
    /// Its length after the first change, in bytes.
    first_length: u64,
}

impl Written {
    /// Returns true if the change to this entry can be appended to the journal.
    fn can_continue_with(&self, entry: &JournalEntry) -> bool {
        self.entry.based_on == entry.based_on
            && self.entry.base == entry.base
            && self.entry.comments == entry.comments
            && self.length < GROWTH_FACTOR * self.first_length + GROWTH_ALLOWANCE
    }
}

impl JournalWriter {
    pub(super) fn new(
        config: JournalConfig,
        event_loop: Sender<Input>,
        waiting_clears: Arc<AtomicUsize>,
    ) -> JournalWriter {
        JournalWriter {
            room: RoomJournal::new(config.room_folder()),
            config,
            event_loop,
            waiting_clears,
            file: None,
            own: None,
            abandoned: Vec::new(),
            outdated: Vec::new(),
            pending: None,
            last_write: None,
            written: None,
            is_failing: false,
            is_told: false,
        }
    }

    /// Runs tasks until all senders are dropped, then writes what is pending and releases all journals.
    pub(super) fn run(&mut self, tasks: &Receiver<JournalTask>) {
        loop {
            match self.next_task(tasks) {
                Ok(JournalTask::Write(entry)) => {
                    self.pending = Some(entry);
                    if self.time_to_next_write().is_zero() {
                        self.flush();
                    }
                }
                // What waits to be written is saved already.
                Ok(task @ JournalTask::Clear) if self.outdated.is_empty() => self.run_task(task),
                Ok(JournalTask::MoveTo(file)) if self.file.as_ref() == Some(&file) => {}
                Ok(other) => {
                    self.flush();
                    self.run_task(other);
                }
                Err(RecvTimeoutError::Timeout) => self.flush(),
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
        self.flush();
        let leases =
            mem::take(&mut self.abandoned).into_iter().chain(mem::take(&mut self.outdated)).chain(self.own.take());
        leases.for_each(JournalLease::release);
        self.room.release();
    }

    fn next_task(&self, tasks: &Receiver<JournalTask>) -> Result<JournalTask, RecvTimeoutError> {
        match self.pending {
            Some(_) => tasks.recv_timeout(self.time_to_next_write()),
            None => tasks.recv().map_err(RecvTimeoutError::from),
        }
    }

    fn time_to_next_write(&self) -> Duration {
        let interval = if self.is_failing { RETRY_INTERVAL } else { WRITE_INTERVAL };
        self.last_write.map_or(Duration::ZERO, |at| interval.saturating_sub(at.elapsed()))
    }

    fn run_task(&mut self, task: JournalTask) {
        match task {
            JournalTask::SwitchTo(file, claim) => self.switch_to(file, *claim),
            JournalTask::MoveTo(file) => {
                let claim = self.config.claim(Some(&file));
                self.switch_and_release(Some(file), claim);
            }
            JournalTask::Clear => {
                self.waiting_clears.fetch_sub(1, Ordering::Relaxed);
                self.pending = None;
                self.written = None;
                let cleared = self.own.as_ref().map_or(Ok(()), JournalLease::remove_journal);
                self.report(cleared);
                self.remove_outdated();
            }
            JournalTask::RemoveRecovered(id) => {
                let recovered = self.take_abandoned(&id);
                self.outdated.extend(recovered);
                // A pending write contains the recovered changes. Without one they are written already.
                if self.pending.is_none() {
                    self.remove_outdated();
                }
            }
            JournalTask::Discard(id) => {
                for lease in self.take_abandoned(&id) {
                    self.remove(lease);
                }
            }
            // What the map has of the room is on the disk already: pending changes were written before.
            JournalTask::Room(task) => {
                let report = self.room.run(task).map(Input::Answer);
                report.into_iter().for_each(|report| drop(self.event_loop.send(report)));
            }
            JournalTask::Write(entry) => self.pending = Some(entry),
        }
    }

    /// Switches to a journal that was claimed.
    fn switch_to(&mut self, file: Option<PathBuf>, claim: JournalClaim) {
        let JournalClaim { own, abandoned, error, .. } = claim;
        mem::replace(&mut self.abandoned, abandoned).into_iter().for_each(JournalLease::release);
        match mem::replace(&mut self.own, own) {
            // Its content is kept until it is written to the next journal or discarded.
            Some(lease) if lease.has_journal() => self.outdated.push(lease),
            Some(lease) => lease.release(),
            None => {}
        }
        self.file = file;
        self.written = None;
        // This does not set `is_failing`: the first failed write is reported too.
        if let Some(error) = error {
            self.tell_failure(error);
        }
    }

    /// Switches to a journal that was claimed. Releases the journals that other runs left behind: they are offered when the
    /// file is opened.
    fn switch_and_release(&mut self, file: Option<PathBuf>, mut claim: JournalClaim) {
        mem::take(&mut claim.abandoned).into_iter().for_each(JournalLease::release);
        self.switch_to(file, claim);
    }

    /// Takes a journal out of the ones that other runs left behind. The journal of a file that is gone is locked only now.
    fn take_abandoned(&mut self, id: &JournalId) -> Vec<JournalLease> {
        let (mut wanted, left): (Vec<_>, Vec<_>) =
            mem::take(&mut self.abandoned).into_iter().partition(|lease| lease.id() == id);
        self.abandoned = left;
        if wanted.is_empty() {
            wanted.extend(self.config.lock(id));
        }
        wanted
    }

    /// Writes the pending entry. If that fails, the entry stays pending.
    #[expect(clippy::disallowed_methods, reason = "writes are spaced in time")]
    fn flush(&mut self) {
        let Some(entry) = self.pending.take() else { return };
        self.last_write = Some(Instant::now());
        let written = self.write(&entry);
        if written.is_err() {
            self.pending = Some(entry);
        } else if mem::take(&mut self.is_told) {
            let _ended = self.event_loop.send(Input::Answer(Msg::JournalRestored));
        }
        self.report(written);
    }

    fn write(&mut self, entry: &JournalEntry) -> io::Result<()> {
        if self.config.state_folder.is_none() {
            return Err(io::ErrorKind::NotFound.into());
        }
        if self.own.is_none() || self.file != entry.file {
            let mut claim = self.config.claim(entry.file.as_ref());
            if let Some(error) = claim.error.take_if(|_| claim.own.is_none()) {
                return Err(error);
            }
            self.switch_and_release(entry.file.clone(), claim);
        }
        let Some(own) = &self.own else { return Err(io::ErrorKind::NotFound.into()) };
        let continued = self.written.take().filter(|written| written.can_continue_with(entry));
        let appended = continued.and_then(|written| append(own, written, entry).ok());
        match appended.map_or_else(|| self.write_anew(own, entry), |written| Ok(Some(written))) {
            Ok(written) => self.written = written,
            Err(error) => {
                // If the folder is gone, the next write claims a new journal, which creates the folder.
                self.own = self.own.take().filter(|_| error.kind() != io::ErrorKind::NotFound);
                return Err(error);
            }
        }
        self.remove_outdated();
        Ok(())
    }

    /// Writes the whole journal. If the journal is about to be cleared, writes nothing and returns `None`, so that leaving the
    /// program does not wait for the journal of a large map.
    fn write_anew(&self, own: &JournalLease, entry: &JournalEntry) -> io::Result<Option<Written>> {
        let text = store::journal::print(&JournalRecord {
            owner: self.config.owner.clone(),
            file: self.file.as_deref().map(journal::stable_path),
            based_on: entry.based_on,
            base: entry.base.clone(),
            map: entry.map.clone(),
            comments: entry.comments.clone(),
        });
        let text = text.map_err(io::Error::other)?;
        if self.waiting_clears.load(Ordering::Relaxed) > 0 && self.outdated.is_empty() {
            return Ok(None);
        }
        own.write(&text)?;
        let length = text.len() as u64;
        Ok(Some(Written { entry: entry.clone(), length, first_length: length }))
    }

    fn remove_outdated(&mut self) {
        for lease in mem::take(&mut self.outdated) {
            self.remove(lease);
        }
    }

    fn remove(&mut self, lease: JournalLease) {
        let removed = lease.remove_journal();
        lease.release();
        self.report(removed);
    }

    /// Tells the event loop about a failure, unless the outcome before it was a failure too.
    pub(super) fn report(&mut self, outcome: io::Result<()>) {
        let failed = outcome.is_err();
        if let Err(error) = outcome
            && !mem::replace(&mut self.is_failing, true)
        {
            self.tell_failure(error);
        }
        self.is_failing = failed;
    }

    fn tell_failure(&mut self, error: io::Error) {
        self.is_told = true;
        let _ended = self.event_loop.send(Input::Answer(Msg::JournalFailed(error)));
    }
}

/// Appends the change from what the journal holds to this entry.
fn append(own: &JournalLease, written: Written, entry: &JournalEntry) -> io::Result<Written> {
    let change = print_change(&written.entry.map, &entry.map, &entry.comments).map_err(io::Error::other)?;
    own.append(&change, written.length)?;
    Ok(Written { entry: entry.clone(), length: written.length + change.len() as u64, ..written })
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the tests look at the files of journals")]
mod tests {
    use std::fs;
    use std::path::Path;
    use std::sync::mpsc;

    use super::*;
    use crate::map::{Header, JourneyMap, Name, Notes, Touchpoint, TouchpointId};
    use crate::store::Comments;
    use crate::store::journal::JournalOwner;

    /// Returns a map of forty touchpoints, each with notes of four thousand letters.
    fn entry(letter: char) -> JournalEntry {
        let touchpoint = |nth: usize| {
            let touchpoint = Touchpoint::new(TouchpointId::NONE, Name::new(&format!("Step {nth}")).unwrap());
            Touchpoint { notes: Some(Notes::new(&letter.to_string().repeat(4_000)).unwrap()), ..touchpoint }
        };
        let during = (0..40).map(touchpoint).collect();
        let (map, _) = JourneyMap::with_touchpoints(Header::new(Name::placeholder()), [Vec::new(), during, Vec::new()]);
        JournalEntry { map, comments: Comments::default(), base: None, file: None, based_on: None }
    }

    fn journal_file(folder: &Path) -> PathBuf {
        let mut files = fs::read_dir(folder.join("journal")).unwrap().map(|entry| entry.unwrap().path());
        files.find(|path| path.extension().is_some_and(|ending| ending == "journal")).unwrap()
    }

    #[test]
    fn a_journal_grows_by_its_changes_and_is_written_anew_when_it_is_long_or_was_changed_by_others() {
        let folder = tempfile::tempdir().unwrap();
        let config = JournalConfig { state_folder: Some(folder.path().to_owned()), owner: JournalOwner::default() };
        let clears = Arc::new(AtomicUsize::new(0));
        let mut writer = JournalWriter::new(config, mpsc::channel().0, Arc::clone(&clears));
        let (mut length, mut longest, mut times_anew) = (0, 0, 0);
        for letter in 'a'..='z' {
            let entry = entry(letter);
            writer.write(&entry).unwrap();
            let bytes = fs::read(journal_file(folder.path())).unwrap();
            if bytes.len() < length || letter > 'x' {
                assert_eq!(store::journal::parse(&bytes).unwrap().map, entry.map);
            }
            times_anew += usize::from(bytes.len() < length);
            length = bytes.len();
            longest = longest.max(length);
        }
        assert!((1..5).contains(&times_anew) && longest < 2_000_000, "{times_anew} times anew, {longest} bytes");

        fs::write(journal_file(folder.path()), "periplo").unwrap();
        writer.write(&entry('3')).unwrap();
        let bytes = fs::read(journal_file(folder.path())).unwrap();
        assert_eq!(store::journal::parse(&bytes).unwrap().map, entry('3').map);

        // An entry before a waiting clear is not written; an entry after the clear is.
        clears.fetch_add(1, Ordering::Relaxed);
        fs::remove_file(journal_file(folder.path())).unwrap();
        writer.write(&entry('4')).unwrap();
        assert!(!writer.own.as_ref().unwrap().has_journal());
        writer.run_task(JournalTask::Clear);
        writer.write(&entry('5')).unwrap();
        let bytes = fs::read(journal_file(folder.path())).unwrap();
        assert_eq!(store::journal::parse(&bytes).unwrap().map, entry('5').map);
    }
}
