//! Handles mouse events: press, double click, drag and wheel.

pub mod board;
pub mod dialog;
pub mod drag;

use std::time::Duration;

use crate::app::model::next::Next;
use crate::app::model::pointer::{BoardTarget, Click, DialogTarget, Gesture, Pointer, PointerTarget, SideTarget};
use crate::app::model::screen::Screen;
use crate::app::model::state::State;

pub(crate) use drag::scroll_at_edge;

/// The longest time between the two presses of a double click.
const DOUBLE_CLICK: Duration = Duration::from_millis(400);

/// Handles a mouse event.
pub(crate) fn handle(state: &mut State, pointer: Pointer) -> Next {
    state.note_input();
    match pointer.gesture {
        Gesture::Press => return press(state, pointer),
        Gesture::Drag => drag::drag_to(state, pointer),
        Gesture::Release => drag::drop_at(state, pointer),
        Gesture::WheelUp => return scroll(state, pointer.target, false),
        Gesture::WheelDown => return scroll(state, pointer.target, true),
    }
    Next::nothing()
}

fn press(state: &mut State, pointer: Pointer) -> Next {
    state.board.drag = None;
    let previous = state.clicked.take();
    let is_double = |click: &Click| {
        let is_soon = state.now.saturating_sub(click.when) <= DOUBLE_CLICK;
        is_soon && click.at.0.abs_diff(pointer.at.0) <= 1 && click.at.1 == pointer.at.1
    };
    if let Some(click) = previous.filter(is_double) {
        return double_click(state, click, pointer.target);
    }
    state.message = None;
    if state.dialogs.is_empty() {
        state.show.timer.acknowledge();
        // The first press on a black screen only shows the map again.
        if state.show.end_black_screen() {
            return Next::nothing();
        }
    }
    let Some(target) = pointer.target else { return Next::nothing() };
    let (context, when) = (state.context(), state.now);
    let touchpoint = board::place_of(state, target).and_then(|place| state.map().at(place)).map(|each| each.id);
    state.clicked = Some(Click { target, touchpoint, at: pointer.at, when, context });
    let was_pressed = previous.is_some_and(|click| (click.target, click.context) == (target, context));
    match target {
        PointerTarget::Action(action) => Next::action(action),
        PointerTarget::Dialog(DialogTarget::Row(row)) if was_pressed && dialog::is_selected(state, row) => open(state),
        PointerTarget::Dialog(target) => dialog::press(state, target),
        PointerTarget::Board(target) if is_on_board(state) => {
            board::press(state, target, pointer.at);
            Next::nothing()
        }
        PointerTarget::Side(target) if is_on_board(state) => board::press_side(state, target),
        PointerTarget::Board(_) | PointerTarget::Side(_) => Next::nothing(),
    }
}

/// Handles the second press of a double click. It applies to what the first press was on, even if that press changed
/// what is drawn there.
fn double_click(state: &mut State, click: Click, target: Option<PointerTarget>) -> Next {
    let is_same_context = state.context() == click.context;
    match click.target {
        PointerTarget::Action(action) if is_same_context && target == Some(click.target) => {
            state.message = None;
            Next::action(action)
        }
        PointerTarget::Dialog(DialogTarget::Row(row)) if is_same_context && dialog::is_selected(state, row) => {
            open(state)
        }
        PointerTarget::Board(BoardTarget::Card { .. } | BoardTarget::CurvePoint(_))
        | PointerTarget::Side(SideTarget::Step(_) | SideTarget::Row(_))
            if is_on_board(state) =>
        {
            state.message = None;
            board::open(state, click.target, click.touchpoint)
        }
        PointerTarget::Action(_) | PointerTarget::Dialog(_) | PointerTarget::Board(_) | PointerTarget::Side(_) => {
            Next::nothing()
        }
    }
}

/// Opens the selected row of the front list.
fn open(state: &mut State) -> Next {
    state.clicked = None;
    dialog::open(state)
}

/// Moves the selection of the list under the pointer by one. The wheel never changes the map.
fn scroll(state: &mut State, target: Option<PointerTarget>, down: bool) -> Next {
    state.clicked = None;
    if is_on_board(state) {
        return board::scroll(state, target, down);
    }
    match target {
        Some(PointerTarget::Dialog(_)) => dialog::scroll(state, down),
        Some(PointerTarget::Board(_) | PointerTarget::Side(_) | PointerTarget::Action(_)) | None => Next::nothing(),
    }
}

/// True if the board is shown without a dialog.
fn is_on_board(state: &State) -> bool {
    state.dialogs.is_empty() && matches!(state.screen, Screen::Board)
}
