//! Splits RON text into tokens; text with mistakes too.

use std::ops::Range;

/// The kind of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// A name. It may contain hyphens, although RON allows none.
    Word,
    Number,
    /// A string in straight quotes, raw or not. It is unclosed if its line or the file ends first.
    Text {
        closed: bool,
    },
    /// A string in quotes that RON does not know, or a single such quote.
    WrongQuotes,
    Comment {
        closed: bool,
    },
    /// An opening bracket, as an ASCII byte.
    Open(u8),
    /// A closing bracket, as an ASCII byte.
    Close(u8),
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

/// A token and its bytes in the text.
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

/// After this many unclosed strings, no string may span several lines. The limit keeps the running time linear.
const UNCLOSED_TEXTS_LIMIT: usize = 20;

/// How many bytes are searched for the end of a string in wrong quotes.
const WRONG_QUOTES_LIMIT: usize = 2_000;

/// Iterates over the tokens of any text, comments included, in linear time.
pub(super) struct RonLexer<'a> {
    text: &'a str,
    position: usize,
    /// The bytes from where the end of a line was last searched to that end.
    known_line: Range<usize>,
    /// How many unclosed strings were found.
    unclosed_texts: usize,
    /// The bytes in which no string in wrong quotes ends, and the quote with which it began.
    without_wrong_quotes_end: Option<(char, Range<usize>)>,
}

impl<'a> RonLexer<'a> {
    pub fn new(text: &'a str) -> RonLexer<'a> {
        RonLexer { text, position: 0, known_line: 0..0, unclosed_texts: 0, without_wrong_quotes_end: None }
    }

    fn rest(&self) -> &'a str {
        &self.text[self.position..]
    }

    /// Returns the end of the line that contains a byte, without its line break.
    fn line_end(&mut self, byte: usize) -> usize {
        // Many tokens may ask for the end of one long line. It is searched only once.
        if !self.known_line.contains(&byte) {
            let line = &self.text[byte..];
            let line = &line[..line.find('\n').unwrap_or(line.len())];
            self.known_line = byte..byte + line.strip_suffix('\r').unwrap_or(line).len();
        }
        self.known_line.end
    }

    /// Returns the end of the conflict marker at the cursor.
    fn conflict_marker_end(&mut self) -> Option<usize> {
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
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        raw[hashes..].starts_with('"').then(|| (rest.len() - raw.len() + hashes + 1, Some(hashes)))
    }

    /// Reads a string whose start is `opening` bytes long; `raw_hashes` is the number of `#` of a raw string.
    fn text_token(&mut self, opening: usize, raw_hashes: Option<usize>) -> (TokenKind, usize) {
        let start = self.position + opening;
        let line_end = self.line_end(start);
        let may_span_lines = self.unclosed_texts < UNCLOSED_TEXTS_LIMIT;
        let searched = &self.text[..if may_span_lines { self.text.len() } else { line_end }];
        let end = match raw_hashes {
            Some(hashes) => {
                let closing = format!("\"{}", "#".repeat(hashes));
                searched[start..].find(&closing).map(|at| start + at + closing.len())
            }
            None => closing_quote_end(searched.as_bytes(), start),
        };
        match end {
            Some(end) if end <= line_end || self.can_value_end(end) => (TokenKind::Text { closed: true }, end),
            Some(_) => {
                self.unclosed_texts += 1;
                (TokenKind::Text { closed: false }, line_end)
            }
            None => {
                // No closing quote follows: do not search the rest of the text again.
                self.unclosed_texts = UNCLOSED_TEXTS_LIMIT;
                (TokenKind::Text { closed: false }, line_end)
            }
        }
    }

    /// True if a value can end at this byte: a comma, a colon, a closing bracket, a comment or nothing follows.
    fn can_value_end(&self, end: usize) -> bool {
        let next = self.text[end..].trim_start().chars().next();
        next.is_none_or(|next| matches!(next, ',' | ')' | ']' | '}' | ':' | '/'))
    }

    /// Reads a comment at the cursor; block comments nest.
    fn comment_token(&mut self) -> Option<(TokenKind, usize)> {
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

    /// Returns the end of the string that starts with this quote: the first closing quote in the line after which a
    /// value can end. Without one, returns the end of the quote itself.
    fn wrong_quotes_end(&mut self, quote: char) -> usize {
        let start = self.position + quote.len_utf8();
        // What was searched in vain for the quote before this one is not searched again.
        let searched = self.without_wrong_quotes_end.take();
        let searched = searched.filter(|(before, bytes)| *before == quote && bytes.contains(&start));
        let unsearched = searched.map_or(start, |(_, bytes)| bytes.end);
        let line = &self.text[unsearched..self.text.floor_char_boundary(start + WRONG_QUOTES_LIMIT)];
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
            next.is_none_or(|next| matches!(next, ',' | ')' | ']' | '}' | ':'))
        };
        let mut ends = line.match_indices(closing).map(|(at, found)| at + found.len());
        let end = ends.find(|&end| ends_value(end));
        if end.is_none() {
            self.without_wrong_quotes_end = Some((quote, start..unsearched + line.len()));
        }
        end.map_or(start, |end| unsearched + end)
    }

    /// Returns the end of the number at the cursor: an optional sign, an optional point, a digit, and the letters and
    /// digits that follow it.
    fn number_end(&self) -> Option<usize> {
        let bytes = self.rest().as_bytes();
        let after_sign = usize::from(matches!(bytes.first(), Some(b'+' | b'-')));
        let first_digit = after_sign + usize::from(bytes.get(after_sign) == Some(&b'.'));
        if !bytes.get(first_digit).is_some_and(u8::is_ascii_digit) {
            return None;
        }
        let mut end = first_digit;
        while let Some(&byte) = bytes.get(end) {
            let is_exponent_sign = matches!(byte, b'+' | b'-') && matches!(bytes[end - 1], b'e' | b'E');
            if !(byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.') || is_exponent_sign) {
                break;
            }
            end += 1;
        }
        Some(self.position + end)
    }

    /// Returns the end of the word at the cursor.
    fn word_end(&self) -> usize {
        let rest = self.rest();
        let mut end = if rest.starts_with("r#") { 2 } else { 0 };
        while let Some(next) = rest[end..].chars().next() {
            // RON has no hyphens in words, but one fault for `with-previous` is better than three.
            let is_hyphen = next == '-' && rest[end + 1..].starts_with(char::is_alphabetic);
            let is_combining_mark = ('\u{300}'..='\u{36f}').contains(&next);
            if !(next.is_alphanumeric() || next == '_' || is_hyphen || is_combining_mark) {
                break;
            }
            end += next.len_utf8();
        }
        self.position + end
    }

    /// Reads the token at the cursor, which begins with this character. Returns its kind and its end.
    fn token(&mut self, first: char) -> (TokenKind, usize) {
        let after = self.position + first.len_utf8();
        if let Some(end) = self.conflict_marker_end() {
            return (TokenKind::ConflictMarker, end);
        }
        if let Some((opening, raw_hashes)) = self.text_opening() {
            return self.text_token(opening, raw_hashes);
        }
        match first {
            '(' | '[' | '{' => (TokenKind::Open(self.text.as_bytes()[self.position]), after),
            ')' | ']' | '}' => (TokenKind::Close(self.text.as_bytes()[self.position]), after),
            ',' => (TokenKind::Comma, after),
            ':' => (TokenKind::Colon, after),
            '/' => self.comment_token().unwrap_or((TokenKind::Other, after)),
            '\'' | '`' | '“' | '”' | '„' | '‘' | '’' | '‚' | '«' | '»' => {
                (TokenKind::WrongQuotes, self.wrong_quotes_end(first))
            }
            '0'..='9' | '+' | '-' | '.' => {
                self.number_end().map_or((TokenKind::Other, after), |end| (TokenKind::Number, end))
            }
            _ if first == '_' || first.is_alphabetic() => (TokenKind::Word, self.word_end()),
            _ if is_false_blank(first) => (TokenKind::FalseBlank, after),
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

/// Returns the end of the quote that closes the string whose content begins at `start`.
fn closing_quote_end(bytes: &[u8], start: usize) -> Option<usize> {
    let mut at = start;
    loop {
        match bytes.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}

/// True if RON treats the character as whitespace.
fn is_ron_whitespace(character: char) -> bool {
    matches!(character, ' ' | '\t'..='\r' | '\u{85}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}')
}

/// True if the character is blank or invisible, but not whitespace for RON.
fn is_false_blank(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character, '\u{200b}'..='\u{200d}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
