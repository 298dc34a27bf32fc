//! Writes the journal of the open map, and removes journals that are no longer needed.

use std::io;
use std::mem;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::config::JournalConfig;
use super::room::{RoomJournal, RoomTask};
use super::written::{Prepared, Written};
use crate::app::model::effect::{JournalChange, JournalEntry};
use crate::app::model::msg::Msg;
use crate::store::disk::journal::{JournalClaim, JournalId, JournalLease};
use crate::term::input::Input;

/// The least time between two writes. Together with the write itself, the journal is at most 250 ms behind.
const WRITE_INTERVAL: Duration = Duration::from_millis(100);
/// The time between two attempts while writing fails.
const RETRY_INTERVAL: Duration = Duration::from_secs(1);

/// The journal of a large map is prepared after this long without a task.
const QUIET_TIME: Duration = Duration::from_millis(300);

/// A task of the journal thread.
#[derive(Debug)]
pub(super) enum JournalTask {
    /// Switches to the journal of another map, which was claimed already.
    SwitchTo(Option<PathBuf>, Box<JournalClaim>),
    /// Moves to the journal of this file, unless it is the current one.
    MoveTo(PathBuf),
    Write(Box<JournalEntry>),
    Append(Box<JournalChange>),
    /// Prepares the journal of this saved map.
    Prepare(Box<JournalEntry>),
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
    /// The entry that waits to be written.
    pending: Option<Box<JournalEntry>>,
    /// The change that waits to be appended after it.
    pending_change: Option<Box<JournalChange>>,
    room: RoomJournal,
    /// When the last write began.
    last_write: Option<Instant>,
    /// The journal on the disk; `None` if no change can be appended to it.
    written: Option<Written>,
    /// The saved map whose journal is to be prepared when there is time.
    to_prepare: Option<Box<JournalEntry>>,
    /// The thread that prepares it.
    preparing: Option<JoinHandle<io::Result<Prepared>>>,
    prepared: Option<Prepared>,
    /// True if the event loop was asked for the whole map and has not sent it yet.
    has_asked: bool,
    /// True while writing fails. Only the first failure is reported.
    is_failing: bool,
    /// True if a failure was reported and no entry was written since.
    is_told: bool,
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
            pending_change: None,
            last_write: None,
            written: None,
            to_prepare: None,
            preparing: None,
            prepared: None,
            has_asked: false,
            is_failing: false,
            is_told: false,
        }
    }

    /// Runs tasks until all senders are dropped, then writes what is pending and releases all journals.
    pub(super) fn run(&mut self, tasks: &Receiver<JournalTask>) {
        loop {
            match self.next_task(tasks) {
                Ok(task @ (JournalTask::Write(_) | JournalTask::Append(_))) => {
                    self.run_task(task);
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
                Err(RecvTimeoutError::Timeout) if self.is_pending() => self.flush(),
                Err(RecvTimeoutError::Timeout) => self.prepare(),
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
        if self.is_pending() {
            tasks.recv_timeout(self.time_to_next_write())
        } else if self.preparing.is_some() {
            tasks.recv_timeout(WRITE_INTERVAL)
        } else if self.to_prepare.is_some() {
            tasks.recv_timeout(QUIET_TIME)
        } else {
            tasks.recv().map_err(RecvTimeoutError::from)
        }
    }

    fn is_pending(&self) -> bool {
        self.pending.is_some() || self.pending_change.is_some()
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
                (self.pending, self.pending_change, self.written) = (None, None, None);
                self.forget_prepared();
                let cleared = self.own.as_ref().map_or(Ok(()), JournalLease::remove_journal);
                self.report(cleared);
                self.remove_outdated();
            }
            JournalTask::RemoveRecovered(id) => {
                let recovered = self.take_abandoned(&id);
                self.outdated.extend(recovered);
                // A pending write contains the recovered changes. Without one they are written already.
                if !self.is_pending() {
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
            JournalTask::Prepare(entry) => self.to_prepare = Some(entry),
            // The entry holds what the changes before it did.
            JournalTask::Write(entry) => {
                (self.pending, self.pending_change, self.has_asked) = (Some(entry), None, false);
            }
            JournalTask::Append(change) => match &mut self.pending_change {
                Some(pending) => pending.extend(*change),
                None => self.pending_change = Some(change),
            },
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
        self.forget_prepared();
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

    /// Writes the pending entry and appends the pending change. What fails stays pending.
    #[expect(clippy::disallowed_methods, reason = "writes are spaced in time")]
    fn flush(&mut self) {
        if !self.is_pending() {
            return;
        }
        self.last_write = Some(Instant::now());
        if let Some(entry) = self.pending.take() {
            let written = self.write(&entry);
            if written.is_err() {
                self.pending = Some(entry);
            } else if mem::take(&mut self.is_told) {
                let _ended = self.event_loop.send(Input::Answer(Msg::JournalRestored));
            }
            self.report(written);
        }
        if self.pending.is_none() {
            self.append_pending();
        }
    }

    /// Appends the pending change to the journal. If that fails, asks for the whole map: writing it tells why.
    fn append_pending(&mut self) {
        let Some(change) = self.pending_change.take() else { return };
        let own = self.own.as_ref().zip(self.written.take());
        self.written = own.and_then(|(own, written)| written.append(own, &change).ok());
        if self.written.is_some() {
            self.remove_outdated();
        } else {
            self.pending_change = Some(change);
        }
        if self.written.is_none_or(Written::is_long) {
            self.ask_for_map();
        }
    }

    fn ask_for_map(&mut self) {
        if !mem::replace(&mut self.has_asked, true) {
            let _ended = self.event_loop.send(Input::Answer(Msg::JournalNeedsMap));
        }
    }

    /// Writes an entry as the whole journal.
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
        let prepared = self.prepared.take().filter(|prepared| prepared.is_for(entry));
        match self.write_anew(own, entry, prepared) {
            Ok(written) => {
                self.written = written;
                self.prepare_instead(entry);
            }
            Err(error) => {
                // If the folder is gone, the next write claims a new journal, which creates the folder.
                self.own = self.own.take().filter(|_| error.kind() != io::ErrorKind::NotFound);
                return Err(error);
            }
        }
        self.remove_outdated();
        Ok(())
    }

    /// Writes a new journal. If the journal is about to be cleared, writes nothing and returns `None`, so that leaving the
    /// program does not wait for the journal of a large map.
    fn write_anew(
        &self,
        own: &JournalLease,
        entry: &JournalEntry,
        prepared: Option<Prepared>,
    ) -> io::Result<Option<Written>> {
        let is_unneeded = || self.waiting_clears.load(Ordering::Relaxed) > 0 && self.outdated.is_empty();
        if is_unneeded() {
            return Ok(None);
        }
        if let Some(prepared) = prepared {
            return prepared.finish(entry).map(Some);
        }
        let owner = &self.config.owner;
        let on_file = Written::on_file(own, owner, entry)?;
        if on_file.is_some() { Ok(on_file) } else { Written::anew(own, owner, entry, is_unneeded) }
    }

    /// If the journal needs the file, prepares one that does not.
    fn prepare_instead(&mut self, entry: &JournalEntry) {
        if self.written.is_some_and(|written| written.needs_file)
            && self.preparing.is_none()
            && let Some(base) = &entry.base
        {
            self.to_prepare = Some(Box::new(JournalEntry { map: base.clone(), ..entry.clone() }));
        }
    }

    /// Prepares the journal of the saved map in a thread of its own: meanwhile changes are appended to the present one. Once
    /// it is prepared, it takes the place of a journal that needs the file.
    fn prepare(&mut self) {
        match self.preparing.take() {
            Some(thread) if !thread.is_finished() => self.preparing = Some(thread),
            Some(thread) => {
                self.prepared = thread.join().ok().and_then(Result::ok);
                if self.prepared.is_some() && self.written.is_some_and(|written| written.needs_file) {
                    self.ask_for_map();
                }
            }
            None => {
                let saved = self.to_prepare.take().filter(|saved| saved.file == self.file);
                let own = self.own.as_ref().map(JournalLease::path);
                self.preparing = own.zip(saved).map(|(path, saved)| {
                    let owner = self.config.owner.clone();
                    thread::spawn(move || Prepared::new(&path, &owner, *saved))
                });
            }
        }
    }

    fn forget_prepared(&mut self) {
        (self.to_prepare, self.preparing, self.prepared) = (None, None, None);
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

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the tests look at the files of journals")]
mod tests;
