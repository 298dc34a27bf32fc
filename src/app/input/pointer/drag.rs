//! Cards dragged with the mouse: where they would land, and columns that go on at their edges.

use std::time::Duration;

use crate::app::input::pointer::board::scroll;
use crate::app::model::board::Pane;
use crate::app::model::commit::commit;
use crate::app::model::drag::{Drag, Edge};
use crate::app::model::message::Tone;
use crate::app::model::pointer::{Pointer, Spot};
use crate::app::model::state::State;
use crate::map::step::{is_joined, step_around};
use crate::map::{Edit, Place, TouchpointId};

/// Cells that a hand may tremble, across and down, without dragging.
const TREMBLE: (u16, u16) = (2, 1);

/// How long a column stands still before it goes on by another card.
const PAUSE: Duration = Duration::from_millis(250);

/// Takes a card, and with it all that are marked if it is one of them.
///
/// It is selected when it is let go: selecting it now could scroll it away from under the pointer.
pub(crate) fn pick_up(state: &mut State, place: Place, from: (u16, u16)) {
    let Some(id) = state.map().at(place).map(|touchpoint| touchpoint.id) else { return };
    let ids = if state.board.marked.contains(&id) {
        state.targets().into_iter().map(|(_, each)| each.id).collect()
    } else {
        vec![id]
    };
    let drag = Drag { id, ids, from, at: from, is_moved: false, landing: None, is_outside: false, edge: None };
    state.board.drag = Some(drag);
}

/// Follows what is dragged.
pub(crate) fn go_on(state: &mut State, pointer: Pointer) {
    let Some(mut drag) = state.board.drag.take() else { return };
    drag.at = pointer.at;
    drag.is_moved |= pointer.at.0.abs_diff(drag.from.0) > TREMBLE.0 || pointer.at.1.abs_diff(drag.from.1) > TREMBLE.1;
    if drag.is_moved {
        // What was dragged was not clicked.
        state.clicked = None;
        let landing = pointer.spot.and_then(|spot| landing(state, spot));
        let is_own = landing.is_some() && is_own(state, &drag, pointer.spot);
        drag.is_outside = landing.is_none();
        drag.landing = landing.filter(|_| !is_own).map(|to| behind_others(state, &drag, to));
        let before = drag.edge.take();
        match pointer.spot {
            // The column of a tab is not seen before one goes there.
            Some(Spot::Tab(phase)) if state.board.phase() != phase => state.board.go_to_phase(phase),
            Some(Spot::Edge { next, down, .. }) => {
                let same = before.filter(|edge| edge.down == down);
                drag.edge = Some(Edge { next, down, due: same.map_or(state.now, |edge| edge.due) });
            }
            Some(_) | None => {}
        }
    }
    state.board.drag = Some(drag);
}

/// Lets go of what is dragged: it moves, stays, or was only pressed.
pub(crate) fn let_go(state: &mut State, pointer: Pointer) {
    // What is held still lands where it was shown to land, whatever stands there since.
    if state.board.drag.as_ref().is_some_and(|drag| drag.at != pointer.at) {
        go_on(state, pointer);
    }
    let Some(drag) = state.board.drag.take() else { return };
    match drag.landing {
        Some(to) => {
            commit(state, Edit::Move { ids: drag.ids, to });
        }
        None if drag.is_outside => {
            let text = state.lang.drop_refused();
            state.say(Tone::Refused, text);
        }
        None => {
            state.board.pane = Pane::Columns;
            state.board.select(state.session.document.map(), drag.id);
        }
    }
}

/// Lets the column go on under what is held at its edge; where that would land then is for the pump to see.
pub(crate) fn tick(state: &mut State) {
    let edge = state.board.drag.as_mut().and_then(|drag| drag.edge.as_mut());
    let Some(edge) = edge.filter(|edge| edge.due <= state.now) else { return };
    edge.due = state.now + PAUSE;
    let Edge { next, down, .. } = *edge;
    let here = state.board.place_in(next.phase);
    let is_further = if down { next.row > here.row } else { next.row < here.row };
    if is_further { state.board.go_to(state.session.document.map(), next) } else { scroll(state, here, down) }
}

/// Where a card dropped on a spot would land.
fn landing(state: &State, spot: Spot) -> Option<Place> {
    let end = |phase| Place::new(phase, state.map().phase(phase).len());
    match spot {
        Spot::Card { place, lower } => Some(Place::new(place.phase, place.row + usize::from(lower))),
        Spot::Head(phase) => Some(Place::new(phase, 0)),
        Spot::Column(phase) | Spot::Tab(phase) => Some(end(phase)),
        Spot::Edge { landing, .. } => Some(landing),
        Spot::Point(_)
        | Spot::Step(_)
        | Spot::Line(_)
        | Spot::SideHead
        | Spot::Side
        | Spot::Hint(_)
        | Spot::Row(_)
        | Spot::Field { .. }
        | Spot::Answer { .. }
        | Spot::Choice { .. }
        | Spot::Typed(_)
        | Spot::Front => None,
    }
}

/// Whether a card is over itself.
fn is_own(state: &State, drag: &Drag, spot: Option<Spot>) -> bool {
    matches!(spot, Some(Spot::Card { place, .. }) if state.map().at(place).is_some_and(|each| each.id == drag.id))
}

/// Where something really lands: among the alternatives of a step only what is one of them, all else behind it.
fn behind_others(state: &State, drag: &Drag, to: Place) -> Place {
    let column = state.map().phase(to.phase);
    if !is_joined(column, to.row) {
        return to;
    }
    let step = step_around(column, to.row);
    let is_one = |id: &TouchpointId| column[step.clone()].iter().any(|each| each.id == *id);
    if drag.ids.iter().all(is_one) { to } else { Place::new(to.phase, step.end) }
}
