//! The disk worker: opens and saves the map's own file, one task after the other.
#![expect(
    clippy::disallowed_methods,
    reason = "this module reads the clock, for the age of backups and temporary files"
)]

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant, SystemTime};

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

/// How long others wait for a repeated save.
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
    /// Writes a copy of the map into another file.
    WriteCopy {
        path: PathBuf,
        map: JourneyMap,
        comments: Comments,
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
        let mut worker = DiskWorker { journal, watch: watch.clone(), state_folder, save_to_repeat: None, turn: None };
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
    save_to_repeat: Option<PathBuf>,
    /// Keeps others from saving that map meanwhile.
    turn: Option<HeldTurn>,
}

/// A turn that ends at a certain time.
struct HeldTurn {
    turn: SaveTurn,
    ends_at: Instant,
}

impl HeldTurn {
    fn take(path: &Path, backups: Option<&BackupStore>) -> Option<HeldTurn> {
        SaveTurn::take(path, backups).map(|turn| HeldTurn { turn, ends_at: Instant::now() + MAX_TURN })
    }

    /// True if a task needs the turn. Other tasks would wait for its locks.
    fn is_for(&self, task: &DiskTask) -> bool {
        match task {
            DiskTask::Reread { path } | DiskTask::Save { path, target: Target::Known(_), .. } => self.turn.is_for(path),
            DiskTask::Save { target: Target::New | Target::Named(_) | Target::Any, .. }
            | DiskTask::WriteCopy { .. }
            | DiskTask::Open { .. }
            | DiskTask::FindUnsaved
            | DiskTask::FindOrphans
            | DiskTask::ReadOrphan { .. }
            | DiskTask::KeepVersion { .. } => false,
        }
    }
}

impl DiskWorker {
    /// Waits for the next task; `None` if the program ends. Others are not kept waiting longer than a merge takes.
    fn next_task(&mut self, queue: &Receiver<DiskTask>) -> Option<DiskTask> {
        if let Some(HeldTurn { ends_at, .. }) = self.turn {
            match queue.recv_timeout(ends_at.saturating_duration_since(Instant::now())) {
                Err(RecvTimeoutError::Timeout) => self.turn = None,
                task @ (Ok(_) | Err(RecvTimeoutError::Disconnected)) => return task.ok(),
            }
        }
        queue.recv().ok()
    }

    fn run(&mut self, task: DiskTask) -> Msg {
        let turn = self.turn.take().filter(|turn| turn.is_for(&task));
        match task {
            DiskTask::Open { path } => self.open(path),
            DiskTask::Reread { path } => {
                let is_repeated = self.save_to_repeat.take().is_some_and(|repeated| repeated == path);
                self.turn = match turn {
                    None if is_repeated => HeldTurn::take(&path, self.backups().as_ref()),
                    turn => turn,
                };
                let outcome = self.turn.as_ref().map_or_else(|| disk::load(&path), |held| held.turn.load());
                Msg::FileReread { outcome, written: written_at(&path), path }
            }
            DiskTask::FindUnsaved => Msg::Unsaved(self.journal.switch_to(None)),
            DiskTask::FindOrphans => Msg::Orphans(self.journal.orphans()),
            DiskTask::ReadOrphan { id } => Msg::Unsaved(self.journal.read_orphan(&id)),
            DiskTask::Save { path, map, comments, revision, target } => {
                if let Some((path, error)) = refused_name(&target) {
                    return Msg::Saved { path, revision, outcome: Err(error) };
                }
                let outcome = self.save(&path, (&map, &comments), target, turn.as_ref().map(|held| &held.turn));
                let is_changed = matches!(outcome, Err(SaveError::ChangedOutside | SaveError::Exists));
                self.save_to_repeat = is_changed.then(|| path.clone());
                Msg::Saved { path, revision, outcome }
            }
            DiskTask::WriteCopy { path, map, comments, target } => {
                if let Some((path, error)) = refused_name(&target) {
                    return Msg::CopyWritten { path, outcome: Err(error) };
                }
                let outcome = self.write(&path, (&map, &comments), target, None);
                Msg::CopyWritten { path, outcome }
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

    /// Saves the open map, which stays with this file.
    fn save(
        &self,
        path: &Path,
        (map, comments): (&JourneyMap, &Comments),
        target: Target,
        turn: Option<&SaveTurn>,
    ) -> Result<Saved, SaveError> {
        let saved = self.write(path, (map, comments), target, turn)?;
        self.remember(path, map);
        self.watch(path, Some(saved.fingerprint));
        self.journal.move_to(path.to_owned());
        Ok(saved)
    }

    fn write(
        &self,
        path: &Path,
        (map, comments): (&JourneyMap, &Comments),
        target: Target,
        turn: Option<&SaveTurn>,
    ) -> Result<Saved, SaveError> {
        let backups = self.backups();
        match target {
            Target::New | Target::Named(_) => {
                disk::remove_leftovers(path, SystemTime::now());
                disk::create(path, map, comments)
            }
            Target::Known(expected) => match turn {
                Some(turn) => turn.save(map, comments, expected, backups.as_ref()),
                None => disk::save(path, map, comments, Some(&expected), backups.as_ref()),
            },
            Target::Any => disk::save(path, map, comments, None, backups.as_ref()),
        }
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

/// Returns why a name that the user typed without `.ron` is refused: something with exactly that name exists.
fn refused_name(target: &Target) -> Option<(PathBuf, SaveError)> {
    let Target::Named(typed) = target else { return None };
    disk::not_a_file(typed).map(|other| (typed.clone(), SaveError::NotAFile(other)))
}

/// Returns when the content of a file was written.
fn written_at(path: &Path) -> Option<WrittenAt> {
    let modified = disk::modified_at(path)?;
    // A server's clock may be ahead of ours.
    let age = SystemTime::now().duration_since(modified).unwrap_or_default();
    Some(WrittenAt { age, time: time_of_day(modified) })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::*;
    use crate::map::Document;
    use crate::map::{Header, Name};
    use crate::store::journal::JournalOwner;
    use crate::term::journal::{JournalConfig, JournalThread};

    fn titled(title: &str) -> JourneyMap {
        JourneyMap::new(Header::new(Name::new(title).unwrap()))
    }

    fn save(path: &Path, title: &str, target: Target) -> DiskTask {
        let (map, comments) = (titled(title), Comments::default());
        DiskTask::Save { path: path.to_owned(), revision: Document::new(map.clone()).revision(), map, comments, target }
    }

    fn reread(path: &Path) -> DiskTask {
        DiskTask::Reread { path: path.to_owned() }
    }

    fn worker(state_folder: PathBuf) -> DiskWorker {
        let (event_loop, _) = mpsc::channel();
        let config = JournalConfig { state_folder: Some(state_folder.clone()), owner: JournalOwner::default() };
        let journal = JournalThread::start(config, event_loop).handle();
        let (watch, _) = mpsc::channel();
        DiskWorker { journal, watch, state_folder: Some(state_folder), save_to_repeat: None, turn: None }
    }

    /// Returns a worker that found changes of others when it saved, and has the turn to save again.
    fn worker_with_turn() -> (TempDir, PathBuf, DiskWorker) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("map.ron");
        disk::create(&path, &titled("theirs"), &Comments::default()).unwrap();
        let mut worker = worker(folder.path().join("state"));
        let refused = worker.run(save(&path, "ours", Target::Known(Fingerprint::of(b"seen"))));
        assert!(matches!(refused, Msg::Saved { outcome: Err(SaveError::ChangedOutside), .. }), "{refused:?}");
        assert!(worker.turn.is_none(), "others may save until it is read again");
        worker.run(reread(&path));
        assert!(worker.turn.is_some());
        (folder, path, worker)
    }

    fn fingerprint(path: &Path) -> Fingerprint {
        Fingerprint::of(&fs::read(path).unwrap())
    }

    #[test]
    fn a_turn_lasts_over_every_reread_until_the_save_but_no_longer_for_it() {
        let (_folder, path, mut worker) = worker_with_turn();
        let ends_at = worker.turn.as_ref().map(|held| held.ends_at);
        for _ in 0..2 {
            worker.run(reread(&path));
            assert!(worker.turn.is_some() && worker.turn.as_ref().map(|held| held.ends_at) == ends_at);
        }
        let saved = worker.run(save(&path, "merged", Target::Known(fingerprint(&path))));
        assert!(matches!(saved, Msg::Saved { outcome: Ok(_), .. }), "{saved:?}");
        assert!(worker.turn.is_none());
        worker.run(reread(&path));
        assert!(worker.turn.is_none(), "no save is repeated");
    }

    #[test]
    fn a_turn_ends_before_a_task_that_cannot_use_it() {
        let (_folder, path, mut worker) = worker_with_turn();
        let saved = worker.run(save(&path, "whatever it holds", Target::Any));
        assert!(matches!(saved, Msg::Saved { outcome: Ok(_), .. }), "{saved:?}");

        let (folder, path, mut worker) = worker_with_turn();
        let name = format!(".periplo-{:016x}-{:016x}-{:016x}-1-0.swap", Fingerprint::of(b"map.ron").hash, 1, 2);
        let left = folder.path().join(name);
        disk::create(&left, &titled("left"), &Comments::default()).unwrap();
        worker.run(DiskTask::Open { path });
        assert!(!left.exists(), "what a killed save left is merged");
        assert!(worker.turn.is_none());

        let (folder, _, mut worker) = worker_with_turn();
        worker.run(reread(&folder.path().join("another.ron")));
        assert!(worker.turn.is_none());
    }

    #[test]
    fn a_turn_ends_by_itself_if_no_save_follows() {
        let (folder, path, mut worker) = worker_with_turn();
        let (tasks, queue) = mpsc::channel();
        thread::scope(|scope| {
            let waiting = scope.spawn(move || worker.next_task(&queue).is_none() && worker.turn.is_none());
            let backups = BackupStore::new(&folder.path().join("another state"), SystemTime::now());
            let seen = fingerprint(&path);
            disk::save(&path, &titled("others"), &Comments::default(), Some(&seen), Some(&backups)).unwrap();
            drop(tasks);
            assert!(waiting.join().unwrap());
        });
    }
}
