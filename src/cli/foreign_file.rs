//! Reads a file of another format, for the commands that take in tables and diagrams.

use std::io;
use std::path::Path;

use super::context::CommandContext;
use super::failure::Failure;
use super::messages::{print_message, remark_lines};
use super::new::title_from_path;
use super::paths::{display_path, is_stdin, shell_quoted};
use super::progress_line::with_line;
use crate::exchange::import::read_file::{ReadFile, read_bytes};
use crate::exchange::import::shape::choices::{Choices, Purpose};
use crate::exchange::import::source::SourceFormat;
use crate::exchange::import::{ImportOptions, Remark};
use crate::exchange::{Format, FormulaGuard, IMPORTS};
use crate::lang::Lang;
use crate::map::{JourneyMap, Name};
use crate::store::disk;

/// A file of another format, and how it is read.
pub(super) struct ForeignFile<'a> {
    pub path: &'a Path,
    /// None if its content has to tell the format.
    pub format: Option<&'static Format<SourceFormat>>,
    pub choices: &'a Choices,
    /// The maps whose touchpoints the file may name.
    pub known: &'a [&'a JourneyMap],
    pub guard: FormulaGuard,
}

impl ForeignFile<'_> {
    /// Reads the file, and prints what was guessed and what could not be kept.
    pub(super) fn read(&self, context: &CommandContext) -> Result<ReadFile, Failure> {
        let line = context.lang.import_reading_file(&display_path(self.path));
        let read = with_line(&line, || self.read_silently(context))?;
        let (file, lang) = (display_path(self.path), &context.lang);
        let told = remark_lines(&read.notes, &file, lang, Lang::cli_note);
        let warnings = remark_lines(&read.imported.remarks, &file, lang, Lang::cli_warning);
        for line in told.iter().chain(&warnings) {
            print_message(line);
        }
        Ok(read)
    }

    fn read_silently(&self, context: &CommandContext) -> Result<ReadFile, Failure> {
        let (path, lang) = (self.path, &context.lang);
        let bytes = if is_stdin(path) { disk::read_stream_bytes(io::stdin().lock()) } else { disk::read_bytes(path) };
        let bytes = bytes.map_err(|error| Failure::Open { path: path.to_owned(), error })?;
        let options = ImportOptions {
            lang,
            title: &title_from_path(path, context).unwrap_or_else(|_| Name::placeholder()),
            choices: self.choices,
            known: self.known,
            guard: self.guard,
        };
        let read = read_bytes(bytes, self.format.map(|format| format.convert), &options);
        read.map_err(|failure| Failure::CannotImport {
            file: display_path(path),
            failure,
            purpose: self.choices.purpose,
        })
    }
}

/// Returns the format that a file's name tells; none if its content has to tell. Refuses maps.
pub(super) fn format_of_name(path: &Path, lang: &Lang) -> Result<Option<&'static Format<SourceFormat>>, Failure> {
    let ending = if is_stdin(path) { None } else { path.extension() };
    if ending.is_some_and(|ending| ending.eq_ignore_ascii_case("ron")) {
        return Err(refused(path, lang.import_own_map(&shell_quoted(&display_path(path)))));
    }
    Ok(ending.and_then(|ending| Format::with_ending(IMPORTS, ending)))
}

/// Returns the failure of a file that cannot be taken in for one reason.
pub(super) fn refused(path: &Path, text: String) -> Failure {
    let failure = vec![Remark { line: None, text }].into();
    Failure::CannotImport { file: display_path(path), failure, purpose: Purpose::Map }
}
