//! The world: carries out effects on threads of its own, and answers with messages.
#![expect(clippy::disallowed_methods, reason = "here the clock is read")]

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};
use std::time::SystemTime;

use super::clerk::{Clerk, Errand};
use super::events::Input;
use super::journal::{Desk, Journal, Usher};
use super::watch::{self, Watched};
use crate::app::model::effect::Target;
use crate::app::model::msg::Msg;
use crate::map::{JourneyMap, Revision};
use crate::store::disk::BackupStore;
use crate::store::disk::journal::JournalReport;
use crate::store::{Comments, Fingerprint, OpenError, SaveError, disk};

/// Something to be done with the map's own file, one after the other.
#[derive(Debug)]
pub enum Order {
    Open { path: PathBuf },
    Look { path: PathBuf },
    FindUnsaved,
    Save { path: PathBuf, map: JourneyMap, comments: Comments, revision: Revision, target: Target },
}

/// What reads and writes files while keys are taken in: one hand for the map's own file, one for all that may take long.
pub struct World {
    work: Sender<Order>,
    thread: JoinHandle<()>,
    clerk: Clerk,
    /// What is not saved, and who uses it.
    pub journal: Journal,
}

impl World {
    /// A world that answers to `pump` and keeps journals at this desk.
    pub fn new(pump: Sender<Input>, desk: Desk) -> World {
        let state_folder = desk.state_folder.clone();
        let journal = Journal::new(desk, pump.clone());
        let watch = watch::begin(pump.clone());
        let clerk = Clerk::new(pump.clone(), state_folder.clone());
        let hands = Hands { usher: journal.usher(), watch, state_folder };
        let (work, orders) = mpsc::channel::<Order>();
        let thread = thread::spawn(move || {
            for order in orders {
                if pump.send(answered(|| hands.answer(order))).is_err() {
                    return;
                }
            }
        });
        World { work, thread, clerk, journal }
    }

    /// Carries out an order when those before it for the same hand are done.
    pub fn order(&self, order: Order) {
        // The thread goes on as long as the pump listens, and only the pump gives orders.
        let _ended = self.work.send(order);
    }

    /// Carries out an errand, which keeps no order waiting.
    pub fn send(&self, errand: Errand) {
        self.clerk.send(errand);
    }

    /// Waits until everything that was ordered is written, so that no write is cut short: first the map, then the
    /// journal, which a save still empties, and last documents, which may take long and can be made again.
    pub fn finish(self) {
        drop(self.work);
        let _panicked = self.thread.join();
        self.journal.finish();
        self.clerk.finish();
    }
}

/// What came of some work; where it fell over a defect, the program cannot go on.
pub(super) fn answered(work: impl FnOnce() -> Msg) -> Input {
    let broken = |_| Input::Broken(io::ErrorKind::Other.into());
    catch_unwind(AssertUnwindSafe(work)).map_or_else(broken, Input::Answer)
}

/// What does the work.
struct Hands {
    usher: Usher,
    watch: Sender<Watched>,
    /// Where old versions of files are kept.
    state_folder: Option<PathBuf>,
}

impl Hands {
    fn answer(&self, order: Order) -> Msg {
        let now = SystemTime::now();
        match order {
            Order::Open { path } => {
                disk::remove_leftovers(&path, now);
                let outcome = disk::load(&path);
                let found = match &outcome {
                    Ok(loaded) => {
                        self.remember(&path, &loaded.map);
                        self.hold(&path, Some(loaded.fingerprint))
                    }
                    Err(OpenError::NotFound) => self.hold(&path, None),
                    Err(_) => self.usher.ask(&path),
                };
                Msg::Opened { path, outcome, found }
            }
            Order::Look { path } => {
                let outcome = disk::load(&path);
                Msg::Outside { path, outcome }
            }
            Order::FindUnsaved => Msg::Unsaved(self.usher.hold(None)),
            Order::Save { path, map, comments, revision, target } => {
                let backups = self.state_folder.as_deref().map(|folder| BackupStore::new(folder, now));
                if let Target::Named(typed) = &target
                    && let Some(other) = disk::not_a_file(typed)
                {
                    return Msg::Saved { path: typed.clone(), revision, outcome: Err(SaveError::NotAFile(other)) };
                }
                let outcome = match target {
                    Target::New | Target::Named(_) => {
                        disk::remove_leftovers(&path, now);
                        disk::create(&path, &map, &comments)
                    }
                    Target::Known(expected) => disk::save(&path, &map, &comments, Some(&expected), backups.as_ref()),
                    Target::Any => disk::save(&path, &map, &comments, None, backups.as_ref()),
                };
                if let Ok(fingerprint) = outcome {
                    self.remember(&path, &map);
                    self.follow(&path, fingerprint);
                }
                Msg::Saved { path, revision, outcome }
            }
        }
    }

    /// Remembers that a map is open, for the start screen.
    fn remember(&self, path: &Path, map: &JourneyMap) {
        if let Some(folder) = &self.state_folder {
            // What is not remembered is one convenience less, and nothing is lost.
            let _forgotten = disk::remember_map(folder, path, map);
        }
    }

    fn hold(&self, path: &Path, known: Option<Fingerprint>) -> JournalReport {
        let _ended = self.watch.send(Watched { path: path.to_owned(), known });
        self.usher.hold(Some(path.to_owned()))
    }

    /// Looks after the file that was saved, and takes the journal along.
    fn follow(&self, path: &Path, fingerprint: Fingerprint) {
        let _ended = self.watch.send(Watched { path: path.to_owned(), known: Some(fingerprint) });
        self.usher.follow(path.to_owned());
    }
}
