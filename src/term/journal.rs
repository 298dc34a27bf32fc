//! The journal's thread: writes what was changed and not saved, off the way of the keys and never far behind them.

use std::io;
use std::mem;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant, SystemTime};

use super::events::Input;
use crate::app::model::effect::Note;
use crate::app::model::msg::Msg;
use crate::map::JourneyMap;
use crate::store::disk::journal::{self, JournalClaim, JournalId, JournalLease, JournalReport};
use crate::store::journal::{JournalOwner, print};
use crate::store::{Comments, ron_text};

/// The least time from one writing to the next; with the writing itself, the journal is at most 250 ms behind.
const PACE: Duration = Duration::from_millis(100);
/// The time from one failed writing to the next.
const PATIENCE: Duration = Duration::from_secs(1);

/// Where journals are kept, and whose they are.
#[derive(Clone, Debug)]
pub struct Desk {
    /// The folder of all that the program keeps of its own; without one there are no journals.
    pub state_folder: Option<PathBuf>,
    pub owner: JournalOwner,
}

impl Desk {
    /// Takes the right to keep a journal of a map, and finds what was left of it.
    #[expect(clippy::disallowed_methods, reason = "the age of a journal is told")]
    fn claim(&self, file: Option<&PathBuf>) -> JournalClaim {
        let Some(folder) = &self.state_folder else { return JournalClaim::default() };
        journal::claim(&folder.join("journal"), file.map(PathBuf::as_path), &self.owner, SystemTime::now())
    }
}

/// Something for the journal to do.
#[derive(Debug)]
enum Work {
    /// Keeps the journal of another map from now on.
    Hold(Option<PathBuf>, Box<JournalClaim>),
    /// Goes along to that file, unless it is there already.
    Follow(PathBuf),
    Note(Box<Note>),
    Forget,
    /// Removes a journal that was left behind, when what stood in it stands in our own.
    Taken(JournalId),
    Discard(JournalId),
}

/// What keeps the journal.
pub struct Journal {
    desk: Desk,
    work: Sender<Work>,
    thread: JoinHandle<()>,
}

impl Journal {
    /// A journal that tells `pump` when it cannot be kept.
    pub fn new(desk: Desk, pump: Sender<Input>) -> Journal {
        let (work, orders) = mpsc::channel();
        let mut scribe = Scribe::new(desk.clone(), pump);
        let thread = thread::spawn(move || {
            // A defect here must not pass for a journal that is kept.
            if catch_unwind(AssertUnwindSafe(|| scribe.run(&orders))).is_err() {
                scribe.tell(Err(io::ErrorKind::Interrupted.into()));
            }
        });
        Journal { desk, work, thread }
    }

    /// What takes the journal to other maps.
    pub fn usher(&self) -> Usher {
        Usher { desk: self.desk.clone(), work: self.work.clone() }
    }

    /// Writes down the map, some time soon; only the last of several is written.
    pub fn note(&self, note: Box<Note>) {
        // The thread goes on for as long as this stands.
        let _ended = self.work.send(Work::Note(note));
    }

    /// Removes what is written down: all of it is saved, or nobody wants it.
    pub fn forget(&self) {
        let _ended = self.work.send(Work::Forget);
    }

    /// Removes a journal that was left behind as soon as what stood in it, noted by now, is written down.
    pub fn taken(&self, id: JournalId) {
        let _ended = self.work.send(Work::Taken(id));
    }

    /// Removes a journal that was left behind and that nobody wants.
    pub fn discard(&self, id: JournalId) {
        let _ended = self.work.send(Work::Discard(id));
    }

    /// Waits until everything is written down.
    pub fn finish(self) {
        drop(self.work);
        let _panicked = self.thread.join();
    }
}

/// What takes the journal to another map.
#[derive(Clone, Debug)]
pub struct Usher {
    desk: Desk,
    work: Sender<Work>,
}

impl Usher {
    /// Takes the journal to the map of that file, and tells what is there.
    pub fn hold(&self, file: Option<PathBuf>) -> JournalReport {
        let claim = self.desk.claim(file.as_ref());
        let found = claim.report.clone();
        let _ended = self.work.send(Work::Hold(file, Box::new(claim)));
        found
    }

    /// Tells of a file that cannot be opened whether something unsaved of it is kept.
    pub fn ask(&self, file: &Path) -> JournalReport {
        let folder = self.desk.state_folder.as_ref().map(|folder| folder.join("journal"));
        JournalReport {
            has_unsaved_changes: folder.is_some_and(|folder| journal::has_unsaved_changes(&folder, file)),
            ..JournalReport::default()
        }
    }

    /// Takes the journal along to the file that the map was saved in.
    pub fn follow(&self, file: PathBuf) {
        let _ended = self.work.send(Work::Follow(file));
    }
}

/// The one who writes.
struct Scribe {
    desk: Desk,
    pump: Sender<Input>,
    file: Option<PathBuf>,
    own: Option<JournalLease>,
    left: Vec<JournalLease>,
    /// Journals of maps that go on in another.
    outdated: Vec<JournalLease>,
    pending: Option<Box<Note>>,
    /// When the last writing began.
    began: Option<Instant>,
    /// The map before the changes, and its text.
    base: Option<(JourneyMap, String)>,
    /// Whether the last writing failed, which is told once.
    failing: bool,
}

impl Scribe {
    fn new(desk: Desk, pump: Sender<Input>) -> Scribe {
        Scribe {
            desk,
            pump,
            file: None,
            own: None,
            left: Vec::new(),
            outdated: Vec::new(),
            pending: None,
            began: None,
            base: None,
            failing: false,
        }
    }

    fn run(&mut self, orders: &Receiver<Work>) {
        loop {
            match self.next(orders) {
                Ok(Work::Note(note)) => {
                    self.pending = Some(note);
                    if self.rest().is_zero() {
                        self.flush();
                    }
                }
                Ok(other) => {
                    self.flush();
                    self.obey(other);
                }
                Err(RecvTimeoutError::Timeout) => self.flush(),
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
        self.flush();
        let leases = mem::take(&mut self.left).into_iter().chain(mem::take(&mut self.outdated)).chain(self.own.take());
        leases.for_each(JournalLease::release);
    }

    fn next(&self, orders: &Receiver<Work>) -> Result<Work, RecvTimeoutError> {
        match self.pending {
            Some(_) => orders.recv_timeout(self.rest()),
            None => orders.recv().map_err(RecvTimeoutError::from),
        }
    }

    /// How long it is until the next writing.
    fn rest(&self) -> Duration {
        let pace = if self.failing { PATIENCE } else { PACE };
        self.began.map_or(Duration::ZERO, |began| pace.saturating_sub(began.elapsed()))
    }

    fn obey(&mut self, work: Work) {
        match work {
            Work::Hold(file, claim) => {
                let JournalClaim { own, abandoned: left, error: trouble, .. } = *claim;
                mem::replace(&mut self.left, left).into_iter().for_each(JournalLease::release);
                match mem::replace(&mut self.own, own) {
                    // What stands there is kept until it stands in the next journal, or nobody wants it.
                    Some(lease) if lease.has_journal() => self.outdated.push(lease),
                    Some(lease) => lease.release(),
                    None => {}
                }
                self.file = file;
                // That is told again when there is something that cannot be noted.
                if let Some(trouble) = trouble {
                    let _ended = self.pump.send(Input::Answer(Msg::NotNoted(trouble)));
                }
            }
            Work::Follow(file) => {
                if self.file.as_ref() != Some(&file) {
                    let mut claim = self.desk.claim(Some(&file));
                    // What was left there is for whoever opens the file.
                    mem::take(&mut claim.abandoned).into_iter().for_each(JournalLease::release);
                    self.obey(Work::Hold(Some(file), Box::new(claim)));
                }
            }
            Work::Forget => {
                self.pending = None;
                let forgotten = self.own.as_ref().map_or(Ok(()), JournalLease::remove_journal);
                self.tell(forgotten);
                self.forget_outdated();
            }
            Work::Taken(id) => {
                let taken = self.left_of(&id);
                self.outdated.extend(taken);
                if self.pending.is_none() {
                    self.forget_outdated();
                }
            }
            Work::Discard(id) => {
                for lease in self.left_of(&id) {
                    self.remove(lease);
                }
            }
            Work::Note(note) => self.pending = Some(note),
        }
    }

    fn left_of(&mut self, id: &JournalId) -> Vec<JournalLease> {
        let (wanted, left) = mem::take(&mut self.left).into_iter().partition(|lease| lease.id() == id);
        self.left = left;
        wanted
    }

    /// Writes what waits to be written; what cannot be written goes on waiting.
    #[expect(clippy::disallowed_methods, reason = "the journal keeps a pace")]
    fn flush(&mut self) {
        let Some(note) = self.pending.take() else { return };
        self.began = Some(Instant::now());
        let written = self.write(&note);
        if written.is_err() {
            self.pending = Some(note);
        }
        self.tell(written);
    }

    fn write(&mut self, note: &Note) -> io::Result<()> {
        if self.desk.state_folder.is_none() {
            return Err(io::ErrorKind::NotFound.into());
        }
        if self.own.is_none() || self.file != note.file {
            let mut claim = self.desk.claim(note.file.as_ref());
            if let Some(trouble) = claim.error.take_if(|_| claim.own.is_none()) {
                return Err(trouble);
            }
            mem::take(&mut claim.abandoned).into_iter().for_each(JournalLease::release);
            self.obey(Work::Hold(note.file.clone(), Box::new(claim)));
        }
        let Some(own) = &self.own else { return Err(io::ErrorKind::NotFound.into()) };
        if self.base.as_ref().map(|(map, _)| map) != note.base.as_ref() {
            let printed = |map| ron_text::print(map, &Comments::default());
            let text = note.base.as_ref().map_or(Ok(String::new()), printed).map_err(io::Error::other)?;
            self.base = note.base.clone().map(|map| (map, text));
        }
        let base = self.base.as_ref().map_or("", |(_, text)| text);
        let map = ron_text::print(&note.map, &note.comments).map_err(io::Error::other)?;
        let file = self.file.as_deref().map(journal::stable_path);
        let text = print(&self.desk.owner, file.as_deref(), note.based_on, base, &map).map_err(io::Error::other)?;
        if let Err(error) = own.write(&text) {
            // Where the folder is gone, the next writing makes it and claims anew.
            self.own = self.own.take().filter(|_| error.kind() != io::ErrorKind::NotFound);
            return Err(error);
        }
        self.forget_outdated();
        Ok(())
    }

    fn forget_outdated(&mut self) {
        for lease in mem::take(&mut self.outdated) {
            self.remove(lease);
        }
    }

    fn remove(&mut self, lease: JournalLease) {
        let forgotten = lease.remove_journal();
        lease.release();
        self.tell(forgotten);
    }

    /// Tells a failure when it begins.
    fn tell(&mut self, outcome: io::Result<()>) {
        let failed = outcome.is_err();
        if let Err(error) = outcome
            && !mem::replace(&mut self.failing, true)
        {
            // A pump that is gone needs no telling.
            let _ended = self.pump.send(Input::Answer(Msg::NotNoted(error)));
        }
        self.failing = failed;
    }
}
