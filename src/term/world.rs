//! The world: carries out effects on a thread of its own, one after the other, and answers with messages.
#![expect(clippy::disallowed_methods, reason = "here the clock is read")]

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};
use std::time::SystemTime;

use super::events::Input;
use super::exporting;
use super::journal::{Desk, Journal, Usher};
use super::watch::{self, Watched};
use crate::app::Msg;
use crate::app::effect::Target;
use crate::app::export::Job;
use crate::map::{JourneyMap, Revision};
use crate::store::disk::Backups;
use crate::store::disk::journal::Found;
use crate::store::{Comments, Fingerprint, OpenError, disk};

/// Something to be done with files.
#[derive(Debug)]
pub enum Order {
    Open { path: PathBuf },
    Look { path: PathBuf },
    FindUnsaved,
    Export(Box<Job>),
    FindRecent,
    List { folder: PathBuf },
    Save { path: PathBuf, map: JourneyMap, comments: Comments, revision: Revision, target: Target },
}

/// What reads and writes files while keys are taken in.
pub struct World {
    work: Sender<Order>,
    thread: JoinHandle<()>,
    /// What is not saved, and who uses it.
    pub journal: Journal,
}

impl World {
    /// A world that answers to `pump` and keeps journals at this desk.
    pub fn new(pump: Sender<Input>, desk: Desk) -> World {
        let state_folder = desk.state_folder.clone();
        let journal = Journal::new(desk, pump.clone());
        let watch = watch::begin(pump.clone());
        let hands = Hands { usher: journal.usher(), watch, state_folder };
        let (work, orders) = mpsc::channel::<Order>();
        let thread = thread::spawn(move || {
            for order in orders {
                let answer = catch_unwind(AssertUnwindSafe(|| hands.answer(order)));
                let broken = |_| Input::Broken(io::ErrorKind::Other.into());
                if pump.send(answer.map_or_else(broken, Input::Answer)).is_err() {
                    return;
                }
            }
        });
        World { work, thread, journal }
    }

    /// Carries out an order when those before it are done.
    pub fn order(&self, order: Order) {
        // The thread goes on as long as the pump listens, and only the pump gives orders.
        let _ended = self.work.send(order);
    }

    /// Waits until everything that was ordered is done, so that no write is cut short.
    pub fn finish(self) {
        drop(self.work);
        let _panicked = self.thread.join();
        self.journal.finish();
    }
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
                disk::sweep(&path, now);
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
            Order::Export(job) => Msg::Exported { outcome: exporting::export(&job), job },
            Order::FindUnsaved => Msg::Unsaved(self.usher.hold(None)),
            Order::FindRecent => Msg::Recent(self.state_folder.as_deref().map(disk::recent).unwrap_or_default()),
            Order::List { folder } => Msg::Listed { outcome: disk::listing(&folder), folder },
            Order::Save { path, map, comments, revision, target } => {
                let backups = self.state_folder.as_deref().map(|folder| Backups::new(folder, now));
                let outcome = match target {
                    Target::New => {
                        disk::sweep(&path, now);
                        disk::create(&path, &map, &comments)
                    }
                    Target::Known(expected) => {
                        disk::save_keeping(&path, &map, &comments, Some(&expected), backups.as_ref())
                    }
                    Target::Any => disk::save_keeping(&path, &map, &comments, None, backups.as_ref()),
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
            let _forgotten = disk::remember(folder, path, map);
        }
    }

    fn hold(&self, path: &Path, known: Option<Fingerprint>) -> Found {
        let _ended = self.watch.send(Watched { path: path.to_owned(), known });
        self.usher.hold(Some(path.to_owned()))
    }

    /// Looks after the file that was saved, and takes the journal along.
    fn follow(&self, path: &Path, fingerprint: Fingerprint) {
        let _ended = self.watch.send(Watched { path: path.to_owned(), known: Some(fingerprint) });
        self.usher.follow(path.to_owned());
    }
}
