//! One line of a file around a fault, made fit to be shown on any terminal.

use std::ops::Range;

use crate::map::text::is_unsafe_char;

/// What stands for characters that are not shown.
const HIDDEN: char = '\u{fffd}';

/// The lines of a text, found fast.
pub(crate) struct Lines<'a> {
    text: &'a str,
    /// Where each line begins.
    starts: Vec<usize>,
}

/// The line in which a fault begins.
pub(crate) struct Line<'a> {
    text: &'a str,
    /// The part of the line that is at fault.
    span: Range<usize>,
    /// The number of the line, from 1.
    pub number: usize,
    /// The characters before the fault, and one.
    pub column: usize,
}

/// What is shown of a line.
pub(crate) struct Shown {
    pub text: String,
    pub span: Range<usize>,
}

impl<'a> Lines<'a> {
    pub fn of(text: &'a str) -> Lines<'a> {
        let mark = if text.starts_with('\u{feff}') { 3 } else { 0 };
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        Lines { text, starts: std::iter::once(mark).chain(ends).collect() }
    }

    pub fn at(&self, span: &Range<usize>) -> Line<'a> {
        let place = self.text.floor_char_boundary(span.start);
        let number = self.starts.partition_point(|&start| start <= place).max(1);
        let start = self.starts[number - 1];
        let end = self.starts.get(number).copied().unwrap_or(self.text.len());
        let text = self.text[start..end].trim_end_matches(['\n', '\r']);
        let from = place.saturating_sub(start).min(text.len());
        let to = text.ceil_char_boundary(span.end.saturating_sub(start).clamp(from, text.len()));
        Line { text, span: from..to, number, column: text[..from].chars().count() + 1 }
    }
}

impl Line<'_> {
    /// The line with nothing in it that commands a terminal; a line of more than `room` characters is cut to those
    /// round the fault.
    pub fn shown(&self, room: usize) -> Shown {
        let (before, after) =
            if self.text.chars().nth(room).is_none() { (room, room) } else { (room / 3, room - room / 3) };
        let to = self.text[self.span.start..].char_indices().nth(after);
        let to = to.map_or(self.text.len(), |(at, _)| self.span.start + at);
        let from = self.text[..self.span.start].char_indices().rev().take(before).last();
        let from = from.map_or(self.span.start, |(at, _)| at);
        let mut text = String::from(if from > 0 { "…" } else { "" });
        visible(&mut text, &self.text[from..self.span.start]);
        let start = text.len();
        visible(&mut text, &self.text[self.span.start..self.span.end.min(to)]);
        let end = text.len();
        visible(&mut text, &self.text[self.span.end.min(to)..to]);
        text.push_str(if to < self.text.len() { "…" } else { "" });
        Shown { span: start..end.max(start), text }
    }
}

fn visible(shown: &mut String, text: &str) {
    shown.extend(text.chars().map(|c| match c {
        '\t' => ' ',
        c if is_unsafe_char(c) => HIDDEN,
        c => c,
    }));
}
