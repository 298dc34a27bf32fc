//! The funnel as a table to be read: a centred bar, the reach, the conversion and the likelihood of each step.

use super::funnel_table::{Grid, Shown};
use super::funnel_words::{NONE, legend, marks, overall, percent, reach};
use super::paragraph::{heading, paragraph};
use super::terminal_text::TextStyle;
use super::{ExportError, FunnelReport, TextLayout, counts_text, what_if_text};
use crate::map::funnel::AfterStep;
use crate::map::{Funnel, JourneyMap, Phase, Summary};

/// Writes the funnel of a map, or what there is while it has no numbers.
pub fn render(of: &FunnelReport, layout: &TextLayout) -> Result<Vec<u8>, ExportError> {
    let FunnelReport { map, funnel, what_if } = *of;
    let body = body(map, funnel, layout).unwrap_or_else(|| counts_text::counts(map, layout));
    let mut text = format!("{}\n{body}", heading(map, layout));
    if let Some((supposed, outcome)) = what_if {
        text.push('\n');
        text += &what_if_text::what_if(of, supposed, outcome, layout);
    }
    Ok(text.into_bytes())
}

/// The steps of a funnel and what they come down to, without the map's title; none while it has no numbers.
pub fn body(map: &JourneyMap, funnel: &Funnel, layout: &TextLayout) -> Option<String> {
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
    text += &layout.colour.paint(TextStyle::Heading, &overall(funnel, buyers, lang));
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
        text += &grid.note(TextStyle::Quiet, &legend, 0);
    }
    text.push('\n');
    for sentence in lang.summary(&Summary::of(map, funnel), map, funnel) {
        text += &paragraph(&sentence, None, layout);
    }
    Some(text)
}

fn shown<'a>(map: &'a JourneyMap, funnel: &Funnel, index: usize, largest: u128, layout: &TextLayout) -> Shown<'a> {
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

fn shown_after<'a>(
    map: &'a JourneyMap,
    step: &AfterStep,
    index: usize,
    largest: u128,
    layout: &TextLayout,
) -> Shown<'a> {
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
