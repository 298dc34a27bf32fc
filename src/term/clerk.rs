//! Errands that may take long, documents and folders, on a thread that keeps no save waiting.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use super::events::Input;
use super::exporting;
use super::world::answered;
use crate::app::Msg;
use crate::app::export::{Destination, Job};
use crate::store::disk;

/// Something that no save waits for.
#[derive(Debug)]
pub enum Errand {
    Export(Box<Job>),
    FindRecent,
    List { folder: PathBuf },
}

/// What runs the errands, one after the other.
pub struct Clerk {
    errands: Sender<(Errand, Option<Unwritten>)>,
    /// Given along with each document that is to be written, and dropped when it is.
    unwritten: Unwritten,
    written: Receiver<()>,
}

/// Holds the end of the program up, as long as there is one.
type Unwritten = Sender<()>;

impl Clerk {
    /// A clerk that answers to `pump` and finds lately opened maps in this folder.
    pub fn new(pump: Sender<Input>, state_folder: Option<PathBuf>) -> Clerk {
        let (errands, waiting) = mpsc::channel::<(Errand, Option<Unwritten>)>();
        let (unwritten, written) = mpsc::channel();
        thread::spawn(move || {
            while let Ok(mut next) = waiting.recv() {
                // What was only to be weighed is not worth the wait, once something else is wanted; it is asked for again.
                while next.0.is_only_weighed()
                    && let Ok(later) = waiting.try_recv()
                {
                    next = later;
                }
                let (errand, _unwritten) = next;
                if pump.send(answered(|| errand.run(state_folder.as_deref()))).is_err() {
                    return;
                }
            }
        });
        Clerk { errands, unwritten, written }
    }

    /// Runs an errand when those before it are done.
    pub fn send(&self, errand: Errand) {
        let unwritten = errand.writes().then(|| self.unwritten.clone());
        // The thread goes on as long as the pump listens, and only the pump sends errands.
        let _ended = self.errands.send((errand, unwritten));
    }

    /// Waits until every document is written; what is only looked at is let go.
    pub fn finish(self) {
        drop((self.errands, self.unwritten));
        let _written = self.written.recv();
    }
}

impl Errand {
    fn is_only_weighed(&self) -> bool {
        matches!(self, Errand::Export(job) if job.to == Destination::Scales)
    }

    fn writes(&self) -> bool {
        matches!(self, Errand::Export(job) if matches!(job.to, Destination::File { .. }))
    }

    fn run(self, state_folder: Option<&Path>) -> Msg {
        match self {
            Errand::Export(job) => Msg::Exported { outcome: exporting::export(&job), job },
            Errand::FindRecent => Msg::Recent(state_folder.map(disk::recent).unwrap_or_default()),
            Errand::List { folder } => Msg::Listed { outcome: disk::listing(&folder), folder },
        }
    }
}
