//! The journal of the room: written before a participant is answered.

use std::io;
use std::path::{Path, PathBuf};

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
    /// True once something could not be appended: what comes later is of no use before the journal begins anew.
    is_torn: bool,
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
            RoomTask::FindLeft(file) => {
                let records = self.find_left(&file).unwrap_or_default();
                Some(Msg::Room(RoomMsg::LeftBehind { records }))
            }
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
        if own.is_torn {
            return Err(io::ErrorKind::InvalidData.into());
        }
        if !text.is_empty() {
            own.is_torn = true;
            own.lease.append(&text, own.length)?;
            (own.length, own.is_torn) = (own.length + text.len() as u64, false);
        }
        Ok(())
    }

    /// Writes the whole room, then removes the journals whose content it is.
    fn begin(&mut self, entry: &RoomEntry) -> io::Result<()> {
        let folder = self.folder.as_ref().ok_or(io::ErrorKind::NotFound)?;
        let record = entry.records.first().ok_or(io::ErrorKind::InvalidData)?;
        let text = print_first(record);
        let length = text.len() as u64;
        if let Some(own) = self.own.as_mut().filter(|own| own.file == entry.file) {
            own.is_torn = true;
            own.lease.write(&text)?;
            (own.length, own.is_torn) = (length, false);
        } else {
            let lease = claim_room(folder, &entry.file)?;
            if let Err(error) = lease.write(&text) {
                lease.release();
                return Err(error);
            }
            let own = OwnJournal { file: entry.file.clone(), lease, length, is_torn: false };
            match self.own.replace(own) {
                Some(before) if entry.moved_from.as_ref() == Some(&before.file) => remove(before.lease),
                // It is of another map, and is offered when that is opened.
                Some(before) => before.lease.release(),
                None => {}
            }
        }
        if entry.has_left {
            self.left.drain(..).for_each(remove);
        }
        Ok(())
    }

    /// Finds a room of a map. It stays claimed, so that no other process offers it too.
    fn find_left(&mut self, file: &Path) -> Option<Vec<String>> {
        self.release();
        let mut rooms = abandoned_rooms(self.folder.as_ref()?, file).into_iter();
        let AbandonedRoom { lease, records } = rooms.next()?;
        rooms.for_each(|room| room.lease.release());
        self.left.push(lease);
        Some(records)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::model::room::id::ClientId;

    fn entry(file: &str, records: &[&str], begins: bool) -> RoomEntry {
        let records = records.iter().map(|record| (*record).to_owned()).collect();
        let answers = vec![(1, RoomAnswer::Joined(ClientId::new([1; 16])))];
        RoomEntry { file: file.into(), begins, moved_from: None, has_left: false, records, answers }
    }

    fn found(journal: &mut RoomJournal, file: &str) -> Vec<String> {
        match journal.run(RoomTask::FindLeft(file.into())) {
            Some(Msg::Room(RoomMsg::LeftBehind { records })) => records,
            _ => panic!(),
        }
    }

    #[test]
    fn the_room_of_another_map_keeps_its_journal_unless_the_map_was_saved_under_another_name() {
        let folder = tempfile::tempdir().unwrap();
        let mut journal = RoomJournal::new(Some(folder.path().to_owned()));
        journal.keep(&entry("/a.ron", &["a"], true)).unwrap();
        journal.keep(&entry("/b.ron", &["b"], true)).unwrap();
        assert_eq!(found(&mut journal, "/a.ron"), ["a"]);
        journal.keep(&entry("/c.ron", &["c"], true)).unwrap();
        let moved = RoomEntry { moved_from: Some("/c.ron".into()), ..entry("/d.ron", &["d"], true) };
        journal.keep(&moved).unwrap();
        assert_eq!(found(&mut journal, "/c.ron"), [""; 0]);
        assert_eq!(found(&mut journal, "/d.ron"), ["d"]);
    }

    #[test]
    fn what_another_run_left_is_removed_only_once_it_is_in_the_room() {
        let folder = tempfile::tempdir().unwrap();
        RoomJournal::new(Some(folder.path().to_owned())).keep(&entry("/a.ron", &["left"], true)).unwrap();
        let mut journal = RoomJournal::new(Some(folder.path().to_owned()));
        assert_eq!(found(&mut journal, "/a.ron"), ["left"]);
        journal.keep(&entry("/a.ron", &["new"], true)).unwrap();
        assert_eq!(journal.left.len(), 1);
        journal.keep(&RoomEntry { has_left: true, ..entry("/a.ron", &["both"], true) }).unwrap();
        assert_eq!(journal.left.len(), 0);
        assert_eq!(found(&mut journal, "/a.ron"), ["both"]);
    }

    #[test]
    fn after_a_failure_nothing_is_answered_well_until_the_whole_room_is_written_to_the_same_journal() {
        let folder = tempfile::tempdir().unwrap();
        let mut journal = RoomJournal::new(Some(folder.path().to_owned()));
        journal.keep(&entry("/a.ron", &["a"], true)).unwrap();
        let own = journal.own.as_mut().unwrap();
        let path = own.lease.path();
        // Somebody has written into the journal.
        own.length += 1;
        assert!(journal.keep(&entry("/a.ron", &["b"], false)).is_err());
        assert!(journal.keep(&entry("/a.ron", &[], false)).is_err());
        journal.keep(&entry("/a.ron", &["all"], true)).unwrap();
        assert_eq!(journal.own.as_ref().unwrap().lease.path(), path);
        journal.keep(&entry("/a.ron", &["more"], false)).unwrap();
        assert_eq!(found(&mut journal, "/a.ron"), ["all", "more"]);
    }
}
