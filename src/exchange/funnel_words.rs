//! Numbers, marks and sentences of a funnel, as all formats for people show them.

use super::terminal_text::TextStyle;
use crate::lang::Lang;
use crate::map::Funnel;
use crate::map::funnel::FunnelStep;

/// The sign for a number that nobody has given.
const UNKNOWN: &str = "?";
/// The sign for a number that cannot exist, because there is nothing to compare with.
pub(super) const NONE: &str = "–";

/// What the signs mean that stand for reaches in the funnel.
pub(super) fn legend(funnel: &Funnel, lang: &Lang) -> String {
    let after = funnel.after.iter().map(|step| (step.reach, step.partial));
    let reaches: Vec<_> = funnel.steps.iter().map(|step| (step.reach, step.partial)).chain(after).collect();
    let said = [
        (reaches.iter().any(|(reach, _)| reach.is_none()), lang.funnel_unknown(UNKNOWN)),
        (reaches.iter().any(|(_, partial)| *partial), lang.funnel_partial("≥")),
    ];
    let said: Vec<String> = said.into_iter().filter(|(holds, _)| *holds).map(|(_, words)| words).collect();
    said.join(" · ")
}

/// How many buy, out of how many.
pub(super) fn overall(funnel: &Funnel, buyers: u128, lang: &Lang) -> String {
    let buyers = lang.funnel_buyers(buyers);
    let first = funnel.steps.iter().position(|step| step.reach.is_some());
    match funnel.overall_conversion.zip(first) {
        Some((share, first)) => lang.funnel_overall(&buyers, share, first + 1),
        None => buyers,
    }
}

/// What is remarkable about a step.
pub(super) fn marks(funnel: &Funnel, index: usize, step: &FunnelStep, lang: &Lang) -> Vec<(TextStyle, String)> {
    let mut marks = Vec::new();
    if let Some(since) = step.since.filter(|_| step.widens) {
        marks.push((TextStyle::Fault, format!("! {}", lang.funnel_widens(since + 1))));
    }
    if funnel.biggest_loss == Some(index) {
        marks.push((TextStyle::Loss, format!("▼ {}", lang.funnel_biggest_loss(step.lost))));
    }
    // A point more moves nobody where nobody buys.
    if let Some(gained) = step.lever.filter(|&gained| funnel.best_lever == Some(index) && gained > 0.0) {
        marks.push((TextStyle::Lever, format!("◆ {}", lang.funnel_best_lever(gained))));
    }
    if let Some((low, high)) = step.uncertain() {
        marks.push((TextStyle::Quiet, format!("± {}", lang.funnel_uncertain(low, high))));
    }
    marks
}

/// A reach, with a sign where a part of it is unknown; only a sign where all is.
pub(super) fn reach(reach: Option<u128>, partial: bool, lang: &Lang) -> String {
    match reach {
        None => UNKNOWN.to_owned(),
        Some(reach) if partial => format!("≥{}", count(lang, reach)),
        Some(reach) => count(lang, reach),
    }
}

/// A number in full, unless that would push the other columns off the page.
pub(super) fn count(lang: &Lang, number: u128) -> String {
    if number < 1_000_000_000 { lang.number(number) } else { lang.short_number(number) }
}

/// A share as a percentage, or as a factor where the numbers are badly wrong.
pub(super) fn percent(lang: &Lang, share: f64) -> String {
    if share < 100.0 { lang.percent(share) } else { format!("×{}", lang.short_number(share.round() as u128)) }
}
