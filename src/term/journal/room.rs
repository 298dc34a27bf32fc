//! The journal of the room: written before a participant is answered.

use std::io;
use std::path::PathBuf;

use crate::app::model::msg::Msg;
use crate::app::model::room::effect::{RoomEntry, RoomMsg};
use crate::app::model::room::request::{Refusal, RoomAnswer};
use crate::room::server::RoomHandle;
use crate::store::disk::journal::JournalLease;
use crate::store::disk::journal::room::{AbandonedRoom, abandoned_rooms, claim_room};
use crate::store::room_journal::{print_first, print_record};

/// A task about the room's journal.
#[derive(Debug)]
pub(in crate::term) enum RoomTask {
    /// Writes an entry, then sends its answers; none is sent if the room was closed meanwhile.
    Keep(RoomEntry, Option<RoomHandle>),
    /// Removes the journal.
    Forget,
    /// Finds a room that another run left behind.
    FindLeft(PathBuf),
    /// Removes the journal of that room.
    DiscardLeft,
}

/// The journal of the open map's room.
pub(super) struct RoomJournal {
    /// Where the journals of rooms are; none without a state folder.
    folder: Option<PathBuf>,
    own: Option<OwnJournal>,
    /// The journal of a room that another run left behind, until it is taken over or discarded.
    left: Vec<JournalLease>,
}

struct OwnJournal {
    file: PathBuf,
    lease: JournalLease,
    /// Its length in bytes.
    length: u64,
}

impl RoomJournal {
    pub fn new(folder: Option<PathBuf>) -> RoomJournal {
        RoomJournal { folder, own: None, left: Vec::new() }
    }

    /// Runs a task, and returns what is to be reported.
    pub fn run(&mut self, task: RoomTask) -> Option<Msg> {
        match task {
            RoomTask::Keep(entry, handle) => {
                let outcome = self.keep(&entry);
                for (number, answer) in entry.answers {
                    let answer = if outcome.is_ok() { answer } else { RoomAnswer::Refused(Refusal::NotKept) };
                    handle.iter().for_each(|handle| handle.answer(number, answer.clone()));
                }
                outcome.err().map(|error| Msg::Room(RoomMsg::NotKept(error)))
            }
            RoomTask::Forget => {
                self.own.take().into_iter().for_each(|own| remove(own.lease));
                None
            }
            RoomTask::FindLeft(file) => self.find_left(file),
            RoomTask::DiscardLeft => {
                self.left.drain(..).for_each(remove);
                None
            }
        }
    }

    fn keep(&mut self, entry: &RoomEntry) -> io::Result<()> {
        if entry.begins {
            return self.begin(entry);
        }
        let own = self.own.as_mut().ok_or(io::ErrorKind::NotFound)?;
        let text: String = entry.records.iter().map(|record| print_record(record)).collect();
        if !text.is_empty() {
            own.lease.append(&text, own.length)?;
            own.length += text.len() as u64;
        }
        Ok(())
    }

    /// Writes the whole room, then removes the journals whose content it is.
    fn begin(&mut self, entry: &RoomEntry) -> io::Result<()> {
        let folder = self.folder.as_ref().ok_or(io::ErrorKind::NotFound)?;
        let record = entry.records.first().ok_or(io::ErrorKind::InvalidData)?;
        let (lease, outdated) = match self.own.take() {
            Some(own) if own.file == entry.file => (own.lease, None),
            other => (claim_room(folder, &entry.file)?, other),
        };
        let text = print_first(record);
        lease.write(&text)?;
        self.own = Some(OwnJournal { file: entry.file.clone(), lease, length: text.len() as u64 });
        outdated.into_iter().for_each(|own| remove(own.lease));
        self.left.drain(..).for_each(remove);
        Ok(())
    }

    /// Finds a room of a map. It stays claimed, so that no other process offers it too.
    fn find_left(&mut self, file: PathBuf) -> Option<Msg> {
        self.release();
        let mut rooms = abandoned_rooms(self.folder.as_ref()?, &file).into_iter();
        let AbandonedRoom { lease, records } = rooms.next()?;
        rooms.for_each(|room| room.lease.release());
        self.left.push(lease);
        Some(Msg::Room(RoomMsg::LeftBehind { records }))
    }

    /// Releases all journals. What they hold is found by the next process that opens the map.
    pub fn release(&mut self) {
        self.left.drain(..).chain(self.own.take().map(|own| own.lease)).for_each(JournalLease::release);
    }
}

fn remove(lease: JournalLease) {
    lease.remove_journal().ok();
    lease.release();
}
