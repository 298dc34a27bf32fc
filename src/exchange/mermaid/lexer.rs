//! The tokens of a journey diagram, split exactly where Mermaid's own lexer splits them.

use super::characters::{is_space, is_word};

/// A token, with the place where it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DiagramToken<'a> {
    pub at: usize,
    pub kind: DiagramTokenKind<'a>,
}

/// The kind of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DiagramTokenKind<'a> {
    LineEnd,
    /// The word `journey`.
    Journey,
    Statement(Statement<'a>),
    /// The text before a task's first colon.
    TaskName(&'a str),
    /// The text after a task's first colon.
    TaskData(&'a str),
    /// A colon with nothing after it.
    Colon,
    Semicolon,
    End,
}

/// A token that is a statement by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Statement<'a> {
    Title(KeywordText<'a>),
    Section(KeywordText<'a>),
    /// `accTitle:`, the title for screen readers.
    AccTitle(KeywordText<'a>),
    /// `accDescr:`, the description for screen readers.
    AccDescr(KeywordText<'a>),
    /// `accDescr { … }`, a description of several lines.
    AccDescrBlock {
        text: &'a str,
        is_closed: bool,
    },
    /// The text that a `#` hides.
    HashComment(&'a str),
    /// The text that a `%%` after its first character hides.
    PercentComment(&'a str),
}

/// The text after a keyword.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct KeywordText<'a> {
    pub text: &'a str,
    /// True if the keyword stands alone on its line, so that it took the text of a line below.
    pub from_next_line: bool,
}

/// Splits a text into tokens.
#[derive(Clone, Debug)]
pub(crate) struct Lexer<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Lexer<'a> {
    pub fn new(text: &'a str) -> Lexer<'a> {
        Lexer { text, at: 0 }
    }

    /// Continues at the end of the line of a place, unless the lexer is beyond it already.
    pub(crate) fn skip_line(&mut self, at: usize) {
        let end = self.text[at..].find('\n').map_or(self.text.len(), |end| at + end);
        self.at = self.at.max(end);
    }

    /// Returns the next token.
    pub(crate) fn next(&mut self) -> DiagramToken<'a> {
        loop {
            let at = self.at;
            if let Some(kind) = self.token_or_blank() {
                return DiagramToken { at, kind };
            }
        }
    }

    /// Reads a token, or returns none after blanks or a comment; the rules are tried in Mermaid's own order.
    fn token_or_blank(&mut self) -> Option<DiagramTokenKind<'a>> {
        let rest = &self.text[self.at..];
        let Some(first) = rest.chars().next() else { return Some(DiagramTokenKind::End) };
        let after_first = &rest[first.len_utf8()..];
        if first == '%' && !after_first.starts_with('{') {
            self.take_line(rest);
            return None;
        }
        if first != '}' && after_first.starts_with("%%") {
            let hidden = self.take_line_from(after_first);
            let line = &rest[..first.len_utf8() + hidden.len()];
            return (!is_space(first)).then_some(DiagramTokenKind::Statement(Statement::PercentComment(line)));
        }
        match first {
            '\n' => {
                self.at += rest.len() - rest.trim_start_matches('\n').len();
                Some(DiagramTokenKind::LineEnd)
            }
            _ if is_space(first) => {
                self.at += rest.len() - rest.trim_start_matches(is_space).len();
                None
            }
            '#' => Some(DiagramTokenKind::Statement(Statement::HashComment(self.take_line(rest)))),
            ';' => {
                self.at += 1;
                Some(DiagramTokenKind::Semicolon)
            }
            ':' => Some(match self.take_until(after_first, ends_text) {
                "" => {
                    self.at += 1;
                    DiagramTokenKind::Colon
                }
                data => DiagramTokenKind::TaskData(data),
            }),
            _ => Some(self.word(rest)),
        }
    }

    /// Reads `journey`, a statement with a keyword, or the name of a task.
    fn word(&mut self, rest: &'a str) -> DiagramTokenKind<'a> {
        if after_keyword(rest, "journey").is_some_and(|after| !after.starts_with(is_word)) {
            self.at += "journey".len();
            return DiagramTokenKind::Journey;
        }
        let ends_name = |c| c == ':' || ends_text(c);
        let statement = self
            .keyword_with_text(rest, "title", ends_text)
            .map(Statement::Title)
            .or_else(|| self.value_line(rest, "accTitle").map(Statement::AccTitle))
            .or_else(|| self.value_line(rest, "accDescr").map(Statement::AccDescr))
            .or_else(|| self.description_block(rest))
            .or_else(|| self.keyword_with_text(rest, "section", ends_name).map(Statement::Section));
        match statement {
            Some(statement) => DiagramTokenKind::Statement(statement),
            None => DiagramTokenKind::TaskName(self.take_until(rest, ends_name)),
        }
    }

    /// Reads a keyword, one blank or line end, and the text after it; none if there is no text.
    fn keyword_with_text(
        &mut self,
        rest: &'a str,
        keyword: &str,
        ends: impl Fn(char) -> bool,
    ) -> Option<KeywordText<'a>> {
        let after = after_keyword(rest, keyword)?;
        let blank = after.chars().next().filter(|&c| is_space(c))?;
        let text = &after[blank.len_utf8()..];
        if text.is_empty() || text.starts_with(&ends) {
            return None;
        }
        Some(KeywordText { text: self.take_until(text, ends), from_next_line: blank == '\n' })
    }

    /// Reads a keyword, a colon and the rest of the line, where blanks and line ends may surround the colon.
    fn value_line(&mut self, rest: &'a str, keyword: &str) -> Option<KeywordText<'a>> {
        let value = after_mark(after_keyword(rest, keyword)?, ':')?;
        let has_line_end = rest[..rest.len() - value.len()].contains('\n');
        Some(KeywordText { text: self.take_line_from(value), from_next_line: has_line_end && !value.is_empty() })
    }

    /// Reads `accDescr` and a text in braces.
    fn description_block(&mut self, rest: &'a str) -> Option<Statement<'a>> {
        let value = after_mark(after_keyword(rest, "accDescr")?, '{')?;
        let text = self.take_until(value, |c| c == '}');
        let is_closed = self.at < self.text.len();
        self.at += usize::from(is_closed);
        Some(Statement::AccDescrBlock { text, is_closed })
    }

    /// Takes the text that begins at `from`, up to a character that ends it.
    fn take_until(&mut self, from: &'a str, ends: impl Fn(char) -> bool) -> &'a str {
        let length = from.find(ends).unwrap_or(from.len());
        if length > 0 || !from.is_empty() {
            self.at = self.text.len() - from.len() + length;
        }
        &from[..length]
    }

    fn take_line(&mut self, rest: &'a str) -> &'a str {
        self.take_until(rest, |c| c == '\n')
    }

    fn take_line_from(&mut self, from: &'a str) -> &'a str {
        self.at = self.text.len() - from.len();
        self.take_line(from)
    }
}

/// Returns true for characters that end a title or a task's data.
fn ends_text(c: char) -> bool {
    matches!(c, '#' | '\n' | ';')
}

/// Returns the text after a keyword with which a text begins; case does not matter.
fn after_keyword<'a>(text: &'a str, keyword: &str) -> Option<&'a str> {
    text.get(..keyword.len()).filter(|begin| begin.eq_ignore_ascii_case(keyword)).map(|_| &text[keyword.len()..])
}

/// Returns the text after a mark, without the blanks and line ends around it.
fn after_mark(text: &str, mark: char) -> Option<&str> {
    text.trim_start_matches(is_space).strip_prefix(mark).map(|after| after.trim_start_matches(is_space))
}
