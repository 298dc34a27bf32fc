//! Input lines: text that is being typed, scrolled so that the cursor is visible.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use super::painter::Painter;
use crate::app::model::line::LineInput;
use crate::app::model::pointer::{DialogTarget, PointerTarget};
use crate::map::width::width;

/// Draws a prompt with the input line of a dialog and returns the position of the cursor.
pub(crate) fn draw_prompt(painter: &mut Painter<'_>, line: &LineInput, area: Rect) -> Option<Position> {
    painter.write(area, area.y, " > ", painter.theme.key);
    let area = Rect { x: area.x + 3, width: area.width.saturating_sub(4), ..area };
    let input = TextInput { line, style: painter.theme.strong };
    input.draw(painter, area, DialogTarget::Input)
}

/// A line of text with a cursor, in one style.
pub(crate) struct TextInput<'a> {
    pub line: &'a LineInput,
    pub style: Style,
}

impl TextInput<'_> {
    /// Draws the text and returns the position of the cursor. `target` returns the mouse target for the number of
    /// characters before the pointer.
    pub fn draw(
        &self,
        painter: &mut Painter<'_>,
        area: Rect,
        target: impl Fn(usize) -> DialogTarget,
    ) -> Option<Position> {
        let text = self.line.text();
        let (start, skipped) = self.first_visible(usize::from(area.width));
        if start > 0 {
            // The first visible grapheme is replaced by `…`.
            let first = text[start..].graphemes(true).next().unwrap_or_default();
            let ellipsis = format!("…{:1$}", "", width(first).saturating_sub(1));
            painter.write(area, area.y, &ellipsis, self.style);
            let cells = (width(first).max(1) as u16).min(area.width);
            let rest = Rect { x: area.x + cells, width: area.width - cells, ..area };
            painter.write(rest, rest.y, &text[start + first.len()..], self.style);
        } else {
            painter.write(area, area.y, text, self.style);
        }
        let skipped_chars = text[..start].chars().count();
        painter.canvas.set_target_by(Rect { height: 1, ..area }, |position| {
            let before = skipped_chars + chars_within(&text[start..], position.x - area.x);
            PointerTarget::Dialog(target(before))
        });
        let x = area.x + u16::try_from(self.line.cells_before_cursor() - skipped).unwrap_or_default();
        (area.width > 0).then_some(Position { x: x.min(area.right().saturating_sub(1)), y: area.y })
    }

    /// Returns the byte index of the first visible character in that many cells, and the width of the text before it.
    fn first_visible(&self, cells: usize) -> (usize, usize) {
        let before = self.line.cells_before_cursor();
        let (mut start, mut skipped) = (0, 0);
        if before >= cells {
            for (at, grapheme) in self.line.text().grapheme_indices(true) {
                if before - skipped < cells {
                    break;
                }
                skipped += width(grapheme);
                start = at + grapheme.len();
            }
        }
        (start, skipped)
    }
}

/// Returns how many characters of a text fit into that many cells.
fn chars_within(text: &str, cells: u16) -> usize {
    let mut left = usize::from(cells);
    let fitting = text.graphemes(true).take_while(|grapheme| {
        let cells = width(grapheme);
        let fits = cells <= left;
        left = left.saturating_sub(cells);
        fits
    });
    fitting.map(|grapheme| grapheme.chars().count()).sum()
}
