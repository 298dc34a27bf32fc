//! Reads and interprets files of other kinds for the preview.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::app::model::dialog::import::{CountsFound, ImportContent, ImportJob, ImportOutcome, ImportTarget};
use crate::exchange::FormulaGuard;
use crate::exchange::import::ImportOptions;
use crate::exchange::import::proposal::{ImportBase, Proposal};
use crate::exchange::import::read_file::FileContent;
use crate::exchange::import::shape::choices::Purpose;
use crate::exchange::import::source::{SourceFormat, SourceOptions};
use crate::exchange::measure::count_reading::{CountReading, has_counts, is_table_of_counts};
use crate::lang::Lang;
use crate::store::disk;

/// Reads the content of a job if that was not done before, and finds out what it makes of a map.
pub fn interpret(job: &ImportJob) -> ImportOutcome {
    let lang = &Lang::new(job.language);
    let (bytes, format) = match &job.content {
        ImportContent::Known(content) => return propose(Arc::clone(content), job, lang),
        ImportContent::Text { text, format } => (text.as_bytes().to_vec(), *format),
        ImportContent::File(path) => {
            let path = at_home(path);
            match disk::read_bytes(&path) {
                Ok(bytes) if may_be_map(&path, &bytes) && disk::load(&path).is_ok() => {
                    return ImportOutcome::OwnMap(path);
                }
                Ok(bytes) => (bytes, path.extension().and_then(SourceFormat::of_ending)),
                Err(error) => return ImportOutcome::Unreadable(error),
            }
        }
    };
    match FileContent::read(
        bytes,
        &SourceOptions { lang, format, sheet: None, guard: FormulaGuard::On, purpose: Purpose::Preview },
    ) {
        Ok(content) => propose(Arc::new(content), job, lang),
        Err(failure) => ImportOutcome::Refused(failure),
    }
}

fn propose(content: Arc<FileContent>, job: &ImportJob, lang: &Lang) -> ImportOutcome {
    let base = job.open_map.as_ref().filter(|_| job.target == ImportTarget::OpenMap);
    let known: Vec<_> = base.into_iter().collect();
    let options =
        ImportOptions { lang, title: &job.title, choices: &job.choices, known: &known, guard: FormulaGuard::On };
    let measured = job.open_map.as_ref().filter(|map| !map.is_empty());
    if let (Some(map), ImportTarget::Reaches) = (measured, job.target) {
        let (proposal, counts) = match CountReading::read(&content, &options, map) {
            Ok((proposal, reading)) => (Ok(Arc::new(proposal)), CountsFound::Read(Box::new(reading))),
            Err(rejected) => (Err(rejected), CountsFound::Yes),
        };
        return ImportOutcome::Interpreted { content, proposal, counts };
    }
    let base = base.map(|map| ImportBase { map, adds_unmatched: job.adds_unmatched });
    let proposal = Proposal::of(&content, &options, base).map(Arc::new);
    let Some(map) = measured else {
        return ImportOutcome::Interpreted { content, proposal, counts: CountsFound::No };
    };
    let (has_counts, has_only_counts) = match &proposal {
        Ok(proposal) => (has_counts(&proposal.read), is_table_of_counts(&proposal.read)),
        Err(_) => (false, true),
    };
    if has_only_counts
        && !job.is_target_chosen
        && let Ok((counts, reading)) = CountReading::read(&content, &options, map)
        && reading.fits(map)
    {
        let (proposal, counts) = (Ok(Arc::new(counts)), CountsFound::Read(Box::new(reading)));
        return ImportOutcome::Interpreted { content, proposal, counts };
    }
    let counts = if has_counts { CountsFound::Yes } else { CountsFound::No };
    ImportOutcome::Interpreted { content, proposal, counts }
}

/// Replaces a leading `~` of a path with the user's home folder, as a shell does, unless a file has that name.
fn at_home(path: &Path) -> PathBuf {
    let rest = path.strip_prefix("~").ok().filter(|_| !path.exists());
    rest.zip(std::env::home_dir()).map_or_else(|| path.to_owned(), |(rest, home)| home.join(rest))
}

/// Returns true if a file has the ending of our maps, or begins like one.
fn may_be_map(path: &Path, bytes: &[u8]) -> bool {
    let is_named = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron"));
    let text = bytes.trim_ascii_start();
    is_named || [b"(".as_slice(), b"//", b"/*", b"#!["].iter().any(|beginning| text.starts_with(beginning))
}
