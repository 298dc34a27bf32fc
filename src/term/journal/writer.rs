//! Writes the journal of the open map, and removes journals that are no longer needed.

use std::io;
use std::mem;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use super::config::JournalConfig;
use crate::app::model::effect::JournalEntry;
use crate::app::model::msg::Msg;
use crate::map::JourneyMap;
use crate::store::disk::journal::{self, JournalClaim, JournalId, JournalLease};
use crate::store::{self, Comments, ron_text};
use crate::term::input::Input;

/// The least time between two writes. Together with the write itself, the journal is at most 250 ms behind.
const WRITE_INTERVAL: Duration = Duration::from_millis(100);
/// The time between two attempts while writing fails.
const RETRY_INTERVAL: Duration = Duration::from_secs(1);

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
}

/// Runs the tasks of the journal thread.
pub(super) struct JournalWriter {
    config: JournalConfig,
    event_loop: Sender<Input>,
    file: Option<PathBuf>,
    /// The journal that is written.
    own: Option<JournalLease>,
    /// Journals that other runs left behind for the open map.
    abandoned: Vec<JournalLease>,
    /// Journals that are removed after the next write: their content is then in our own.
    outdated: Vec<JournalLease>,
    pending: Option<Box<JournalEntry>>,
    /// When the last write began.
    last_write: Option<Instant>,
    /// The map as it was before the unsaved changes, and its text.
    base: Option<(JourneyMap, String)>,
    /// True while writing fails. Only the first failure is reported.
    is_failing: bool,
    /// True if a failure was reported and no entry was written since.
    is_told: bool,
}

impl JournalWriter {
    pub(super) fn new(config: JournalConfig, event_loop: Sender<Input>) -> JournalWriter {
        JournalWriter {
            config,
            event_loop,
            file: None,
            own: None,
            abandoned: Vec::new(),
            outdated: Vec::new(),
            pending: None,
            last_write: None,
            base: None,
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
                self.pending = None;
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
        if self.base.as_ref().map(|(map, _)| map) != entry.base.as_ref() {
            let printed = |map| ron_text::print(map, &Comments::default());
            let text = entry.base.as_ref().map_or(Ok(String::new()), printed).map_err(io::Error::other)?;
            self.base = entry.base.clone().map(|map| (map, text));
        }
        let base = self.base.as_ref().map_or("", |(_, text)| text);
        let map = ron_text::print(&entry.map, &entry.comments).map_err(io::Error::other)?;
        let file = self.file.as_deref().map(journal::stable_path);
        let text = store::journal::print(&self.config.owner, file.as_deref(), entry.based_on, base, &map)
            .map_err(io::Error::other)?;
        if let Err(error) = own.write(&text) {
            // If the folder is gone, the next write claims a new journal, which creates the folder.
            self.own = self.own.take().filter(|_| error.kind() != io::ErrorKind::NotFound);
            return Err(error);
        }
        self.remove_outdated();
        Ok(())
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
