//! The whole funnel, from the first step to the buyers, and the sentences about it.
//!
//! ```text
//!                                                 reach    come
//!   1 Asks friends        ████████████████████     12,000
//!   2 Compares prices     ██████████████            8,400     70%  ▼ biggest loss
//! ─────────────────────────────────────────────────────────────
//! 720 of 12,000 buy · 6.0%
//! ```

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::super::funnel_parts::{
    bar_text, fitting_words, has_bar, legend, marks, reach_text, sentences, share_text, step_name, summary,
};
use super::super::list::visible_rows;
use super::super::painter::{Painter, centered, span};
use super::super::side_header::write_hidden;
use crate::app::model::pointer::{BoardTarget, PointerTarget};
use crate::map::width::{align_right, fill, width};

/// The width of a step's number.
const NUMBER_WIDTH: usize = 4;
/// The widths of the columns of numbers.
const REACH_WIDTH: usize = 11;
const SHARE_WIDTH: usize = 8;
/// The lines that usual sentences take below the steps.
const SENTENCE_LINES: usize = 8;
/// The maximum number of lines of a step.
const STEP_LINES: usize = 4;
/// The minimum width of a step with words for marks, and the width of these words.
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
    let columns = MarkColumn::of(painter, area);
    let legend = if columns.has_words { Vec::new() } else { legend(painter, area.width) };
    let sentences = sentences(painter, area.width).into_iter().map(|sentence| vec![sentence]);
    let texts: Vec<Vec<Span<'_>>> = legend.into_iter().chain(sentences).collect();
    let below = u16::try_from(texts.len()).unwrap_or(u16::MAX).saturating_add(2).min(area.height / 2);
    let list = Rect { height: area.height - below, ..area };
    let steps = shown.funnel().steps.len();
    // If there is enough space, bars have several lines, and a blank line follows each bar.
    let each = (usize::from(list.height) / steps.max(1)).clamp(1, STEP_LINES);
    let each = u16::try_from(each).unwrap_or(1);
    let rows = visible_rows(steps, list.height, steps.saturating_sub(1), |_| each);
    let end = rows.last().map_or(0, |last| last.top + each).min(list.height);
    for visible in &rows {
        let cells = Rect { y: list.y + visible.top, height: (each - 1).max(1), ..list };
        draw_step(painter, visible.row, &columns, cells);
        if let Some(step) = shown.funnel().steps.get(visible.row) {
            let target = BoardTarget::Card { place: step.place(), lower_half: false };
            painter.canvas.set_target(cells, PointerTarget::Board(target));
        }
    }
    draw_headings(painter, &columns, Rect { y: area.y - 1, ..area });
    if let Some(above) = rows.first().map(|first| first.row).filter(|&above| above > 0) {
        write_hidden(painter, Rect { y: area.y - 1, ..area }, above, 0);
    }
    let words = Rect { y: list.y + end, height: area.height - end, ..area };
    painter.write(words, words.y, &"─".repeat(usize::from(words.width)), painter.theme.dim);
    painter.write_spans(words, words.y + 1, &summary(painter));
    for (y, line) in (words.y + 2..words.bottom()).zip(&texts) {
        painter.write_spans(words, y, line);
    }
}

/// The column of the marks, which is the same for all steps.
struct MarkColumn {
    has_words: bool,
    width: u16,
}

impl MarkColumn {
    fn of(painter: &Painter<'_>, area: Rect) -> MarkColumn {
        let width = area.width;
        let steps = painter.shown.funnel().steps.len();
        let most = (0..steps).map(|step| marks(painter, step).len()).max().unwrap_or(0);
        // Several marks of a step need a line each.
        let has_lines = most <= 1 || usize::from(area.height) >= STEP_LINES * steps + SENTENCE_LINES;
        let has_words = width >= MARK_WORDS.0 && has_lines;
        // Each mark has a blank in front.
        let symbols = u16::try_from(2 * most).unwrap_or(u16::MAX).max(4);
        MarkColumn { has_words, width: if has_words { MARK_WORDS.1 } else { symbols }.min(width / 2) }
    }

    /// Returns the areas of a step without its marks, and of its marks.
    fn divide(&self, area: Rect) -> (Rect, Rect) {
        let left = Rect { width: area.width - self.width, ..area };
        (left, Rect { x: left.right(), width: self.width, ..area })
    }
}

/// Draws the headings of the numbers.
fn draw_headings(painter: &mut Painter<'_>, columns: &MarkColumn, area: Rect) {
    let [reach, conversion, _] = painter.lang().funnel_columns();
    let (left, _) = columns.divide(area);
    let headings = format!("{}{}", align_right(&reach, REACH_WIDTH), align_right(&conversion, SHARE_WIDTH));
    painter.write_both_ends(left, left.y, &[], &[span(headings, painter.theme.dim)]);
}

fn draw_step(painter: &mut Painter<'_>, index: usize, columns: &MarkColumn, area: Rect) {
    let (shown, theme, lang) = (painter.shown, painter.theme, painter.lang());
    let funnel = shown.funnel();
    let step = &funnel.steps[index];
    let (left, right) = columns.divide(area);
    let reach = reach_text(lang, step.reach, step.partial);
    let share = share_text(lang, step.conversion);
    let numbers = format!("{}{}", align_right(&reach, REACH_WIDTH), align_right(&share, SHARE_WIDTH));
    let space = usize::from(left.width).saturating_sub(width(&numbers) + NUMBER_WIDTH + 2);
    let bar_cells = space / 2;
    let bar_style = if has_bar(shown, index) { theme.bar } else { theme.dim };
    let drawn = span(fill(&bar_text(painter, index, bar_cells), bar_cells), bar_style);
    let name_cells = space - bar_cells;
    let name = fill(&step_name(shown, step.phase, step.rows.clone(), name_cells), name_cells);
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
    draw_marks(painter, index, columns, right);
}

/// Draws the marks of a step: with words, one on each line if they do not fit on one, or as symbols.
fn draw_marks(painter: &mut Painter<'_>, index: usize, columns: &MarkColumn, area: Rect) {
    let marks = marks(painter, index);
    let symbols: Vec<Span<'_>> = marks.iter().map(|mark| span(format!(" {}", mark.symbol), mark.style)).collect();
    if !columns.has_words {
        painter.write_spans(area, area.y, &symbols);
    } else if let Some(words) = fitting_words(&marks, area.width.into()) {
        painter.write_spans(area, area.y, &words);
    } else if marks.len() <= usize::from(area.height) {
        for (y, mark) in (area.y..area.bottom()).zip(marks) {
            painter.write_spans(area, y, &[span(format!(" {}", mark.words), mark.style)]);
        }
    } else {
        painter.write_spans(area, area.y, &symbols);
    }
}
