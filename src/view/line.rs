//! A line of text being typed, with its cursor always in sight.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use super::canvas::Canvas;
use super::pen::put;
use super::theme::Theme;
use crate::app::model::line::LineInput;
use crate::app::model::pointer::{DialogTarget, PointerTarget};
use crate::map::width::width;

/// Draws a line being typed so that its cursor is always seen; gives where that is.
pub fn draw_line(line: &LineInput, theme: &Theme, area: Rect, buf: &mut Canvas<'_>) -> Option<Position> {
    put(buf, area, area.y, " > ", theme.key);
    let room = Rect { x: area.x + 3, width: area.width.saturating_sub(4), ..area };
    draw_text(line, theme.strong, room, |before| PointerTarget::Dialog(DialogTarget::Input(before)), buf)
}

/// Draws the text of a line, scrolled so that its cursor is seen; gives where that is.
pub fn draw_text(
    line: &LineInput,
    style: Style,
    room: Rect,
    target: impl Fn(usize) -> PointerTarget,
    buf: &mut Canvas<'_>,
) -> Option<Position> {
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
    if start > 0 {
        // The first that is seen gives way to the sign that something stands before it.
        let first = text[start..].graphemes(true).next().unwrap_or_default();
        put(buf, room, room.y, &format!("…{:1$}", "", width(first).saturating_sub(1)), style);
        let cells = (width(first).max(1) as u16).min(room.width);
        let rest = Rect { x: room.x + cells, width: room.width - cells, ..room };
        put(buf, rest, rest.y, &text[start + first.len()..], style);
    } else {
        put(buf, room, room.y, text, style);
    }
    let skipped_letters = text[..start].chars().count();
    buf.mark_by(Rect { height: 1, ..room }, |position| {
        target(skipped_letters + letters_within(&text[start..], position.x - room.x))
    });
    let x = room.x + u16::try_from(before - skipped).unwrap_or_default();
    (room.width > 0).then_some(Position { x: x.min(room.right().saturating_sub(1)), y: room.y })
}

/// The characters of a text that so many cells hold.
fn letters_within(text: &str, cells: u16) -> usize {
    let mut room = usize::from(cells);
    let held = text.graphemes(true).take_while(|grapheme| {
        let cells = width(grapheme);
        let fits = cells <= room;
        room = room.saturating_sub(cells);
        fits
    });
    held.map(|grapheme| grapheme.chars().count()).sum()
}
