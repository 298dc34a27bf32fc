//! The worker threads: they run effects while the event loop handles keys.

use std::path::PathBuf;
use std::sync::mpsc::Sender;

use super::background::{BackgroundTask, BackgroundWorker};
use super::disk_worker::{DiskTask, DiskThread};
use super::input::Input;
use super::journal::{JournalConfig, JournalThread};
use crate::app::model::effect::WatchPace;

/// The threads that read and write files: one for the map's own file, one for tasks that may take long, and one for the
/// journal.
pub struct Workers {
    disk: DiskThread,
    background: BackgroundWorker,
    pub journal: JournalThread,
}

impl Workers {
    /// Starts the threads. They answer to the event loop.
    pub fn start(event_loop: Sender<Input>, config: JournalConfig) -> Workers {
        let state_folder: Option<PathBuf> = config.state_folder.clone();
        let journal = JournalThread::start(config, event_loop.clone());
        let background = BackgroundWorker::start(event_loop.clone(), state_folder.clone());
        let disk = DiskThread::start(event_loop, journal.handle(), state_folder);
        Workers { disk, background, journal }
    }

    /// Queues a task for the map's own file. Such tasks run in order.
    pub fn run_on_disk(&self, task: DiskTask) {
        self.disk.run(task);
    }

    /// Sets how often the open file is checked for changes by other programs.
    pub fn set_watch_pace(&self, pace: WatchPace) {
        self.disk.set_watch_pace(pace);
    }

    /// Queues a task that may take long. No task on the map's own file waits for it.
    pub fn run_in_background(&self, task: BackgroundTask) {
        self.background.run(task);
    }

    /// Waits until all pending writes are done: first the map; then the journal, which a save empties; last the exports,
    /// which may take long and can be repeated.
    pub fn finish(self) {
        self.disk.finish();
        self.journal.finish();
        self.background.finish();
    }
}
