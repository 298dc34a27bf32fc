//! Reads and interprets files of other kinds for the preview.

use std::path::Path;
use std::sync::Arc;

use crate::app::model::dialog::import::{ImportContent, ImportJob, ImportOutcome};
use crate::exchange::FormulaGuard;
use crate::exchange::import::ImportOptions;
use crate::exchange::import::proposal::{ImportBase, Proposal};
use crate::exchange::import::read_file::FileContent;
use crate::exchange::import::shape::choices::Purpose;
use crate::exchange::import::source::{SourceFormat, SourceOptions};
use crate::lang::Lang;
use crate::store::disk;

/// Reads the content of a job if that was not done before, and finds out what it makes of a map.
pub fn interpret(job: &ImportJob) -> ImportOutcome {
    let lang = &Lang::new(job.language);
    let (bytes, format) = match &job.content {
        ImportContent::Known(content) => return propose(Arc::clone(content), job, lang),
        ImportContent::Text { text, format } => (text.as_bytes().to_vec(), *format),
        ImportContent::File(path) => match disk::read_bytes(path) {
            Ok(bytes) if may_be_map(path, &bytes) && disk::load(path).is_ok() => return ImportOutcome::OwnMap,
            Ok(bytes) => (bytes, path.extension().and_then(SourceFormat::of_ending)),
            Err(error) => return ImportOutcome::Unreadable(error),
        },
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
    let known: Vec<_> = job.base.iter().collect();
    let options =
        ImportOptions { lang, title: &job.title, choices: &job.choices, known: &known, guard: FormulaGuard::On };
    let base = job.base.as_ref().map(|map| ImportBase { map, adds_unmatched: job.adds_unmatched });
    let proposal = Proposal::of(&content, &options, base).map(Arc::new);
    ImportOutcome::Interpreted { content, proposal }
}

/// Returns true if a file has the ending of our maps, or begins like one.
fn may_be_map(path: &Path, bytes: &[u8]) -> bool {
    let is_named = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron"));
    let text = bytes.trim_ascii_start();
    is_named || [b"(".as_slice(), b"//", b"/*", b"#!["].iter().any(|beginning| text.starts_with(beginning))
}
