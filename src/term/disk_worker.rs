//! The disk worker: opens and saves the map's own file, one task after the other.
#![expect(
    clippy::disallowed_methods,
    reason = "this module reads the clock, for the age of backups and temporary files"
)]

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, SystemTime};

use super::file_watch::{self, WatchOrder, WatchedFile};
use super::input::Input;
use super::journal::JournalHandle;
use super::local_time::time_of_day;
use crate::app::model::effect::{Target, WatchPace};
use crate::app::model::live::WrittenAt;
use crate::app::model::msg::Msg;
use crate::map::{JourneyMap, Revision};
use crate::store::disk::journal::JournalId;
use crate::store::disk::{BackupStore, SaveTurn, Saved};
use crate::store::{Comments, Fingerprint, OpenError, SaveError, disk};

/// How long others are kept waiting for a repeated save.
const MAX_TURN: Duration = Duration::from_millis(500);

/// A task on the map's own file.
#[derive(Debug)]
pub enum DiskTask {
    Open {
        path: PathBuf,
    },
    /// Reads the open file again, because another program changed it.
    Reread {
        path: PathBuf,
    },
    /// Looks for unsaved changes of maps that have no file yet.
    FindUnsaved,
    /// Looks for unsaved changes of maps whose files are gone.
    FindOrphans,
    /// Reads unsaved changes of a map whose file is gone.
    ReadOrphan {
        id: JournalId,
    },
    Save {
        path: PathBuf,
        map: JourneyMap,
        comments: Comments,
        revision: Revision,
        target: Target,
    },
    /// Keeps what a file held as an old version.
    KeepVersion {
        path: PathBuf,
        map: JourneyMap,
        comments: Comments,
    },
}

/// The thread of the disk worker.
pub(super) struct DiskThread {
    tasks: Sender<DiskTask>,
    watch: Sender<WatchOrder>,
    thread: JoinHandle<()>,
}

impl DiskThread {
    /// Starts the thread. It answers to the event loop.
    pub(super) fn start(
        event_loop: Sender<Input>,
        journal: JournalHandle,
        state_folder: Option<PathBuf>,
    ) -> DiskThread {
        let watch = file_watch::start(event_loop.clone());
        let mut worker = DiskWorker { journal, watch: watch.clone(), state_folder, repeats: None, turn: None };
        let (tasks, queue) = mpsc::channel::<DiskTask>();
        let thread = thread::spawn(move || {
            while let Some(task) = worker.next_task(&queue) {
                if event_loop.send(Input::answer(|| worker.run(task))).is_err() {
                    return;
                }
            }
        });
        DiskThread { tasks, watch, thread }
    }

    /// Queues a task.
    pub(super) fn run(&self, task: DiskTask) {
        // Fails only when the event loop is gone too, and then nobody waits for the answer.
        let _ended = self.tasks.send(task);
    }

    /// Sets how often the open file is checked.
    pub(super) fn set_watch_pace(&self, pace: WatchPace) {
        let _ended = self.watch.send(WatchOrder::SetPace(pace));
    }

    /// Waits until all tasks are done, so that no write is cut short.
    pub(super) fn finish(self) {
        drop(self.tasks);
        let _panicked = self.thread.join();
    }
}

/// Runs the tasks.
struct DiskWorker {
    journal: JournalHandle,
    watch: Sender<WatchOrder>,
    /// The folder with backups and the list of recent maps.
    state_folder: Option<PathBuf>,
    /// The map whose last save found changes of others: it is read again, merged and saved next.
    repeats: Option<PathBuf>,
    /// Keeps others from saving that map meanwhile.
    turn: Option<SaveTurn>,
}

impl DiskWorker {
    /// Waits for the next task; `None` if the program ends. Others are not kept waiting longer than a merge takes.
    fn next_task(&mut self, queue: &Receiver<DiskTask>) -> Option<DiskTask> {
        if self.turn.is_some() {
            match queue.recv_timeout(MAX_TURN) {
                Err(RecvTimeoutError::Timeout) => self.turn = None,
                task @ (Ok(_) | Err(RecvTimeoutError::Disconnected)) => return task.ok(),
            }
        }
        queue.recv().ok()
    }

    fn run(&mut self, task: DiskTask) -> Msg {
        let turn = self.turn.take();
        match task {
            DiskTask::Open { path } => self.open(path),
            DiskTask::Reread { path } => {
                if self.repeats.take().is_some_and(|repeats| repeats == path) {
                    self.turn = SaveTurn::take(&path, self.backups().as_ref());
                }
                let outcome = self.turn.as_ref().map_or_else(|| disk::load(&path), SaveTurn::load);
                Msg::FileReread { outcome, written: written_at(&path), path }
            }
            DiskTask::FindUnsaved => Msg::Unsaved(self.journal.switch_to(None)),
            DiskTask::FindOrphans => Msg::Orphans(self.journal.orphans()),
            DiskTask::ReadOrphan { id } => Msg::Unsaved(self.journal.read_orphan(&id)),
            DiskTask::Save { path, map, comments, revision, target } => {
                // The user typed a name without ".ron". If a folder has exactly that name, the name is refused.
                if let Target::Named(typed) = &target
                    && let Some(other) = disk::not_a_file(typed)
                {
                    return Msg::Saved { path: typed.clone(), revision, outcome: Err(SaveError::NotAFile(other)) };
                }
                let outcome = self.save(&path, (&map, &comments), target, turn.as_ref());
                let is_changed = matches!(outcome, Err(SaveError::ChangedOutside | SaveError::Exists));
                self.repeats = is_changed.then(|| path.clone());
                Msg::Saved { path, revision, outcome }
            }
            DiskTask::KeepVersion { path, map, comments } => {
                let outcome = disk::keep_version(&path, &map, &comments, self.backups().as_ref());
                Msg::VersionKept { path, outcome }
            }
        }
    }

    fn open(&self, path: PathBuf) -> Msg {
        disk::remove_leftovers(&path, SystemTime::now());
        // If this fails, the next save tries again.
        let has_merged = disk::merge_swapped_out(&path, self.backups().as_ref()).unwrap_or(false);
        let outcome = disk::load(&path);
        let mut found = match &outcome {
            Ok(loaded) => {
                self.remember(&path, &loaded.map);
                self.watch(&path, Some(loaded.fingerprint));
                self.journal.switch_to_loaded(&path, loaded)
            }
            Err(OpenError::NotFound) => {
                self.watch(&path, None);
                self.journal.switch_to(Some(path.clone()))
            }
            Err(_) => self.journal.look_up(&path),
        };
        let may_be_damaged = match &outcome {
            Ok(loaded) => loaded.is_blank,
            Err(error) => error.is_about_content(),
        };
        found.has_merged_save = has_merged;
        if let Some(backups) = self.backups() {
            found.has_backups = may_be_damaged && backups.has_backups(&path);
            found.was_overwriting_interrupted = backups.was_overwriting_interrupted(&path);
        }
        Msg::Opened { path, outcome, found }
    }

    fn save(
        &self,
        path: &Path,
        (map, comments): (&JourneyMap, &Comments),
        target: Target,
        turn: Option<&SaveTurn>,
    ) -> Result<Saved, SaveError> {
        let backups = self.backups();
        let saved = match target {
            Target::New | Target::Named(_) => {
                disk::remove_leftovers(path, SystemTime::now());
                disk::create(path, map, comments)
            }
            Target::Known(expected) => match turn.filter(|turn| turn.is_for(path)) {
                Some(turn) => turn.save(map, comments, expected, backups.as_ref()),
                None => disk::save(path, map, comments, Some(&expected), backups.as_ref()),
            },
            Target::Any => disk::save(path, map, comments, None, backups.as_ref()),
        }?;
        self.remember(path, map);
        self.watch(path, Some(saved.fingerprint));
        self.journal.move_to(path.to_owned());
        Ok(saved)
    }

    fn backups(&self) -> Option<BackupStore> {
        self.state_folder.as_deref().map(|folder| BackupStore::new(folder, SystemTime::now()))
    }

    /// Adds a map to the recent maps of the start screen.
    fn remember(&self, path: &Path, map: &JourneyMap) {
        if let Some(folder) = &self.state_folder {
            // A failure is ignored: the list is only a convenience.
            let _failed = disk::remember_map(folder, path, map);
        }
    }

    /// Watches a file for changes by other programs. `known` is what it holds now; none if it does not exist.
    fn watch(&self, path: &Path, known: Option<Fingerprint>) {
        let _ended = self.watch.send(WatchOrder::Watch(WatchedFile { path: path.to_owned(), known }));
    }
}

/// Returns when the content of a file was written.
fn written_at(path: &Path) -> Option<WrittenAt> {
    let modified = disk::modified_at(path)?;
    // A server's clock may be ahead of ours.
    let age = SystemTime::now().duration_since(modified).unwrap_or_default();
    Some(WrittenAt { age, time: time_of_day(modified) })
}
