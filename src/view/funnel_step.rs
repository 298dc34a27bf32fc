//! A step of the funnel beside the columns: its name and reach, its bar, and its shares and marks.

use std::sync::Arc;

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::funnel_parts::{
    bar_text, conversion, fitting_words, has_bar, likelihood, marks, marks_of, reach_text, step_name, what_if_text,
};
use super::painter::{Painter, span, spans_width};
use crate::app::model::query::shown_map::ShownMap;
use crate::lang::is_multiple;
use crate::map::Touchpoint;
use crate::map::funnel::FunnelStep;
use crate::map::width::{align_right, width};

/// The width of a column of shares.
const SHARE_WIDTH: usize = 7;
/// The width of the marks after the shares.
pub(super) const MARKS_WIDTH: usize = 4;
/// The width of the columns of shares and the marks.
const SHARES_WIDTH: usize = 2 * SHARE_WIDTH + 1 + MARKS_WIDTH;

/// What a step is drawn from.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct StepPart {
    index: usize,
    step: FunnelStep,
    touchpoints: Vec<Arc<Touchpoint>>,
    /// Which marks the step has.
    marks: [bool; 4],
    widest: Option<u128>,
    leads_in: bool,
    is_selected: bool,
}

impl StepPart {
    /// Returns what a step is drawn from; nothing under what-if assumptions, which change many values.
    fn of(shown: &ShownMap<'_>, index: usize, is_selected: bool) -> Option<StepPart> {
        let funnel = shown.funnel();
        let step = funnel.steps[index].clone();
        let touchpoints = shown.map().phase(step.phase).get(step.rows.clone()).unwrap_or_default().to_vec();
        let (marks, leads_in) = (marks_of(shown, index), funnel.is_leading_in(index));
        let part = StepPart { index, step, touchpoints, marks, widest: funnel.widest, leads_in, is_selected };
        shown.outcome.is_none().then_some(part)
    }
}

/// Returns two shares in their columns, followed by the marks.
pub(super) fn share_columns(conversion: &str, likelihood: &str, marks: &str) -> String {
    format!("{} {}{marks}", align_right(conversion, SHARE_WIDTH), align_right(likelihood, SHARE_WIDTH))
}

/// Draws a step, or takes it from the last frame if it looks the same.
pub(super) fn draw_step(painter: &mut Painter<'_>, index: usize, is_selected: bool, area: Rect) {
    match StepPart::of(painter.shown, index, is_selected) {
        Some(part) => {
            painter.part(area, part, |painter| draw_anew(painter, index, is_selected, area));
        }
        None => draw_anew(painter, index, is_selected, area),
    }
}

fn draw_anew(painter: &mut Painter<'_>, index: usize, is_selected: bool, area: Rect) {
    let (shown, theme, lang) = (painter.shown, painter.theme, painter.lang());
    let step = &shown.funnel().steps[index];
    let name_style = if is_selected { theme.selected } else { theme.plain };
    let mut customers = vec![span(reach_text(lang, step.reach, step.partial), theme.strong)];
    if let Some(assumed) = what_if_text(lang, shown, index) {
        customers.push(span(format!(" {assumed}"), theme.accent));
    }
    let number = format!("{:>2} ", index + 1);
    let space = usize::from(area.width).saturating_sub(width(&number) + spans_width(&customers) + 1);
    let name = step_name(shown, step.phase, step.rows.clone(), space);
    let left = [span(number, theme.dim), span(name, name_style)];
    painter.write_both_ends(area, area.y, &left, &customers);

    // In a low row, the shares stand beside the bar, not over it.
    let beside = if area.height < 3 { SHARES_WIDTH } else { 0 };
    let bar_cells = usize::from(area.width).saturating_sub(beside);
    let drawn = bar_text(painter, index, bar_cells);
    let bar_style = match has_bar(shown, index) {
        true if is_selected => theme.bar_selected,
        true => theme.bar,
        false => theme.dim,
    };
    painter.write(Rect { width: bar_cells as u16, ..area }, area.y + 1, &drawn, bar_style);
    draw_shares_and_marks(painter, index, area);
}

/// Draws the shares and marks of a step below its bar, or in columns beside the bar if the step has only two lines.
fn draw_shares_and_marks(painter: &mut Painter<'_>, index: usize, area: Rect) {
    let theme = painter.theme;
    let marks = marks(painter, index);
    if area.height < 3 {
        let (conversion, likelihood) = share_texts(painter, index);
        let numbers = share_columns(&conversion.unwrap_or_default(), &likelihood.unwrap_or_default(), " ");
        let symbols = marks.iter().map(|mark| span(mark.symbol, mark.style));
        let line: Vec<Span<'_>> = [span(numbers, theme.plain)].into_iter().chain(symbols).collect();
        let cells = (SHARES_WIDTH as u16).min(area.width);
        let end = Rect { x: area.right() - cells, width: cells, ..area };
        painter.write_spans(end, area.y + 1, &line);
        return;
    }
    let (short_shares, long_shares) = shares(painter, index);
    let space = usize::from(area.width).saturating_sub(4);
    let words = fitting_words(&marks, space + 2).unwrap_or_else(|| {
        // Words that would be cut are left out: the sentences below the funnel contain them.
        let mut words: Vec<Span<'_>> =
            marks.iter().map(|mark| span(format!(" {}", mark.short_words), mark.style)).collect();
        if let (Some(last), Some(mark)) = (words.last_mut(), marks.last()) {
            *last = span(format!(" {}", mark.symbol), mark.style);
        }
        words
    });
    if area.height > 3 && spans_width(&words) + width(&long_shares) > space {
        // Each gets a line of its own: the line between two steps is free.
        painter.write(area, area.y + 2, &format!("   {long_shares}"), theme.dim);
        let below = Rect { x: area.x + 2, width: area.width.saturating_sub(2), ..area };
        painter.write_spans(below, area.y + 3, &words);
        return;
    }
    let symbols: Vec<Span<'_>> = marks.iter().map(|mark| span(format!(" {}", mark.symbol), mark.style)).collect();
    let fits = |shares: &str, marks: &[Span<'_>]| spans_width(marks) + width(shares) <= space;
    let marks = if fits(&long_shares, &words) { words } else { symbols };
    let shares = if fits(&long_shares, &marks) { long_shares } else { short_shares };
    painter.write_both_ends(area, area.y + 2, &[span(format!("   {shares}"), theme.dim)], &marks);
}

/// Returns the conversion and likelihood of a step as texts.
fn share_texts(painter: &Painter<'_>, index: usize) -> (Option<String>, Option<String>) {
    let lang = painter.lang();
    let (conversion, is_assumed) = conversion(painter.state, painter.shown, index);
    let arrow = if is_assumed { "→" } else { "" };
    let conversion = conversion.map(|share| format!("{arrow}{}", lang.percent(share)));
    (conversion, likelihood(painter.shown, index).map(|share| lang.percent(share)))
}

/// Returns the words for the conversion and the likelihood of a step. More than the whole is no share.
fn share_words(painter: &Painter<'_>, index: usize) -> (Option<String>, Option<String>) {
    let lang = painter.lang();
    let (conversion_text, likelihood_text) = share_texts(painter, index);
    let (conversion, _) = conversion(painter.state, painter.shown, index);
    let grows = conversion.is_some_and(is_multiple);
    let reaching = |text: String| if grows { lang.times_before(&text) } else { lang.share_reaching(&text) };
    let is_less_than_buyers = likelihood(painter.shown, index).is_some_and(is_multiple);
    let buying = |text: String| if is_less_than_buyers { lang.times_buying(&text) } else { lang.share_buying(&text) };
    (conversion_text.map(reaching), likelihood_text.map(buying))
}

/// Returns the conversion and likelihood of a step with words: the most important share alone, and both.
fn shares(painter: &Painter<'_>, index: usize) -> (String, String) {
    let (conversion, likelihood) = share_words(painter, index);
    let first = conversion.clone().or(likelihood.clone()).unwrap_or_default();
    (first, [conversion, likelihood].into_iter().flatten().collect::<Vec<_>>().join(" · "))
}
