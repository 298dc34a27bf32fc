//! Files as the start screen and the list of a folder see them, and journals, with names that somebody made up.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;
use std::time::SystemTime;

use periplo::app::model::dialog::export::{ExportEstimate, ExportFault, ExportOutput};
use periplo::app::model::msg::Msg;
use periplo::map::Name;
use periplo::store::SaveError;
use periplo::store::disk::journal::{JournalId, claim};
use periplo::store::disk::{FolderEntry, Listing};
use periplo::store::journal::JournalOwner;
use periplo::store::recent::RecentMap;

use super::script::Script;

type Files = BTreeMap<PathBuf, Vec<u8>>;

/// The files, as maps that were open lately.
pub fn recent(files: &Files, script: &mut Script) -> Vec<RecentMap> {
    let mut title = || Name::new(&script.text(30)).unwrap_or_else(|_| Name::placeholder());
    files.keys().map(|path| RecentMap { path: path.clone(), title: title(), counts: [1, 0, 2] }).collect()
}

/// The files, as if they all stood in one folder, and a folder beside them; now and then it cannot be looked into.
pub fn listed(files: &Files, script: &mut Script, how: u8, folder: PathBuf) -> Msg {
    if how.is_multiple_of(3) {
        return Msg::SideContent { folder, outcome: Err(io::ErrorKind::NotFound.into()) };
    }
    let mut entries = vec![FolderEntry { name: script.text(20), path: PathBuf::from("/maps/inside"), is_folder: true }];
    let named = |path: &PathBuf| path.to_string_lossy().into_owned();
    entries.extend(files.keys().map(|path| FolderEntry { name: named(path), path: path.clone(), is_folder: false }));
    Msg::SideContent { folder, outcome: Ok(Listing { folder: PathBuf::from("/maps"), entries }) }
}

thread_local! {
    /// The name of a journal; only one that was there has one.
    static JOURNAL: JournalId = {
        let folder = std::env::temp_dir().join(format!("periplo-driver-{}", std::process::id()));
        let owner = JournalOwner::default();
        let lease = claim(&folder, None, &owner, SystemTime::UNIX_EPOCH).own.expect("a journal");
        let id = lease.id().clone();
        lease.release();
        std::fs::remove_dir_all(folder).ok();
        id
    };
}

/// The name of a journal.
pub fn journal() -> JournalId {
    JOURNAL.with(Clone::clone)
}

/// What came of writing a document, in one way or another.
pub fn exported(script: &mut Script, how: u8) -> Result<ExportOutput, ExportFault> {
    let weight = ExportEstimate { bytes: usize::from(how), lost: vec![script.text(40)] };
    match how % 4 {
        0 => Err(ExportFault::Own),
        1 => Err(ExportFault::Unsaved(SaveError::Exists)),
        2 => Err(ExportFault::Unsaved(SaveError::ReadOnly)),
        _ => Ok(ExportOutput { weight, text: Some(script.text(80)) }),
    }
}
