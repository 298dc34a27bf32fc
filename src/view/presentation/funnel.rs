//! The whole funnel, from the first step to the buyers, and the sentences about it.
//!
//! ```text
//!   1 Asks friends        ████████████████████     12,000
//!   2 Compares prices     ██████████████            8,400     70%  ▼ biggest loss
//! ─────────────────────────────────────────────────────────────
//! 720 of 12,000 buy · 6.0%
//! ```

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::super::funnel_parts::{bar_text, has_bar, marks, names, reach_text, sentences, share_text, summary};
use super::super::list::visible_rows;
use super::super::painter::{Painter, centered, span, spans_width};
use super::super::side_header::write_hidden;
use crate::app::model::pointer::{BoardTarget, PointerTarget};
use crate::map::width::fill;

/// The width of a step's number.
const NUMBER_WIDTH: usize = 4;
/// The maximum number of lines of a step.
const STEP_LINES: usize = 4;
/// The minimum width of a step with words for marks, and the minimum width of these words.
const MARK_WORDS: (u16, u16) = (100, 34);

/// Draws the funnel and its sentences, or the counts of tags while the map has no numbers.
pub fn draw(painter: &mut Painter<'_>, area: Rect) {
    let shown = painter.shown;
    if shown.balance().is_some() {
        let area = centered(area, 64, area.height.saturating_sub(2));
        return super::super::funnel::draw(painter, area);
    }
    let area = Rect {
        x: area.x + 2,
        y: area.y + 1,
        width: area.width.saturating_sub(4),
        height: area.height.saturating_sub(1),
    };
    let sentences = sentences(painter, area.width);
    let below = u16::try_from(sentences.len()).unwrap_or(u16::MAX).saturating_add(2).min(area.height / 2);
    let list = Rect { height: area.height - below, ..area };
    let steps = shown.funnel().steps.len();
    // If there is enough space, bars have several lines, and a blank line follows each bar.
    let each = (usize::from(list.height) / steps.max(1)).clamp(1, STEP_LINES);
    let each = u16::try_from(each).unwrap_or(1);
    let rows = visible_rows(steps, list.height, steps.saturating_sub(1), |_| each);
    let end = rows.last().map_or(0, |last| last.top + each).min(list.height);
    for visible in &rows {
        let cells = Rect { y: list.y + visible.top, height: (each - 1).max(1), ..list };
        draw_step(painter, visible.row, cells);
        if let Some(step) = shown.funnel().steps.get(visible.row) {
            let target = BoardTarget::Card { place: step.place(), lower_half: false };
            painter.canvas.set_target(cells, PointerTarget::Board(target));
        }
    }
    if let Some(above) = rows.first().map(|first| first.row).filter(|&above| above > 0) {
        write_hidden(painter, Rect { y: area.y - 1, ..area }, above, 0);
    }
    let words = Rect { y: list.y + end, height: area.height - end, ..area };
    painter.write(words, words.y, &"─".repeat(usize::from(words.width)), painter.theme.dim);
    painter.write_spans(words, words.y + 1, &summary(painter));
    for (y, line) in (words.y + 2..words.bottom()).zip(sentences) {
        painter.write_spans(words, y, &[line]);
    }
}

fn draw_step(painter: &mut Painter<'_>, index: usize, area: Rect) {
    let (shown, theme, lang) = (painter.shown, painter.theme, painter.lang());
    let funnel = shown.funnel();
    let step = &funnel.steps[index];
    let has_words = area.width >= MARK_WORDS.0;
    let mark_text =
        |symbol: &str, words: &str| if has_words { format!(" {symbol} {words}") } else { format!(" {symbol}") };
    let marks = marks(painter, index).into_iter();
    let marks: Vec<Span<'_>> = marks.map(|mark| span(mark_text(mark.symbol, &mark.words), mark.style)).collect();
    let marks_width = if has_words { MARK_WORDS.1 } else { 4 };
    let marks_width = u16::try_from(spans_width(&marks)).unwrap_or(u16::MAX).max(marks_width).min(area.width / 2);
    let left = Rect { width: area.width - marks_width, ..area };
    let right = Rect { x: area.right() - marks_width, width: marks_width, ..area };

    let reach = reach_text(lang, step.reach, step.partial);
    let numbers = format!("{reach:>11}{:>8}", share_text(lang, step.conversion));
    let space = usize::from(left.width).saturating_sub(numbers.chars().count() + NUMBER_WIDTH + 2);
    let bar_cells = space / 2;
    let bar_style = if has_bar(shown, index) { theme.bar } else { theme.dim };
    let drawn = span(fill(&bar_text(painter, index, bar_cells), bar_cells), bar_style);
    let name = fill(&names(shown, step.phase, step.rows.clone()), space - bar_cells);
    let first_line = [
        span(format!("{:>3} ", index + 1), theme.dim),
        span(name, theme.strong),
        span("  ", theme.plain),
        drawn.clone(),
        span(numbers, theme.strong),
    ];
    let blank = span(" ".repeat(NUMBER_WIDTH + space - bar_cells + 2), theme.plain);
    let other_lines = [blank, drawn];
    painter.write_spans(left, left.y, &first_line);
    for y in left.top() + 1..left.bottom() {
        painter.write_spans(left, y, &other_lines);
    }
    painter.write_spans(right, right.y, &marks);
}
