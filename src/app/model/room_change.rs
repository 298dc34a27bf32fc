//! Changing the room: every change of it in the editor goes through this file.

use crate::app::model::effect::Effect;
use crate::app::model::room::change::RoomChange;
use crate::app::model::room::effect::RoomEffect;
use crate::app::model::room::request::RoomAnswer;
use crate::app::model::state::State;

/// Makes changes to the room, and keeps them in its journal.
pub(crate) fn change_room(state: &mut State, changes: &[RoomChange]) -> Option<Effect> {
    changes.iter().for_each(|change| state.session.hosted.apply(change));
    keep_room(state, changes, Vec::new())
}

/// Writes changes that were made to the room's journal; the answers are sent afterwards. A map without a file has no room.
pub(crate) fn keep_room(state: &mut State, changes: &[RoomChange], answers: Vec<(u64, RoomAnswer)>) -> Option<Effect> {
    let file = state.session.path()?.clone();
    let entry = state.session.hosted.entry(file, changes, answers);
    Some(Effect::Room(RoomEffect::Keep(entry)))
}
