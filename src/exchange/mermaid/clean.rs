//! A diagram's text with what Mermaid takes out before it reads it, each place still known by its line.

use std::borrow::Cow;
use std::ops::Range;

const QUOTE: char = '"';

/// A text that was changed in places, and where each of its places was before.
pub struct Clean<'a> {
    pub text: Cow<'a, str>,
    /// Places of the text with their places in the original; between two of them both go on alike.
    seams: Vec<(usize, usize)>,
    /// Where the lines of the original begin.
    lines: Vec<usize>,
    /// The number of the original's first line.
    first: usize,
}

impl<'a> Clean<'a> {
    /// A text as it is, with LF as line end; its first line has that number.
    pub fn new(original: &'a str, first: usize) -> Clean<'a> {
        let ends = original.match_indices(['\n', '\r']);
        let ends = ends.filter(|&(at, end)| end == "\n" || !original[at + 1..].starts_with('\n'));
        let lines = [0].into_iter().chain(ends.map(|(at, _)| at + 1)).collect();
        let mut clean = Clean { text: Cow::Borrowed(original), seams: vec![(0, 0)], lines, first };
        let returns = original.match_indices('\r');
        let edits = returns.map(|(at, _)| match original[at + 1..].starts_with('\n') {
            true => (at..at + 1, Cow::Borrowed("")),
            false => (at..at + 1, Cow::Borrowed("\n")),
        });
        clean.replace(edits.collect());
        clean
    }

    /// The line of a place, numbered as in the file.
    pub fn line(&self, at: usize) -> usize {
        let origin = self.origin(at);
        self.first + self.lines.partition_point(|&begins| begins <= origin) - 1
    }

    fn origin(&self, at: usize) -> usize {
        let seam = self.seams.partition_point(|&(place, _)| place <= at).saturating_sub(1);
        let (place, origin) = self.seams[seam];
        origin + (at - place)
    }

    /// Takes ranges out.
    pub fn cut(&mut self, ranges: Vec<Range<usize>>) {
        self.replace(ranges.into_iter().map(|range| (range, Cow::Borrowed(""))).collect());
    }

    /// Takes out what stands in front of a place.
    pub fn cut_beginning(&mut self, end: usize) {
        self.replace(vec![(0..end, Cow::Borrowed(""))]);
    }

    /// Puts other texts in the place of ranges, which come in order and do not overlap.
    pub fn replace(&mut self, edits: Vec<(Range<usize>, Cow<str>)>) {
        if edits.is_empty() {
            return;
        }
        let mut text = String::with_capacity(self.text.len());
        let mut seams = Vec::with_capacity(self.seams.len() + 2 * edits.len());
        let mut done = 0;
        for (range, new) in &edits {
            self.keep(done..range.start, &mut text, &mut seams);
            seams.push((text.len(), self.origin(range.start)));
            text.push_str(new);
            done = range.end;
        }
        self.keep(done..self.text.len(), &mut text, &mut seams);
        self.text = Cow::Owned(text);
        self.seams = seams;
    }

    fn keep(&self, range: Range<usize>, text: &mut String, seams: &mut Vec<(usize, usize)>) {
        seams.push((text.len(), self.origin(range.start)));
        let inside = self.seams.partition_point(|&(place, _)| place <= range.start)
            ..self.seams.partition_point(|&(place, _)| place < range.end);
        let inside = self.seams.get(inside).unwrap_or_default();
        seams.extend(inside.iter().map(|&(place, origin)| (text.len() + place - range.start, origin)));
        text.push_str(&self.text[range]);
    }

    /// Puts the attributes of tags between single quotes, as Mermaid does.
    pub fn quote_attributes(&mut self) {
        let text = &*self.text;
        let mut edits = Vec::new();
        let mut from = 0;
        while let Some(open) = text[from..].find('<').map(|at| from + at) {
            let behind = text[open + 1..].trim_start_matches(is_word);
            let attributes = text.len() - behind.len();
            if attributes == open + 1 {
                from = open + 1;
                continue;
            }
            let Some(length) = behind.find('>') else { break };
            let mut at = attributes;
            from = attributes + length;
            while let Some(opens) = text[at..from].find("=\"").map(|found| at + found + 1) {
                let Some(closes) = text[opens + 1..from].find(QUOTE).map(|found| opens + 1 + found) else { break };
                edits.extend([opens, closes].map(|quote| (quote..quote + 1, Cow::Borrowed("'"))));
                at = closes + 1;
            }
        }
        self.replace(edits);
    }

    /// Takes out whole-line comments with the blank lines above them, and blanks at the beginning.
    pub fn cut_comments(&mut self) {
        let text = &*self.text;
        let mut ranges: Vec<Range<usize>> = Vec::new();
        let mut at = 0;
        while at < text.len() {
            let words = text[at..].trim_start_matches(is_space);
            let end = match words.strip_prefix("%%") {
                Some(comment) if !comment.starts_with(['{', '\n']) && !comment.is_empty() => {
                    let end = comment.find('\n').map_or(text.len(), |end| text.len() - comment.len() + end + 1);
                    ranges.push(at..end);
                    end
                }
                Some(_) | None => {
                    let line = text.len() - words.len();
                    text[line..].find(['\n', '\u{2028}', '\u{2029}']).map_or(text.len(), |end| {
                        let break_at = line + end;
                        break_at + text[break_at..].chars().next().map_or(1, char::len_utf8)
                    })
                }
            };
            at = end;
        }
        self.cut(ranges);
        let blank = self.text.len() - self.text.trim_start_matches(is_space).len();
        self.cut_beginning(blank);
    }

    /// Drops the last semicolon of lines that Mermaid takes for styles; gives where such lines begin.
    pub fn drop_style_ends(&mut self) -> Vec<usize> {
        let mut dropped = Vec::new();
        for word in ["style", "classDef"] {
            let mut begin = 0;
            let mut ranges = Vec::new();
            for line in self.text.split_inclusive('\n') {
                if let Some(end) = style_end(line, word) {
                    ranges.push(begin + end..begin + end + 1);
                    dropped.push(self.line(begin));
                }
                begin += line.len();
            }
            self.cut(ranges);
        }
        dropped
    }
}

/// The last semicolon of a line in which that word is followed by a colon, and the colon without blanks by a `#`.
fn style_end(line: &str, word: &str) -> Option<usize> {
    let from = line.find(word)? + word.len();
    let end = line.rfind(';').filter(|&end| end > from)?;
    let mut colon = false;
    let tight = line[from..end].chars().any(|c| {
        colon = c == ':' || colon && !is_space(c);
        colon && c == '#'
    });
    tight.then_some(end)
}

/// Whether a character is a blank or a line end, as JavaScript counts them.
pub fn is_space(c: char) -> bool {
    c == '\u{feff}' || c.is_whitespace() && c != '\u{85}'
}

/// Whether a character belongs to a word, as JavaScript counts them.
pub fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}
