//! What standing and lying funnel have in common: items, bars, marks and words of a step.

use std::borrow::Cow;

use ratatui::style::Style;

use super::pen::{Piece, piece};
use super::theme::Theme;
use crate::app::model::action::Action;
use crate::app::model::action::TagEdit;
use crate::app::model::query::shown_map::Shown;
use crate::app::model::state::State;
use crate::lang::Lang;
use crate::map::funnel::{AfterStep, FunnelStep};
use crate::map::width::wrap;
use crate::map::{Phase, Place};

/// The most lines for one sentence.
const SENTENCE: usize = 6;

/// One thing that a funnel lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// A step before or during the purchase, by its index.
    Step(usize),
    /// The buyers, in numbers.
    Buyers,
    /// A step after the purchase, by its index.
    After(usize),
}

/// How many items a funnel lists.
pub fn count(shown: &Shown<'_>) -> usize {
    shown.funnel().steps.len() + 1 + shown.funnel().after.len()
}

/// The nth item of a funnel.
pub fn item(shown: &Shown<'_>, nth: usize) -> Item {
    let steps = shown.funnel().steps.len();
    match nth.checked_sub(steps) {
        None => Item::Step(nth),
        Some(0) => Item::Buyers,
        Some(after) => Item::After(after - 1),
    }
}

/// The item that the selected touchpoint belongs to.
pub fn selected(shown: &Shown<'_>) -> usize {
    let funnel = shown.funnel();
    let place = shown.place;
    if place.phase == Phase::After {
        let after = funnel.after.partition_point(|step| step.rows.start <= place.row);
        return funnel.steps.len() + after;
    }
    funnel.step_at(place).unwrap_or_else(|| funnel.steps.partition_point(|step| step.place() < place))
}

/// The place of an item's first touchpoint.
pub fn place(shown: &Shown<'_>, item: Item) -> Option<Place> {
    match item {
        Item::Step(index) => shown.funnel().steps.get(index).map(FunnelStep::place),
        Item::Buyers => None,
        Item::After(index) => shown.funnel().after.get(index).map(|step| Place::new(Phase::After, step.rows.start)),
    }
}

/// The names of the touchpoints in some rows of a phase, alternatives side by side.
pub fn names<'a>(shown: &'a Shown<'_>, phase: Phase, rows: std::ops::Range<usize>) -> Cow<'a, str> {
    match shown.map().phase(phase).get(rows).unwrap_or_default() {
        [] => Cow::Borrowed(""),
        [only] => Cow::Borrowed(&only.name),
        several => Cow::Owned(several.iter().map(|each| &*each.name).collect::<Vec<_>>().join(" / ")),
    }
}

/// A step's reach in words: `12,000`, `≥ 900` where a part is unknown, `?` where all is.
pub fn reach(lang: &Lang, reach: Option<u128>, partial: bool) -> String {
    match reach {
        Some(reach) if partial => format!("≥ {}", lang.number(reach)),
        Some(reach) => lang.number(reach),
        None => "?".to_owned(),
    }
}

/// What a step would have with all that is supposed, where that is another number; `→ 5,400`.
pub fn supposed(lang: &Lang, shown: &Shown<'_>, index: usize) -> Option<String> {
    let outcome = shown.outcome.as_ref()?;
    let would = outcome.steps.get(index).copied().flatten()?;
    let is = shown.funnel().steps[index].reach.map(|reach| reach as f64);
    (Some(would) != is).then(|| format!("→ {}", lang.amount(would.round())))
}

/// The customers at a step, with all that is supposed.
pub fn reach_then(shown: &Shown<'_>, index: usize) -> Option<u128> {
    let would = shown.outcome.as_ref().and_then(|outcome| outcome.steps.get(index).copied().flatten());
    would.map(|reach| reach.round() as u128).or(shown.funnel().steps[index].reach)
}

/// The likelihood of buying from a step, with all that is supposed.
pub fn likelihood(shown: &Shown<'_>, index: usize) -> Option<f64> {
    let Some(outcome) = &shown.outcome else { return shown.funnel().steps[index].likelihood };
    let reach = outcome.steps.get(index).copied().flatten()?;
    (reach > 0.0).then(|| outcome.buyers / reach)
}

/// The conversion of a step, with what is supposed of it; and whether it is supposed.
pub fn conversion(state: &State, shown: &Shown<'_>, index: usize) -> (Option<f64>, bool) {
    let own = shown.funnel().steps[index].conversion;
    let now = shown.outcome.as_ref().and_then(|_| state.shown_conversion(index)).or(own);
    (now, now != own)
}

/// What is special about a step: sign, word and look of each mark.
pub fn marks(lang: &Lang, theme: &Theme, shown: &Shown<'_>, index: usize) -> Vec<(&'static str, String, Style)> {
    let funnel = shown.funnel();
    let step = &funnel.steps[index];
    let mut marks = Vec::new();
    if step.widens {
        marks.push(("▲", lang.more_than_before(), theme.fault));
    }
    if funnel.biggest_loss == Some(index) {
        marks.push(("▼", format!("{} −{}", lang.biggest_loss(), lang.short_number(step.lost)), theme.loss));
    }
    if lever(shown).is_some_and(|(best, _)| best == index) {
        marks.push(("◆", lang.best_lever(), theme.lever));
    }
    marks
}

/// All that is to be said of the funnel: what would be, what is in doubt, where most are lost and what would help.
pub fn told(state: &State, shown: &Shown<'_>, theme: &Theme, width: u16) -> Vec<(String, Style)> {
    let lang = &state.lang;
    let mut told = Vec::new();
    // What is said of the funnel as it is would only be taken for what is supposed.
    let said = if let Some(outcome) = &shown.outcome {
        told.push((lang.what_if_buyers(outcome), theme.hit));
        &[]
    } else {
        shown.said()
    };
    if let Some(index) = widening(shown) {
        told.push((
            format!("▲ {}", lang.check_numbers(index + 1, &state.key_label(Action::Change(TagEdit::Alternative)))),
            theme.hit,
        ));
    }
    told.extend(said.iter().map(|text| (text.clone(), theme.plain)));
    let lines = told.iter().flat_map(|(text, style)| {
        wrap(text, usize::from(width), SENTENCE).into_iter().map(|range| (text[range].to_owned(), *style))
    });
    lines.collect()
}

/// The best lever with the buyers that it gains; none while a step widens, since its numbers are then in doubt.
pub fn lever(shown: &Shown<'_>) -> Option<(usize, f64)> {
    let funnel = shown.funnel();
    let index = funnel.best_lever.filter(|_| widening(shown).is_none())?;
    funnel.steps[index].lever.filter(|&gain| gain > 0.0).map(|gain| (index, gain))
}

/// The first step with more customers than the one before it.
pub fn widening(shown: &Shown<'_>) -> Option<usize> {
    shown.funnel().steps.iter().position(|step| step.widens)
}

/// The buyers in one line: how many, of how many, which share; before *during* has a number, who got so far.
pub fn summary(lang: &Lang, theme: &Theme, shown: &Shown<'_>) -> Vec<Piece<'static>> {
    let known = || shown.funnel().steps.iter().filter(|step| step.reach.is_some());
    let (Some(first), Some(last)) = (known().next(), known().next_back()) else { return Vec::new() };
    let (all, left) = (reach(lang, first.reach, first.partial), reach(lang, last.reach, last.partial));
    let said = match last.phase {
        Phase::Before => lang.funnel_left_of(&left, &all),
        Phase::During | Phase::After => lang.funnel_buyers_of(&left, &all),
    };
    let overall = shown.funnel().overall_conversion.map(|share| format!(" · {}", lang.percent(share)));
    vec![piece(said, theme.strong), piece(overall.unwrap_or_default(), theme.strong)]
}

/// A step's conversion, likelihood and share of the buyers as cells of a table.
pub fn share(lang: &Lang, share: Option<f64>) -> String {
    share.map_or_else(String::new, |share| lang.percent(share))
}

/// The share of the buyers who get to a step after the purchase.
pub fn share_of_buyers(lang: &Lang, step: &AfterStep) -> String {
    share(lang, step.share_of_buyers)
}
