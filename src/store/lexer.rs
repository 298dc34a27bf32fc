//! The tokens of a text that should be RON, whatever it holds.

use std::ops::Range;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    Word,
    Number,
    /// Text between straight quotes, also raw; not closed when its line or the file ends first.
    Text {
        closed: bool,
    },
    /// Text between quotes that RON does not know, or one such quote.
    WrongQuotes,
    Comment {
        closed: bool,
    },
    Open(char),
    Close(char),
    Comma,
    Colon,
    /// A line that a version control system left where it could not merge.
    ConflictMarker,
    /// A character that looks blank, or like nothing, and is no blank of RON.
    FalseBlank,
    Other,
}

/// A token and its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct RonToken {
    pub kind: TokenKind,
    pub start: usize,
    pub end: usize,
}

impl RonToken {
    pub fn span(self) -> Range<usize> {
        self.start..self.end
    }
}

/// How often a text that runs over its line may prove unclosed before all are taken to end with their line; it keeps
/// the reading linear.
const MISTAKEN_TEXTS: usize = 20;

/// How many bytes a text in wrong quotes is looked for.
const WRONGLY_QUOTED_LIMIT: usize = 2_000;

/// Gives the tokens of a text one by one, comments too; takes linear time and comes to an end for any text.
pub(super) struct RonLexer<'a> {
    text: &'a str,
    at: usize,
    mistaken: usize,
}

impl<'a> RonLexer<'a> {
    pub fn new(text: &'a str) -> RonLexer<'a> {
        RonLexer { text, at: 0, mistaken: 0 }
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn line_end(&self, from: usize) -> usize {
        let line = &self.text[from..];
        let line = &line[..line.find('\n').unwrap_or(line.len())];
        from + line.strip_suffix('\r').unwrap_or(line).len()
    }

    fn conflict_marker(&self) -> Option<usize> {
        if self.at > 0 && !self.text[..self.at].ends_with('\n') {
            return None;
        }
        let rest = self.rest();
        let marker =
            ["<<<<<<<", "|||||||", "=======", ">>>>>>>"].into_iter().find_map(|marker| rest.strip_prefix(marker))?;
        (marker.is_empty() || marker.starts_with([' ', '\n', '\r'])).then(|| self.line_end(self.at))
    }

    /// The length of the letters and number signs that open a text at the cursor, its quote too, and of number signs.
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

    fn quoted(&mut self, opening: usize, raw: Option<usize>) -> (TokenKind, usize) {
        let from = self.at + opening;
        let line_end = self.line_end(from);
        let over_lines = self.mistaken < MISTAKEN_TEXTS;
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
                self.mistaken += 1;
                (TokenKind::Text { closed: false }, line_end)
            }
            None => {
                self.mistaken = MISTAKEN_TEXTS;
                (TokenKind::Text { closed: false }, line_end)
            }
        }
    }

    fn may_end_a_value(&self, end: usize) -> bool {
        let next = self.text[end..].trim_start().chars().next();
        next.is_none_or(|c| matches!(c, ',' | ')' | ']' | '}' | ':' | '/'))
    }

    fn comment(&self) -> Option<(TokenKind, usize)> {
        let rest = self.rest();
        if rest.starts_with("//") {
            return Some((TokenKind::Comment { closed: true }, self.line_end(self.at)));
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
        Some((TokenKind::Comment { closed: true }, self.at + at))
    }

    fn wrongly_quoted(&self, quote: char) -> usize {
        let from = self.at + quote.len_utf8();
        let line = &self.text[from..self.text.floor_char_boundary(from + WRONGLY_QUOTED_LIMIT)];
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
        Some(self.at + end)
    }

    fn word(&self) -> usize {
        let rest = self.rest();
        let mut end = if rest.starts_with("r#") { 2 } else { 0 };
        while let Some(c) = rest[end..].chars().next() {
            // No word of RON has a hyphen; one that has is best understood whole.
            let hyphen = c == '-' && rest[end + 1..].starts_with(char::is_alphabetic);
            let mark = ('\u{300}'..='\u{36f}').contains(&c);
            if !(c.is_alphanumeric() || c == '_' || hyphen || mark) {
                break;
            }
            end += c.len_utf8();
        }
        self.at + end
    }

    fn token(&mut self, c: char) -> (TokenKind, usize) {
        let after = self.at + c.len_utf8();
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
                (TokenKind::WrongQuotes, self.wrongly_quoted(c))
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
        self.at += rest.len() - rest.trim_start_matches(is_blank).len();
        let start = self.at;
        let (kind, end) = self.token(self.rest().chars().next()?);
        self.at = end;
        Some(RonToken { kind, start, end })
    }
}

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

/// Whether RON takes the character as a blank.
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t'..='\r' | '\u{85}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}')
}

fn is_false_blank(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{200b}'..='\u{200d}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
