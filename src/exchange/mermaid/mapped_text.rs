//! A text that is changed step by step, while each place is still known by its line in the original.

use std::borrow::Cow;
use std::ops::Range;

/// A changed text, with a map from its places to those of the original.
pub(crate) struct MappedText<'a> {
    pub text: Cow<'a, str>,
    /// Pairs of a place in the text and the same place in the original; between two pairs both advance alike.
    anchors: Vec<(usize, usize)>,
    /// Where the lines of the original begin.
    line_starts: Vec<usize>,
    /// The number of the original's first line.
    first_line: usize,
}

impl<'a> MappedText<'a> {
    /// Takes a text whose first line has the number `first_line`, and turns its line ends into LF.
    pub fn new(original: &'a str, first_line: usize) -> MappedText<'a> {
        let ends = original.match_indices(['\n', '\r']);
        let ends = ends.filter(|&(at, end)| end == "\n" || !original[at + 1..].starts_with('\n'));
        let line_starts = [0].into_iter().chain(ends.map(|(at, _)| at + 1)).collect();
        let mut mapped = MappedText { text: Cow::Borrowed(original), anchors: vec![(0, 0)], line_starts, first_line };
        let returns = original.match_indices('\r');
        let edits = returns.map(|(at, _)| match original[at + 1..].starts_with('\n') {
            true => (at..at + 1, Cow::Borrowed("")),
            false => (at..at + 1, Cow::Borrowed("\n")),
        });
        mapped.replace(edits.collect());
        mapped
    }

    /// Returns the number of the line of a place, counted as in the file.
    pub fn line(&self, at: usize) -> usize {
        let origin = self.origin(at);
        self.first_line + self.line_starts.partition_point(|&start| start <= origin) - 1
    }

    /// Returns the place in the original.
    fn origin(&self, at: usize) -> usize {
        let nearest = self.anchors.partition_point(|&(place, _)| place <= at).saturating_sub(1);
        let (place, origin) = self.anchors[nearest];
        origin + (at - place)
    }

    /// Removes ranges, which are in order and do not overlap.
    pub(crate) fn remove(&mut self, ranges: Vec<Range<usize>>) {
        self.replace(ranges.into_iter().map(|range| (range, Cow::Borrowed(""))).collect());
    }

    /// Removes the text before a place.
    pub(crate) fn remove_before(&mut self, end: usize) {
        self.replace(vec![(0..end, Cow::Borrowed(""))]);
    }

    /// Replaces ranges, which are in order and do not overlap.
    pub(crate) fn replace(&mut self, edits: Vec<(Range<usize>, Cow<str>)>) {
        if edits.is_empty() {
            return;
        }
        let mut text = String::with_capacity(self.text.len());
        let mut anchors = Vec::with_capacity(self.anchors.len() + 2 * edits.len());
        let mut done = 0;
        for (range, new) in &edits {
            self.copy(done..range.start, &mut text, &mut anchors);
            anchors.push((text.len(), self.origin(range.start)));
            text.push_str(new);
            done = range.end;
        }
        self.copy(done..self.text.len(), &mut text, &mut anchors);
        self.text = Cow::Owned(text);
        self.anchors = anchors;
    }

    /// Appends an unchanged range to the new text, with its anchors.
    fn copy(&self, range: Range<usize>, text: &mut String, anchors: &mut Vec<(usize, usize)>) {
        anchors.push((text.len(), self.origin(range.start)));
        let inside = self.anchors.partition_point(|&(place, _)| place <= range.start)
            ..self.anchors.partition_point(|&(place, _)| place < range.end);
        let inside = self.anchors.get(inside).unwrap_or_default();
        anchors.extend(inside.iter().map(|&(place, origin)| (text.len() + place - range.start, origin)));
        text.push_str(&self.text[range]);
    }
}
