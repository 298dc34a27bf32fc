//! Made-up results of disk operations for the fuzz driver: recent maps, listings, exports and a journal id.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use periplo::app::model::dialog::export::{ExportEstimate, ExportFault, ExportOutput};
use periplo::app::model::dialog::import::{ImportContent, ImportJob, ImportOutcome};
use periplo::app::model::msg::Msg;
use periplo::map::Name;
use periplo::store::disk::journal::{JournalId, JournalOrigin, OrphanJournal, claim};
use periplo::store::disk::{FolderEntry, Listing};
use periplo::store::journal::JournalOwner;
use periplo::store::recent::RecentMap;
use periplo::store::{OpenError, SaveError};
use periplo::term::import::interpret as interpret_job;

use super::script::Script;

type Files = BTreeMap<PathBuf, Vec<u8>>;

/// Returns the files as recently opened maps.
pub fn recent_maps(files: &Files, script: &mut Script) -> Vec<RecentMap> {
    let mut title = || Name::new(&script.text(30)).unwrap_or_else(|_| Name::placeholder());
    files.keys().map(|path| RecentMap { path: path.clone(), title: title(), counts: [1, 0, 2] }).collect()
}

/// Returns a listing of all files as if they were in one folder, with one subfolder. Some variants fail instead.
pub fn list_folder(files: &Files, script: &mut Script, variant: u8, folder: PathBuf) -> Msg {
    if variant.is_multiple_of(3) {
        return Msg::Listed { folder, outcome: Err(io::ErrorKind::NotFound.into()) };
    }
    let mut entries = vec![FolderEntry { name: script.text(20), path: PathBuf::from("/maps/inside"), is_folder: true }];
    let name = |path: &PathBuf| path.to_string_lossy().into_owned();
    entries.extend(files.keys().map(|path| FolderEntry { name: name(path), path: path.clone(), is_folder: false }));
    Msg::Listed { folder, outcome: Ok(Listing { folder: PathBuf::from("/maps"), entries }) }
}

thread_local! {
    /// The id of a journal. Only claiming a real journal creates an id.
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

/// Returns the id of a journal.
pub fn journal_id() -> JournalId {
    JOURNAL.with(Clone::clone)
}

/// Returns unsaved changes whose files are gone. The variant chooses how many.
pub fn orphans(script: &mut Script, variant: u8) -> Vec<OrphanJournal> {
    let (count, age) = (usize::from(variant), Duration::from_secs(u64::from(variant)));
    let mut orphan =
        || OrphanJournal { id: journal_id(), file: script.text(20).into(), title: script.text(20), count, age };
    (0..variant % 3).map(|_| orphan()).collect()
}

/// Returns the outcome of an export. The variant chooses whether it fails.
pub fn export_outcome(script: &mut Script, variant: u8) -> Result<ExportOutput, ExportFault> {
    let estimate = ExportEstimate { bytes: usize::from(variant), omissions: vec![script.text(40)] };
    match variant % 4 {
        0 => Err(ExportFault::OwnFile),
        1 => Err(ExportFault::NotWritten(SaveError::Exists)),
        2 => Err(ExportFault::NotWritten(SaveError::ReadOnly)),
        _ => Ok(ExportOutput { estimate, text: Some(script.text(80)) }),
    }
}

/// Returns where a journal of the open map comes from.
pub fn journal_origin(variant: u8) -> JournalOrigin {
    match variant & 12 {
        0 => JournalOrigin::SameFile,
        4 => JournalOrigin::OtherFile,
        8 => JournalOrigin::MovedFile,
        _ => JournalOrigin::GoneFile,
    }
}

/// Interprets the script as the content of a file, or what was read before. The variant chooses whether that fails.
pub fn interpreted(script: &mut Script<'_>, variant: u8, job: ImportJob) -> Msg {
    let number = job.number;
    let content = match job.content {
        ImportContent::File(_) if variant.is_multiple_of(8) => {
            return Msg::Interpreted { number, outcome: ImportOutcome::Unreadable(OpenError::NotFound) };
        }
        ImportContent::File(path) if variant % 8 == 1 => {
            return Msg::Interpreted { number, outcome: ImportOutcome::OwnMap(path) };
        }
        ImportContent::File(_) => ImportContent::Text { text: script.text(200).into(), format: None },
        content @ (ImportContent::Text { .. } | ImportContent::Known(_)) => content,
    };
    Msg::Interpreted { number, outcome: interpret_job(&ImportJob { content, ..job }) }
}
