//! Priorities as JSON: a list of objects, the ranked ones first, one a line.

use serde::Serialize;

use super::{ExportError, Layout};
use crate::map::priority::{Missing, Priority, Reason};
use crate::map::{Emotion, Funnel, JourneyMap, Phase, Priorities, TouchpointId};

/// A touchpoint as it is ranked, in the names and the order that scripts rely on.
#[derive(Serialize)]
struct Object<'a> {
    /// From 1; null where too little is known.
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

/// Writes the touchpoints of a map as they are ranked, those that are not ranked behind.
pub fn render(map: &JourneyMap, _: &Layout) -> Result<Vec<u8>, ExportError> {
    let priorities = Priorities::of(map, &Funnel::of(map));
    let ranked = priorities.ranked.iter().enumerate().map(|(nth, priority)| (Some(nth + 1), priority));
    let all = ranked.chain(priorities.unranked.iter().map(|priority| (None, priority)));
    let objects: Vec<Object> = all.filter_map(|(rank, priority)| object(map, rank, priority)).collect();
    let mut json = b"[".to_vec();
    for (nth, object) in objects.iter().enumerate() {
        json.extend_from_slice(if nth == 0 { b"\n" } else { b",\n" });
        serde_json::to_writer(&mut json, object).map_err(ExportError::new)?;
    }
    json.extend_from_slice(if objects.is_empty() { b"]\n" } else { b"\n]\n" });
    Ok(json)
}

fn object<'a>(map: &'a JourneyMap, rank: Option<usize>, priority: &Priority) -> Option<Object<'a>> {
    let touchpoint = map.at(priority.place)?;
    let facts = &priority.facts;
    Some(Object {
        rank,
        touchpoint: touchpoint.id,
        name: &touchpoint.name,
        phase: priority.place.phase,
        score: rank.map(|_| priority.score),
        reasons: priority.reasons().into_iter().map(Reason::key).collect(),
        critical: facts.critical,
        emotion: facts.emotion,
        votes: facts.votes,
        lost: facts.loss.map(|loss| loss.lost),
        buyers_lost: facts.loss.and_then(|loss| loss.buyers),
        missing: priority.missing().into_iter().map(Missing::key).collect(),
    })
}
