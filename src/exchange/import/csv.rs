//! Reading csv and tsv, as the inventory writes them and as spreadsheets save them.

use ::csv::{Reader, ReaderBuilder, StringRecord};

use super::line_index::LineIndex;
use super::table::{RowCells, Table, TableRow};
use super::table_map::read_map;
use super::vocabulary::Vocabulary;
use super::{ImportFailure, ImportOptions, Imported, Remark};

/// The separators that are tried; of equally good ones the first is taken.
const SEPARATORS: [u8; 3] = *b",;\t";

/// Reads a map from a table with any of the separators.
pub fn read(text: &str, options: &ImportOptions) -> Result<Imported, ImportFailure> {
    let words = Vocabulary::new(options.lang);
    let table = split(text, options, &words)?;
    read_map(&table, options, &words)
}

/// Splits a text into headings and rows.
fn split<'a>(text: &str, options: &ImportOptions, words: &Vocabulary) -> Result<Table<'a>, Vec<Remark>> {
    let lines = LineIndex::of(text);
    let (declared, head) = declared_separator(text);
    let table = &text[head..];
    let mut rows = records(table, declared.unwrap_or_else(|| best_separator(table, words))).map(|record| {
        let begin = head + record.position().map_or(0, |position| position.byte() as usize);
        // The position is the end of the record before; blank lines follow it.
        let blank = text[begin..].bytes().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        TableRow { line: lines.line_at(begin + blank), cells: RowCells::Csv { record, guard: options.guard } }
    });
    let Some(first) = rows.next() else {
        return Err(vec![Remark::of_all(options.lang.import_empty())]);
    };
    let headings = (0..first.len()).map(|at| first.display_text(at)).collect();
    let rows: Vec<TableRow> = rows.collect();
    let last = rows.last().unwrap_or(&first);
    let lacks_closing_quote = !text.trim_end_matches(['\r', '\n']).ends_with('"');
    if lacks_closing_quote && last.len().checked_sub(1).is_some_and(|at| last.display_text(at).contains(['\r', '\n'])) {
        return Err(vec![Remark::at(last.line, options.lang.import_open_quote())]);
    }
    Ok(Table { headings, rows })
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
