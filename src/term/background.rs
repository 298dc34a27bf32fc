//! The background worker: exports, imports, folder listings and previews, on a thread of its own so that no save waits for them.
#![expect(clippy::disallowed_methods, reason = "this module reads the clock, for the age of backups")]

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::SystemTime;

use super::export::export;
use super::import::interpret;
use super::input::Input;
use crate::app::model::dialog::export::{Destination, ExportJob};
use crate::app::model::dialog::import::ImportJob;
use crate::app::model::file_name::is_importable;
use crate::app::model::msg::Msg;
use crate::store::disk::{self, BackupStore};

/// A task that may take long.
#[derive(Debug)]
pub enum BackgroundTask {
    Export(Box<ExportJob>),
    Import(Box<ImportJob>),
    FindRecent,
    ListFolder { folder: PathBuf },
    Preview { path: PathBuf },
}

/// A worker thread that runs tasks one after the other.
pub(super) struct BackgroundWorker {
    tasks: Sender<QueuedTask>,
    /// Cloned for every task that writes a file. The program ends only when all clones are dropped.
    write_guard: WriteGuard,
    writes_done: Receiver<()>,
}

/// A sender that is never used: when all clones are dropped, its channel is disconnected.
type WriteGuard = Sender<()>;

/// A task, with a guard if it writes a file.
type QueuedTask = (BackgroundTask, Option<WriteGuard>);

impl BackgroundWorker {
    /// Starts a worker that answers to the event loop. `state_folder` holds backups and the list of recent maps.
    pub(super) fn start(event_loop: Sender<Input>, state_folder: Option<PathBuf>) -> BackgroundWorker {
        let (tasks, queue) = mpsc::channel::<QueuedTask>();
        let (write_guard, writes_done) = mpsc::channel();
        thread::spawn(move || {
            let mut pending = VecDeque::new();
            while let Some((task, _write_guard)) = next_task(&mut pending, &queue) {
                if event_loop.send(Input::answer(|| task.run(state_folder.as_deref()))).is_err() {
                    return;
                }
            }
        });
        BackgroundWorker { tasks, write_guard, writes_done }
    }

    /// Queues a task.
    pub(super) fn run(&self, task: BackgroundTask) {
        let write_guard = task.writes().then(|| self.write_guard.clone());
        // Fails only when the event loop is gone too, and then nobody waits for the answer.
        let _ended = self.tasks.send((task, write_guard));
    }

    /// Waits until all files are written. Tasks that only read are abandoned.
    pub(super) fn finish(self) {
        drop((self.tasks, self.write_guard));
        let _disconnected = self.writes_done.recv();
    }
}

/// Returns the task to run next; none when no more can arrive. Skips obsolete tasks, and runs previews last.
fn next_task(pending: &mut VecDeque<QueuedTask>, queue: &Receiver<QueuedTask>) -> Option<QueuedTask> {
    if pending.is_empty() {
        pending.push_back(queue.recv().ok()?);
    }
    pending.extend(queue.try_iter());
    loop {
        let (task, write_guard) = pending.pop_front()?;
        if pending.iter().any(|(later, _)| task.is_obsolete_after(later)) {
            continue;
        }
        if pending.is_empty() || !task.is_preview() {
            return Some((task, write_guard));
        }
        pending.push_back((task, write_guard));
    }
}

impl BackgroundTask {
    /// Returns true if nobody needs this task's answer any more once `later` is queued.
    fn is_obsolete_after(&self, later: &BackgroundTask) -> bool {
        match self {
            // The dialog asks for a dry run again when it needs one.
            BackgroundTask::Export(job) => job.to == Destination::DryRun && !later.is_preview(),
            // The preview has one request at a time that it waits for.
            BackgroundTask::Import(_) => matches!(later, BackgroundTask::Import(_)),
            BackgroundTask::FindRecent => false,
            BackgroundTask::ListFolder { .. } => matches!(later, BackgroundTask::ListFolder { .. }),
            BackgroundTask::Preview { .. } => matches!(later, BackgroundTask::Preview { .. }),
        }
    }

    /// Returns true for previews: all other tasks run first.
    fn is_preview(&self) -> bool {
        matches!(self, BackgroundTask::Preview { .. })
    }

    fn writes(&self) -> bool {
        matches!(self, BackgroundTask::Export(job) if matches!(job.to, Destination::File { .. }))
    }

    fn run(self, state_folder: Option<&Path>) -> Msg {
        match self {
            BackgroundTask::Export(job) => {
                let backups = state_folder.map(|folder| BackupStore::new(folder, SystemTime::now()));
                Msg::Exported { outcome: export(&job, backups), job }
            }
            BackgroundTask::Import(job) => Msg::Interpreted { number: job.number, outcome: interpret(&job) },
            BackgroundTask::FindRecent => Msg::Recent(state_folder.map(disk::recent_maps).unwrap_or_default()),
            BackgroundTask::ListFolder { folder } => {
                Msg::Listed { outcome: disk::list_folder(&folder, is_importable), folder }
            }
            BackgroundTask::Preview { path } => {
                Msg::Previewed { map: disk::load(&path).ok().map(|loaded| loaded.map), path }
            }
        }
    }
}
