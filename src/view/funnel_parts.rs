//! The parts that all drawings of the funnel share: rows, numbers, marks and sentences.

use std::borrow::Cow;
use std::ops::Range;

use ratatui::style::Style;
use ratatui::text::Span;

use super::painter::{Painter, flow, span, spans_width};
use crate::app::model::action::{Action, TagEdit};
use crate::app::model::query::shown_map::ShownMap;
use crate::app::model::state::State;
use crate::exchange::bar::bar;
use crate::lang::{Lang, written_difference};
use crate::map::funnel::FunnelStep;
use crate::map::step::alternatives_name;
use crate::map::width::{cut, wrap};
use crate::map::{Phase, Place};

/// The maximum number of lines of a sentence.
const SENTENCE_LINES: usize = 8;

/// A row of the funnel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FunnelRow {
    /// A step before or during the purchase, by its index.
    Step(usize),
    /// The number of buyers.
    Buyers,
    /// A step after the purchase, by its index.
    After(usize),
}

/// A mark of a funnel step, like the biggest loss.
pub(crate) struct FunnelMark {
    pub symbol: &'static str,
    /// The mark and its meaning, like `▼ biggest loss −46,500`.
    pub words: String,
    /// The same with a rounded number, like `▼ biggest loss −46.5k`.
    pub short_words: String,
    pub style: Style,
}

impl FunnelMark {
    fn new(symbol: &'static str, meaning: &str, style: Style) -> FunnelMark {
        let words = format!("{symbol} {meaning}");
        FunnelMark { symbol, short_words: words.clone(), words, style }
    }
}

/// Returns the words of marks with a blank in front of each, with rounded numbers if exact ones take more than that many
/// cells; nothing if these do not fit either.
pub(crate) fn fitting_words(marks: &[FunnelMark], cells: usize) -> Option<Vec<Span<'static>>> {
    let words = |text: fn(&FunnelMark) -> &str| -> Vec<Span<'static>> {
        marks.iter().map(|mark| span(format!(" {}", text(mark)), mark.style)).collect()
    };
    let choices = [words(|mark| &mark.words), words(|mark| &mark.short_words)];
    choices.into_iter().find(|spans| spans_width(spans) <= cells)
}

/// Returns the number of rows of the funnel.
pub(crate) fn row_count(shown: &ShownMap<'_>) -> usize {
    shown.funnel().steps.len() + 1 + shown.funnel().after.len()
}

/// Returns the nth row of the funnel.
pub(crate) fn row(shown: &ShownMap<'_>, nth: usize) -> FunnelRow {
    let steps = shown.funnel().steps.len();
    match nth.checked_sub(steps) {
        None => FunnelRow::Step(nth),
        Some(0) => FunnelRow::Buyers,
        Some(after) => FunnelRow::After(after - 1),
    }
}

/// Returns the row of the selected touchpoint.
pub(crate) fn selected_row(shown: &ShownMap<'_>) -> usize {
    let funnel = shown.funnel();
    let place = shown.place;
    if place.phase == Phase::After {
        let after = funnel.after.partition_point(|step| step.rows.start <= place.row);
        return funnel.steps.len() + after;
    }
    funnel.step_at(place).unwrap_or_else(|| funnel.steps.partition_point(|step| step.place() < place))
}

/// Returns the place of the first touchpoint of a row.
pub(crate) fn place_of(shown: &ShownMap<'_>, row: FunnelRow) -> Option<Place> {
    match row {
        FunnelRow::Step(index) => shown.funnel().steps.get(index).map(FunnelStep::place),
        FunnelRow::Buyers => None,
        FunnelRow::After(index) => {
            shown.funnel().after.get(index).map(|step| Place::new(Phase::After, step.rows.start))
        }
    }
}

/// Returns the name of a step in at most that many cells.
pub(crate) fn step_name<'a>(shown: &'a ShownMap<'_>, phase: Phase, rows: Range<usize>, cells: usize) -> Cow<'a, str> {
    alternatives_name(shown.map().phase(phase).get(rows).unwrap_or_default(), cells)
}

/// Returns the marks that steps of the funnel have, each once, with what they mean, in lines of at most that many cells.
pub(crate) fn legend(painter: &Painter<'_>, cells: u16) -> Vec<Vec<Span<'static>>> {
    let shown = painter.shown;
    let funnel = shown.funnel_with_marks();
    let marked = [widening_step(shown), funnel.biggest_loss, funnel.shown_worst_rate(), lever(shown)];
    let mut marked: Vec<usize> = marked.into_iter().flatten().collect();
    marked.sort_unstable();
    marked.dedup();
    let mut groups: Vec<[Span<'static>; 2]> = Vec::new();
    for mark in marked.into_iter().flat_map(|step| marks(painter, step)) {
        if !groups.iter().any(|[known, _]| known.content.starts_with(mark.symbol)) {
            groups.push([span(mark.words, mark.style), span("   ", painter.theme.plain)]);
        }
    }
    flow(groups, cells.into())
}

/// Returns a step's reach as text: `12,000`, `≥ 900` if a part is unknown, `?` if all of it is.
pub(crate) fn reach_text(lang: &Lang, reach: Option<u128>, partial: bool) -> String {
    match reach {
        Some(reach) if partial => format!("≥ {}", lang.number(reach)),
        Some(reach) => lang.number(reach),
        None => "?".to_owned(),
    }
}

/// Returns a share as a percentage, or nothing if it is unknown.
pub(crate) fn share_text(lang: &Lang, share: Option<f64>) -> String {
    share.map_or_else(String::new, |share| lang.percent(share))
}

/// Returns a step's reach under the what-if assumptions as text, if it differs: `→ 5,400`.
pub(crate) fn what_if_text(lang: &Lang, shown: &ShownMap<'_>, index: usize) -> Option<String> {
    let outcome = shown.outcome.as_ref()?;
    let assumed = outcome.steps.get(index).copied().flatten()?;
    let actual = shown.funnel().steps[index].reach.map(|reach| reach as f64);
    (Some(assumed) != actual).then(|| format!("→ {}", lang.amount(assumed.round())))
}

/// Returns a step's reach under the what-if assumptions.
pub(crate) fn what_if_reach(shown: &ShownMap<'_>, index: usize) -> Option<u128> {
    let assumed = shown.outcome.as_ref().and_then(|outcome| outcome.steps.get(index).copied().flatten());
    assumed.map(|reach| reach.round() as u128).or(shown.funnel().steps[index].reach)
}

/// Returns the bar of a step, centred in that many cells; instead of it, the words for a step that leads in, or dots if
/// the reach is unknown.
pub(crate) fn bar_text(painter: &Painter<'_>, index: usize, cells: usize) -> String {
    let shown = painter.shown;
    let words = if shown.funnel().is_leading_in(index) {
        painter.lang().leading_in()
    } else {
        match what_if_reach(shown, index) {
            Some(reach) => return bar(reach, shown.funnel().widest.unwrap_or(reach), cells),
            None => "· · ·".to_owned(),
        }
    };
    format!("{:^cells$}", cut(&words, cells))
}

/// Returns true if a step is drawn with a bar.
pub(crate) fn has_bar(shown: &ShownMap<'_>, index: usize) -> bool {
    shown.funnel().steps[index].reach.is_some() && !shown.funnel().is_leading_in(index)
}

/// Returns the likelihood of buying from a step under the what-if assumptions.
pub(crate) fn likelihood(shown: &ShownMap<'_>, index: usize) -> Option<f64> {
    let Some(outcome) = &shown.outcome else { return shown.funnel().steps[index].likelihood };
    let reach = outcome.steps.get(index).copied().flatten()?;
    (reach > 0.0).then(|| outcome.buyers / reach)
}

/// Returns a step's conversion under the what-if assumptions, and whether it is an assumption.
pub(crate) fn conversion(state: &State, shown: &ShownMap<'_>, index: usize) -> (Option<f64>, bool) {
    let actual = shown.funnel().steps[index].conversion;
    let assumed = shown.outcome.as_ref().and_then(|_| state.shown_conversion(index)).or(actual);
    (assumed, assumed != actual)
}

/// Returns true if more customers reach a step than the one before, under the what-if assumptions.
fn widens(shown: &ShownMap<'_>, index: usize) -> bool {
    let step = &shown.funnel().steps[index];
    let Some(outcome) = &shown.outcome else { return step.widens };
    let assumed = |index: usize| outcome.steps.get(index).copied().flatten();
    // Rounding errors do not widen the funnel.
    step.since.is_some_and(|since| assumed(index) > assumed(since).map(|before| before + 0.5)) && step.widens
}

/// Returns which marks a step has: more than before, biggest loss, worst rate, best lever.
pub(super) fn marks_of(shown: &ShownMap<'_>, index: usize) -> [bool; 4] {
    let funnel = shown.funnel_with_marks();
    let is_this = |step: Option<usize>| step == Some(index);
    [widens(shown, index), is_this(funnel.biggest_loss), is_this(funnel.shown_worst_rate()), is_this(lever(shown))]
}

/// Returns the marks of a step.
pub(crate) fn marks(painter: &Painter<'_>, index: usize) -> Vec<FunnelMark> {
    let (shown, theme, lang) = (painter.shown, painter.theme, painter.lang());
    let funnel = shown.funnel_with_marks();
    let [widens, is_biggest_loss, is_worst_rate, is_lever] = marks_of(shown, index);
    let mut marks = Vec::new();
    if widens {
        marks.push(FunnelMark::new("▲", &lang.more_than_before(), theme.warning));
    }
    if is_biggest_loss {
        let lost = funnel.steps[index].lost;
        let [exact, rounded] = [lang.number(lost), lang.short_number(lost)]
            .map(|number| FunnelMark::new("▼", &format!("{} −{number}", lang.biggest_loss()), theme.loss));
        marks.push(FunnelMark { short_words: rounded.words, ..exact });
    }
    if is_worst_rate {
        marks.push(FunnelMark::new("▽", &lang.worst_rate(), theme.loss));
    }
    if is_lever {
        marks.push(FunnelMark::new("◆", &lang.best_lever(), theme.lever));
    }
    marks
}

/// Returns the sentences below the funnel, wrapped to a width: a warning about doubtful numbers, and the what-if
/// outcome or the summary.
pub(crate) fn sentences(painter: &Painter<'_>, cells: u16) -> Vec<Span<'static>> {
    let (state, shown, theme, lang) = (painter.state, painter.shown, painter.theme, painter.lang());
    let mut sentences = Vec::new();
    // Next to a what-if outcome, sentences about the actual funnel would be misleading.
    let about_funnel = if let Some(outcome) = &shown.outcome {
        sentences.push((lang.what_if_buyers(outcome, shown.map().unit()), theme.accent));
        &[]
    } else {
        shown.summary()
    };
    if let Some(index) = widening_step(shown) {
        let key = state.key_label(Action::Change(TagEdit::Alternative));
        sentences.push((format!("▲ {}", lang.check_numbers(index + 1, &key)), theme.accent));
    }
    sentences.extend(about_funnel.iter().map(|text| (text.clone(), theme.plain)));
    let lines = sentences.iter().flat_map(|(text, style)| {
        wrap(text, usize::from(cells), SENTENCE_LINES).into_iter().map(|range| span(text[range].to_owned(), *style))
    });
    lines.collect()
}

/// Returns the step of the best lever, unless it gains nothing or a step widens: then the numbers are doubtful.
pub(crate) fn lever(shown: &ShownMap<'_>) -> Option<usize> {
    let funnel = shown.funnel_with_marks();
    let gains = |&index: &usize| funnel.steps[index].lever.is_some_and(|gained| gained > 0.0);
    funnel.best_lever.filter(gains).filter(|_| widening_step(shown).is_none())
}

/// Returns the first step with more customers than the step before it, under the what-if assumptions.
pub(crate) fn widening_step(shown: &ShownMap<'_>) -> Option<usize> {
    let first = shown.funnel().first_widening?;
    (first..shown.funnel().steps.len()).find(|&index| widens(shown, index))
}

/// How many customers buy, and which share of all, under the what-if assumptions.
pub(crate) struct FunnelSummary {
    /// The buyers alone: `2,900`.
    pub buyers: String,
    /// The buyers of all customers: `2,900 of 60,000 people`. How many are left so far, if the phase during the purchase
    /// has no numbers.
    pub of_all: String,
    /// The what-if difference and the share: ` (+693) · 4.8%`.
    pub share: String,
}

impl FunnelSummary {
    /// Returns the summary of a funnel with a reach.
    pub(crate) fn of(painter: &Painter<'_>) -> Option<FunnelSummary> {
        let (shown, lang) = (painter.shown, painter.lang());
        let [(_, first), (index, last)] = shown.funnel().ends()?;
        let reach = what_if_reach(shown, index);
        let (all, buyers) = (reach_text(lang, first.reach, first.partial), reach_text(lang, reach, last.partial));
        let of_all = match last.phase {
            Phase::Before => lang.funnel_left_of(&buyers, &all),
            Phase::During | Phase::After => {
                lang.funnel_buyers_of(reach.unwrap_or_default(), [&buyers, &all], shown.map().unit())
            }
        };
        let overall = shown.funnel().overall_conversion;
        let (difference, overall) = match &shown.outcome {
            None => (String::new(), overall),
            Some(outcome) => {
                let all = first.reach.filter(|&all| all > 0);
                let overall = overall.and(all).map(|all| outcome.buyers / all as f64);
                (difference_text(lang, written_difference(outcome)), overall)
            }
        };
        let share = overall.map(|share| format!(" · {}", lang.percent(share))).unwrap_or_default();
        Some(FunnelSummary { buyers, of_all, share: format!("{difference}{share}") })
    }
}

/// Returns a difference of buyers in brackets: ` (+693)`; nothing if it is rounded to zero.
fn difference_text(lang: &Lang, change: f64) -> String {
    let sign = if change < 0.0 { "−" } else { "+" };
    match lang.amount(change.abs()).as_str() {
        "0" => String::new(),
        change => format!(" ({sign}{change})"),
    }
}

/// Returns the summary as a line.
pub(crate) fn summary(painter: &Painter<'_>) -> Vec<Span<'static>> {
    let summary = FunnelSummary::of(painter);
    summary.map(|each| span(format!("{}{}", each.of_all, each.share), painter.theme.strong)).into_iter().collect()
}

/// Returns the funnel's name, with a label if its numbers are those of a what-if.
pub(crate) fn name(painter: &Painter<'_>) -> String {
    let lang = painter.lang();
    if painter.shown.outcome.is_some() {
        format!("{} · {}", lang.funnel(), lang.what_if_label())
    } else {
        lang.funnel()
    }
}

/// Returns the funnel's title, with the unit and period of the map.
pub(crate) fn title(painter: &Painter<'_>) -> String {
    let (state, lang) = (painter.state, painter.lang());
    let header = painter.shown.map().header();
    let details = [&header.unit, &header.period].into_iter().flatten();
    let whole_map = state.board.filter.is_some().then(|| lang.whole_map());
    let title = details.fold(name(painter), |title, detail| format!("{title} · {detail}"));
    whole_map.into_iter().fold(title, |title, detail| format!("{title} · {detail}"))
}

/// Returns the advice for a map without numbers: which number to enter first.
pub(crate) fn advice(painter: &Painter<'_>) -> String {
    let (state, lang) = (painter.state, painter.lang());
    let map = painter.shown.map();
    match map.touchpoints().find(|(place, _)| place.phase != Phase::After) {
        Some((_, first)) => lang.funnel_needs_first_reach(&first.name, &state.key_label(Action::GiveReach), map.unit()),
        None => lang.funnel_needs_first_touchpoint(),
    }
}
