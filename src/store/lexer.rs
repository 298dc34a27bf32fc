//! Splits RON text into tokens; text with mistakes too.

use std::ops::Range;

/// The kind of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// A name. Hyphens inside it are taken in, although RON allows none.
    Word,
    Number,
    /// A string in straight quotes, also a raw one. It is not closed if its line or the file ends first.
    Text {
        closed: bool,
    },
    /// A string in quotes that RON does not know, or a single such quote.
    WrongQuotes,
    Comment {
        closed: bool,
    },
    Open(char),
    Close(char),
    Comma,
    Colon,
    /// A line that a version control system writes at a merge conflict.
    ConflictMarker,
    /// A character that is blank or invisible, but not whitespace for RON.
    FalseBlank,
    Other,
}

impl TokenKind {
    pub(crate) fn is_comment(self) -> bool {
        matches!(self, TokenKind::Comment { .. })
    }

    pub(crate) fn is_text(self) -> bool {
        matches!(self, TokenKind::Text { .. })
    }

    pub(crate) fn is_opening(self) -> bool {
        matches!(self, TokenKind::Open(_))
    }

    pub(crate) fn is_closing(self) -> bool {
        matches!(self, TokenKind::Close(_))
    }

    /// True unless the parser skips the token: comments, conflict markers and false blanks.
    pub(crate) fn is_structural(self) -> bool {
        !matches!(self, TokenKind::Comment { .. } | TokenKind::ConflictMarker | TokenKind::FalseBlank)
    }

    /// Returns how many brackets are open after this token, given how many were open before it.
    pub(crate) fn depth_after(self, depth: usize) -> usize {
        if self.is_opening() {
            depth + 1
        } else if self.is_closing() {
            depth.saturating_sub(1)
        } else {
            depth
        }
    }
}

/// A token and the bytes where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct RonToken {
    pub kind: TokenKind,
    pub start: usize,
    pub end: usize,
}

impl RonToken {
    pub(crate) fn span(self) -> Range<usize> {
        self.start..self.end
    }
}

/// How many strings over several lines may turn out to be unclosed before every string is cut at the end of its line.
/// The limit keeps the running time linear.
const MISTAKEN_TEXTS_LIMIT: usize = 20;

/// How many bytes are searched for the end of a string in wrong quotes.
const WRONG_QUOTES_LIMIT: usize = 2_000;

/// Iterates over the tokens of a text, comments included. It takes linear time and ends for every text.
pub(super) struct RonLexer<'a> {
    text: &'a str,
    position: usize,
    /// How many strings over several lines turned out to be unclosed.
    mistaken_texts: usize,
}

impl<'a> RonLexer<'a> {
    pub fn new(text: &'a str) -> RonLexer<'a> {
        RonLexer { text, position: 0, mistaken_texts: 0 }
    }

    fn rest(&self) -> &'a str {
        &self.text[self.position..]
    }

    /// Returns where the line that contains the byte `from` ends, without its line break.
    fn line_end(&self, from: usize) -> usize {
        let line = &self.text[from..];
        let line = &line[..line.find('\n').unwrap_or(line.len())];
        from + line.strip_suffix('\r').unwrap_or(line).len()
    }

    /// Returns the end of the conflict marker at the cursor.
    fn conflict_marker(&self) -> Option<usize> {
        if self.position > 0 && !self.text[..self.position].ends_with('\n') {
            return None;
        }
        let rest = self.rest();
        let marker =
            ["<<<<<<<", "|||||||", "=======", ">>>>>>>"].into_iter().find_map(|marker| rest.strip_prefix(marker))?;
        (marker.is_empty() || marker.starts_with([' ', '\n', '\r'])).then(|| self.line_end(self.position))
    }

    /// Recognises the start of a string at the cursor, such as `"`, `b"` or `r##"`. Returns its length, and for a raw
    /// string the number of `#`.
    fn text_opening(&self) -> Option<(usize, Option<usize>)> {
        let rest = self.rest();
        let unprefixed = rest.strip_prefix('b').unwrap_or(rest);
        if unprefixed.starts_with('"') {
            return Some((rest.len() - unprefixed.len() + 1, None));
        }
        let raw = unprefixed.strip_prefix('r')?;
        let signs = raw.len() - raw.trim_start_matches('#').len();
        raw[signs..].starts_with('"').then(|| (rest.len() - raw.len() + signs + 1, Some(signs)))
    }

    /// Reads a string whose start is `opening` bytes long; `raw` is the number of `#` of a raw string.
    fn quoted(&mut self, opening: usize, raw: Option<usize>) -> (TokenKind, usize) {
        let from = self.position + opening;
        let line_end = self.line_end(from);
        let over_lines = self.mistaken_texts < MISTAKEN_TEXTS_LIMIT;
        let within = &self.text[..if over_lines { self.text.len() } else { line_end }];
        let end = match raw {
            Some(signs) => {
                let closing = format!("\"{}", "#".repeat(signs));
                within[from..].find(&closing).map(|at| from + at + closing.len())
            }
            None => closing_quote(within.as_bytes(), from),
        };
        match end {
            Some(end) if end <= line_end || self.may_end_a_value(end) => (TokenKind::Text { closed: true }, end),
            Some(_) => {
                self.mistaken_texts += 1;
                (TokenKind::Text { closed: false }, line_end)
            }
            None => {
                self.mistaken_texts = MISTAKEN_TEXTS_LIMIT;
                (TokenKind::Text { closed: false }, line_end)
            }
        }
    }

    /// True if a value can end at this byte: only a comma, a colon, a closing bracket or a comment follows.
    fn may_end_a_value(&self, end: usize) -> bool {
        let next = self.text[end..].trim_start().chars().next();
        next.is_none_or(|c| matches!(c, ',' | ')' | ']' | '}' | ':' | '/'))
    }

    /// Reads a comment at the cursor; block comments nest.
    fn comment(&self) -> Option<(TokenKind, usize)> {
        let rest = self.rest();
        if rest.starts_with("//") {
            return Some((TokenKind::Comment { closed: true }, self.line_end(self.position)));
        }
        let mut at = rest.strip_prefix("/*").map(|_| 2)?;
        let mut depth = 1;
        while depth > 0 {
            let Some(next) = rest[at..].find(['/', '*']) else {
                return Some((TokenKind::Comment { closed: false }, self.text.len()));
            };
            at += next;
            if rest[at..].starts_with("/*") {
                depth += 1;
                at += 2;
            } else if rest[at..].starts_with("*/") {
                depth -= 1;
                at += 2;
            } else {
                at += 1;
            }
        }
        Some((TokenKind::Comment { closed: true }, self.position + at))
    }

    /// Returns the end of the string that starts with this quote: the first closing quote of its line after which a value
    /// can end. Without one, returns the end of the quote itself.
    fn wrong_quotes(&self, quote: char) -> usize {
        let from = self.position + quote.len_utf8();
        let line = &self.text[from..self.text.floor_char_boundary(from + WRONG_QUOTES_LIMIT)];
        let line = &line[..line.find(['\r', '\n']).unwrap_or(line.len())];
        let closing: &[char] = match quote {
            '«' => &['»'],
            '‘' | '’' | '‚' => &['’', '‘'],
            '\'' => &['\''],
            '`' => &['`', '´'],
            _ => &['”', '“', '"'],
        };
        let ends_value = |at: usize| {
            let next = line[at..].trim_start().chars().next();
            next.is_none_or(|c| matches!(c, ',' | ')' | ']' | '}' | ':'))
        };
        let mut ends = line.match_indices(closing).map(|(at, found)| at + found.len());
        ends.find(|&end| ends_value(end)).map_or(from, |end| from + end)
    }

    /// Returns the end of the number at the cursor: a digit, perhaps after a sign or a point, and what is attached to it.
    fn number(&self) -> Option<usize> {
        let bytes = self.rest().as_bytes();
        let signed = usize::from(matches!(bytes.first(), Some(b'+' | b'-')));
        let pointed = signed + usize::from(bytes.get(signed) == Some(&b'.'));
        if !bytes.get(pointed).is_some_and(u8::is_ascii_digit) {
            return None;
        }
        let mut end = pointed;
        while let Some(&byte) = bytes.get(end) {
            let exponent = matches!(byte, b'+' | b'-') && matches!(bytes[end - 1], b'e' | b'E');
            if !(byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.') || exponent) {
                break;
            }
            end += 1;
        }
        Some(self.position + end)
    }

    /// Returns the end of the word at the cursor.
    fn word(&self) -> usize {
        let rest = self.rest();
        let mut end = if rest.starts_with("r#") { 2 } else { 0 };
        while let Some(c) = rest[end..].chars().next() {
            // RON has no hyphens in words, but one fault for `with-previous` is better than three.
            let hyphen = c == '-' && rest[end + 1..].starts_with(char::is_alphabetic);
            let mark = ('\u{300}'..='\u{36f}').contains(&c);
            if !(c.is_alphanumeric() || c == '_' || hyphen || mark) {
                break;
            }
            end += c.len_utf8();
        }
        self.position + end
    }

    fn token(&mut self, c: char) -> (TokenKind, usize) {
        let after = self.position + c.len_utf8();
        if let Some(end) = self.conflict_marker() {
            return (TokenKind::ConflictMarker, end);
        }
        if let Some((opening, raw)) = self.text_opening() {
            return self.quoted(opening, raw);
        }
        match c {
            '(' | '[' | '{' => (TokenKind::Open(c), after),
            ')' | ']' | '}' => (TokenKind::Close(c), after),
            ',' => (TokenKind::Comma, after),
            ':' => (TokenKind::Colon, after),
            '/' => self.comment().unwrap_or((TokenKind::Other, after)),
            '\'' | '`' | '“' | '”' | '„' | '‘' | '’' | '‚' | '«' | '»' => {
                (TokenKind::WrongQuotes, self.wrong_quotes(c))
            }
            '0'..='9' | '+' | '-' | '.' => {
                self.number().map_or((TokenKind::Other, after), |end| (TokenKind::Number, end))
            }
            c if c == '_' || c.is_alphabetic() => (TokenKind::Word, self.word()),
            c if is_false_blank(c) => (TokenKind::FalseBlank, after),
            _ => (TokenKind::Other, after),
        }
    }
}

impl Iterator for RonLexer<'_> {
    type Item = RonToken;

    fn next(&mut self) -> Option<RonToken> {
        let rest = self.rest();
        self.position += rest.len() - rest.trim_start_matches(is_ron_whitespace).len();
        let start = self.position;
        let (kind, end) = self.token(self.rest().chars().next()?);
        self.position = end;
        Some(RonToken { kind, start, end })
    }
}

/// Returns the byte after the quote that closes the string.
fn closing_quote(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        match bytes.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}

/// True if RON treats the character as whitespace.
fn is_ron_whitespace(c: char) -> bool {
    matches!(c, ' ' | '\t'..='\r' | '\u{85}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}')
}

/// True if the character is blank or invisible, but no whitespace for RON.
fn is_false_blank(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{200b}'..='\u{200d}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
