//! The words of a journey diagram, cut exactly where Mermaid cuts them.

use super::clean::{is_space, is_word};

/// A word of a diagram, with where it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'a> {
    pub at: usize,
    pub sort: Sort<'a>,
}

/// What a word of a diagram is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort<'a> {
    LineEnd,
    Journey,
    /// The diagram's title; after a line end where the word stands alone on its line.
    Title(&'a str, bool),
    /// A section's name; after a line end where the word stands alone on its line.
    Section(&'a str, bool),
    /// A title for those who cannot see; after a line end where the word stands alone on its line.
    AccTitle(&'a str, bool),
    /// A description for those who cannot see; after a line end where the word stands alone on its line.
    AccDescr(&'a str, bool),
    /// A description between braces, and whether it is closed.
    AccBlock(&'a str, bool),
    /// What stands in front of a task's first colon.
    Name(&'a str),
    /// What stands behind it.
    Data(&'a str),
    /// A colon with nothing behind it.
    Colon,
    Semicolon,
    /// What a `#` hides.
    Hidden(&'a str),
    /// What a `%%` hides behind its first character.
    Percent(&'a str),
    End,
}

/// Cuts a text into words.
#[derive(Clone, Debug)]
pub struct Lexer<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Lexer<'a> {
    /// A lexer at the beginning of a text.
    pub fn new(text: &'a str) -> Lexer<'a> {
        Lexer { text, at: 0 }
    }

    /// Goes on at the end of the line of a place, unless it is beyond.
    pub fn skip_line(&mut self, at: usize) {
        let end = self.text[at..].find('\n').map_or(self.text.len(), |end| at + end);
        self.at = self.at.max(end);
    }

    /// The next word.
    pub fn next(&mut self) -> Token<'a> {
        loop {
            let at = self.at;
            if let Some(sort) = self.step() {
                return Token { at, sort };
            }
        }
    }

    /// A word, or none where there are only blanks or a comment; the rules are tried in Mermaid's own order.
    fn step(&mut self) -> Option<Sort<'a>> {
        let rest = &self.text[self.at..];
        let Some(first) = rest.chars().next() else { return Some(Sort::End) };
        let behind = &rest[first.len_utf8()..];
        if first == '%' && !behind.starts_with('{') {
            self.take_line(rest);
            return None;
        }
        if first != '}' && behind.starts_with("%%") {
            let hidden = self.take_line_from(behind);
            return (!is_space(first)).then_some(Sort::Percent(&rest[..first.len_utf8() + hidden.len()]));
        }
        match first {
            '\n' => {
                self.at += rest.len() - rest.trim_start_matches('\n').len();
                Some(Sort::LineEnd)
            }
            _ if is_space(first) => {
                self.at += rest.len() - rest.trim_start_matches(is_space).len();
                None
            }
            '#' => Some(Sort::Hidden(self.take_line(rest))),
            ';' => {
                self.at += 1;
                Some(Sort::Semicolon)
            }
            ':' => Some(match self.take(behind, |c| matches!(c, '#' | '\n' | ';')) {
                "" => {
                    self.at += 1;
                    Sort::Colon
                }
                data => Sort::Data(data),
            }),
            _ => Some(self.words(rest)),
        }
    }

    fn words(&mut self, rest: &'a str) -> Sort<'a> {
        if keyword(rest, "journey").is_some_and(|behind| !behind.starts_with(is_word)) {
            self.at += "journey".len();
            return Sort::Journey;
        }
        let ends = |c| matches!(c, '#' | '\n' | ';');
        let ends_section = |c| c == ':' || ends(c);
        if let Some((text, alone)) = self.named(rest, "title", ends) {
            return Sort::Title(text, alone);
        }
        if let Some(value) = keyword(rest, "accTitle").and_then(|behind| mark(behind, ':')) {
            return Sort::AccTitle(self.take_line_from(value), is_swallowed(rest, value));
        }
        if let Some(value) = keyword(rest, "accDescr").and_then(|behind| mark(behind, ':')) {
            return Sort::AccDescr(self.take_line_from(value), is_swallowed(rest, value));
        }
        if let Some(value) = keyword(rest, "accDescr").and_then(|behind| mark(behind, '{')) {
            let text = self.take(value, |c| c == '}');
            let closed = self.at < self.text.len();
            self.at += usize::from(closed);
            return Sort::AccBlock(text, closed);
        }
        if let Some((text, alone)) = self.named(rest, "section", ends_section) {
            return Sort::Section(text, alone);
        }
        Sort::Name(self.take(rest, ends_section))
    }

    /// What stands behind a word and one blank or line end, if there is something.
    fn named(&mut self, rest: &'a str, word: &str, ends: impl Fn(char) -> bool) -> Option<(&'a str, bool)> {
        let behind = keyword(rest, word)?;
        let blank = behind.chars().next().filter(|&c| is_space(c))?;
        let value = &behind[blank.len_utf8()..];
        if value.is_empty() || value.starts_with(&ends) {
            return None;
        }
        Some((self.take(value, ends), blank == '\n'))
    }

    /// Takes a part of the text that begins at `from` until a character ends it.
    fn take(&mut self, from: &'a str, ends: impl Fn(char) -> bool) -> &'a str {
        let length = from.find(ends).unwrap_or(from.len());
        if length > 0 || !from.is_empty() {
            self.at = self.text.len() - from.len() + length;
        }
        &from[..length]
    }

    fn take_line(&mut self, rest: &'a str) -> &'a str {
        self.take(rest, |c| c == '\n')
    }

    fn take_line_from(&mut self, from: &'a str) -> &'a str {
        self.at = self.text.len() - from.len();
        self.take_line(from)
    }
}

/// What stands behind a word with which a text begins, whatever its case.
fn keyword<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    text.get(..word.len()).filter(|begin| begin.eq_ignore_ascii_case(word)).map(|_| &text[word.len()..])
}

/// What stands behind a mark and the blanks and line ends around it.
fn mark(text: &str, mark: char) -> Option<&str> {
    text.trim_start_matches(is_space).strip_prefix(mark).map(|behind| behind.trim_start_matches(is_space))
}

/// Whether a line end stands between a word and its value.
fn is_swallowed(rest: &str, value: &str) -> bool {
    rest[..rest.len() - value.len()].contains('\n') && !value.is_empty()
}
