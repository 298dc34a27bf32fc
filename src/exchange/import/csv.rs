//! Tables of separated values, as the inventory writes them and as spreadsheets write them again.

use ::csv::{Reader, ReaderBuilder, StringRecord};

use super::line_index::LineIndex;
use super::table::{RowCells, Table, TableRow};
use super::table_map::read_map;
use super::vocabulary::Vocabulary;
use super::{ImportFailure, ImportOptions, Imported, Remark};

/// What may stand between cells; where several would do, the first.
const SEPARATORS: [u8; 3] = *b",;\t";

/// Reads a map out of a table, whatever separates its cells.
pub fn read(text: &str, reading: &ImportOptions) -> Result<Imported, ImportFailure> {
    let words = Vocabulary::new(reading.lang);
    let table = split(text, reading, &words)?;
    read_map(&table, reading, &words)
}

fn split<'a>(text: &str, reading: &ImportOptions, words: &Vocabulary) -> Result<Table<'a>, Vec<Remark>> {
    let lines = LineIndex::of(text);
    let (said, head) = said_separator(text);
    let table = &text[head..];
    let mut rows = records(table, said.unwrap_or_else(|| separator(table, words))).map(|record| {
        let begins = head + record.position().map_or(0, |position| position.byte() as usize);
        // The reader counts from behind the line before, blank lines and all.
        let blank = text[begins..].bytes().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        TableRow { line: lines.line_at(begins + blank), cells: RowCells::Csv { record, guard: reading.guard } }
    });
    let Some(first) = rows.next() else {
        return Err(vec![Remark::of_all(reading.lang.import_empty())]);
    };
    let headings = (0..first.len()).map(|at| first.shown(at)).collect();
    let rows: Vec<TableRow> = rows.collect();
    let last = rows.last().unwrap_or(&first);
    let is_open = !text.trim_end_matches(['\r', '\n']).ends_with('"');
    if is_open && last.len().checked_sub(1).is_some_and(|at| last.shown(at).contains(['\r', '\n'])) {
        return Err(vec![Remark::at(last.line, reading.lang.import_open_quote())]);
    }
    Ok(Table { headings, rows })
}

fn reader(text: &str, separator: u8) -> Reader<&[u8]> {
    ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes())
}

fn records(text: &str, separator: u8) -> impl Iterator<Item = StringRecord> {
    // No record of a text can fail.
    reader(text, separator).into_records().map_while(Result::ok)
}

/// The separator that a first line `sep=;` says, as Excel understands it, and where the table behind that line begins.
fn said_separator(text: &str) -> (Option<u8>, usize) {
    let end = text.find(['\r', '\n']).unwrap_or(text.len());
    let line = text[..end].trim_matches('"').as_bytes();
    let is_sep = line.len() > 4 && line[..4].eq_ignore_ascii_case(b"sep=");
    // Spreadsheets fill the line up to the width of the table.
    let said =
        line.get(4).copied().filter(|said| is_sep && said.is_ascii() && line[4..].iter().all(|each| each == said));
    (said, if said.is_some() { end } else { 0 })
}

/// What separates the cells: that by which most headings are known.
fn separator(text: &str, words: &Vocabulary) -> u8 {
    let known = |separator: u8| {
        let first = records(text, separator).next().unwrap_or_default();
        first.iter().filter(|heading| words.column(heading).is_some()).count()
    };
    SEPARATORS.into_iter().rev().max_by_key(|&separator| known(separator)).unwrap_or(SEPARATORS[0])
}
