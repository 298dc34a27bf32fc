//! Errands that may take long, documents, folders and previews, on a thread that keeps no save waiting.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use super::events::Input;
use super::exporting;
use super::world::answered;
use crate::app::model::dialog::export::{Destination, Job};
use crate::app::model::msg::Msg;
use crate::store::disk;

/// Something that no save waits for.
#[derive(Debug)]
pub enum Errand {
    Export(Box<Job>),
    FindRecent,
    List { folder: PathBuf },
    Preview { path: PathBuf },
}

/// What runs the errands, one after the other.
pub struct Clerk {
    errands: Sender<Sent>,
    /// Given along with each document that is to be written, and dropped when it is.
    unwritten: Unwritten,
    written: Receiver<()>,
}

/// Holds the end of the program up, as long as there is one.
type Unwritten = Sender<()>;

/// An errand, with what is given along.
type Sent = (Errand, Option<Unwritten>);

impl Clerk {
    /// A clerk that answers to `pump` and finds lately opened maps in this folder.
    pub fn new(pump: Sender<Input>, state_folder: Option<PathBuf>) -> Clerk {
        let (errands, waiting) = mpsc::channel::<Sent>();
        let (unwritten, written) = mpsc::channel();
        thread::spawn(move || {
            let mut tray = VecDeque::new();
            while let Some((errand, _unwritten)) = next(&mut tray, &waiting) {
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

/// The errand to be run now, of those in the tray and those that are waiting; none when there will be no more.
fn next(tray: &mut VecDeque<Sent>, waiting: &Receiver<Sent>) -> Option<Sent> {
    if tray.is_empty() {
        tray.push_back(waiting.recv().ok()?);
    }
    tray.extend(waiting.try_iter());
    loop {
        let (errand, unwritten) = tray.pop_front()?;
        if tray.iter().any(|(later, _)| errand.is_settled_by(later)) {
            continue;
        }
        if tray.is_empty() || !errand.is_last() {
            return Some((errand, unwritten));
        }
        tray.push_back((errand, unwritten));
    }
}

impl Errand {
    /// Whether nobody waits for its answer any more, once that later one is wanted.
    fn is_settled_by(&self, later: &Errand) -> bool {
        match self {
            // What was only to be weighed is asked for again.
            Errand::Export(job) => job.to == Destination::Scales && !later.is_last(),
            Errand::FindRecent => false,
            Errand::List { .. } => matches!(later, Errand::List { .. }),
            Errand::Preview { .. } => matches!(later, Errand::Preview { .. }),
        }
    }

    /// Whether everything else comes before it.
    fn is_last(&self) -> bool {
        matches!(self, Errand::Preview { .. })
    }

    fn writes(&self) -> bool {
        matches!(self, Errand::Export(job) if matches!(job.to, Destination::File { .. }))
    }

    fn run(self, state_folder: Option<&Path>) -> Msg {
        match self {
            Errand::Export(job) => Msg::Exported { outcome: exporting::export(&job), job },
            Errand::FindRecent => Msg::Recent(state_folder.map(disk::recent_maps).unwrap_or_default()),
            Errand::List { folder } => Msg::Listed { outcome: disk::list_folder(&folder), folder },
            Errand::Preview { path } => Msg::Previewed { map: disk::load(&path).ok().map(|loaded| loaded.map), path },
        }
    }
}
