//! Drags cards with the mouse: pick up, show where they land, scroll at the edges, drop.

use std::time::Duration;

use crate::app::input::pointer::board::scroll_column;
use crate::app::model::commit::commit;
use crate::app::model::drag::{Drag, EdgeScroll};
use crate::app::model::message::Tone;
use crate::app::model::pane::Pane;
use crate::app::model::pointer::{BoardTarget, Pointer, PointerTarget};
use crate::app::model::state::State;
use crate::map::step::{is_joined, step_around};
use crate::map::{Edit, Place, TouchpointId};

/// How many columns and rows of cells a press may move without becoming a drag.
const TOLERANCE: (u16, u16) = (2, 1);

/// The time between two scroll steps at the edge of a column.
const SCROLL_INTERVAL: Duration = Duration::from_millis(250);

/// Picks up a card, or all marked ones if it is marked.
///
/// The card is selected only when it is dropped: selecting it now could scroll it away from under the pointer.
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

/// Moves the dragged cards to the pointer and updates where they would land.
pub(crate) fn drag_to(state: &mut State, pointer: Pointer) {
    let Some(mut drag) = state.board.drag.take() else { return };
    drag.at = pointer.at;
    let (columns, rows) = (pointer.at.0.abs_diff(drag.from.0), pointer.at.1.abs_diff(drag.from.1));
    drag.is_moved |= columns > TOLERANCE.0 || rows > TOLERANCE.1;
    if drag.is_moved {
        // A drag does not count as the first press of a double click.
        state.clicked = None;
        let target = board_target(pointer);
        let landing = target.and_then(|target| landing(state, target));
        let is_over_itself = target.is_some_and(|target| is_over_itself(state, &drag, target));
        drag.is_outside = landing.is_none();
        drag.landing = landing.filter(|_| !is_over_itself).map(|to| after_alternatives(state, &drag, to));
        let previous = drag.edge.take();
        match target {
            // On a narrow screen, dragging over a tab shows the column of that phase.
            Some(BoardTarget::Tab(phase)) if state.board.phase() != phase => state.board.go_to_phase(phase),
            Some(BoardTarget::Edge { landing: next, down }) => {
                let same_edge = previous.filter(|edge| edge.down == down);
                drag.edge = Some(EdgeScroll { next, down, due: same_edge.map_or(state.now, |edge| edge.due) });
            }
            Some(_) | None => {}
        }
    }
    state.board.drag = Some(drag);
}

/// Drops the dragged cards: moves them, or selects the card that was only pressed.
pub(crate) fn drop_at(state: &mut State, pointer: Pointer) {
    // A pointer that did not move drops the cards where the screen shows it, although a column may have scrolled.
    if state.board.drag.as_ref().is_some_and(|drag| drag.at != pointer.at) {
        drag_to(state, pointer);
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

/// Scrolls the column whose edge the drag is held at, if it is time. The event loop then repeats the drag event, since
/// another card is under the pointer.
pub(crate) fn scroll_at_edge(state: &mut State) {
    let edge = state.board.drag.as_mut().and_then(|drag| drag.edge.as_mut());
    let Some(edge) = edge.filter(|edge| edge.due <= state.now) else { return };
    edge.due = state.now + SCROLL_INTERVAL;
    let EdgeScroll { next, down, .. } = *edge;
    let here = state.board.place_in(next.phase);
    let is_further = if down { next.row > here.row } else { next.row < here.row };
    if is_further { state.board.go_to(state.session.document.map(), next) } else { scroll_column(state, here, down) }
}

fn board_target(pointer: Pointer) -> Option<BoardTarget> {
    match pointer.target? {
        PointerTarget::Board(target) => Some(target),
        PointerTarget::Side(_) | PointerTarget::Dialog(_) | PointerTarget::Action(_) => None,
    }
}

/// Returns where a card dropped on a target lands.
fn landing(state: &State, target: BoardTarget) -> Option<Place> {
    match target {
        BoardTarget::Card { place, lower_half } => Some(Place::new(place.phase, place.row + usize::from(lower_half))),
        BoardTarget::Header(phase) => Some(Place::new(phase, 0)),
        BoardTarget::Column(phase) | BoardTarget::Tab(phase) => Some(Place::new(phase, state.map().phase(phase).len())),
        BoardTarget::Edge { landing, .. } => Some(landing),
        BoardTarget::CurvePoint(_) => None,
    }
}

/// True if the pointer is over the card that was picked up.
fn is_over_itself(state: &State, drag: &Drag, target: BoardTarget) -> bool {
    matches!(target, BoardTarget::Card { place, .. } if state.map().at(place).is_some_and(|each| each.id == drag.id))
}

/// Returns where the cards really land: only alternatives of the same step land between its alternatives, all others
/// after the step.
fn after_alternatives(state: &State, drag: &Drag, to: Place) -> Place {
    let column = state.map().phase(to.phase);
    if !is_joined(column, to.row) {
        return to;
    }
    let step = step_around(column, to.row);
    let is_alternative = |id: &TouchpointId| column[step.clone()].iter().any(|each| each.id == *id);
    if drag.ids.iter().all(is_alternative) { to } else { Place::new(to.phase, step.end) }
}
