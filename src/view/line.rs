//! A line of text being typed, with its cursor always in sight.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use unicode_segmentation::UnicodeSegmentation;

use super::pen::put;
use super::theme::Theme;
use crate::app::line::LineInput;
use crate::map::width::width;

/// Draws a line being typed so that its cursor is always seen; gives where that is.
pub fn draw_line(line: &LineInput, theme: &Theme, area: Rect, buf: &mut Buffer) -> Option<Position> {
    put(buf, area, area.y, " > ", theme.key);
    let room = Rect { x: area.x + 3, width: area.width.saturating_sub(4), ..area };
    draw_text(line, theme, room, buf)
}

/// Draws the text of a line, scrolled so that its cursor is seen; gives where that is.
pub fn draw_text(line: &LineInput, theme: &Theme, room: Rect, buf: &mut Buffer) -> Option<Position> {
    let cells = usize::from(room.width);
    let (before, text) = (line.cells_before_cursor(), line.text());
    let mut skipped = 0;
    let mut start = 0;
    if before >= cells {
        for (at, grapheme) in text.grapheme_indices(true) {
            if before - skipped < cells {
                break;
            }
            skipped += width(grapheme);
            start = at + grapheme.len();
        }
    }
    put(buf, room, room.y, &text[start..], theme.strong);
    let x = room.x + u16::try_from(before - skipped).unwrap_or_default();
    (room.width > 0).then_some(Position { x: x.min(room.right().saturating_sub(1)), y: room.y })
}
