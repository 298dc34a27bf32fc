//! The funnel below the columns of a narrow screen, one line for each step.
//!
//! ```text
//!  Funnel · 720 of 12,000 buy · 6.0% ▼3 ◆2      people   next    buys
//!   1 Asks friends which airline  ████████████  12,000            6%
//!   2 Compares prices             ████████       8,400    70%     9% ◆
//! ```

use std::iter;

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::funnel_parts::{
    FunnelRow, FunnelSummary, bar_text, conversion, fitting_words, has_bar, lever, likelihood, marks, name, place_of,
    reach_text, row, row_count, selected_row, sentences, share_text, step_name, title, what_if_text, widening_step,
};
use super::list::{VisibleRow, visible_rows};
use super::painter::{Painter, span, spans_width};
use super::{side_header, tag_counts};
use crate::app::model::pane::Pane;
use crate::app::model::pointer::{PointerTarget, SideTarget};
use crate::map::Phase;
use crate::map::width::{align_right, cut, fill, width};

/// Draws the funnel, or the counts of tags while the map has no numbers.
pub fn draw(painter: &mut Painter<'_>, area: Rect) {
    let shown = painter.shown;
    if let Some(balance) = shown.balance() {
        let title = title(painter);
        side_header::draw_header(painter, area, &title);
        tag_counts::draw_strip(painter, balance, area);
        return;
    }
    let selected = selected_row(shown);
    let sentences = focused_sentences(painter, area);
    let rows = layout(painter, &sentences, area);
    let has_steps = rows.first().is_none_or(|first| !matches!(row(shown, first.row), FunnelRow::After(_)));
    draw_header(painter, has_steps, area);
    painter.canvas.viewport.side = rows.len();
    for visible in rows {
        let cells = Rect { y: area.y + 1 + visible.top, height: 1, ..area };
        let row = row(shown, visible.row);
        if let Some(place) = place_of(shown, row) {
            painter.canvas.set_target(cells, PointerTarget::Side(SideTarget::Step(place)));
        }
        let is_selected = visible.row == selected;
        match row {
            FunnelRow::Step(index) => draw_step(painter, index, is_selected, cells),
            FunnelRow::Buyers => {
                draw_buyers(painter, &sentences, Rect { height: area.bottom() - cells.y, ..cells });
            }
            FunnelRow::After(index) => draw_after(painter, index, is_selected, cells),
        }
    }
}

/// Draws the header: the title, the summary, the marked steps, and the headings of the number columns. They are those of
/// the steps after the purchase if no other step is visible.
fn draw_header(painter: &mut Painter<'_>, has_steps: bool, area: Rect) {
    let (shown, lang) = (painter.shown, painter.lang());
    let style = side_header::header_style(painter);
    painter.restyle(area, area.y, style);
    // The header names the marked steps, since they may be scrolled out of view.
    let theme = painter.theme;
    let loss =
        shown.funnel_with_marks().biggest_loss.map(|index| span(format!(" ▼{}", index + 1), style.patch(theme.loss)));
    let lever = lever(shown).map(|index| span(format!(" ◆{}", index + 1), style.patch(theme.lever)));
    let widening = widening_step(shown).map(|index| span(format!(" ▲{}", index + 1), style.patch(theme.warning)));
    let marks: Vec<Span<'_>> = [loss, lever, widening].into_iter().flatten().collect();
    let columns = StripColumns::of(area.width);
    let [customers, conversion, likelihood] = lang.funnel_columns();
    let heads = if has_steps {
        columns.numbers(&customers, &conversion, &likelihood)
    } else {
        format!("{customers} · {}", lang.funnel_text_of_buyers(shown.map().unit()))
    };
    let heads = span(format!("{heads}{:1$}", "", columns.marks), style);
    let space = usize::from(area.width).saturating_sub(spans_width(std::slice::from_ref(&heads)) + 1);
    let titles = header_titles(painter, space.saturating_sub(spans_width(&marks)));
    let left: Vec<Span<'_>> = [span(titles, style)].into_iter().chain(marks).collect();
    painter.write_both_ends(area, area.y, &left, &[heads]);
}

/// Returns the title and the summary, in the longest of several forms that fits into that many cells.
fn header_titles(painter: &Painter<'_>, cells: usize) -> String {
    let (lang, name) = (painter.lang(), name(painter));
    let whole_map = match painter.state.board.filter {
        Some(_) => format!(" · {}", lang.whole_map()),
        None => String::new(),
    };
    let Some(FunnelSummary { buyers, of_all, share }) = FunnelSummary::of(painter) else {
        return format!(" {name}{whole_map}");
    };
    let short_name = if painter.shown.outcome.is_some() { lang.what_if_label() } else { name.clone() };
    let titles = [
        format!(" {name}{whole_map} · {of_all}{share}"),
        format!(" {name} · {of_all}{share}"),
        format!(" {name} · {buyers}{share}"),
        format!(" {short_name} · {buyers}{share}"),
        format!(" {short_name}{share}"),
        format!(" {buyers}{share}"),
    ];
    let fitting = titles.iter().find(|title| width(title) <= cells);
    fitting.cloned().unwrap_or_else(|| cut(&format!(" {buyers}"), cells).into_owned())
}

/// Returns the visible rows: one line each, and the sentences in the row of the buyers.
fn layout(painter: &Painter<'_>, sentences: &[Span<'_>], area: Rect) -> Vec<VisibleRow> {
    let shown = painter.shown;
    // The row of the buyers holds the sentences and the heading of the steps after the purchase.
    let has_no_buyers_row = usize::from(shown.funnel().after.is_empty() && sentences.is_empty());
    let height = |nth: usize| match row(shown, nth) {
        FunnelRow::Buyers => u16::try_from(sentences.len()).unwrap_or(u16::MAX - 1) + 1,
        FunnelRow::Step(_) | FunnelRow::After(_) => 1,
    };
    let count = row_count(shown) - has_no_buyers_row;
    visible_rows(count, area.height.saturating_sub(1), selected_row(shown), height)
}

/// Returns the sentences about the funnel, which are only shown while it has the focus.
fn focused_sentences(painter: &Painter<'_>, area: Rect) -> Vec<Span<'static>> {
    let is_focused = painter.state.board.pane == Pane::Side;
    if is_focused { sentences(painter, area.width.saturating_sub(2)) } else { Vec::new() }
}

/// The widths of the parts of a line.
struct StripColumns {
    bar: u16,
    has_likelihood: bool,
    /// True if marks are written with words.
    has_words: bool,
    /// The width of the marks, with a blank in front of them.
    marks: usize,
}

impl StripColumns {
    fn of(width: u16) -> StripColumns {
        match width {
            0..60 => StripColumns { bar: width / 6, has_likelihood: false, has_words: false, marks: 4 },
            60..100 => StripColumns { bar: width / 4, has_likelihood: true, has_words: false, marks: 4 },
            100..140 => StripColumns { bar: width / 4, has_likelihood: true, has_words: true, marks: 23 },
            _ => StripColumns { bar: width / 4, has_likelihood: true, has_words: true, marks: 43 },
        }
    }

    fn numbers(&self, reach: &str, conversion: &str, likelihood: &str) -> String {
        let likelihood = if self.has_likelihood { format!(" {}", align_right(likelihood, 7)) } else { String::new() };
        format!(" {} {}{likelihood}", align_right(reach, 9), align_right(conversion, 7))
    }
}

fn draw_step(painter: &mut Painter<'_>, index: usize, is_selected: bool, area: Rect) {
    let (shown, theme) = (painter.shown, painter.theme);
    let step = &shown.funnel().steps[index];
    let bar_cells = StripColumns::of(area.width).bar;
    let right = numbers_and_marks(painter, index, is_selected, area.width);
    let right_cells = (spans_width(&right) as u16).min(area.width);
    let name_cells = area.width.saturating_sub(right_cells + bar_cells + 5);
    let name_cells = usize::from(name_cells);
    let name = fill(&step_name(shown, step.phase, step.rows.clone(), name_cells), name_cells);
    let name_style = if is_selected { theme.selected } else { theme.plain };
    let left = [span(format!("{:>3} ", index + 1), theme.dim), span(name, name_style), span(" ", theme.plain)];
    let used = painter.write_spans(area, area.y, &left);

    let drawn = bar_text(painter, index, usize::from(bar_cells));
    let bar_style = match has_bar(shown, index) {
        true if is_selected => theme.bar_selected,
        true => theme.bar,
        false => theme.dim,
    };
    let bar_width = bar_cells.min(area.width - right_cells.max(used));
    painter.write(Rect { x: area.x + used, width: bar_width, ..area }, area.y, &drawn, bar_style);
    let end = Rect { x: area.right() - right_cells, width: right_cells, ..area };
    painter.write_spans(end, area.y, &right);
}

/// Returns the numbers of a step and its marks, padded to the widths of the columns.
fn numbers_and_marks(painter: &Painter<'_>, index: usize, is_selected: bool, width: u16) -> Vec<Span<'static>> {
    let (shown, theme, lang) = (painter.shown, painter.theme, painter.lang());
    let step = &shown.funnel().steps[index];
    let columns = StripColumns::of(width);
    let assumed = what_if_text(lang, shown, index);
    let number_style = match assumed {
        Some(_) => theme.accent,
        None if is_selected => theme.strong,
        None => theme.plain,
    };
    let customers = assumed.unwrap_or_else(|| reach_text(lang, step.reach, step.partial));
    let (conversion, is_assumed) = conversion(painter.state, shown, index);
    let arrow = if is_assumed { "→" } else { "" };
    let conversion = format!("{arrow}{}", share_text(lang, conversion));
    let numbers = columns.numbers(&customers, &conversion, &share_text(lang, likelihood(shown, index)));

    let marks = marks(painter, index);
    // If the words do not fit, the marks are symbols, so that the columns stay aligned.
    let words = fitting_words(&marks, columns.marks).filter(|_| columns.has_words);
    let symbols = || marks.iter().map(|mark| span(mark.symbol, mark.style));
    let marks = words.unwrap_or_else(|| iter::once(span(" ", theme.plain)).chain(symbols()).collect());
    let padding = columns.marks.saturating_sub(spans_width(&marks));
    let mut spans = vec![span(numbers, number_style)];
    spans.extend(marks);
    spans.push(span(" ".repeat(padding), theme.plain));
    spans
}

/// Draws the sentences, and the header of the steps after the purchase.
fn draw_buyers(painter: &mut Painter<'_>, sentences: &[Span<'_>], area: Rect) {
    let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    for (y, line) in (area.y..area.bottom()).zip(sentences) {
        painter.write_spans(inside, y, std::slice::from_ref(line));
    }
    let last = area.y + u16::try_from(sentences.len()).unwrap_or(u16::MAX - area.y);
    if !painter.shown.funnel().after.is_empty() {
        painter.write(
            area,
            last,
            &format!(" {}", painter.lang().after_purchase(painter.shown.map().unit())),
            painter.theme.strong,
        );
    }
}

fn draw_after(painter: &mut Painter<'_>, index: usize, is_selected: bool, area: Rect) {
    let (shown, theme, lang) = (painter.shown, painter.theme, painter.lang());
    let step = &shown.funnel().after[index];
    let name_style = if is_selected { theme.selected } else { theme.plain };
    let share = align_right(&share_text(lang, step.share_of_buyers), 7);
    let padding = StripColumns::of(area.width).marks;
    let right = [
        span(reach_text(lang, step.reach, step.partial), theme.strong),
        span(format!(" {share}{:1$}", "", padding), theme.dim),
    ];
    let space = usize::from(area.width).saturating_sub(spans_width(&right) + 5);
    let name = step_name(shown, Phase::After, step.rows.clone(), space);
    painter.write_both_ends(area, area.y, &[span("  ↻ ", theme.dim), span(name, name_style)], &right);
}
