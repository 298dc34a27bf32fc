//! The funnel at the right of a wide screen.
//!
//! ```text
//!  Funnel · people · 2026-Q3            reach
//! 1 Asks friends which airline …   12,000
//!  ████████████████████████████████████
//! 2 Compares prices on a search …   8,400
//!       █████████████████████████
//!   70% get here · 12% buy  ▼ biggest loss
//! ```
//!
//! A step with only two lines has its shares in columns with headings:
//!
//! ```text
//!                        next    buys
//! 2 Compares prices on a search …   8,400
//!    ██████████████       70%     12% ▼
//! ```

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::funnel_parts::{
    FunnelRow, legend, place_of, reach_text, row, row_count, selected_row, sentences, share_text, step_name, summary,
    title,
};
use super::funnel_step::{MARKS_WIDTH, draw_step, share_columns};
use super::list::{ScrolledList, Scrolling, VisibleRow};
use super::painter::{Painter, span, spans_width};
use super::{side_header, tag_counts};
use crate::app::model::pointer::{PointerTarget, SideTarget};
use crate::app::model::query::shown_map::ShownMap;
use crate::map::Phase;
use crate::map::width::cut;

/// The height of the number of buyers, with the line above it.
const SUMMARY_HEIGHT: u16 = 2;

/// Draws the funnel, or the counts of tags while the map has no numbers.
pub fn draw(painter: &mut Painter<'_>, area: Rect) {
    let shown = painter.shown;
    let title = title(painter);
    if let Some(balance) = shown.balance() {
        let inside = side_header::draw_header(painter, area, &title);
        tag_counts::draw(painter, balance, inside);
        return;
    }
    let [reach, ..] = painter.lang().funnel_columns();
    let inside = side_header::draw_header_with_column(painter, area, &title, &reach);
    let selected = selected_row(shown);
    let heading = inside;
    let texts = FunnelTexts::of(painter, inside);
    let has_headings = texts.has_share_columns;
    let inside = Rect {
        y: inside.y + u16::from(has_headings),
        height: inside.height.saturating_sub(u16::from(has_headings)),
        ..inside
    };
    let steps = Rect { height: inside.height.saturating_sub(SUMMARY_HEIGHT), ..inside };
    let all_rows = texts.visible_rows(painter, inside);
    let hides_summary = hides_summary(shown, &all_rows, inside);
    let (inside, rows) = if hides_summary { (steps, texts.visible_steps(painter, steps)) } else { (inside, all_rows) };
    if hides_summary {
        draw_summary(painter, Rect { y: inside.bottom(), height: SUMMARY_HEIGHT, ..inside });
    }
    if has_headings {
        let has_steps = rows.first().is_none_or(|first| !matches!(row(shown, first.row), FunnelRow::After(_)));
        draw_share_headings(painter, has_steps, heading);
    }
    painter.canvas.viewport.side = rows.len();
    painter.canvas.viewport.first_step = rows.first().map(|first| first.row);
    for visible in rows {
        let height = visible.height.min(inside.height - visible.top);
        let cells = Rect { y: inside.y + visible.top, height, ..inside };
        let row = row(shown, visible.row);
        if let Some(place) = place_of(shown, row) {
            painter.canvas.set_target(cells, PointerTarget::Side(SideTarget::Step(place)));
        }
        let is_selected = visible.row == selected;
        match row {
            FunnelRow::Step(index) => draw_step(painter, index, is_selected, cells),
            FunnelRow::Buyers => texts.draw_buyers(painter, cells, height == visible.height),
            FunnelRow::After(index) => draw_after(painter, index, is_selected, cells),
        }
    }
}

/// The texts below the steps, which decide on the heights of the rows.
struct FunnelTexts {
    sentences: Vec<Span<'static>>,
    /// The meanings of the marks, unless they are beside the steps or in the sentences.
    legend: Vec<Vec<Span<'static>>>,
    /// True if the steps have their shares in columns and their marks as symbols.
    has_share_columns: bool,
    /// The height of a step. The steps share the space that the other rows leave.
    step_height: u16,
}

impl FunnelTexts {
    /// Returns the texts for an area that holds the whole funnel and its headings.
    fn of(painter: &Painter<'_>, inside: Rect) -> FunnelTexts {
        let funnel = painter.shown.funnel();
        let sentences = sentences(painter, inside.width);
        let lines_per_step = |others: usize| {
            let others = others + sentences.len() + funnel.after.len();
            usize::from(inside.height).saturating_sub(others) / funnel.steps.len().max(1)
        };
        let has_share_columns = lines_per_step(4) < 3;
        let has_legend = has_share_columns || painter.shown.outcome.is_some();
        let legend = if has_legend { legend(painter, inside.width) } else { Vec::new() };
        let step_height = match lines_per_step(4 + legend.len()) {
            _ if has_share_columns => 2,
            4.. => 4,
            0..4 => 3,
        };
        FunnelTexts { sentences, legend, has_share_columns, step_height }
    }

    /// Returns the height of the row of the buyers: a line, the summary, the texts, a blank line, and the header of the
    /// steps after the purchase.
    fn buyers_height(&self) -> u16 {
        u16::try_from(4 + self.legend.len() + self.sentences.len()).unwrap_or(u16::MAX)
    }

    /// Returns the rows that are visible in an area.
    fn visible_rows(&self, painter: &Painter<'_>, lines: Rect) -> Vec<VisibleRow> {
        let shown = painter.shown;
        let height = |nth: usize| match row(shown, nth) {
            FunnelRow::Step(_) => self.step_height,
            FunnelRow::Buyers => self.buyers_height(),
            FunnelRow::After(_) => 1,
        };
        let list = ScrolledList {
            count: row_count(shown),
            lines: lines.height,
            selected: selected_row(shown),
            first: painter.state.viewport.first_step,
            height: &height,
        };
        list.visible_rows(Scrolling::ByPage)
    }

    /// Returns the visible steps if the number of buyers is below them.
    fn visible_steps(&self, painter: &Painter<'_>, steps: Rect) -> Vec<VisibleRow> {
        let mut rows = self.visible_rows(painter, steps);
        rows.retain(|each| matches!(row(painter.shown, each.row), FunnelRow::Step(_)));
        rows
    }

    /// Draws the row of the buyers. If it is not whole, the header of the steps after the purchase is not visible either.
    fn draw_buyers(&self, painter: &mut Painter<'_>, area: Rect, is_whole: bool) {
        let (theme, lang) = (painter.theme, painter.lang());
        draw_summary(painter, area);
        let has_after = is_whole && !painter.shown.funnel().after.is_empty();
        for (y, line) in (area.y + 2..area.bottom()).zip(&self.legend) {
            painter.write_spans(area, y, line);
        }
        let top = area.y + 2 + u16::try_from(self.legend.len()).unwrap_or(u16::MAX - area.y - 2);
        let lines = usize::from(area.bottom().saturating_sub(top + u16::from(has_after)));
        for (nth, (y, line)) in (top..area.bottom()).zip(&self.sentences[..self.sentences.len().min(lines)]).enumerate()
        {
            if nth + 1 == lines && lines < self.sentences.len() {
                let text = format!("{} …", line.content);
                painter.write(area, y, &cut(&text, usize::from(area.width)), line.style);
            } else {
                painter.write(area, y, &line.content, line.style);
            }
        }
        if has_after {
            painter.write(area, area.bottom() - 1, &lang.after_purchase(painter.shown.map().unit()), theme.strong);
        }
    }
}

/// Returns true if a step is selected and the number of buyers would be below the last visible line.
fn hides_summary(shown: &ShownMap<'_>, rows: &[VisibleRow], inside: Rect) -> bool {
    let is_summary = |each: &&VisibleRow| row(shown, each.row) == FunnelRow::Buyers;
    let shows_summary = rows.iter().find(is_summary).is_some_and(|each| each.top + SUMMARY_HEIGHT <= inside.height);
    let is_step = matches!(row(shown, selected_row(shown)), FunnelRow::Step(_));
    is_step && !shows_summary && inside.height >= 3 * SUMMARY_HEIGHT
}

/// Draws the headings of the columns of shares; the heading of the steps after the purchase if no other step is visible.
fn draw_share_headings(painter: &mut Painter<'_>, has_steps: bool, area: Rect) {
    if !has_steps {
        let heading = painter.lang().after_purchase(painter.shown.map().unit());
        painter.write(area, area.y, &heading, painter.theme.strong);
        return;
    }
    let [_, conversion, likelihood] = painter.lang().funnel_columns();
    let headings = share_columns(&conversion, &likelihood, &" ".repeat(MARKS_WIDTH));
    painter.write_both_ends(area, area.y, &[], &[span(headings, painter.theme.dim)]);
}

/// Draws a line and the number of buyers below it.
fn draw_summary(painter: &mut Painter<'_>, area: Rect) {
    painter.write(area, area.y, &"─".repeat(usize::from(area.width)), painter.theme.dim);
    painter.write_spans(area, area.y + 1, &summary(painter));
}

fn draw_after(painter: &mut Painter<'_>, index: usize, is_selected: bool, area: Rect) {
    let (shown, theme, lang) = (painter.shown, painter.theme, painter.lang());
    let step = &shown.funnel().after[index];
    let share = share_text(lang, step.share_of_buyers);
    let reach = reach_text(lang, step.reach, step.partial);
    let numbers = [span(reach, theme.strong), span(format!("{share:>6}"), theme.dim)];
    let style = if is_selected { theme.selected } else { theme.plain };
    let space = usize::from(area.width).saturating_sub(spans_width(&numbers) + 4);
    let name = step_name(shown, Phase::After, step.rows.clone(), space);
    painter.write_both_ends(area, area.y, &[span(" ↻ ", theme.dim), span(name, style)], &numbers);
}
