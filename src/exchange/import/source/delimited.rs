//! Reads csv and tsv: finds the separator by the content, and splits the text into cells.

use ::csv::{Reader, ReaderBuilder, StringRecord};

use super::SourceOptions;
use crate::exchange::import::cells::RowBuilder;
use crate::exchange::import::grid::{Cells, Grid, GridRow};
use crate::exchange::import::line_index::LineIndex;
use crate::exchange::import::quote::quoted;
use crate::exchange::import::quoted_cells::{QuoteProblem, suspicious_cells};
use crate::exchange::import::vocabulary::Vocabulary;
use crate::exchange::import::{ImportFailure, Remark};
use crate::lang::Lang;

/// The separators that are tried; of equally good ones the last is taken, since commas are also in numbers and prose.
const SEPARATORS: [u8; 4] = *b"|,;\t";
/// The separator of a text in which none is found.
const USUAL_SEPARATOR: u8 = b',';
/// How many records are looked at to choose the separator.
const SAMPLE: usize = 200;

/// Reads a table with any of the separators; adds warnings about quotation marks.
pub(crate) fn read(text: &str, options: &SourceOptions, remarks: &mut Vec<Remark>) -> Result<Grid, ImportFailure> {
    let words = Vocabulary::new(options.lang);
    let lines = LineIndex::of(text);
    let (declared, head) = declared_separator(text);
    let table = &text[head..];
    let separator = declared.unwrap_or_else(|| best_separator(table, &words));
    let mut rows: Vec<GridRow> = Vec::new();
    let mut row = RowBuilder::default();
    let (mut reader, mut record) = (reader(table, separator), StringRecord::new());
    // Reading records from a text cannot fail.
    while reader.read_record(&mut record).unwrap_or_default() {
        let begin = head + record.position().map_or(0, |position| position.byte() as usize);
        // The position is the end of the record before; blank lines follow it.
        let gap = text[begin..].bytes().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        // The LF of a CRLF belongs to the record before.
        let is_split = text[..begin].ends_with('\r') && text[begin..].starts_with('\n');
        if gap > usize::from(is_split) && !rows.is_empty() {
            rows.push(GridRow { line: lines.line_at(begin + usize::from(is_split)), cells: Cells::default() });
        }
        record.iter().enumerate().for_each(|(at, cell)| row.set(at, &options.guard.unmark(cell)));
        rows.push(GridRow { line: lines.line_at(begin + gap), cells: row.finish() });
    }
    let mut faults = Vec::new();
    for cell in suspicious_cells(table, separator, &words) {
        let (begin, end) = (lines.line_at(head + cell.range.start), lines.line_at(head + cell.range.end - 1));
        let heading = rows.first().and_then(|row| row.cells.get(cell.column)).map(quoted);
        let (column, heading, lang) = (cell.column + 1, heading.unwrap_or_default(), options.lang);
        let (remarks, text) = match cell.problem {
            QuoteProblem::Open if begin == end => (&mut *remarks, lang.import_quote_open(column, &heading)),
            QuoteProblem::Open => (&mut faults, lang.import_quote_open(column, &heading)),
            QuoteProblem::ClosedInAnotherRow => (&mut faults, lang.import_quote_merges(column, &heading, end)),
            QuoteProblem::ContainsRows => (&mut *remarks, lang.import_quote_swallows(column, &heading, end)),
            QuoteProblem::TextAfter => (&mut *remarks, lang.import_quote_text_after(column, &heading)),
        };
        remarks.push(Remark::at(begin, text));
    }
    if faults.is_empty() { Ok(Grid { name: None, rows, is_list: false }) } else { Err(faults.into()) }
}

fn reader(text: &str, separator: u8) -> Reader<&[u8]> {
    ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes())
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

/// How well a separator fits: the greatest number of known headings in a row, the percentage of rows that have the same number of
/// cells, and that number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Fit {
    known_headings: usize,
    percent: usize,
    cells: usize,
}

impl Fit {
    fn of(text: &str, separator: u8, words: &Vocabulary) -> Fit {
        let (mut known_headings, mut records_seen) = (0, 0);
        let mut counts: Vec<usize> = Vec::new();
        for record in reader(text, separator).into_records().map_while(Result::ok).take(SAMPLE) {
            records_seen += 1;
            let known = record.iter().filter(|heading| words.column(heading).is_some()).count();
            known_headings = known_headings.max(known);
            // Titles and comments above a table have one cell.
            let is_above =
                counts.is_empty() && record.len() == 1 || record.get(0).is_some_and(|cell| cell.starts_with('#'));
            if !is_above {
                counts.push(record.len());
            }
        }
        counts.sort_unstable();
        let same = counts.chunk_by(|one, other| one == other).filter(|same| same[0] > 1);
        let (rows, cells) = same.map(|same| (same.len(), same[0])).max().unwrap_or_default();
        // Few rows of several cells among others are prose with commas.
        let percent = if rows * 2 > counts.len() { rows * 100 / records_seen } else { 0 };
        Fit { known_headings, percent, cells }
    }
}

/// Returns the separator with which a row has most known headings; else the one with which most rows have the same number of
/// cells, of several the one that gives more cells.
pub(crate) fn best_separator(text: &str, words: &Vocabulary) -> u8 {
    let fits = SEPARATORS.map(|separator| (Fit::of(text, separator, words), separator));
    let best =
        fits.into_iter().max_by_key(|(fit, _)| *fit).filter(|(fit, _)| fit.known_headings > 0 || fit.percent > 0);
    best.map_or(USUAL_SEPARATOR, |(_, separator)| separator)
}

/// Returns the separator of a text of unknown format, if it looks like a table and not like lines of prose.
pub(crate) fn separator_of_table(text: &str, lang: &Lang) -> Option<u8> {
    let (declared, _) = declared_separator(text);
    if declared.is_some() {
        return declared;
    }
    let words = Vocabulary::new(lang);
    let separator = best_separator(text, &words);
    let fit = Fit::of(text, separator, &words);
    let marks = || text.bytes().zip(text.bytes().skip(1)).filter(|&(mark, _)| mark == separator);
    // In prose a blank follows each comma.
    let is_prose = marks().filter(|&(_, next)| next == b' ').count() * 2 > marks().count();
    let is_quoted = text.trim_start().starts_with('"');
    let is_table = fit.percent > 0 && (!is_prose || fit.known_headings > 1);
    (is_table || is_quoted || fit.known_headings > 1).then_some(separator)
}
