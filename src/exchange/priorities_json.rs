//! Priorities as JSON: a list of objects, one for each touchpoint, the ranked ones first.

use serde::Serialize;

use super::exporter::{ExportError, TextLayout};
use super::json_list::json_list;
use crate::map::priority::{MissingInput, Priority, PriorityReason};
use crate::map::{Emotion, Funnel, JourneyMap, Phase, Priorities, TouchpointId};

/// A touchpoint with its rank; scripts rely on the names and their order.
#[derive(Serialize)]
struct RankedTouchpointJson<'a> {
    /// The rank from 1; null if too little is known.
    rank: Option<usize>,
    touchpoint: TouchpointId,
    name: &'a str,
    phase: Phase,
    score: Option<f64>,
    reasons: Vec<&'static str>,
    critical: bool,
    emotion: Option<Emotion>,
    votes: u64,
    lost: Option<u128>,
    buyers_lost: Option<f64>,
    missing: Vec<&'static str>,
}

/// Writes the ranked touchpoints of a map, then those with too few numbers for a rank.
pub(crate) fn render(map: &JourneyMap, funnel: &Funnel, _: &TextLayout) -> Result<Vec<u8>, ExportError> {
    let priorities = Priorities::of(map, funnel);
    let ranked = priorities.ranked.iter().enumerate().map(|(nth, priority)| (Some(nth + 1), priority));
    let unranked = priorities.unranked.iter().map(|priority| (None, priority));
    json_list(ranked.chain(unranked).filter_map(|(rank, priority)| ranked_touchpoint(map, rank, priority)))
}

fn ranked_touchpoint<'a>(
    map: &'a JourneyMap,
    rank: Option<usize>,
    priority: &Priority,
) -> Option<RankedTouchpointJson<'a>> {
    let touchpoint = map.at(priority.place)?;
    let inputs = &priority.inputs;
    Some(RankedTouchpointJson {
        rank,
        touchpoint: touchpoint.id,
        name: &touchpoint.name,
        phase: priority.place.phase,
        score: rank.map(|_| priority.score),
        reasons: priority.reasons().into_iter().map(PriorityReason::key).collect(),
        critical: inputs.critical,
        emotion: inputs.emotion,
        votes: inputs.votes,
        lost: inputs.loss.map(|loss| loss.lost),
        buyers_lost: inputs.loss.and_then(|loss| loss.buyers.number()),
        missing: priority.missing().into_iter().map(MissingInput::key).collect(),
    })
}
