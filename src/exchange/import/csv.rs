//! Reading csv and tsv, as the inventory writes them and as spreadsheets save them.

use ::csv::{Reader, ReaderBuilder, StringRecord};

use super::line_index::LineIndex;
use super::quote::quoted;
use super::quoted_cells::{QuoteProblem, suspicious_cells};
use super::table::{RowCells, Table, TableRow};
use super::table_map::read_map;
use super::vocabulary::Vocabulary;
use super::{ImportFailure, ImportOptions, Imported, Remark};

/// The separators that are tried; of equally good ones the first is taken.
const SEPARATORS: [u8; 3] = *b",;\t";

/// Reads a map from a table with any of the separators.
pub fn read(text: &str, options: &ImportOptions) -> Result<Imported, ImportFailure> {
    let words = Vocabulary::new(options.lang);
    let mut warnings = Vec::new();
    let table = split(text, options, &words, &mut warnings)?;
    let mut add_warnings = |remarks: &mut Vec<Remark>| {
        remarks.append(&mut warnings);
        remarks.sort_by_key(|remark| remark.line);
    };
    match read_map(&table, options, &words) {
        Ok(mut imported) => {
            add_warnings(&mut imported.remarks);
            Ok(imported)
        }
        Err(mut failure) => {
            add_warnings(&mut failure.remarks);
            Err(failure)
        }
    }
}

/// Splits a text into headings and rows, and adds warnings about quotation marks.
fn split<'a>(
    text: &str,
    options: &ImportOptions,
    words: &Vocabulary,
    warnings: &mut Vec<Remark>,
) -> Result<Table<'a>, Vec<Remark>> {
    let lines = LineIndex::of(text);
    let (declared, head) = declared_separator(text);
    let table = &text[head..];
    let separator = declared.unwrap_or_else(|| best_separator(table, words));
    let mut rows = records(table, separator).map(|record| {
        let begin = head + record.position().map_or(0, |position| position.byte() as usize);
        // The position is the end of the record before; blank lines follow it.
        let blank = text[begin..].bytes().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        TableRow { line: lines.line_at(begin + blank), cells: RowCells::Csv { record, guard: options.guard } }
    });
    let Some(first) = rows.next() else {
        return Err(vec![Remark::of_all(options.lang.import_empty())]);
    };
    let headings: Vec<String> = (0..first.len()).map(|at| first.display_text(at)).collect();
    let rows = rows.collect();
    let mut faults = Vec::new();
    for cell in suspicious_cells(table, separator, words) {
        let (begin, end) = (lines.line_at(head + cell.range.start), lines.line_at(head + cell.range.end - 1));
        let heading = headings.get(cell.column).map(|heading| quoted(heading)).unwrap_or_default();
        let (column, lang) = (cell.column + 1, options.lang);
        let (remarks, text) = match cell.problem {
            QuoteProblem::Open if begin == end => (&mut *warnings, lang.import_quote_open(column, &heading)),
            QuoteProblem::Open => (&mut faults, lang.import_quote_open(column, &heading)),
            QuoteProblem::ClosedInAnotherRow => (&mut faults, lang.import_quote_merges(column, &heading, end)),
            QuoteProblem::ContainsRows => (&mut *warnings, lang.import_quote_swallows(column, &heading, end)),
            QuoteProblem::TextAfter => (&mut *warnings, lang.import_quote_text_after(column, &heading)),
        };
        remarks.push(Remark::at(begin, text));
    }
    if faults.is_empty() { Ok(Table { headings, rows }) } else { Err(faults) }
}

fn reader(text: &str, separator: u8) -> Reader<&[u8]> {
    ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes())
}

fn records(text: &str, separator: u8) -> impl Iterator<Item = StringRecord> {
    // Reading records from a text cannot fail.
    reader(text, separator).into_records().map_while(Result::ok)
}

/// Returns the separator that a first line `sep=;` declares for Excel, and the place where the table begins.
fn declared_separator(text: &str) -> (Option<u8>, usize) {
    let end = text.find(['\r', '\n']).unwrap_or(text.len());
    let line = text[..end].trim_matches('"').as_bytes();
    let is_sep = line.len() > 4 && line[..4].eq_ignore_ascii_case(b"sep=");
    // Spreadsheets fill the line with separators, up to the width of the table.
    let declared = line.get(4).copied();
    let declared = declared.filter(|mark| is_sep && mark.is_ascii() && line[4..].iter().all(|each| each == mark));
    (declared, if declared.is_some() { end } else { 0 })
}

/// Returns the separator with which most headings are known.
fn best_separator(text: &str, words: &Vocabulary) -> u8 {
    let known_headings = |separator: u8| {
        let first = records(text, separator).next().unwrap_or_default();
        first.iter().filter(|heading| words.column(heading).is_some()).count()
    };
    SEPARATORS.into_iter().rev().max_by_key(|&separator| known_headings(separator)).unwrap_or(SEPARATORS[0])
}
