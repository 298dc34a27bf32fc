//! The facilitator's side of a room: the room of the open map, and whether telephones reach it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Room;
use super::change::RoomChange;
use super::effect::{RoomEntry, RoomLink};
use super::record::RoomRecord;
use super::request::RoomAnswer;
use super::snapshot::{RoomSnapshot, ShownMap, TimeLeft};
use crate::map::{JourneyMap, Revision};

/// Whether telephones reach the room.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Door {
    #[default]
    Closed,
    /// The server is being started.
    Opening,
    Open(RoomLink),
}

/// How many bytes are appended to a journal until it begins anew with the whole room.
const JOURNAL_GROWTH: usize = 1 << 20;

/// The room of the open map.
#[derive(Clone, Debug, Default)]
pub struct HostedRoom {
    pub room: Room,
    pub door: Door,
    /// How often the room has changed.
    version: u64,
    /// The file whose journal holds the room; none if none does.
    kept_for: Option<PathBuf>,
    /// How many bytes were appended to the journal since it began.
    appended: usize,
    /// What the participants were shown last.
    shown: Option<Shown>,
    /// How often the shown map or the timer has changed.
    changes: u64,
    /// True if the timer was up after the last message.
    pub(crate) was_time_up: bool,
    /// A room that another run left behind, until the user decides.
    pub(crate) left: Option<Box<Room>>,
    /// True once such a room was taken over.
    has_left: bool,
}

/// What the participants were shown last.
#[derive(Clone, Debug)]
struct Shown {
    version: u64,
    map: Arc<ShownMap>,
    /// The timer's state without the passing of time.
    timer: Option<TimerKey>,
}

/// What distinguishes two states of the timer: the end of a running countdown, or the rest of a paused one.
pub(crate) type TimerKey = (bool, std::time::Duration);

impl HostedRoom {
    /// Returns the link if the room is open.
    pub fn link(&self) -> Option<&RoomLink> {
        match &self.door {
            Door::Open(link) => Some(link),
            Door::Closed | Door::Opening => None,
        }
    }

    pub(crate) fn apply(&mut self, change: &RoomChange) {
        self.room.apply(change);
        self.version += 1;
    }

    /// Takes over a room that another run left behind. The journal begins anew.
    pub(crate) fn take_over(&mut self, left: Room) {
        self.room.take_in(left);
        self.version += 1;
        self.appended = usize::MAX;
        self.has_left = true;
    }

    /// Returns what is written to the journal for changes that were made, with the answers that wait for it.
    pub(crate) fn entry(
        &mut self,
        file: PathBuf,
        changes: &[RoomChange],
        answers: Vec<(u64, RoomAnswer)>,
    ) -> RoomEntry {
        let begins = self.kept_for.as_ref() != Some(&file) || self.appended > JOURNAL_GROWTH;
        let records: Vec<String> = if begins {
            serde_json::to_string(&self.room.record()).into_iter().collect()
        } else {
            changes.iter().filter_map(|change| serde_json::to_string(change).ok()).collect()
        };
        let length: usize = records.iter().map(String::len).sum();
        self.appended = if begins { 0 } else { self.appended + length };
        let moved_from = self.kept_for.replace(file.clone()).filter(|before| *before != file);
        RoomEntry { file, begins, moved_from, has_left: self.has_left, records, answers }
    }

    /// Returns true if a journal of another file holds the room: the map was saved under another name.
    pub(crate) fn is_kept_for_another(&self, file: &Path) -> bool {
        self.kept_for.as_ref().is_some_and(|kept_for| kept_for != file)
    }

    /// Returns true if a journal holds the room.
    pub(crate) fn is_kept(&self) -> bool {
        self.kept_for.is_some()
    }

    /// Notes that the journal holds nothing of use: the next entry begins it anew.
    pub(crate) fn forget_journal(&mut self) {
        self.kept_for = None;
    }

    /// Returns what to show the participants, if it differs from what they were shown last.
    pub(crate) fn news(
        &mut self,
        (map, revision): (&JourneyMap, Revision),
        timer: Option<TimerKey>,
        time_left: TimeLeft,
    ) -> Option<RoomSnapshot> {
        let before = self.shown.as_ref();
        let same_map = before.map(|shown| &shown.map).filter(|shown| shown.revision == revision);
        let is_same_timer = before.is_some_and(|shown| shown.timer == timer);
        if same_map.is_some() && is_same_timer && before.is_some_and(|shown| shown.version == self.version) {
            return None;
        }
        self.changes += u64::from(same_map.is_none()) + u64::from(!is_same_timer);
        let map = same_map.map_or_else(|| Arc::new(ShownMap::new(map, revision)), Arc::clone);
        self.shown = Some(Shown { version: self.version, map: Arc::clone(&map), timer });
        Some(RoomSnapshot { room: self.room.clone(), map, changes: self.changes, time_left })
    }
}

/// Reads a room from the records of its journal.
pub(crate) fn read_journal(records: &[String]) -> Option<Room> {
    let (first, changes) = records.split_first()?;
    let record: RoomRecord = serde_json::from_str(first).ok()?;
    let changes: Vec<RoomChange> = changes.iter().map_while(|text| serde_json::from_str(text).ok()).collect();
    Some(Room::restore(record, &changes))
}
