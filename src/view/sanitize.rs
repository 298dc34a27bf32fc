//! Replaces text that could control the terminal.

use ratatui::buffer::Cell;

use crate::map::text::{GRAPHEME_LIMIT, has_unsafe_chars};

/// Replaces the text of a cell with `�` if it holds control, bidirectional or invisible characters, or more than a cell can show.
/// Every frame is sanitized, whichever pane drew it.
pub(crate) fn sanitize<'c>(cells: impl Iterator<Item = &'c mut Cell>) {
    for cell in cells {
        let symbol = cell.symbol();
        if let [0x20..0x7f] = symbol.as_bytes() {
            continue;
        }
        let is_too_long = || symbol.len() > GRAPHEME_LIMIT && symbol.chars().nth(GRAPHEME_LIMIT).is_some();
        if has_unsafe_chars(symbol) || is_too_long() {
            cell.set_symbol("\u{fffd}");
        }
    }
}
