//! Finds the journals of maps that were moved: their names are made from the old paths, so their content is compared.

use std::collections::HashSet;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::{
    AbandonedJournal, ClaimRequest, JournalClaim, JournalId, JournalLease, JournalOrigin, claim, is_same_path,
    journal_file, read_journal, stable_path,
};
use crate::map::{JourneyMap, TouchpointId};
use crate::store::disk::Loaded;
use crate::store::disk::file_stamp::fingerprint;
use crate::store::disk::nonblocking::open_regular;
use crate::store::journal::{JournalHead, JournalOwner, parse_head};

/// The most bytes at the beginning of a journal that are read to find out which map it belongs to.
const HEAD_LIMIT: u64 = 64 << 10;
/// The most orphans that are listed.
const ORPHAN_LIMIT: usize = 5;

/// A journal with unsaved changes of a map whose file is gone: it was moved, renamed or deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrphanJournal {
    pub id: JournalId,
    /// Where the map was.
    pub file: PathBuf,
    pub title: String,
    /// The number of touchpoints with the changes.
    pub count: usize,
    /// How long ago it was written.
    pub age: Duration,
}

/// Claims a journal for a map that was loaded from a file. Besides the journals of that path, finds those that were
/// written when the map was at another path.
pub fn claim_loaded(
    folder: &Path,
    (file, loaded): (&Path, &Loaded),
    owner: &JournalOwner,
    now: SystemTime,
) -> JournalClaim {
    let mut claim = claim(folder, Some(file), owner, now);
    let file = stable_path(file);
    claim.add_moved(&ClaimRequest { folder, file: Some(&file), owner, now }, loaded);
    claim
}

impl JournalClaim {
    fn add_moved(&mut self, request: &ClaimRequest<'_>, loaded: &Loaded) {
        let ClaimRequest { folder, file, owner, now } = *request;
        let moved = heads(folder).unwrap_or_default().into_iter().filter(|(_, head)| may_be_of(head, file, loaded));
        for (id, _) in moved {
            // If another process holds the lock, it still uses the map under the old path.
            let Ok(Some(lease)) = JournalLease::take(folder, id.clone()) else { continue };
            let read = read_journal(folder, &id, JournalOrigin::MovedFile, now, Some(loaded)).and_then(Result::ok);
            match read.filter(|abandoned| is_of(abandoned, loaded)) {
                Some(abandoned) => {
                    lease.write_owner(owner);
                    self.report.abandoned.push(abandoned);
                    self.abandoned.push(lease);
                }
                None => lease.release(),
            }
        }
    }
}

/// Returns the newest journals of maps whose files are gone. Journals in use are not among them.
pub fn orphans(folder: &Path, now: SystemTime) -> Vec<OrphanJournal> {
    let gone = heads(folder).unwrap_or_default().into_iter().filter(|(_, head)| is_gone(&head.file));
    let mut orphans: Vec<OrphanJournal> = gone.filter_map(|(id, head)| orphan(folder, id, head.file, now)).collect();
    orphans.sort_by_key(|orphan| orphan.age);
    orphans.truncate(ORPHAN_LIMIT);
    orphans
}

fn orphan(folder: &Path, id: JournalId, file: PathBuf, now: SystemTime) -> Option<OrphanJournal> {
    // If another process holds the lock, it still uses the map.
    JournalLease::take(folder, id.clone()).ok().flatten()?.release();
    let AbandonedJournal { record, age, .. } = read_orphan(folder, &id, now)?;
    let title = record.map.header().title.to_string();
    Some(OrphanJournal { id, file, title, count: record.map.len(), age })
}

/// Reads the journal of a map whose file is gone. It is not locked.
pub(crate) fn read_orphan(folder: &Path, id: &JournalId, now: SystemTime) -> Option<AbandonedJournal> {
    read_journal(folder, id, JournalOrigin::GoneFile, now, None).and_then(Result::ok)
}

/// Returns the heads of all journals in a folder that name a file.
fn heads(folder: &Path) -> io::Result<Vec<(JournalId, JournalHead)>> {
    let mut heads = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name();
        let id = name.to_str().and_then(|name| name.strip_suffix(".journal")).map(|id| JournalId(id.to_owned()));
        if let Some(id) = id
            && let Some(head) = read_head(&journal_file(folder, &id, "journal"))
        {
            heads.push((id, head));
        }
    }
    Ok(heads)
}

fn read_head(path: &Path) -> Option<JournalHead> {
    let mut bytes = Vec::new();
    open_regular(path).ok()?.take(HEAD_LIMIT).read_to_end(&mut bytes).ok()?;
    parse_head(&bytes)
}

/// True if a journal may have been written for this map when it was at another path: that file is gone, or another file
/// is there now and this one has exactly the content that the journal is based on.
fn may_be_of(head: &JournalHead, file: Option<&Path>, loaded: &Loaded) -> bool {
    let is_other_path = !is_same_path(Some(&head.file), file);
    let was_exchanged = || {
        head.based_on == Some(loaded.fingerprint) && fingerprint(&head.file).is_ok_and(|now| now != loaded.fingerprint)
    };
    is_other_path && (is_gone(&head.file) || was_exchanged())
}

/// True if a journal has changes of this map: it is based on this very content, or on a map with mostly the same
/// touchpoints.
fn is_of(abandoned: &AbandonedJournal, loaded: &Loaded) -> bool {
    let ids = |map: &JourneyMap| map.touchpoints().map(|(_, each)| each.id).collect::<HashSet<TouchpointId>>();
    let same_content = abandoned.record.based_on == Some(loaded.fingerprint);
    let before = abandoned.record.base.as_ref().map(ids).unwrap_or_default();
    let common = ids(&loaded.map).intersection(&before).count();
    same_content || (common > 0 && common * 2 >= before.len())
}

/// True if no file is at a path. A path that is not UTF-8 is not stored whole, so nothing is known about it.
fn is_gone(path: &Path) -> bool {
    let is_whole = !path.to_string_lossy().contains(char::REPLACEMENT_CHARACTER);
    is_whole && path.symlink_metadata().is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
}
