//! The funnel up to the current step, below its cards.
//!
//! ```text
//! ─────────────────────────────────────────────── reach── come
//! 8,400 of 12,000 left · 9% of them buy            −3,600 lost
//!   1 Asks friends        ████████████████████     12,000
//!   2 Compares prices     ██████████████            8,400     70%
//! ```

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::super::funnel_parts::{marks, reach_text, selected_row, share_text, step_name};
use super::super::list::visible_rows;
use super::super::painter::{Painter, span, spans_width};
use crate::app::model::query::shown_map::ShownMap;
use crate::exchange::bar::bar;
use crate::lang::is_multiple;
use crate::map::Phase;
use crate::map::width::{fill, width};

/// The width of the column of shares.
const SHARE_WIDTH: u16 = 8;

/// A step of the funnel.
struct StepLine {
    number: usize,
    phase: Phase,
    rows: Range<usize>,
    reach: Option<u128>,
    partial: bool,
    share: Option<f64>,
    is_leading_in: bool,
}

/// Returns the height: a rule, the summary, and a line for each step, at most a third of the space.
pub(crate) fn height(shown: &ShownMap<'_>, space: u16) -> u16 {
    if shown.funnel().buyers.is_none() {
        return 0;
    }
    u16::try_from(lines(shown).len()).unwrap_or(u16::MAX).saturating_add(2).min(space / 3)
}

/// Draws the steps up to the current one, or as many of the last ones as fit.
pub fn draw(painter: &mut Painter<'_>, area: Rect) {
    if area.height < 2 {
        return;
    }
    let (shown, theme) = (painter.shown, painter.theme);
    let area = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    painter.write(area, area.y, &"─".repeat(usize::from(area.width)), theme.dim);
    draw_headings(painter, area);
    let lines = lines(shown);
    let (mut left, right) = summary(painter).fitting(usize::from(area.width));
    let rows = visible_rows(lines.len(), area.height - 2, lines.len().saturating_sub(1), |_| 1);
    let hidden = rows.first().map_or(0, |first| first.row);
    if hidden > 0 {
        left.push(span(format!("  ↑{hidden}"), theme.dim));
    }
    painter.write_both_ends(area, area.y + 1, &left, &right);
    // After the purchase, a whole bar stands for all buyers.
    let whole = if shown.place.phase == Phase::After { shown.funnel().buyers } else { shown.funnel().widest };
    let widest =
        lines.iter().filter(|line| !line.is_leading_in).filter_map(|line| line.reach).chain(whole).max().unwrap_or(1);
    for visible in rows {
        let is_current = visible.row + 1 == lines.len();
        let cells = Rect { y: area.y + 2 + visible.top, height: 1, ..area };
        draw_line(painter, &lines[visible.row], (widest, is_current), cells);
    }
}

/// Writes the headings of the numbers into the rule above the steps.
fn draw_headings(painter: &mut Painter<'_>, area: Rect) {
    let (shown, lang) = (painter.shown, painter.lang());
    let [reach, conversion, _] = lang.funnel_columns();
    let of_buyers = lang.funnel_text_of_buyers(shown.map().unit());
    let headings = match shown.place.phase {
        Phase::Before | Phase::During => [(reach, SHARE_WIDTH), (conversion, 0)],
        // The heading of the shares is wider than their column.
        Phase::After => [(String::new(), 0), (format!("{reach} · {of_buyers}"), 0)],
    };
    for (heading, after) in headings.into_iter().filter(|(heading, _)| !heading.is_empty()) {
        let cells = u16::try_from(width(&heading) + 1).unwrap_or(u16::MAX);
        let x = area.right().saturating_sub(after + cells).max(area.x);
        // A blank behind it keeps the rule away; at the right end there is no rule.
        let text = Rect { x, width: (area.right() - x).min(cells + 1), ..area };
        painter.write(text, area.y, &format!(" {heading} "), painter.theme.dim);
    }
}

fn lines(shown: &ShownMap<'_>) -> Vec<StepLine> {
    let (funnel, selected) = (shown.funnel(), selected_row(shown));
    if shown.place.phase == Phase::After {
        let after = funnel.after.iter().take(selected.saturating_sub(funnel.steps.len())).zip(1..);
        return after
            .map(|(step, number)| StepLine {
                number: funnel.steps.len() + number,
                phase: Phase::After,
                rows: step.rows.clone(),
                reach: step.reach,
                partial: step.partial,
                share: step.share_of_buyers,
                is_leading_in: false,
            })
            .collect();
    }
    let steps = funnel.steps.iter().take(selected + 1).zip(1..);
    steps
        .map(|(step, number)| StepLine {
            number,
            phase: step.phase,
            rows: step.rows.clone(),
            reach: step.reach,
            partial: step.partial,
            share: step.conversion,
            is_leading_in: funnel.is_leading_in(number - 1),
        })
        .collect()
}

fn draw_line(painter: &mut Painter<'_>, line: &StepLine, (widest, is_current): (u128, bool), area: Rect) {
    let (theme, lang) = (painter.theme, painter.lang());
    let reach = reach_text(lang, line.reach, line.partial);
    let numbers = format!("{reach:>11}{:>8}", share_text(lang, line.share));
    let space = usize::from(area.width).saturating_sub(width(&numbers) + 6);
    let bar_cells = space / 2;
    let name_cells = space - bar_cells;
    let name = step_name(painter.shown, line.phase, line.rows.clone(), name_cells);
    let (name_style, bar_style) =
        if is_current { (theme.strong, theme.bar_selected) } else { (theme.plain, theme.bar) };
    let drawn = match line.reach {
        Some(_) if line.is_leading_in => span(fill(&lang.leading_in(), bar_cells), theme.dim),
        Some(reach) => span(fill(&bar(reach, widest, bar_cells), bar_cells), bar_style),
        None => span(format!("{:^bar_cells$}", "· · ·"), theme.dim),
    };
    let spans = [
        span(format!("{:>3} ", line.number), theme.dim),
        span(fill(&name, name_cells), name_style),
        span("  ", theme.plain),
        drawn,
        span(numbers, name_style),
    ];
    painter.write_spans(area, area.y, &spans);
}

/// The summary above the steps: how many customers are left, how many of them buy, and how many are lost.
struct StepSummary {
    left: Span<'static>,
    likelihood: Option<Span<'static>>,
    lost: Vec<Span<'static>>,
    /// The same as `lost`, as symbols.
    symbols: Vec<Span<'static>>,
}

impl StepSummary {
    fn without_lost(left: Span<'static>) -> StepSummary {
        StepSummary { left, likelihood: None, lost: Vec::new(), symbols: Vec::new() }
    }

    /// Returns the spans for the left and the right end of a line, as far as they fit.
    fn fitting(self, cells: usize) -> (Vec<Span<'static>>, Vec<Span<'static>>) {
        let fits = |left: &[Span<'_>], right: &[Span<'_>]| spans_width(left) + 2 + spans_width(right) <= cells;
        let (short, long) = (vec![self.left.clone()], [Some(self.left), self.likelihood]);
        let long: Vec<_> = long.into_iter().flatten().collect();
        if fits(&long, &self.lost) {
            (long, self.lost)
        } else if fits(&short, &self.lost) {
            (short, self.lost)
        } else {
            (short, self.symbols)
        }
    }
}

fn summary(painter: &Painter<'_>) -> StepSummary {
    let (shown, theme, lang) = (painter.shown, painter.theme, painter.lang());
    let funnel = shown.funnel();
    let only = |text: Option<String>| {
        StepSummary::without_lost(span(text.unwrap_or_else(|| lang.present_unknown()), theme.strong))
    };
    if shown.place.phase == Phase::After {
        let step = selected_row(shown).checked_sub(funnel.steps.len() + 1).and_then(|nth| funnel.after.get(nth));
        let reach = step.and_then(|step| step.reach).map(|reach| lang.number(reach));
        return only(
            reach
                .zip(funnel.buyers)
                .map(|(reach, buyers)| lang.present_of_buyers(&reach, &lang.number(buyers), shown.map().unit())),
        );
    }
    let current = funnel.step_at(shown.place).map(|index| (index, &funnel.steps[index]));
    let first = funnel.ends().map(|[(_, first), _]| first);
    let Some(((index, step), first)) = current.zip(first).filter(|((_, step), _)| step.reach.is_some()) else {
        return only(None);
    };
    if funnel.is_leading_in(index) {
        return only(Some(lang.leading_in()));
    }
    let is_last = funnel.steps[index + 1..].iter().all(|later| later.reach.is_none());
    let (left, all) = (reach_text(lang, step.reach, step.partial), reach_text(lang, first.reach, first.partial));
    let left = if is_last && step.phase == Phase::During {
        lang.funnel_buyers_of(step.reach.unwrap_or_default(), [&left, &all], shown.map().unit())
    } else {
        lang.present_left(&left, &all)
    };
    let likelihood = step.likelihood.filter(|_| !is_last).map(|share| match is_multiple(share) {
        true => lang.times_buying(&lang.percent(share)),
        false => lang.present_likely(&lang.percent(share)),
    });
    let likelihood = likelihood.map(|text| span(format!(" · {text}"), theme.plain));
    let (lost, symbols) = lost(painter, index);
    StepSummary { left: span(left, theme.strong), likelihood, lost, symbols }
}

/// Returns how many customers a step loses and its marks, in words and as symbols.
fn lost(painter: &Painter<'_>, index: usize) -> (Vec<Span<'static>>, Vec<Span<'static>>) {
    let (theme, lang) = (painter.theme, painter.lang());
    let funnel = painter.shown.funnel();
    let lost = funnel.steps[index].lost;
    let (mut words, mut symbols) = (Vec::new(), Vec::new());
    if lost > 0 {
        // The words of the biggest loss contain the number.
        if funnel.biggest_loss != Some(index) {
            words.push(span(lang.present_lost(&lang.number(lost)), theme.loss));
        }
        symbols.push(span(format!("−{}", lang.short_number(lost)), theme.loss));
    }
    for mark in marks(painter, index) {
        words.push(span(format!("  {}", mark.words), mark.style));
        symbols.push(span(format!(" {}", mark.symbol), mark.style));
    }
    (words, symbols)
}
