//! The page's funnel: its summary, its steps as a table, and the loop after the purchase.

use super::{SizedDrawing, WIDTHS};
use crate::exchange::drawing;
use crate::exchange::funnel_words::{self, NOT_APPLICABLE, percent};
use crate::lang::Lang;
use crate::map::funnel::{AfterStep, FunnelStep};
use crate::map::{Funnel, JourneyMap, Phase, Summary};

/// The section of the funnel.
pub(crate) struct FunnelSection<'a> {
    /// How many buy and out of how many.
    pub overall: String,
    pub summary: Vec<String>,
    pub drawings: Vec<SizedDrawing>,
    pub phases: Vec<FunnelPhase<'a>>,
    pub after: Vec<FunnelStepRow<'a>>,
    pub legend: String,
}

/// The steps of a phase.
pub(crate) struct FunnelPhase<'a> {
    pub phase: Phase,
    pub steps: Vec<FunnelStepRow<'a>>,
}

/// A step with its numbers.
pub(crate) struct FunnelStepRow<'a> {
    pub position: usize,
    pub names: Vec<&'a str>,
    pub reach: String,
    /// Its conversion; after the purchase, its share of the buyers.
    pub share: String,
    pub lost: String,
    pub likelihood: String,
    pub marks: Vec<String>,
}

impl<'a> FunnelSection<'a> {
    /// Returns the funnel of a map; none if no reach is known.
    pub fn of(map: &'a JourneyMap, funnel: &Funnel, lang: &Lang) -> Option<FunnelSection<'a>> {
        let steps = |phase| {
            let of_phase = funnel.steps.iter().enumerate().filter(move |(_, step)| step.phase == phase);
            of_phase.map(|(index, _)| row(map, funnel, index, lang)).collect::<Vec<_>>()
        };
        let phases = [Phase::Before, Phase::During].map(|phase| FunnelPhase { phase, steps: steps(phase) });
        let after = funnel.after.iter().enumerate();
        let drawn = |(class, width)| SizedDrawing { class, drawing: drawing::draw_funnel(map, funnel, lang, width) };
        Some(FunnelSection {
            overall: funnel_words::overall(funnel, funnel.buyers?, map.unit(), lang),
            summary: lang.summary(&Summary::of(map, funnel), map, funnel),
            drawings: WIDTHS.map(drawn).into(),
            phases: phases.into_iter().filter(|group| !group.steps.is_empty()).collect(),
            after: after.map(|(index, step)| row_after(map, index, step, lang)).collect(),
            legend: funnel_words::sign_explanations(funnel, lang).join(" · "),
        })
    }
}

/// Returns the row of a step up to the purchase; only steps with known reach have numbers.
fn row<'a>(map: &'a JourneyMap, funnel: &Funnel, index: usize, lang: &Lang) -> FunnelStepRow<'a> {
    let step: &FunnelStep = &funnel.steps[index];
    // What leads in has only a reach.
    let if_known = |text: Option<String>| match step.reach.filter(|_| !funnel.is_leading_in(index)) {
        Some(_) => text.unwrap_or_else(|| NOT_APPLICABLE.to_owned()),
        None => String::new(),
    };
    let marks = funnel_words::marks(funnel, index, map.unit(), lang);
    FunnelStepRow {
        position: index + 1,
        names: names(map, step.phase, &step.rows),
        reach: funnel_words::reach(step.reach, step.partial, lang),
        share: if_known(step.conversion.map(|share| percent(lang, share))),
        lost: if_known(step.since.map(|_| funnel_words::count(lang, step.lost))),
        likelihood: if_known(step.likelihood.map(|share| percent(lang, share))),
        marks: marks.into_iter().map(|(_, words)| words).collect(),
    }
}

fn row_after<'a>(map: &'a JourneyMap, index: usize, step: &AfterStep, lang: &Lang) -> FunnelStepRow<'a> {
    FunnelStepRow {
        position: index + 1,
        names: names(map, Phase::After, &step.rows),
        reach: funnel_words::reach(step.reach, step.partial, lang),
        share: step.share_of_buyers.map(|share| percent(lang, share)).unwrap_or_default(),
        lost: String::new(),
        likelihood: String::new(),
        marks: Vec::new(),
    }
}

fn names<'a>(map: &'a JourneyMap, phase: Phase, rows: &std::ops::Range<usize>) -> Vec<&'a str> {
    map.phase(phase)[rows.clone()].iter().map(|each| &*each.name).collect()
}
