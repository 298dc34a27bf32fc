//! The world: carries out effects on a thread of its own, one after the other, and answers with messages.
#![expect(clippy::disallowed_methods, reason = "here the clock is read")]

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};
use std::time::SystemTime;

use super::events::Input;
use crate::app::Msg;
use crate::app::effect::Target;
use crate::map::{JourneyMap, Revision};
use crate::store::disk::{self, Backups};

/// Something to be done with files.
#[derive(Debug)]
pub enum Order {
    Open { path: PathBuf },
    Save { path: PathBuf, map: JourneyMap, revision: Revision, target: Target },
}

/// What reads and writes files while keys are taken in.
pub struct World {
    work: Sender<Order>,
    thread: JoinHandle<()>,
}

impl World {
    /// A world that answers to `pump`, and keeps old versions of files in the state folder where there is one.
    pub fn new(pump: Sender<Input>, state_folder: Option<PathBuf>) -> World {
        let (work, orders) = mpsc::channel::<Order>();
        let thread = thread::spawn(move || {
            for order in orders {
                let answer = catch_unwind(AssertUnwindSafe(|| answer(order, state_folder.as_deref())));
                let broken = |_| Input::Broken(io::ErrorKind::Other.into());
                if pump.send(answer.map_or_else(broken, Input::Answer)).is_err() {
                    return;
                }
            }
        });
        World { work, thread }
    }

    /// Carries out an order when those before it are done.
    pub fn order(&mut self, order: Order) {
        // The thread goes on as long as the pump listens, and only the pump gives orders.
        let _ended = self.work.send(order);
    }

    /// Waits until everything that was ordered is done, so that no write is cut short.
    pub fn finish(self) {
        drop(self.work);
        let _panicked = self.thread.join();
    }
}

fn answer(order: Order, state_folder: Option<&Path>) -> Msg {
    let now = SystemTime::now();
    match order {
        Order::Open { path } => {
            disk::sweep(&path, now);
            let outcome = disk::load(&path);
            Msg::Opened { path, outcome }
        }
        Order::Save { path, map, revision, target } => {
            let backups = state_folder.map(|folder| Backups::new(folder, now));
            let outcome = match target {
                Target::New => {
                    disk::sweep(&path, now);
                    disk::create(&path, &map)
                }
                Target::Known(expected) => disk::save_keeping(&path, &map, Some(&expected), backups.as_ref()),
                Target::Any => disk::save_keeping(&path, &map, None, backups.as_ref()),
            };
            Msg::Saved { path, revision, outcome }
        }
    }
}
