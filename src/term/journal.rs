//! The journal thread: writes unsaved changes to disk, so that a crash loses at most a moment of work.

mod config;
mod room;
mod writer;
mod written;

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};
use std::time::SystemTime;

pub use config::JournalConfig;
pub(super) use room::RoomTask;
use writer::{JournalTask, JournalWriter};

use super::input::Input;
use crate::app::model::effect::{JournalChange, JournalEntry};
use crate::store::Loaded;
use crate::store::disk::journal::{self, JournalClaim, JournalId, JournalReport, OrphanJournal};

/// The thread that writes the journal, and the queue of its tasks.
pub struct JournalThread {
    handle: JournalHandle,
    waiting_clears: Arc<AtomicUsize>,
    thread: JoinHandle<()>,
}

impl JournalThread {
    /// Starts the thread. It tells the event loop when the journal cannot be written.
    pub(super) fn start(config: JournalConfig, event_loop: Sender<Input>) -> JournalThread {
        let (tasks, queue) = mpsc::channel();
        let waiting_clears = Arc::new(AtomicUsize::new(0));
        let mut writer = JournalWriter::new(config.clone(), event_loop, Arc::clone(&waiting_clears));
        let thread = thread::spawn(move || {
            // After a panic nothing more is journalled, so the user must be told.
            if catch_unwind(AssertUnwindSafe(|| writer.run(&queue))).is_err() {
                writer.report(Err(io::ErrorKind::Interrupted.into()));
            }
        });
        JournalThread { handle: JournalHandle { config, tasks }, waiting_clears, thread }
    }

    /// Returns a handle for the disk worker.
    pub(super) fn handle(&self) -> JournalHandle {
        self.handle.clone()
    }

    /// Writes a snapshot of the map soon. Of several snapshots in a short time only the last is written.
    pub fn write(&self, entry: Box<JournalEntry>) {
        self.handle.send(JournalTask::Write(entry));
    }

    /// Appends a change soon. Several changes in a short time become one.
    pub(super) fn append(&self, change: Box<JournalChange>) {
        self.handle.send(JournalTask::Append(change));
    }

    /// Prepares the journal of a saved map, so that its first change is soon written.
    pub(super) fn prepare(&self, saved: Box<JournalEntry>) {
        self.handle.send(JournalTask::Prepare(saved));
    }

    /// Clears the journal: all changes are saved or discarded.
    pub(super) fn clear(&self) {
        self.waiting_clears.fetch_add(1, Ordering::Relaxed);
        self.handle.send(JournalTask::Clear);
    }

    /// Removes a journal that another run left behind, once its content is written to our own.
    pub(super) fn remove_recovered(&self, id: JournalId) {
        self.handle.send(JournalTask::RemoveRecovered(id));
    }

    /// Removes a journal that another run left behind: its changes are not wanted.
    pub(super) fn discard(&self, id: JournalId) {
        self.handle.send(JournalTask::Discard(id));
    }

    /// Queues a task about the journal of the room.
    pub(super) fn run_for_room(&self, task: RoomTask) {
        self.handle.send(JournalTask::Room(task));
    }

    /// Waits until everything is written. All handles must be dropped first.
    pub(super) fn finish(self) {
        drop(self.handle);
        let _panicked = self.thread.join();
    }
}

/// Lets the disk worker switch the journal to another map.
#[derive(Clone, Debug)]
pub(super) struct JournalHandle {
    config: JournalConfig,
    tasks: Sender<JournalTask>,
}

impl JournalHandle {
    /// Switches to the journal of another map. Returns which journals of that map other runs left behind or still hold.
    pub(super) fn switch_to(&self, file: Option<PathBuf>) -> JournalReport {
        let claim = self.config.claim(file.as_ref());
        self.switch_to_claimed(file, claim)
    }

    /// Switches to the journal of a map that was loaded. Its journals are also found if the map was moved.
    pub(super) fn switch_to_loaded(&self, file: &Path, loaded: &Loaded) -> JournalReport {
        let claim = self.config.claim_loaded(file, loaded);
        self.switch_to_claimed(Some(file.to_owned()), claim)
    }

    fn switch_to_claimed(&self, file: Option<PathBuf>, claim: JournalClaim) -> JournalReport {
        let found = claim.report.clone();
        self.send(JournalTask::SwitchTo(file, Box::new(claim)));
        found
    }

    /// Reads the journal of a map whose file is gone.
    #[expect(clippy::disallowed_methods, reason = "the age of the journal is shown")]
    pub(super) fn read_orphan(&self, id: &JournalId) -> JournalReport {
        let folder = self.config.folder();
        let abandoned = folder.and_then(|folder| journal::read_orphan(&folder, id, SystemTime::now()));
        JournalReport { abandoned: abandoned.into_iter().collect(), ..JournalReport::default() }
    }

    /// Finds the journals of maps whose files are gone.
    #[expect(clippy::disallowed_methods, reason = "the age of each journal is shown")]
    pub(super) fn orphans(&self) -> Vec<OrphanJournal> {
        self.config.folder().map(|folder| journal::orphans(&folder, SystemTime::now())).unwrap_or_default()
    }

    /// Reports whether journals hold unsaved changes of a file that cannot be opened.
    pub(super) fn look_up(&self, file: &Path) -> JournalReport {
        let folder = self.config.folder();
        JournalReport {
            has_unsaved_changes: folder.is_some_and(|folder| journal::has_unsaved_changes(&folder, file)),
            ..JournalReport::default()
        }
    }

    /// Moves the journal to the file that the map was saved in.
    pub(super) fn move_to(&self, file: PathBuf) {
        self.send(JournalTask::MoveTo(file));
    }

    fn send(&self, task: JournalTask) {
        // Fails only after a panic of the thread, which has been reported.
        let _ended = self.tasks.send(task);
    }
}
