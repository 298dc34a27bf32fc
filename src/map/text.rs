//! Text made safe at the door: composed, without controls, within its limit.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use serde::{Deserialize, Deserializer, Serialize};
use unicode_normalization::{UnicodeNormalization, is_nfc};
use unicode_segmentation::UnicodeSegmentation;

/// Why a text cannot be taken as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Nothing is left after cleaning, where something is needed.
    #[error("text that is not empty")]
    Empty,
    /// More is written than fits; both counts in graphemes, or characters for notes.
    #[error("at most {limit} characters, not {found}")]
    TooLong { limit: usize, found: usize },
}

/// The most graphemes of a name.
pub const NAME_LIMIT: usize = 200;
/// The most graphemes of another one-line text.
pub const LINE_LIMIT: usize = 500;
/// The most characters of notes.
pub const NOTES_LIMIT: usize = 10_000;

/// The most characters that count as one grapheme; no writing needs more.
pub const GRAPHEME_LIMIT: usize = 32;

/// Makes text safe for one line: composed (NFC), tabs as spaces, no line ends, controls or invisible marks.
pub fn one_line(raw: &str) -> Cow<'_, str> {
    match clean(raw, false) {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    }
}

/// Makes text of several lines safe, with LF as line end.
pub fn many_lines(raw: &str) -> Cow<'_, str> {
    clean(raw, true)
}

/// Makes text that is still being typed safe for one line; blanks at its ends stay.
pub fn typed_line(raw: &str) -> Cow<'_, str> {
    clean(raw, false)
}

fn clean(raw: &str, keep_lines: bool) -> Cow<'_, str> {
    let fine = |c: char| (c == '\n' && keep_lines) || (c != '\n' && c != '\t' && !is_dropped(c));
    if raw.is_ascii() && raw.bytes().all(|byte| fine(byte as char)) {
        return Cow::Borrowed(raw);
    }
    if raw.chars().all(fine) && is_nfc(raw) {
        return Cow::Borrowed(raw);
    }
    let mut text = String::with_capacity(raw.len());
    let mut characters = raw.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\r' | '\n' | '\u{0b}' | '\u{0c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                if c == '\r' && characters.peek() == Some(&'\n') {
                    characters.next();
                }
                text.push(if keep_lines { '\n' } else { ' ' });
            }
            '\t' => text.push(' '),
            c if is_dropped(c) => {}
            c => text.push(c),
        }
    }
    Cow::Owned(text.nfc().collect())
}

/// The text without anything that commands a terminal, hides or turns text round; for names that come from outside.
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().any(is_dropped) {
        Cow::Owned(text.chars().filter(|&c| !is_dropped(c)).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// Whether a character commands, hides or turns text round, rather than being text.
pub fn is_dropped(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{feff}' | '\u{2028}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}')
}

/// Folds away case and accents, for comparing and searching.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let is_mark = |c: char| matches!(c, '\u{300}'..='\u{36f}');
    text.nfd().filter(|&c| !is_mark(c)).flat_map(char::to_lowercase).collect()
}

fn within(text: &str, limit: usize, count: impl Fn(&str) -> usize) -> Result<(), TextError> {
    // No text has more graphemes or characters than bytes.
    if text.len() <= limit {
        return Ok(());
    }
    let found = count(text);
    if found > limit { Err(TextError::TooLong { limit, found }) } else { Ok(()) }
}

/// The graphemes of a text; one of very many characters counts as several, or a flood of marks would be one.
fn graphemes(text: &str) -> usize {
    text.graphemes(true).map(|grapheme| grapheme.chars().count().div_ceil(GRAPHEME_LIMIT)).sum()
}

macro_rules! text_type {
    ($(#[$doc:meta])* $name:ident, $parse:expr) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(Box<str>);

        impl $name {
            /// Cleans `raw` and takes it, or says why it cannot be taken.
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
        within(&text, NAME_LIMIT, graphemes).map(|()| text)
    }
);

text_type!(
    /// A one-line text of at most 500 graphemes.
    Line,
    |raw| {
        let text = one_line(raw);
        within(&text, LINE_LIMIT, graphemes).map(|()| text)
    }
);

text_type!(
    /// A text of many lines and at most 10,000 characters.
    Notes,
    |raw| {
        let text = many_lines(raw);
        within(&text, NOTES_LIMIT, |text| text.chars().count()).map(|()| text)
    }
);

impl Name {
    /// The name of what has none yet: a dash.
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
    /// The line that `raw` holds, or none when nothing is left of it after cleaning.
    pub fn optional(raw: &str) -> Result<Option<Line>, TextError> {
        Line::new(raw).map(|line| (!line.is_empty()).then_some(line))
    }
}

impl Notes {
    /// The notes that `raw` holds, or none when they are blank.
    pub fn optional(raw: &str) -> Result<Option<Notes>, TextError> {
        Notes::new(raw).map(|notes| (!notes.trim().is_empty()).then_some(notes))
    }
}
