//! Colours of text for readers; whatever they say, a word or a symbol says as well.

use std::borrow::Cow;

use crate::map::text::is_dropped;

/// Whether a text is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    Plain,
    Coloured,
}

/// What a piece of text is, as far as its colour goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tint {
    Heading,
    Quiet,
    Bar,
    Loss,
    Lever,
    Fault,
}

impl Ink {
    /// The text in the colour of what it is, out of the terminal's own palette.
    pub fn paint(self, tint: Tint, text: &str) -> String {
        match self {
            Ink::Plain => text.to_owned(),
            Ink::Coloured if text.is_empty() => String::new(),
            Ink::Coloured => format!("\x1b[{}m{text}\x1b[0m", tint.code()),
        }
    }
}

/// The text with nothing in it that commands a terminal but line ends and colours.
pub fn harmless(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| c != '\n' && is_dropped(c)) {
        return Cow::Borrowed(text);
    }
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let length = if c == '\x1b' { look(rest) } else { c.len_utf8() };
        if c == '\n' || !is_dropped(c) || length > 1 && c == '\x1b' {
            kept.push_str(&rest[..length]);
        }
        rest = &rest[length..];
    }
    Cow::Owned(kept)
}

/// The bytes of the sequence at the beginning of a text that starts or ends a look; 1 where there is another.
fn look(text: &str) -> usize {
    let Some(numbers) = text.strip_prefix("\x1b[") else { return 1 };
    let behind = numbers.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';');
    if behind.starts_with('m') { text.len() - behind.len() + 1 } else { 1 }
}

impl Tint {
    const fn code(self) -> u8 {
        match self {
            Tint::Heading => 1,
            Tint::Quiet => 2,
            Tint::Bar => 36,
            Tint::Loss => 31,
            Tint::Lever => 32,
            Tint::Fault => 33,
        }
    }
}
