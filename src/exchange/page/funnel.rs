//! The funnel of the page: what it comes down to, its steps as a table, and the loop after the purchase.

use super::{Picture, WIDTHS};
use crate::exchange::drawing;
use crate::exchange::funnel_words::{self, NONE, percent};
use crate::lang::Lang;
use crate::map::funnel::{AfterStep, FunnelStep};
use crate::map::{Funnel, JourneyMap, Phase, Summary};

/// A funnel with numbers.
pub struct Told<'a> {
    /// How many buy, out of how many.
    pub overall: String,
    pub said: Vec<String>,
    pub drawings: Vec<Picture>,
    pub phases: Vec<OfPhase<'a>>,
    pub after: Vec<Row<'a>>,
    pub legend: String,
}

/// The steps of a phase.
pub struct OfPhase<'a> {
    pub phase: Phase,
    pub steps: Vec<Row<'a>>,
}

/// A step with its numbers.
pub struct Row<'a> {
    pub position: usize,
    pub names: Vec<&'a str>,
    pub reach: String,
    /// Its share of those before, or of the buyers after the purchase.
    pub share: String,
    pub lost: String,
    pub likelihood: String,
    pub marks: Vec<String>,
}

impl<'a> Told<'a> {
    /// The funnel of a map; none while it has no number.
    pub fn of(map: &'a JourneyMap, funnel: &Funnel, lang: &Lang) -> Option<Told<'a>> {
        let steps = |phase| {
            let of_phase = funnel.steps.iter().enumerate().filter(move |(_, step)| step.phase == phase);
            of_phase.map(|(index, _)| row(map, funnel, index, lang)).collect::<Vec<_>>()
        };
        let phases = [Phase::Before, Phase::During].map(|phase| OfPhase { phase, steps: steps(phase) });
        let after = funnel.after.iter().enumerate();
        let drawn = |(look, width)| Picture { look, drawing: drawing::funnel(map, funnel, lang, width) };
        Some(Told {
            overall: funnel_words::overall(funnel, funnel.buyers?, lang),
            said: lang.summary(&Summary::of(map, funnel), map, funnel),
            drawings: WIDTHS.map(drawn).into(),
            phases: phases.into_iter().filter(|of| !of.steps.is_empty()).collect(),
            after: after.map(|(index, step)| row_after(map, index, step, lang)).collect(),
            legend: funnel_words::sign_explanations(funnel, lang).join(" · "),
        })
    }
}

fn row<'a>(map: &'a JourneyMap, funnel: &Funnel, index: usize, lang: &Lang) -> Row<'a> {
    let step: &FunnelStep = &funnel.steps[index];
    let known = |text: Option<String>| match step.reach {
        Some(_) => text.unwrap_or_else(|| NONE.to_owned()),
        None => String::new(),
    };
    let marks = funnel_words::marks(funnel, index, step, lang);
    Row {
        position: index + 1,
        names: names(map, step.phase, &step.rows),
        reach: funnel_words::reach(step.reach, step.partial, lang),
        share: known(step.conversion.map(|share| percent(lang, share))),
        lost: known(step.since.map(|_| funnel_words::count(lang, step.lost))),
        likelihood: known(step.likelihood.map(|share| percent(lang, share))),
        marks: marks.into_iter().map(|(_, words)| words).collect(),
    }
}

fn row_after<'a>(map: &'a JourneyMap, index: usize, step: &AfterStep, lang: &Lang) -> Row<'a> {
    Row {
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
