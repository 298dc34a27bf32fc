//! The mouse: what it did, and over what, in the words of what is drawn.

pub mod board;
pub mod drag;
pub mod front;

use std::time::Duration;

use crate::app::model::next::Next;
use crate::app::model::pointer::{Click, Gesture, Pointer, Spot};
use crate::app::model::screen::Screen;
use crate::app::model::state::State;

pub(crate) use drag::tick as scroll_dragged;

/// How soon two presses are one double click.
const TWICE: Duration = Duration::from_millis(400);

/// Follows the pointer.
pub(crate) fn handle(state: &mut State, pointer: Pointer) -> Next {
    match pointer.gesture {
        Gesture::Press => return press(state, pointer),
        Gesture::Drag => drag::go_on(state, pointer),
        Gesture::Release => drag::let_go(state, pointer),
        Gesture::WheelUp | Gesture::WheelDown => {
            return turn(state, pointer.spot, pointer.gesture == Gesture::WheelDown);
        }
    }
    Next::nothing()
}

fn press(state: &mut State, pointer: Pointer) -> Next {
    state.board.drag = None;
    let before = state.clicked.take();
    let is_twice = |click: &Click| {
        let soon = state.now.saturating_sub(click.when) <= TWICE;
        soon && click.at.0.abs_diff(pointer.at.0) <= 1 && click.at.1 == pointer.at.1
    };
    if let Some(click) = before.filter(is_twice) {
        return again(state, click, pointer.spot);
    }
    state.message = None;
    if state.dialogs.is_empty() {
        state.show.timer.see();
        // Whoever pressed this saw nothing of what it would do.
        if state.show.light_up() {
            return Next::nothing();
        }
    }
    let Some(spot) = pointer.spot else { return Next::nothing() };
    let (context, when) = (state.context(), state.now);
    let touchpoint = board::place_under(state, spot).and_then(|place| state.map().at(place)).map(|each| each.id);
    state.clicked = Some(Click { spot, touchpoint, at: pointer.at, when, context });
    let was_chosen = before.is_some_and(|click| (click.spot, click.context) == (spot, context));
    match spot {
        Spot::Hint(action) => return Next::action(action),
        Spot::Row(row) if was_chosen && front::is_chosen(state, row) => return open(state),
        Spot::Row(row) => return front::choose(state, row),
        Spot::Field { row, line, before } => front::go_to_field(state, row, line, before),
        Spot::Answer { row, nth } => front::pick(state, row, nth),
        Spot::Choice { row, nth } => return front::tick(state, row, nth),
        Spot::Typed(before) => front::go_to_letter(state, before),
        Spot::Front => {}
        Spot::Card { .. }
        | Spot::Column(_)
        | Spot::Head(_)
        | Spot::Tab(_)
        | Spot::Edge { .. }
        | Spot::Point(_)
        | Spot::Step(_)
        | Spot::Line(_)
        | Spot::SideHead
        | Spot::Side => {
            if is_on_board(state) {
                return board::press(state, spot, pointer.at);
            }
        }
    }
    Next::nothing()
}

/// The second press of a double click: it means what stood there at the first, and never what the first one brought.
fn again(state: &mut State, click: Click, spot: Option<Spot>) -> Next {
    let is_same = state.context() == click.context;
    match click.spot {
        Spot::Hint(action) if is_same && spot == Some(click.spot) => {
            state.message = None;
            Next::action(action)
        }
        Spot::Row(row) if is_same && front::is_chosen(state, row) => open(state),
        Spot::Card { .. } | Spot::Point(_) | Spot::Step(_) | Spot::Line(_) if is_on_board(state) => {
            state.message = None;
            board::edit(state, click.spot, click.touchpoint)
        }
        Spot::Hint(_)
        | Spot::Row(_)
        | Spot::Card { .. }
        | Spot::Point(_)
        | Spot::Step(_)
        | Spot::Line(_)
        | Spot::Column(_)
        | Spot::Head(_)
        | Spot::Tab(_)
        | Spot::Edge { .. }
        | Spot::SideHead
        | Spot::Side
        | Spot::Field { .. }
        | Spot::Answer { .. }
        | Spot::Choice { .. }
        | Spot::Typed(_)
        | Spot::Front => Next::nothing(),
    }
}

/// Opens the chosen row, which was pressed twice.
fn open(state: &mut State) -> Next {
    state.clicked = None;
    front::open(state)
}

/// Turns the wheel over a pane: it moves over what is listed there and changes nothing.
fn turn(state: &mut State, spot: Option<Spot>, down: bool) -> Next {
    state.clicked = None;
    if is_on_board(state) {
        return board::turn(state, spot, down);
    }
    match spot {
        Some(
            Spot::Row(_)
            | Spot::Field { .. }
            | Spot::Answer { .. }
            | Spot::Choice { .. }
            | Spot::Typed(_)
            | Spot::Front,
        ) => front::turn(state, down),
        Some(
            Spot::Card { .. }
            | Spot::Column(_)
            | Spot::Head(_)
            | Spot::Tab(_)
            | Spot::Edge { .. }
            | Spot::Point(_)
            | Spot::Step(_)
            | Spot::Line(_)
            | Spot::SideHead
            | Spot::Side
            | Spot::Hint(_),
        )
        | None => Next::nothing(),
    }
}

/// Whether nothing stands in front of the board.
fn is_on_board(state: &State) -> bool {
    state.dialogs.is_empty() && matches!(state.screen, Screen::Board)
}
