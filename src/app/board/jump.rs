//! Jumps: to the next search match, the next finding, the next touchpoint without a tag.

use crate::app::model::action::Action;
use crate::app::model::message::Tone;
use crate::app::model::neighbour::Neighbour;
use crate::app::model::state::State;
use crate::map::{Finding, JourneyMap, Place, Touchpoint, search};

/// Selects the next or the previous touchpoint that matches the search and the filter.
pub(crate) fn to_hit(state: &mut State, which: Neighbour) {
    let pattern = state.board.pattern.as_ref();
    let is_hit =
        |each: &Touchpoint| pattern.is_none_or(|pattern| pattern.matches(each)) && state.matches_filter(each.id);
    let (map, here) = (state.session.document.map(), state.board.place());
    let hit = match which {
        Neighbour::Next => search::next(map, here, is_hit),
        Neighbour::Previous => search::previous(map, here, is_hit),
    };
    let text = match hit {
        Some(place) => {
            let (nth, count) = position_among(map, place, is_hit);
            state.board.go_to(map, place);
            return state.say(Tone::Done, state.lang.search_position(nth, count));
        }
        // Without the filter there would be a match, or nothing was searched.
        None if pattern.is_none_or(|pattern| pattern.count(map) > 0) => {
            let [filter, clear] = [Action::Filter, Action::ClearBoard].map(|action| state.key_label(action));
            state.lang.filter_no_match(&filter, &clear)
        }
        None => state.lang.search_not_found(&state.key_label(Action::Search)),
    };
    state.say(Tone::Refused, text);
}

/// Selects the next touchpoint without kind or intent.
pub(crate) fn to_untagged(state: &mut State) {
    let (map, here) = (state.session.document.map(), state.board.place());
    let is_wanted = |each: &Touchpoint| {
        (each.kind.is_none() || each.intent.is_none()) && (!state.hides_unmatched() || state.matches_filter(each.id))
    };
    match search::next(map, here, is_wanted) {
        Some(place) => {
            let (nth, count) = position_among(map, place, is_wanted);
            let missing = match map.at(place).map(|each| (each.kind, each.intent)) {
                Some((Some(_), _)) => "intent",
                Some((None, Some(_))) => "kind",
                Some((None, None)) | None => "both",
            };
            state.board.go_to(map, place);
            state.say(Tone::Done, state.lang.untagged_position(nth, count, missing));
        }
        None => state.say(Tone::Done, state.lang.all_tagged()),
    }
}

/// Selects the next or the previous touchpoint with a finding, and says the finding.
pub(crate) fn to_finding(state: &mut State, which: Neighbour) {
    let review = state.session.insight.review(&state.session.document, &state.session.duplicate_ids);
    let found = review.by_touchpoint();
    let (map, here) = (state.session.document.map(), state.board.place());
    let is_wanted =
        |each: &Touchpoint| found.contains_key(&each.id) && (!state.hides_unmatched() || state.matches_filter(each.id));
    let found = match which {
        Neighbour::Next => search::next(map, here, is_wanted),
        Neighbour::Previous => search::previous(map, here, is_wanted),
    };
    let Some(place) = found else {
        return state.say(Tone::Done, state.lang.review_empty());
    };
    let id = map.at(place).map(|each| each.id);
    let findings: Vec<&Finding> = review.findings.iter().filter(|each| each.touchpoint() == id).collect();
    let advice = findings.first().map(|finding| state.lang.finding(finding, map)).unwrap_or_default();
    let text = state.lang.finding_and_more(&advice, findings.len().saturating_sub(1));
    state.board.go_to(map, place);
    state.say(Tone::Refused, text);
}

/// Returns the number of a place among the touchpoints that match, from 1, and how many match.
fn position_among(map: &JourneyMap, place: Place, matches: impl Fn(&Touchpoint) -> bool) -> (usize, usize) {
    let matching = map.touchpoints().filter(|(_, each)| matches(each));
    matching.fold((0, 0), |(nth, count), (at, _)| (nth + usize::from(at <= place), count + 1))
}
