//! Quotation marks of a csv that were never closed, or closed at a place that merges rows.

use std::ops::Range;

use super::cell;
use super::vocabulary::{Vocabulary, column_of};
use crate::map::field::{TOUCHPOINT, Type};

/// The fewest cells of a row that is recognised by their number alone.
const TELLING_CELLS: usize = 5;

/// What is wrong with a quoted cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum QuoteProblem {
    /// The file ends before the cell is closed.
    Open,
    /// The cell goes over line ends and is closed in the middle of another cell, so it contains parts of other rows.
    ClosedInAnotherRow,
    /// It is well formed, but the lines that it joins look like rows of their own.
    ContainsRows,
    /// Text follows the closing quotation mark.
    TextAfter,
}

/// A quoted cell with a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct QuotedCell {
    /// The bytes from the opening quotation mark to after the closing one.
    pub range: Range<usize>,
    /// The column, from 0.
    pub column: usize,
    pub problem: QuoteProblem,
}

/// A record that has a quoted cell of several lines.
struct TallRecord {
    /// The bytes of the record, without its line end.
    range: Range<usize>,
    cells: usize,
    /// True if a problem was found in one of its cells.
    has_problem: bool,
    /// Its first cell of several lines.
    cell: Range<usize>,
    column: usize,
}

/// Finds the quoted cells of a csv that have a problem, in the order of the text, in linear time.
pub(crate) fn suspicious_cells(text: &str, separator: u8, words: &Vocabulary) -> Vec<QuotedCell> {
    if !text.contains('"') {
        return Vec::new();
    }
    let mut scan = QuoteScan { text, separator, ..QuoteScan::default() };
    while let Some(begin) = scan.skip_line_ends() {
        scan.read_record(begin);
    }
    let QuoteScan { mut found, tall, headings, heading_cells, is_ragged, .. } = scan;
    let headings: Vec<_> = plain_cells(&text[headings], separator).map(|heading| words.column(heading)).collect();
    for record in tall {
        let other_length = Some(record.cells) != heading_cells && !is_ragged;
        let is_merged = other_length && text[record.cell.clone()].bytes().any(|byte| byte == separator);
        if !record.has_problem && (is_merged || joins_rows(&text[record.range], separator, &headings, words)) {
            found.push(QuotedCell { range: record.cell, column: record.column, problem: QuoteProblem::ContainsRows });
        }
    }
    found.sort_by_key(|cell| cell.range.start);
    found
}

/// The state of reading a csv as the csv library does.
#[derive(Default)]
struct QuoteScan<'a> {
    text: &'a str,
    separator: u8,
    at: usize,
    found: Vec<QuotedCell>,
    tall: Vec<TallRecord>,
    /// The first record.
    headings: Range<usize>,
    heading_cells: Option<usize>,
    /// True if a record on one line has another number of cells than the first record.
    is_ragged: bool,
}

impl QuoteScan<'_> {
    /// Goes to the next record and returns its first byte.
    fn skip_line_ends(&mut self) -> Option<usize> {
        self.skip_while(|byte| matches!(byte, b'\r' | b'\n'));
        (self.at < self.text.len()).then_some(self.at)
    }

    fn skip_while(&mut self, is_skipped: impl Fn(u8) -> bool) {
        self.at += self.text.as_bytes()[self.at..].iter().take_while(|&&byte| is_skipped(byte)).count();
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn read_record(&mut self, begin: usize) {
        let separator = self.separator;
        let found_before = self.found.len();
        let mut cells = 0;
        let mut tall = None;
        loop {
            let cell = self.at;
            if self.byte() == Some(b'"') {
                let is_tall = self.read_quoted(cells);
                if is_tall && tall.is_none() {
                    tall = Some((cell..self.at, cells));
                }
            }
            cells += 1;
            self.skip_while(|byte| byte != separator && !matches!(byte, b'\r' | b'\n'));
            if self.byte() != Some(separator) {
                break;
            }
            self.at += 1;
        }
        let known = *self.heading_cells.get_or_insert(cells);
        if begin == 0 || self.headings.is_empty() {
            self.headings = begin..self.at;
        }
        match tall {
            Some((cell, column)) => {
                let has_problem = self.found.len() > found_before;
                self.tall.push(TallRecord { range: begin..self.at, cells, has_problem, cell, column });
            }
            None => self.is_ragged |= cells != known,
        }
    }

    /// Reads a quoted cell and the blanks after it. Returns true if it has several lines.
    fn read_quoted(&mut self, column: usize) -> bool {
        let begin = self.at;
        self.at += 1;
        let is_closed = loop {
            match self.text[self.at..].find('"') {
                None => {
                    self.at = self.text.len();
                    break false;
                }
                Some(place) => self.at += place + 1,
            }
            if self.byte() != Some(b'"') {
                break true;
            }
            self.at += 1;
        };
        let range = begin..self.at;
        let is_tall = self.text[range.clone()].contains(['\r', '\n']);
        self.skip_while(|byte| byte == b' ');
        let has_text_after = self.byte().is_some_and(|byte| byte != self.separator && !matches!(byte, b'\r' | b'\n'));
        let problem = match (is_closed, has_text_after, is_tall) {
            (false, ..) => Some(QuoteProblem::Open),
            (true, true, true) => Some(QuoteProblem::ClosedInAnotherRow),
            (true, true, false) => Some(QuoteProblem::TextAfter),
            (true, false, _) => None,
        };
        self.found.extend(problem.map(|problem| QuotedCell { range, column, problem }));
        is_tall
    }
}

/// Returns true if the first and the last line of a record both look like a row of the table: they have as many cells as
/// the headings, and the cells of the last line fit their columns.
fn joins_rows(record: &str, separator: u8, headings: &[Option<&'static str>], words: &Vocabulary) -> bool {
    let first = record.split(['\r', '\n']).next().unwrap_or_default();
    let last = record.rsplit(['\r', '\n']).next().unwrap_or_default();
    let has_all = |line: &str| plain_cells(line, separator).count() == headings.len();
    if !has_all(first) || !has_all(last) {
        return false;
    }
    let mut fitting = plain_cells(last, separator)
        .zip(headings)
        .filter(|(text, _)| !text.is_empty())
        .filter_map(|(text, heading)| heading.and_then(|heading| fits(text, heading, words)))
        .peekable();
    if fitting.peek().is_none() { headings.len() >= TELLING_CELLS } else { fitting.all(|fits| fits) }
}

/// Splits a line at every separator, and removes quotation marks and blanks around the cells.
fn plain_cells(line: &str, separator: u8) -> impl Iterator<Item = &str> {
    line.split(char::from(separator)).map(|cell| cell.trim().trim_matches('"'))
}

/// Returns whether a text is a value of a column; none for columns that hold any text.
fn fits(text: &str, column: &str, words: &Vocabulary) -> Option<bool> {
    if column == "phase" {
        return Some(words.phase(text).is_ok());
    }
    let field = TOUCHPOINT.iter().find(|field| column_of(field) == Some(column))?;
    match field.kind {
        Type::Name | Type::Line | Type::Lines | Type::Notes => None,
        Type::Count | Type::Votes | Type::Choice(_) | Type::Emotion | Type::Flag | Type::Date | Type::Rules => {
            Some(cell::value(field.kind, text, words).is_ok())
        }
    }
}
