//! The funnel as a table for people: a centred bar, the reach, the conversion and the likelihood of each step.

use super::exporter::{ExportError, FunnelReport, TextLayout};
use super::funnel_table::{FunnelTable, FunnelTableRow};
use super::funnel_words::{marks, overall, percent, reach, share_of_step, sign_explanations};
use super::paragraph::{heading, paragraph};
use super::terminal_text::TextStyle;
use super::{counts_text, what_if_text};
use crate::map::funnel::AfterStep;
use crate::map::{Funnel, JourneyMap, Phase, Summary};

/// Writes the funnel of a map, or its counts if no reach is known.
pub(crate) fn render(report: &FunnelReport, layout: &TextLayout) -> Result<Vec<u8>, ExportError> {
    let FunnelReport { map, funnel, what_if } = *report;
    let body = body(map, funnel, layout).unwrap_or_else(|| counts_text::counts(map, layout));
    let mut text = format!("{}\n{body}", heading(map, layout));
    if let Some((supposed, outcome)) = what_if {
        text.push('\n');
        text += &what_if_text::what_if(report, supposed, outcome, layout);
    }
    Ok(text.into_bytes())
}

/// Returns the steps and the summary of a funnel, without the map's title; none if no reach is known.
pub(crate) fn body(map: &JourneyMap, funnel: &Funnel, layout: &TextLayout) -> Option<String> {
    let buyers = funnel.buyers?;
    let lang = layout.lang;
    let of_buyers = lang.funnel_text_of_buyers(map.unit());
    let largest = funnel.widest.unwrap_or_default();
    let steps: Vec<FunnelTableRow> =
        (0..funnel.steps.len()).map(|index| step_row(map, funnel, index, largest, layout)).collect();
    // After the purchase, bars are compared with the buyers.
    let largest = funnel.after.iter().filter_map(|step| step.reach).chain([buyers]).max().unwrap_or_default();
    let after: Vec<FunnelTableRow> =
        funnel.after.iter().enumerate().map(|(index, step)| after_row(map, step, index, largest, layout)).collect();
    let table = FunnelTable::new(steps.iter().chain(&after), &of_buyers, layout);

    let mut text = String::new();
    let mut phase = None;
    for (step, row) in funnel.steps.iter().zip(&steps) {
        if phase != Some(step.phase) {
            text += &match phase {
                None => table.heading(
                    &lang.phase(step.phase),
                    &lang.funnel_text_reach(),
                    &[&lang.funnel_text_conversion(), &lang.funnel_text_likelihood()],
                ),
                Some(_) => table.heading(&lang.phase(step.phase), "", &[]),
            };
            phase = Some(step.phase);
        }
        text += &table.row(row);
    }
    text.push('\n');
    text += &layout.colour.paint(TextStyle::Heading, &overall(funnel, buyers, map.unit(), lang));
    text.push('\n');
    if !after.is_empty() {
        text.push('\n');
        text += &table.heading(&lang.phase(Phase::After), &lang.funnel_text_reach(), &[&of_buyers]);
        for row in &after {
            text += &table.row(row);
        }
    }
    let legend = sign_explanations(funnel, lang).join(" · ");
    if !legend.is_empty() {
        text.push('\n');
        text += &table.remark(TextStyle::Quiet, &legend, 0);
    }
    text.push('\n');
    for sentence in lang.summary(&Summary::of(map, funnel), map, funnel) {
        text += &paragraph(&sentence, None, layout);
    }
    Some(text)
}

/// Returns the row of a step up to the purchase; `largest` is the reach of a full bar.
fn step_row<'a>(
    map: &'a JourneyMap,
    funnel: &Funnel,
    index: usize,
    largest: u128,
    layout: &TextLayout,
) -> FunnelTableRow<'a> {
    let lang = layout.lang;
    let step = &funnel.steps[index];
    // What leads in is in no proportion to the bars of the funnel.
    let is_leading_in = funnel.is_leading_in(index);
    let share = |share| if is_leading_in { String::new() } else { share_of_step(step, share, lang) };
    FunnelTableRow {
        position: index + 1,
        names: map.phase(step.phase)[step.rows.clone()].iter().map(|each| &*each.name).collect(),
        reach: reach(step.reach, step.partial, lang),
        bar: (step.reach.filter(|_| !is_leading_in).unwrap_or_default(), largest),
        shares: vec![share(step.conversion), share(step.likelihood)],
        marks: marks(funnel, index, map.unit(), lang),
    }
}

/// Returns the row of a step after the purchase; `largest` is the reach of a full bar.
fn after_row<'a>(
    map: &'a JourneyMap,
    step: &AfterStep,
    index: usize,
    largest: u128,
    layout: &TextLayout,
) -> FunnelTableRow<'a> {
    let share = step.share_of_buyers.map(|share| percent(layout.lang, share));
    FunnelTableRow {
        position: index + 1,
        names: map.phase(Phase::After)[step.rows.clone()].iter().map(|each| &*each.name).collect(),
        reach: reach(step.reach, step.partial, layout.lang),
        bar: (step.reach.unwrap_or_default(), largest),
        shares: vec![share.unwrap_or_default()],
        marks: Vec::new(),
    }
}
