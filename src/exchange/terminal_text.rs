//! Text for a terminal: colours, which only repeat what words and symbols say, and the removal of control characters.

use std::borrow::Cow;

use crate::map::text::{has_unsafe_chars, visible_chars};

/// Whether a text is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColourMode {
    Plain,
    Coloured,
}

/// The role of a piece of text, which decides its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TextStyle {
    Heading,
    Quiet,
    Bar,
    Loss,
    Lever,
    Fault,
}

impl ColourMode {
    /// Returns the text in the colour of its style, taken from the terminal's own palette.
    pub(crate) fn paint(self, style: TextStyle, text: &str) -> String {
        match self {
            ColourMode::Plain => text.to_owned(),
            ColourMode::Coloured if text.is_empty() => String::new(),
            ColourMode::Coloured => format!("\x1b[{}m{text}\x1b[0m", style.sgr_code()),
        }
    }
}

impl TextStyle {
    /// Returns the parameter of the escape sequence that selects the colour (SGR).
    const fn sgr_code(self) -> u8 {
        match self {
            TextStyle::Heading => 1,
            TextStyle::Quiet => 2,
            TextStyle::Bar => 36,
            TextStyle::Loss => 31,
            TextStyle::Lever => 32,
            TextStyle::Fault => 33,
        }
    }
}

/// Removes all characters that can control a terminal or are invisible, except line ends and colour sequences.
pub fn strip_controls(text: &str) -> Cow<'_, str> {
    if !text.split('\n').any(has_unsafe_chars) {
        return Cow::Borrowed(text);
    }
    let mut kept = String::with_capacity(text.len());
    let mut colour_end = 0;
    for (at, c, stays) in visible_chars(text) {
        if let Some(length) = colour_sequence_length(&text[at..]) {
            colour_end = at + length;
        }
        if c == '\n' || stays || at < colour_end {
            kept.push(c);
        }
    }
    Cow::Owned(kept)
}

/// Returns the length in bytes of the colour sequence (SGR) with which a text begins.
fn colour_sequence_length(text: &str) -> Option<usize> {
    let parameters = text.strip_prefix("\x1b[")?;
    let rest = parameters.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';');
    rest.starts_with('m').then(|| text.len() - rest.len() + 1)
}
