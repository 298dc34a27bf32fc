//! Touchpoints copied, pasted and duplicated.

use std::sync::Arc;

use crate::app::board::mark;
use crate::app::model::action::Action;
use crate::app::model::commit::commit;
use crate::app::model::message::Tone;
use crate::app::model::state::State;
use crate::map::step::{below_step, copy_block};
use crate::map::{Edit, Place, Touchpoint, TouchpointId};

/// Keeps copies of what is marked or selected, to be pasted.
pub(crate) fn copy(state: &mut State) {
    let (_, copied) = taken(state);
    let text = state.lang.copied(copied.len(), &state.key_label(Action::Paste));
    state.board.clipboard = copied;
    state.say(Tone::Done, text);
}

/// Puts what was copied below the selected touchpoint.
pub(crate) fn paste(state: &mut State) {
    let copied = state.board.clipboard.clone();
    let at = state.place_below();
    if add(state, at, &copied).is_some() {
        let text = state.lang.pasted(copied.len());
        state.say(Tone::Done, text);
    }
}

/// Puts copies of what is marked or selected behind it; where it was marked, they are instead.
pub(crate) fn duplicate(state: &mut State) {
    let (last, copied) = taken(state);
    let at = last.map_or_else(|| state.place_below(), |last| below_step(state.map(), last));
    if let Some(copies) = add(state, at, &copied) {
        mark::mark_instead(state, copies);
        let name = copied.first().map(|each| each.name.to_string()).unwrap_or_default();
        let [edit, clear] = [Action::EditTouchpoint, Action::ClearBoard].map(|action| state.key_label(action));
        let text = state.lang.duplicated(copied.len(), &name, &edit, &clear);
        state.say(Tone::Done, text);
    }
}

/// What is marked or selected, free of the steps that it is in, and the place of the last.
fn taken(state: &State) -> (Option<Place>, Vec<Arc<Touchpoint>>) {
    let places: Vec<Place> = state.targets().into_iter().map(|(place, _)| place).collect();
    (places.last().copied(), copy_block(state.map(), &places))
}

/// Adds copies at a place, with identities of their own, and gives those; none when they were refused.
fn add(state: &mut State, at: Place, copied: &[Arc<Touchpoint>]) -> Option<Vec<TouchpointId>> {
    let touchpoints = copied.iter().map(|each| Touchpoint { id: state.fresh_id(), ..Touchpoint::clone(each) });
    let touchpoints: Vec<_> = touchpoints.collect();
    let ids = touchpoints.iter().map(|each| each.id).collect();
    commit(state, Edit::Add { at, touchpoints }).then_some(ids)
}
