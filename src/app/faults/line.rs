//! The line of a file around a fault, safe for any terminal.

use std::ops::Range;

use crate::map::text::visible_chars;

/// The replacement for characters that are not shown.
const HIDDEN: char = '\u{fffd}';

/// The lines of a text, indexed by their starts.
pub(crate) struct Lines<'a> {
    text: &'a str,
    /// The byte at which each line begins.
    starts: Vec<usize>,
}

/// The line in which a fault begins.
pub(crate) struct Line<'a> {
    text: &'a str,
    /// The faulty part of the line.
    span: Range<usize>,
    /// The number of the line, from 1.
    pub(crate) number: usize,
}

/// The shown part of a line.
pub(crate) struct Excerpt {
    pub(crate) text: String,
    pub(crate) span: Range<usize>,
}

impl<'a> Lines<'a> {
    /// Finds the lines of a text; a byte order mark is left out.
    pub(crate) fn of(text: &'a str) -> Lines<'a> {
        let bom = if text.starts_with('\u{feff}') { 3 } else { 0 };
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        Lines { text, starts: std::iter::once(bom).chain(ends).collect() }
    }

    /// Returns the line in which a byte range begins.
    pub(crate) fn at(&self, span: &Range<usize>) -> Line<'a> {
        let place = self.text.floor_char_boundary(span.start);
        let number = self.starts.partition_point(|&start| start <= place).max(1);
        let start = self.starts[number - 1];
        let end = self.starts.get(number).copied().unwrap_or(self.text.len());
        let text = self.text[start..end].trim_end_matches(['\n', '\r']);
        let from = place.saturating_sub(start).min(text.len());
        let to = text.ceil_char_boundary(span.end.saturating_sub(start).clamp(from, text.len()));
        Line { text, span: from..to, number }
    }
}

impl Line<'_> {
    /// Returns the line without control characters; a line of more than `limit` characters is cut around the fault.
    pub(crate) fn excerpt(&self, limit: usize) -> Excerpt {
        let (before, after) =
            if self.text.chars().nth(limit).is_none() { (limit, limit) } else { (limit / 3, limit - limit / 3) };
        let to = self.text[self.span.start..].char_indices().nth(after);
        let to = to.map_or(self.text.len(), |(at, _)| self.span.start + at);
        let from = self.text[..self.span.start].char_indices().rev().take(before).last();
        let from = from.map_or(self.span.start, |(at, _)| at);
        let mut text = String::from(if from > 0 { "…" } else { "" });
        push_visible(&mut text, &self.text[from..self.span.start]);
        let start = text.len();
        push_visible(&mut text, &self.text[self.span.start..self.span.end.min(to)]);
        let end = text.len();
        push_visible(&mut text, &self.text[self.span.end.min(to)..to]);
        text.push_str(if to < self.text.len() { "…" } else { "" });
        Excerpt { span: start..end.max(start), text }
    }
}

fn push_visible(shown: &mut String, text: &str) {
    shown.extend(visible_chars(text).map(|(_, c, stays)| {
        if c == '\t' {
            ' '
        } else if stays {
            c
        } else {
            HIDDEN
        }
    }));
}
