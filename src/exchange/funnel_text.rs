//! The funnel as a table to be read: a centred bar, the reach, the conversion and the likelihood of each step.

use super::heading::{heading, paragraph};
use super::ink::Tint;
use super::{ExportError, FunnelOf, Layout, counts_text, table, what_if_text};
use crate::lang::Lang;
use crate::map::funnel::{AfterStep, FunnelStep};
use crate::map::{Funnel, JourneyMap, Phase, Summary};
use table::{Grid, Shown};

/// What stands for a number that nobody has given.
const UNKNOWN: &str = "?";
/// What stands where there is nothing to compare with.
pub(super) const NONE: &str = "–";

/// Writes the funnel of a map, or what there is while it has no numbers.
pub fn render(of: &FunnelOf, layout: &Layout) -> Result<Vec<u8>, ExportError> {
    let FunnelOf { map, funnel, what_if } = *of;
    let body = body(map, funnel, layout).unwrap_or_else(|| counts_text::counts(map, layout));
    let mut text = format!("{}\n{body}", heading(map, layout));
    if let Some((supposed, outcome)) = what_if {
        text.push('\n');
        text += &what_if_text::what_if(of, supposed, outcome, layout);
    }
    Ok(text.into_bytes())
}

/// The steps of a funnel and what they come down to, without the map's title; none while it has no numbers.
pub fn body(map: &JourneyMap, funnel: &Funnel, layout: &Layout) -> Option<String> {
    let buyers = funnel.buyers?;
    let lang = layout.lang;
    let largest = funnel.steps.iter().filter_map(|step| step.reach).max().unwrap_or_default();
    let before_purchase: Vec<Shown> =
        (0..funnel.steps.len()).map(|index| shown(map, funnel, index, largest, layout)).collect();
    // The loop after the purchase is measured by the buyers.
    let largest = funnel.after.iter().filter_map(|step| step.reach).chain([buyers]).max().unwrap_or_default();
    let after: Vec<Shown> =
        funnel.after.iter().enumerate().map(|(index, step)| shown_after(map, step, index, largest, layout)).collect();
    let grid = Grid::new(before_purchase.iter().chain(&after), layout);

    let mut text = String::new();
    let mut phase = None;
    for (step, shown) in funnel.steps.iter().zip(&before_purchase) {
        if phase != Some(step.phase) {
            text += &match phase {
                None => grid.heading(
                    &lang.phase(step.phase),
                    &lang.funnel_reach(),
                    &[&lang.funnel_conversion(), &lang.funnel_likelihood()],
                ),
                Some(_) => grid.heading(&lang.phase(step.phase), "", &[]),
            };
            phase = Some(step.phase);
        }
        text += &grid.row(shown);
    }
    text.push('\n');
    text += &layout.ink.paint(Tint::Heading, &overall(funnel, buyers, lang));
    text.push('\n');
    if !after.is_empty() {
        text.push('\n');
        text += &grid.heading(&lang.phase(Phase::After), &lang.funnel_reach(), &[&lang.funnel_of_buyers()]);
        for shown in &after {
            text += &grid.row(shown);
        }
    }
    let legend = legend(funnel, lang);
    if !legend.is_empty() {
        text.push('\n');
        text += &grid.note(Tint::Quiet, &legend, 0);
    }
    text.push('\n');
    for sentence in lang.summary(&Summary::of(map, funnel), map, funnel) {
        text += &paragraph(&sentence, None, layout);
    }
    Some(text)
}

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

fn shown<'a>(map: &'a JourneyMap, funnel: &Funnel, index: usize, largest: u128, layout: &Layout) -> Shown<'a> {
    let lang = layout.lang;
    let step = &funnel.steps[index];
    let share = |share: Option<f64>| match (step.reach, share) {
        (None, _) => String::new(),
        (Some(_), None) => NONE.to_owned(),
        (Some(_), Some(share)) => percent(lang, share),
    };
    Shown {
        position: index + 1,
        names: map.phase(step.phase)[step.rows.clone()].iter().map(|each| &*each.name).collect(),
        reach: reach(step.reach, step.partial, layout.lang),
        bar: (step.reach.unwrap_or_default(), largest),
        shares: vec![share(step.conversion), share(step.likelihood)],
        marks: marks(funnel, index, step, lang),
    }
}

fn shown_after<'a>(map: &'a JourneyMap, step: &AfterStep, index: usize, largest: u128, layout: &Layout) -> Shown<'a> {
    let share = step.share_of_buyers.map(|share| percent(layout.lang, share));
    Shown {
        position: index + 1,
        names: map.phase(Phase::After)[step.rows.clone()].iter().map(|each| &*each.name).collect(),
        reach: reach(step.reach, step.partial, layout.lang),
        bar: (step.reach.unwrap_or_default(), largest),
        shares: vec![share.unwrap_or_default()],
        marks: Vec::new(),
    }
}

/// What is remarkable about a step.
pub(super) fn marks(funnel: &Funnel, index: usize, step: &FunnelStep, lang: &Lang) -> Vec<(Tint, String)> {
    let mut marks = Vec::new();
    if let Some(since) = step.since.filter(|_| step.widens) {
        marks.push((Tint::Fault, format!("! {}", lang.funnel_widens(since + 1))));
    }
    if funnel.biggest_loss == Some(index) {
        marks.push((Tint::Loss, format!("▼ {}", lang.funnel_biggest_loss(step.lost))));
    }
    // A point more moves nobody where nobody buys.
    if let Some(gained) = step.lever.filter(|&gained| funnel.best_lever == Some(index) && gained > 0.0) {
        marks.push((Tint::Lever, format!("◆ {}", lang.funnel_best_lever(gained))));
    }
    if let Some((low, high)) = step.uncertain() {
        marks.push((Tint::Quiet, format!("± {}", lang.funnel_uncertain(low, high))));
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
