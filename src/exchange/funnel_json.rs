//! The funnel as JSON, with every number in full.

use serde::Serialize;

use super::exporter::{ExportError, FunnelReport, TextLayout};
use crate::map::funnel::{AfterStep, FunnelStep};
use crate::map::{Funnel, JourneyMap, Phase, Touchpoint, TouchpointId, WhatIfOutcome};

/// The funnel; scripts rely on the names and their order. Positions count all steps from 1.
#[derive(Serialize)]
struct FunnelJson<'a> {
    title: &'a str,
    unit: Option<&'a str>,
    period: Option<&'a str>,
    buyers: Option<u128>,
    overall_conversion: Option<f64>,
    biggest_loss: Option<usize>,
    worst_rate: Option<usize>,
    best_lever: Option<usize>,
    from: usize,
    steps: Vec<StepJson<'a>>,
    after: Vec<AfterJson<'a>>,
    what_if: Option<WhatIfJson>,
}

#[derive(Serialize)]
struct StepJson<'a> {
    position: usize,
    phase: Phase,
    touchpoints: Vec<TouchpointId>,
    names: Vec<&'a str>,
    reach: Option<u128>,
    partial: bool,
    conversion: Option<f64>,
    since: Option<usize>,
    lost: Option<u128>,
    likelihood: Option<f64>,
    interval: Option<(f64, f64)>,
    lever: Option<f64>,
    widens: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    leading_in: Option<bool>,
}

#[derive(Serialize)]
struct AfterJson<'a> {
    position: usize,
    touchpoints: Vec<TouchpointId>,
    names: Vec<&'a str>,
    reach: Option<u128>,
    share_of_buyers: Option<f64>,
}

#[derive(Serialize)]
struct WhatIfJson {
    buyers: f64,
    change: f64,
    steps: Vec<WhatIfStepJson>,
}

#[derive(Serialize)]
struct WhatIfStepJson {
    position: usize,
    reach: f64,
}

/// Writes the funnel of a map and, if conversions are supposed, its outcome.
pub(crate) fn render(report: &FunnelReport, _: &TextLayout) -> Result<Vec<u8>, ExportError> {
    let FunnelReport { map, funnel, what_if } = *report;
    let header = map.header();
    let object = FunnelJson {
        title: &header.title,
        unit: header.unit.as_deref(),
        period: header.period.as_deref(),
        buyers: funnel.buyers,
        overall_conversion: funnel.overall_conversion,
        biggest_loss: funnel.biggest_loss.map(position),
        worst_rate: funnel.worst_rate.map(position),
        best_lever: funnel.best_lever.map(position),
        from: position(funnel.begin),
        steps: funnel.steps.iter().enumerate().map(|(nth, step)| StepJson::new(map, funnel, nth, step)).collect(),
        after: funnel.after.iter().enumerate().map(|(nth, step)| AfterJson::new(map, nth, step)).collect(),
        what_if: what_if.map(|(_, outcome)| WhatIfJson::new(outcome)),
    };
    let mut json = serde_json::to_vec_pretty(&object).map_err(ExportError::library)?;
    json.push(b'\n');
    Ok(json)
}

impl<'a> StepJson<'a> {
    fn new(map: &'a JourneyMap, funnel: &Funnel, nth: usize, step: &FunnelStep) -> StepJson<'a> {
        let is_leading_in = funnel.is_leading_in(nth);
        let touchpoints = &map.phase(step.phase)[step.rows.clone()];
        StepJson {
            position: position(nth),
            phase: step.phase,
            touchpoints: touchpoints.iter().map(|each| each.id).collect(),
            names: touchpoints.iter().map(|each| name(each)).collect(),
            reach: step.reach,
            partial: step.partial,
            conversion: step.conversion,
            since: step.since.map(position),
            lost: (!is_leading_in).then_some(step.lost),
            likelihood: step.likelihood,
            interval: step.interval,
            lever: step.lever,
            widens: (!is_leading_in).then_some(step.widens),
            leading_in: is_leading_in.then_some(true),
        }
    }
}

impl WhatIfJson {
    fn new(outcome: &WhatIfOutcome) -> WhatIfJson {
        let steps = outcome.steps.iter().enumerate();
        let known =
            steps.filter_map(|(nth, reach)| reach.map(|reach| WhatIfStepJson { position: position(nth), reach }));
        WhatIfJson { buyers: outcome.buyers, change: outcome.change, steps: known.collect() }
    }
}

impl<'a> AfterJson<'a> {
    fn new(map: &'a JourneyMap, nth: usize, step: &AfterStep) -> AfterJson<'a> {
        let touchpoints = &map.phase(Phase::After)[step.rows.clone()];
        AfterJson {
            position: position(nth),
            touchpoints: touchpoints.iter().map(|each| each.id).collect(),
            names: touchpoints.iter().map(|each| name(each)).collect(),
            reach: step.reach,
            share_of_buyers: step.share_of_buyers,
        }
    }
}

const fn position(index: usize) -> usize {
    index + 1
}

fn name(touchpoint: &Touchpoint) -> &str {
    &touchpoint.name
}
