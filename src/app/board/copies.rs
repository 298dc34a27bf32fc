//! Copying, pasting and duplicating touchpoints.

use std::sync::Arc;

use crate::app::board::mark;
use crate::app::model::action::Action;
use crate::app::model::commit::commit;
use crate::app::model::message::Tone;
use crate::app::model::state::State;
use crate::map::step::{below_step, copy_block};
use crate::map::{Edit, Place, Touchpoint, TouchpointId};

/// Copies the target touchpoints to the editor's clipboard.
pub fn copy(state: &mut State) {
    let (_, copied) = copy_targets(state);
    let text = state.lang.copied(copied.len(), &state.key_label(Action::Paste));
    state.board.clipboard = copied;
    state.say(Tone::Done, text);
}

/// Pastes the copied touchpoints below the selected step.
pub(crate) fn paste(state: &mut State) {
    let copied = state.board.clipboard.clone();
    let at = state.place_below();
    if add(state, at, &copied).is_some() {
        let text = state.lang.pasted(copied.len());
        state.say(Tone::Done, text);
    }
}

/// Inserts copies of the target touchpoints below them. Marks move to the copies.
pub(crate) fn duplicate(state: &mut State) {
    let (last, copied) = copy_targets(state);
    let at = last.map_or_else(|| state.place_below(), |last| below_step(state.map(), last));
    if let Some(copies) = add(state, at, &copied) {
        mark::move_marks(state, copies);
        let name = copied.first().map(|each| each.name.to_string()).unwrap_or_default();
        let [edit, clear] = [Action::EditTouchpoint, Action::ClearBoard].map(|action| state.key_label(action));
        let text = state.lang.duplicated(copied.len(), &name, &edit, &clear);
        state.say(Tone::Done, text);
    }
}

/// Returns the place of the last target, and copies of all targets.
fn copy_targets(state: &State) -> (Option<Place>, Vec<Arc<Touchpoint>>) {
    let places: Vec<Place> = state.targets().into_iter().map(|(place, _)| place).collect();
    (places.last().copied(), copy_block(state.map(), &places))
}

/// Adds copies with new ids at a place and returns the ids; `None` if the change was refused.
fn add(state: &mut State, at: Place, copied: &[Arc<Touchpoint>]) -> Option<Vec<TouchpointId>> {
    let touchpoints = copied.iter().map(|each| Touchpoint { id: state.fresh_id(), ..Touchpoint::clone(each) });
    let touchpoints: Vec<_> = touchpoints.collect();
    let ids = touchpoints.iter().map(|each| each.id).collect();
    commit(state, Edit::Add { at, touchpoints }).then_some(ids)
}
