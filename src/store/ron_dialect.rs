//! How this program uses the RON library: its options, its error messages, and the byte-order mark.

use ron::error::SpannedError;
use ron::extensions::Extensions;

use super::fault::{Fault, Problem};

/// Returns the options for reading: `Some(…)` and the names of newtypes may be left out.
pub(super) fn options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_NEWTYPES)
}

/// Returns the length of the byte-order mark in bytes, and the text after it.
pub(super) fn split_byte_order_mark(text: &str) -> (usize, &str) {
    let rest = text.strip_prefix('\u{feff}').unwrap_or(text);
    (text.len() - rest.len(), rest)
}

/// Returns the library's own error as a fault. `text` is what was parsed; it begins at byte `offset` of the file.
pub(super) fn syntax_fault(text: &str, offset: usize, error: &SpannedError) -> Fault {
    let line_start = match error.span.end.line {
        0 | 1 => 0,
        line => text.match_indices('\n').nth(line - 2).map_or(text.len(), |(at, _)| at + 1),
    };
    let column = error.span.end.col.saturating_sub(1);
    let found = text[line_start..].char_indices().nth(column);
    let (at, character) = found.map_or((text.len(), None), |(at, character)| (line_start + at, Some(character)));
    Fault {
        span: offset + at..offset + at + character.map_or(0, char::len_utf8),
        problem: Problem::Syntax(error.code.to_string()),
    }
}
