//! The painter, which every pane draws with: the state, the theme, the canvas, and functions that write text.

use std::borrow::Cow;

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

use super::canvas::Canvas;
use super::theme::Theme;
use crate::app::model::pointer::{DialogTarget, PointerTarget};
use crate::app::model::query::shown_map::ShownMap;
use crate::app::model::state::State;
use crate::lang::Lang;
use crate::map::width::{cut, is_single, width, wrap};

/// Draws text. All functions cut text that does not fit with `…`, and never write outside their area.
pub(crate) struct Painter<'a> {
    pub state: &'a State,
    /// The map as the board shows it, including input that is not accepted yet.
    pub shown: &'a ShownMap<'a>,
    pub theme: &'a Theme,
    pub canvas: Canvas<'a>,
}

/// Creates a span: text in one style.
pub(crate) fn span<'a>(text: impl Into<Cow<'a, str>>, style: Style) -> Span<'a> {
    Span::styled(text, style)
}

/// Returns the width of spans in cells.
pub(crate) fn spans_width(spans: &[Span<'_>]) -> usize {
    spans.iter().map(|span| width(&span.content)).sum()
}

/// Wraps groups of spans into rows of at most that width; a group is never split.
pub(crate) fn flow(groups: Vec<[Span<'static>; 2]>, cells: usize) -> Vec<Vec<Span<'static>>> {
    let mut rows: Vec<Vec<Span<'static>>> = Vec::new();
    for group in groups {
        match rows.last_mut() {
            // Each group ends with three blanks, which may be cut off.
            Some(row) if spans_width(row) + spans_width(&group) <= cells + 3 => row.extend(group),
            Some(_) | None => rows.push(group.to_vec()),
        }
    }
    rows
}

/// Returns how many rows are hidden above and below, as text; nothing for a count of 0.
pub(crate) fn hidden_counts(lang: &Lang, above: usize, below: usize) -> impl Iterator<Item = String> {
    let texts = [(above, lang.more_above(above)), (below, lang.more_below(below))];
    texts.into_iter().filter(|(count, _)| *count > 0).map(|(_, text)| text)
}

/// Returns an area of at most that size in the middle of `area`.
pub(crate) fn centered(area: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(area.width), height.min(area.height));
    Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height }
}

impl<'a> Painter<'a> {
    /// Returns the words of the interface.
    pub(crate) fn lang(&self) -> &'a Lang {
        &self.state.lang
    }

    /// Draws a part of the screen from `inputs`, or takes it from the last frame if that had the same part.
    pub(super) fn part<I>(&mut self, area: Rect, inputs: I, draw: impl FnOnce(&mut Painter<'a>))
    where
        I: PartialEq + 'static,
    {
        if !self.canvas.take_part(area, inputs) {
            draw(self);
        }
    }

    /// Writes text on row `y` of an area and returns the cells it took.
    pub fn write(&mut self, area: Rect, y: u16, text: &str, style: Style) -> u16 {
        let cells = &mut *self.canvas;
        let row = Rect { y, height: 1, ..area }.intersection(cells.area);
        if row.is_empty() || y < area.y || y >= area.bottom() {
            return 0;
        }
        let space = usize::from(row.width);
        // Blanks at the end are cut without `…`.
        let text = if width(text.trim_end()) <= space { Cow::Borrowed(text) } else { cut(text, space) };
        if !text.is_ascii() && !text.chars().all(|c| is_single(c) || c.is_ascii_control()) {
            let (x, _) = cells.set_stringn(row.x, row.y, &text, space, style);
            return x - row.x;
        }
        // Each character is a cell: splitting into graphemes took half the time of a frame.
        let start = cells.index_of(row.x, row.y);
        let mut used = 0;
        for (cell, (at, c)) in cells.content[start..start + space].iter_mut().zip(text.char_indices()) {
            let symbol = if c.is_ascii_control() { " " } else { &text[at..at + c.len_utf8()] };
            cell.set_symbol(symbol).set_style(style);
            used += 1;
        }
        used
    }

    /// Writes spans on row `y` of an area, up to the first span that is cut, and returns the cells they took.
    pub(crate) fn write_spans(&mut self, area: Rect, y: u16, spans: &[Span<'_>]) -> u16 {
        let mut used = 0;
        for (nth, Span { content, style }) in spans.iter().enumerate() {
            let rest = Rect { x: area.x + used, width: area.width - used, ..area };
            let space = usize::from(rest.width);
            // A span that ends exactly at the edge also gets `…` if text would follow.
            let has_more = spans[nth + 1..].iter().any(|span| !span.content.trim().is_empty());
            let cells = width(content.trim_end());
            if cells > space || (cells == space && has_more) {
                let text = if has_more && cells == space { format!("{content}…") } else { content.to_string() };
                return used + self.write(rest, y, &text, *style);
            }
            used += self.write(rest, y, content, *style);
        }
        used
    }

    /// Writes spans on row `y` and sets the mouse target of each; returns the cells they took.
    pub(crate) fn write_targets(&mut self, area: Rect, y: u16, spans: Vec<(Span<'_>, PointerTarget)>) -> u16 {
        let mut x = area.x;
        for (span, target) in &spans {
            let cells = u16::try_from(width(&span.content)).unwrap_or(u16::MAX).min(area.right() - x);
            self.canvas.set_target(Rect { x, y, width: cells, height: 1 }, *target);
            x += cells;
        }
        let spans: Vec<Span<'_>> = spans.into_iter().map(|(span, _)| span).collect();
        self.write_spans(area, y, &spans)
    }

    /// Writes spans at the left and the right end of row `y`. If they do not fit, the left ones are cut.
    pub(crate) fn write_both_ends(&mut self, area: Rect, y: u16, left: &[Span<'_>], right: &[Span<'_>]) {
        let taken = u16::try_from(spans_width(right)).unwrap_or(u16::MAX).min(area.width);
        let gap = u16::from(taken > 0 && taken < area.width);
        self.write_spans(Rect { width: area.width - taken - gap, ..area }, y, left);
        self.write_spans(Rect { x: area.right() - taken, width: taken, ..area }, y, right);
    }

    /// Writes text wrapped from the top of an area and returns how many lines it takes, at most `lines`.
    pub(crate) fn write_wrapped(&mut self, area: Rect, text: &str, lines: usize, style: Style) -> u16 {
        let ranges = wrap(text, usize::from(area.width), lines);
        let count = u16::try_from(ranges.len()).unwrap_or(u16::MAX);
        for (y, range) in (area.y..area.bottom()).zip(ranges) {
            self.write(area, y, &text[range], style);
        }
        count
    }

    /// Writes text in the middle of row `y`.
    pub(crate) fn write_centered(&mut self, area: Rect, y: u16, text: &str, style: Style) {
        let cells = u16::try_from(width(text)).unwrap_or(u16::MAX).min(area.width);
        self.write(Rect { x: area.x + (area.width - cells) / 2, width: cells, ..area }, y, text, style);
    }

    /// Writes `…` after the text in the last row of an area, to show that text is missing.
    pub(crate) fn write_ellipsis(&mut self, area: Rect, style: Style) {
        let area = area.intersection(self.canvas.area);
        if area.is_empty() {
            return;
        }
        let y = area.bottom() - 1;
        let is_blank = |x: u16| self.canvas[(x, y)].symbol() == " ";
        let end = (area.left()..area.right()).rev().find(|&x| !is_blank(x)).map_or(area.left(), |x| x + 1);
        // A number at the right end must keep all its digits, so `…` goes before it.
        let gap =
            || (area.left() + 1..area.right() - 1).rev().find(|&x| !is_blank(x - 1) && is_blank(x) && is_blank(x + 1));
        let x = Some(end).filter(|&end| end < area.right()).or_else(gap).unwrap_or(area.right() - 1);
        self.write(Rect { x, width: 1, ..area }, y, "…", style);
    }

    /// Draws a vertical line at the left edge of an area.
    pub(crate) fn vertical_line(&mut self, area: Rect, style: Style) {
        let line = Rect { width: 1, ..area }.intersection(self.canvas.area);
        for y in line.top()..line.bottom() {
            self.canvas[(line.x, y)].set_symbol("│").set_style(style);
        }
    }

    /// Changes the style of row `y` of an area and keeps its text.
    pub(crate) fn restyle(&mut self, area: Rect, y: u16, style: Style) {
        if y >= area.y && y < area.bottom() {
            let row = Rect { y, height: 1, ..area }.intersection(self.canvas.area);
            self.canvas.set_style(row, style);
        }
    }

    /// Empties an area.
    pub(crate) fn clear(&mut self, area: Rect) {
        let area = area.intersection(self.canvas.area);
        for y in area.top()..area.bottom() {
            for x in area.left()..area.right() {
                self.canvas[(x, y)].reset();
            }
        }
    }

    /// Empties an area that belongs to a dialog; its cells are the dialog's mouse target.
    pub(crate) fn clear_for_dialog(&mut self, area: Rect) {
        self.clear(area);
        self.canvas.set_target(area, PointerTarget::Dialog(DialogTarget::Empty));
    }

    /// Draws the frame of a dialog with its title and returns the empty area inside.
    pub(crate) fn frame(&mut self, area: Rect, title: &str, style: Style) -> Rect {
        self.clear_for_dialog(area);
        if area.width < 4 || area.height < 3 {
            return area;
        }
        let horizontal = "─".repeat(usize::from(area.width - 2));
        self.write(area, area.y, &format!("╭{horizontal}╮"), style);
        self.write(area, area.bottom() - 1, &format!("╰{horizontal}╯"), style);
        for y in area.y + 1..area.bottom() - 1 {
            self.write(area, y, "│", style);
            self.write(Rect { x: area.right() - 1, width: 1, ..area }, y, "│", style);
        }
        let header = Rect { x: area.x + 2, width: area.width - 4, ..area };
        let title = cut(title, usize::from(header.width.saturating_sub(2)));
        self.write(header, area.y, &format!(" {title} "), style);
        Rect { x: area.x + 2, y: area.y + 1, width: area.width - 4, height: area.height - 2 }
    }

    /// Writes into the lower edge of a frame how many rows are hidden above and below.
    pub(crate) fn write_hidden_rows(&mut self, inside: Rect, above: usize, below: usize) {
        let text: String = hidden_counts(self.lang(), above, below).map(|text| format!(" {text} ")).collect();
        let edge = Rect { height: inside.height + 1, ..inside };
        self.write(edge, edge.bottom() - 1, &text, self.theme.strong);
    }
}
