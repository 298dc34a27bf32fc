//! Reads the bytes of any file: the tables in it, or its journey diagrams.

pub(crate) mod delimited;
pub mod encoding;

use std::ffi::OsStr;

use super::grid::Grid;
use super::{ImportFailure, Remark};
use crate::exchange::FormulaGuard;
use crate::lang::Lang;

/// What a file is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceFormat {
    /// Rows of cells with commas, semicolons or tabs between them.
    Csv,
    /// The same; only its file names differ.
    Tsv,
}

impl SourceFormat {
    /// Returns the format of files whose names have this ending; none if none has.
    pub fn of_ending(ending: &OsStr) -> Option<SourceFormat> {
        let ending = ending.to_str()?.to_ascii_lowercase();
        match ending.as_str() {
            "csv" => Some(SourceFormat::Csv),
            "tsv" | "tab" => Some(SourceFormat::Tsv),
            _ => None,
        }
    }
}

/// What the reader takes besides the bytes.
#[derive(Clone, Copy)]
pub struct SourceOptions<'a> {
    /// The words of the user's language.
    pub lang: &'a Lang,
    /// The format that the user chose or the file's name has; none to find it by the content.
    pub format: Option<SourceFormat>,
    /// The name of the only table that is wanted: a sheet, or the heading above a table.
    pub sheet: Option<&'a str>,
    /// Whether the `'` in front of formulas is removed from the cells of csv.
    pub guard: FormulaGuard,
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The format in which the file was read; by its content, if that contradicts its name.
    pub format: SourceFormat,
    pub content: SourceContent,
    /// What was assumed or left out, in the user's language.
    pub remarks: Vec<Remark>,
}

/// What a file contains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SourceContent {
    /// At least one table, each with at least one row.
    Tables(Vec<Grid>),
}

/// Reads a file, or returns why it cannot be read.
pub fn read(bytes: &[u8], options: &SourceOptions) -> Result<Source, ImportFailure> {
    let lang = options.lang;
    let decoded = encoding::decode(bytes).map_err(|error| vec![Remark::of_all(error.message(lang))])?;
    let mut remarks: Vec<Remark> = decoded.guess.iter().map(|guess| guess.remark(lang)).collect();
    let format = options.format.unwrap_or(SourceFormat::Csv);
    let grids = match format {
        SourceFormat::Csv | SourceFormat::Tsv => vec![delimited::read(&decoded.text, options, &mut remarks)?],
    };
    let grids: Vec<Grid> = grids.into_iter().filter(|grid| !grid.rows.is_empty()).collect();
    if grids.is_empty() {
        return Err(vec![Remark::of_all(lang.import_empty())].into());
    }
    Ok(Source { format, content: SourceContent::Tables(grids), remarks })
}
