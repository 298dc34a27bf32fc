//! The journals of rooms on disk: claimed, read and left behind like those of maps, in a folder of their own.

use std::io;
use std::path::Path;

use super::{JournalId, JournalLease, SLOT_LIMIT, key, slots, stable_path};
use crate::store::disk::new_file::create_private_folder;
use crate::store::disk::read::read_bytes;
use crate::store::room_journal;

/// A room whose process ended before everything in it was decided.
#[derive(Debug)]
pub struct AbandonedRoom {
    pub lease: JournalLease,
    /// The records of its journal.
    pub records: Vec<String>,
}

/// Claims a new journal for the room of a map.
pub fn claim_room(folder: &Path, file: &Path) -> io::Result<JournalLease> {
    create_private_folder(folder)?;
    let key = key(&stable_path(file));
    let taken = slots(folder, &key)?;
    for slot in (1..SLOT_LIMIT).filter(|slot| !taken.contains(slot)) {
        if let Some(lease) = JournalLease::take(folder, JournalId::new(&key, slot))? {
            return Ok(lease);
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Finds the rooms of a map that no process has open any more. One that cannot be read stays where it is.
pub fn abandoned_rooms(folder: &Path, file: &Path) -> Vec<AbandonedRoom> {
    let key = key(&stable_path(file));
    let mut rooms = Vec::new();
    for slot in slots(folder, &key).unwrap_or_default() {
        let Ok(Some(lease)) = JournalLease::take(folder, JournalId::new(&key, slot)) else { continue };
        match read_bytes(&lease.path()).ok().and_then(|bytes| room_journal::parse(&bytes)) {
            Some(records) => rooms.push(AbandonedRoom { lease, records }),
            None => lease.release(),
        }
    }
    rooms
}
