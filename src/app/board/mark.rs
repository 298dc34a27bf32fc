//! Marks touchpoints so that the next action applies to all of them.

use std::collections::BTreeSet;

use crate::app::model::action::{Action, Go};
use crate::app::model::message::Tone;
use crate::app::model::next::Next;
use crate::app::model::state::State;
use crate::map::{Phase, Place, TouchpointId};

/// Marks or unmarks the selected touchpoint; the selection then goes to the next one.
pub(crate) fn mark(state: &mut State) -> Next {
    let Some(id) = state.board.selected() else { return Next::nothing() };
    if !state.board.marked.remove(&id) {
        state.board.marked.insert(id);
    }
    state.board.anchor = Some(id);
    Next::action(Action::Go(Go::Down))
}

/// Marks all visible touchpoints from the last marked one to the selected one.
pub(crate) fn mark_range(state: &mut State) {
    let map = state.map();
    let (Some(from), here) = (state.board.anchor.and_then(|id| map.find(id)), state.board.place()) else { return };
    let (first, last) = if from <= here { (from, here) } else { (here, from) };
    let range = visible_touchpoints(state).filter(|(place, _)| (first..=last).contains(place)).map(|(_, id)| id);
    let range: Vec<TouchpointId> = range.collect();
    state.board.marked.extend(range);
    state.board.anchor = state.board.selected();
    say_count(state);
}

/// Moves the marks to these touchpoints, if any touchpoint is marked.
pub(crate) fn move_marks(state: &mut State, ids: Vec<TouchpointId>) {
    if !state.board.marked.is_empty() {
        state.board.anchor = ids.last().copied();
        state.board.marked = ids.into_iter().collect();
    }
}

/// Marks all touchpoints that match the filter, or unmarks them if all are marked.
pub(crate) fn mark_all(state: &mut State) {
    let all = state.map().touchpoints().map(|(_, each)| each.id).filter(|&id| state.matches_filter(id));
    let all: BTreeSet<TouchpointId> = all.collect();
    if all.is_subset(&state.board.marked) {
        state.board.marked.retain(|id| !all.contains(id));
    } else {
        state.board.marked.extend(all);
    }
    say_count(state);
}

/// Returns the visible touchpoints of all phases, in order.
fn visible_touchpoints(state: &State) -> impl Iterator<Item = (Place, TouchpointId)> {
    let (map, here) = (state.map(), state.board.place());
    Phase::ALL.into_iter().flat_map(move |phase| {
        let rows = state.visible_rows(map, phase, here);
        let count = rows.len();
        let at = move |nth| Place::new(phase, rows.row(nth));
        (0..count).map(at).filter_map(|place| map.at(place).map(|each| (place, each.id)))
    })
}

fn say_count(state: &mut State) {
    let text = state.lang.marked_now(state.board.marked.len(), &state.key_label(Action::ClearBoard));
    state.say(Tone::Done, text);
}
