//! Text of maps: composed (NFC), without control characters and invisible characters, and limited in length.

mod invisible;

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use serde::{Deserialize, Deserializer, Serialize};
use unicode_normalization::{UnicodeNormalization, is_nfc};
use unicode_segmentation::UnicodeSegmentation;

pub use invisible::is_unsafe_char;
pub(crate) use invisible::visible_chars;

/// Why a text is rejected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// The text must not be empty, but nothing is left of it after cleaning.
    #[error("text that is not empty")]
    Empty,
    /// The text is too long; both numbers count graphemes, or characters for notes.
    #[error("at most {limit} characters, not {found}")]
    TooLong { limit: usize, found: usize },
}

/// The most graphemes of a name.
pub const NAME_LIMIT: usize = 200;
/// The most graphemes of any other one-line text.
pub const LINE_LIMIT: usize = 500;
/// The most characters of notes.
pub(crate) const NOTES_LIMIT: usize = 10_000;

/// The most characters that count as one grapheme; no script needs more.
pub const GRAPHEME_LIMIT: usize = 32;

/// The blank of Braille, which separates words.
const BRAILLE_BLANK: char = '\u{2800}';

/// Cleans text for one line: composes it (NFC), turns tabs and line ends into spaces, removes unsafe and invisible
/// characters, and trims it.
pub fn one_line(raw: &str) -> Cow<'_, str> {
    match clean(raw, false) {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    }
}

/// Cleans text of several lines: composes it (NFC), turns tabs into spaces, ends lines with LF, and removes unsafe
/// characters.
pub fn many_lines(raw: &str) -> Cow<'_, str> {
    clean(raw, true)
}

/// Cleans text for one line as `one_line` does, but keeps blanks at its ends, since it is still being typed.
pub(crate) fn typed_line(raw: &str) -> Cow<'_, str> {
    clean(raw, false)
}

fn clean(raw: &str, keep_lines: bool) -> Cow<'_, str> {
    if is_printable_ascii(raw) {
        return Cow::Borrowed(raw);
    }
    let is_clean = |c: char| (c == '\n' && keep_lines) || invisible::is_always_kept(c);
    if raw.chars().all(is_clean) && is_nfc(raw) {
        return Cow::Borrowed(raw);
    }
    let mut text = String::with_capacity(raw.len());
    let mut is_after_return = false;
    for (_, c, stays) in visible_chars(raw) {
        match c {
            // The line has already ended at the carriage return.
            '\n' if is_after_return => {}
            '\r' | '\n' | '\u{0b}' | '\u{0c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                text.push(if keep_lines { '\n' } else { ' ' });
            }
            '\t' | BRAILLE_BLANK => text.push(' '),
            c => text.extend(stays.then_some(c)),
        }
        is_after_return = c == '\r';
    }
    Cow::Owned(text.nfc().collect())
}

/// Returns true if a text has only visible ASCII characters and blanks.
///
/// Large tables have millions of such texts. The loop does not stop at the first other character, so that the compiler can
/// check many bytes at once.
fn is_printable_ascii(text: &str) -> bool {
    text.bytes().fold(true, |is_printable, byte| is_printable & matches!(byte, b' '..=b'~'))
}

/// Returns true if the character is on keyboards of Latin languages, as far as it is a letter or a digit.
pub(crate) fn is_latin(letter: char) -> bool {
    letter < '\u{250}' || ('\u{1E00}'..='\u{1EFF}').contains(&letter)
}

/// Returns true if a text contains characters that [`without_unsafe_chars`] removes.
pub(crate) fn has_unsafe_chars(text: &str) -> bool {
    !text.chars().all(invisible::is_always_kept) && visible_chars(text).any(|(.., stays)| !stays)
}

/// Returns the text without characters that control the terminal, are invisible, or change the direction of text; for
/// names that come from outside, such as file names.
pub(crate) fn without_unsafe_chars(text: &str) -> Cow<'_, str> {
    if has_unsafe_chars(text) {
        Cow::Owned(visible_chars(text).filter(|(.., stays)| *stays).map(|(_, c, _)| c).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// Returns true if two names are equal but for case, accents and the blanks around them.
pub(crate) fn is_same_name(one: &str, other: &str) -> bool {
    fold(one.trim()) == fold(other.trim())
}

/// Returns the text without case and accents, for comparing and searching.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let is_mark = |c: char| matches!(c, '\u{300}'..='\u{36f}');
    text.nfd().filter(|&c| !is_mark(c)).flat_map(char::to_lowercase).collect()
}

fn check_length(text: &str, limit: usize, count: impl Fn(&str) -> usize) -> Result<(), TextError> {
    // A text never has more graphemes or characters than bytes.
    if text.len() <= limit {
        return Ok(());
    }
    let found = count(text);
    if found > limit { Err(TextError::TooLong { limit, found }) } else { Ok(()) }
}

/// Counts graphemes. A grapheme of very many characters counts as several; otherwise a text could be of any size.
fn graphemes(text: &str) -> usize {
    text.graphemes(true).map(|grapheme| grapheme.chars().count().div_ceil(GRAPHEME_LIMIT)).sum()
}

/// Returns a text of more than `limit` graphemes cut at a word, with `…` at its end; none if it is short enough.
pub fn cut_at_word(text: &str, limit: usize) -> Option<String> {
    if text.len() <= limit || graphemes(text) <= limit {
        return None;
    }
    let (mut count, mut end, mut word_end) = (0, 0, 0);
    for (at, grapheme) in text.grapheme_indices(true) {
        count += graphemes(grapheme);
        if count >= limit {
            break;
        }
        end = at + grapheme.len();
        if grapheme.chars().all(char::is_whitespace) {
            word_end = at;
        }
    }
    // A text without blanks is cut anywhere.
    let end = if word_end * 2 > end { word_end } else { end };
    Some(format!("{}…", text[..end].trim_end_matches([' ', ',', ';', ':'])))
}

macro_rules! text_type {
    ($(#[$doc:meta])* $name:ident, $parse:expr) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(Box<str>);

        impl $name {
            /// Cleans `raw`; fails if the result breaks the limits of this type.
            pub fn new(raw: &str) -> Result<$name, TextError> {
                let parse: fn(&str) -> Result<Cow<'_, str>, TextError> = $parse;
                parse(raw).map(|text| $name(text.into()))
            }
        }

        impl Deref for $name {
            type Target = str;
            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> String {
                text.0.into()
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<$name, D::Error> {
                let raw = Cow::<'de, str>::deserialize(deserializer)?;
                $name::new(&raw).map_err(serde::de::Error::custom)
            }
        }
    };
}

text_type!(
    /// What the customer does, in the customer's words: one line, not empty, at most 200 graphemes.
    Name,
    |raw| {
        let text = one_line(raw);
        if text.is_empty() {
            return Err(TextError::Empty);
        }
        check_length(&text, NAME_LIMIT, graphemes).map(|()| text)
    }
);

text_type!(
    /// A one-line text of at most 500 graphemes.
    Line,
    |raw| {
        let text = one_line(raw);
        check_length(&text, LINE_LIMIT, graphemes).map(|()| text)
    }
);

text_type!(
    /// A text of many lines and at most 10,000 characters.
    Notes,
    |raw| {
        let text = many_lines(raw);
        check_length(&text, NOTES_LIMIT, |text| text.chars().count()).map(|()| text)
    }
);

impl Name {
    /// Returns the name of a touchpoint whose name is unknown: a dash.
    pub fn placeholder() -> Name {
        Name("—".into())
    }
}

impl Default for Name {
    fn default() -> Name {
        Name::placeholder()
    }
}

impl Line {
    /// Cleans `raw`; returns none if nothing is left.
    pub fn optional(raw: &str) -> Result<Option<Line>, TextError> {
        Line::new(raw).map(|line| (!line.is_empty()).then_some(line))
    }
}

impl Notes {
    /// Cleans `raw`; returns none if only blanks are left.
    pub fn optional(raw: &str) -> Result<Option<Notes>, TextError> {
        Notes::new(raw).map(|notes| (!notes.trim().is_empty()).then_some(notes))
    }
}
