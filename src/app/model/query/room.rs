//! The room pane: what it lists, and what can be done in it.

use crate::app::model::parameter::RoomAct;
use crate::app::model::query::list::selected_line;
use crate::app::model::reason::Reason;
use crate::app::model::room::pile::Pile;
use crate::app::model::room::round::RoundKind;
use crate::app::model::state::State;

/// Returns the piles that the pane lists; none while contributions are hidden, since the pane may be on a projector.
pub fn shown_piles(state: &State) -> Vec<Pile<'_>> {
    let room = &state.session.hosted.room;
    if room.round().hides_contributions { Vec::new() } else { room.waiting_piles() }
}

/// Returns the pile of the selected line.
pub(crate) fn selected_pile(state: &State) -> Option<Pile<'_>> {
    let line = selected_line(state);
    shown_piles(state).into_iter().nth(line)
}

/// Returns why something cannot be done in the room.
pub(crate) fn refusal(state: &State, act: RoomAct) -> Option<Reason> {
    let hosted = &state.session.hosted;
    let (room, is_open) = (&hosted.room, hosted.link().is_some());
    if state.session.is_read_only() && act.changes_map() {
        return Some(Reason::ReadOnly);
    }
    match act {
        RoomAct::Take | RoomAct::TakeAll | RoomAct::Decline if room.waiting() == 0 => Some(Reason::NothingWaits),
        RoomAct::Take | RoomAct::TakeAll | RoomAct::Decline => {
            room.round().hides_contributions.then_some(Reason::RoomHidden)
        }
        RoomAct::Reveal => (!room.round().can_reveal()).then_some(Reason::NothingToReveal),
        RoomAct::Collect | RoomAct::Vote | RoomAct::OpenDoors | RoomAct::Lock | RoomAct::NewLink | RoomAct::Close
            if !is_open =>
        {
            Some(Reason::RoomClosed)
        }
        RoomAct::Collect | RoomAct::Vote | RoomAct::NewLink if room.hidden_dots() > 0 => Some(Reason::DotsHidden),
        RoomAct::Collect if room.round().kind == RoundKind::Collect => {
            room.round().hides_contributions.then_some(Reason::RoomHidden)
        }
        RoomAct::OpenDoors if !room.has_open_doors() => room.round().hides_contributions.then_some(Reason::RoomHidden),
        RoomAct::Collect | RoomAct::Vote | RoomAct::OpenDoors | RoomAct::Lock | RoomAct::NewLink | RoomAct::Close => {
            None
        }
    }
}
