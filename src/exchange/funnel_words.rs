//! Numbers, marks and sentences of a funnel, as all formats for people show them.

use super::terminal_text::TextStyle;
use crate::lang::Lang;
use crate::map::Funnel;
use crate::map::funnel::FunnelStep;

/// The sign for a reach that nobody has entered.
const UNKNOWN: &str = "?";
/// The sign for a share without anything to compare with.
pub(super) const NOT_APPLICABLE: &str = "–";

/// Returns how many buy and out of how many.
pub(super) fn overall(funnel: &Funnel, buyers: u128, unit: Option<&str>, lang: &Lang) -> String {
    let buyers = lang.buyers(&lang.number(buyers), unit);
    match funnel.overall_conversion.zip(funnel.ends()) {
        Some((share, [(first, _), _])) => lang.funnel_text_overall(&buyers, share, first + 1),
        None => buyers,
    }
}

/// Returns what is remarkable about a step: it leads in, it widens, it loses most, its rate is
/// the worst, it is the best lever, its rate is uncertain.
pub(super) fn marks(funnel: &Funnel, index: usize, unit: Option<&str>, lang: &Lang) -> Vec<(TextStyle, String)> {
    let mut marks = Vec::new();
    let Some(step) = funnel.steps.get(index) else { return marks };
    if funnel.is_leading_in(index) {
        marks.push((TextStyle::Quiet, lang.leading_in()));
    }
    if let Some(since) = step.since.filter(|_| step.widens) {
        marks.push((TextStyle::Fault, format!("! {}", lang.funnel_text_widens(since + 1))));
    }
    if funnel.biggest_loss == Some(index) {
        marks.push((TextStyle::Loss, format!("▼ {}", lang.funnel_text_biggest_loss(step.lost))));
    }
    if let Some(share) = step.conversion.filter(|_| funnel.shown_worst_rate() == Some(index)) {
        marks.push((TextStyle::Loss, format!("▽ {}", lang.funnel_text_worst_rate(share))));
    }
    if let Some(gained) = step.lever.filter(|_| funnel.shown_best_lever() == Some(index)) {
        marks.push((TextStyle::Lever, format!("◆ {}", lang.funnel_text_best_lever(gained, unit))));
    }
    if let Some((low, high)) = step.uncertain() {
        marks.push((TextStyle::Quiet, format!("± {}", lang.funnel_text_uncertain(low, high))));
    }
    marks
}

/// Returns the explanations of the signs in front of reaches that this funnel needs, one sentence each.
pub(super) fn sign_explanations(funnel: &Funnel, lang: &Lang) -> Vec<String> {
    let after = funnel.after.iter().map(|step| (step.reach, step.partial));
    let reaches: Vec<_> = funnel.steps.iter().map(|step| (step.reach, step.partial)).chain(after).collect();
    let has_unknown = reaches.iter().any(|(reach, _)| reach.is_none());
    let has_partial = reaches.iter().any(|(_, partial)| *partial);
    let unknown = has_unknown.then(|| lang.funnel_text_unknown(UNKNOWN));
    let partial = has_partial.then(|| lang.funnel_text_partial("≥"));
    unknown.into_iter().chain(partial).collect()
}

/// Returns a reach: with `≥` if a part of it is unknown, and only `?` if all of it is.
pub(super) fn reach(reach: Option<u128>, partial: bool, lang: &Lang) -> String {
    match reach {
        None => UNKNOWN.to_owned(),
        Some(reach) if partial => format!("≥{}", count(lang, reach)),
        Some(reach) => count(lang, reach),
    }
}

/// Returns a number in full, or shortened from a thousand million on, so that it does not widen its column too much.
pub(super) fn count(lang: &Lang, number: u128) -> String {
    if number < 1_000_000_000 { lang.number(number) } else { lang.short_number(number) }
}

/// Returns a share as a percentage, or as a factor such as `×250` if it is a hundredfold and more.
pub(super) fn percent(lang: &Lang, share: f64) -> String {
    if share < 100.0 { lang.percent(share) } else { format!("×{}", lang.short_number(share.round() as u128)) }
}

/// Returns a share of a step as a percentage: empty if its reach is unknown, `–` if there is nothing to compare with.
pub(super) fn share_of_step(step: &FunnelStep, share: Option<f64>, lang: &Lang) -> String {
    match (step.reach, share) {
        (None, _) => String::new(),
        (Some(_), None) => NOT_APPLICABLE.to_owned(),
        (Some(_), Some(share)) => percent(lang, share),
    }
}
