//! Reading a file of another format, whether it is a map, a diagram or a table whose meaning has to be found.

use super::grid::Grid;
use super::shape;
use super::source::encoding::decode;
use super::source::{self, Source, SourceContent, SourceFormat, SourceOptions};
use super::{ImportFailure, ImportOptions, Imported, Remark, json};
use crate::exchange::inventory::COLUMNS;
use crate::exchange::mermaid;

/// What was read of a file.
#[derive(Clone, Debug)]
pub struct ReadFile {
    pub imported: Imported,
    /// What was guessed, and what was left out.
    pub notes: Vec<Remark>,
    /// True if nothing was guessed and there is no warning.
    pub is_certain: bool,
}

impl ReadFile {
    fn of_map(imported: Imported) -> ReadFile {
        ReadFile { is_certain: imported.remarks.is_empty(), imported, notes: Vec::new() }
    }
}

/// Reads a file of a format, or of any if none is given; returns every fault if it cannot be read.
pub fn read_bytes(
    bytes: Vec<u8>,
    format: Option<SourceFormat>,
    options: &ImportOptions,
) -> Result<ReadFile, ImportFailure> {
    let sheet = options.choices.sheet.as_deref();
    let source = source::read(&bytes, &SourceOptions { lang: options.lang, format, sheet, guard: options.guard })?;
    let Source { format, content, remarks } = source;
    let read = match content {
        SourceContent::Tables(grids) if is_own_json(format, &grids, options) => {
            drop(grids);
            let fault = |error: source::encoding::DecodeError| vec![Remark::of_all(error.message(options.lang))];
            json::read(&decode(&bytes).map_err(fault)?.text, options).map(ReadFile::of_map)
        }
        SourceContent::Tables(grids) => {
            // A large file and its cells need not be in memory together.
            drop(bytes);
            read_tables(&grids, options)
        }
        SourceContent::Diagrams(text) => mermaid::read_page(&text, options).map(ReadFile::of_map),
        SourceContent::WholeMap(text) => json::read(&text, options).map(ReadFile::of_map),
    };
    let add_to = |others: &mut Vec<Remark>| {
        others.splice(0..0, remarks.clone());
        others.sort_by_key(|remark| remark.line);
    };
    match read {
        Ok(mut read) => {
            add_to(&mut read.imported.remarks);
            read.is_certain &= remarks.is_empty();
            Ok(read)
        }
        Err(mut failure) => {
            add_to(&mut failure.remarks);
            Err(failure)
        }
    }
}

fn read_tables(grids: &[Grid], options: &ImportOptions) -> Result<ReadFile, ImportFailure> {
    let reading = shape::read(grids, options)?;
    Ok(ReadFile {
        is_certain: reading.is_certain(),
        notes: reading.notes(options.choices.purpose, options.lang),
        imported: reading.imported,
    })
}

/// Returns true if tables are an inventory as we write it in JSON, whose values have types that cells have not.
fn is_own_json(format: SourceFormat, grids: &[Grid], options: &ImportOptions) -> bool {
    let choices = options.choices;
    let is_open = choices.shape.is_none() && choices.columns.is_empty() && choices.filters.is_empty();
    let is_json = matches!(format, SourceFormat::Json | SourceFormat::JsonLines);
    let headings = || grids.first().and_then(|grid| grid.rows.first()).into_iter().flat_map(|row| row.cells.iter());
    let is_ours = |heading: &str| COLUMNS.iter().any(|column| column.name == heading);
    let has = |name: &str| headings().any(|heading| heading == name);
    is_open && is_json && has("touchpoint") && (has("phase") || has("id")) && headings().all(is_ours)
}
