//! The mouse on the board: selects cards, steps and rows, and scrolls the pane under the pointer.

use crate::app::input::availability::refusal;
use crate::app::input::pointer::drag;
use crate::app::model::action::{Action, RoomAct, Turn};
use crate::app::model::dialog::form::Form;
use crate::app::model::next::{Next, Step};
use crate::app::model::pane::{Pane, SidePane};
use crate::app::model::pointer::{BoardTarget, PointerTarget, SideTarget};
use crate::app::model::query::list::{line_count, place_of_line, selected_line};
use crate::app::model::state::State;
use crate::map::navigation::{next_step, next_touchpoint, previous_step, previous_touchpoint};
use crate::map::{Place, TouchpointId};

/// Returns the place of the touchpoint that a target shows.
pub(crate) fn place_of(state: &State, target: PointerTarget) -> Option<Place> {
    match target {
        PointerTarget::Board(BoardTarget::Card { place, .. } | BoardTarget::CurvePoint(place))
        | PointerTarget::Side(SideTarget::Step(place)) => Some(place),
        PointerTarget::Side(SideTarget::Row(row)) => place_of_line(state, row),
        PointerTarget::Board(_) | PointerTarget::Side(_) | PointerTarget::Dialog(_) | PointerTarget::Action(_) => None,
    }
}

/// Selects what is pressed on the columns or the curve. A card is picked up to be dragged.
pub(crate) fn press(state: &mut State, target: BoardTarget, at: (u16, u16)) {
    let map = state.session.document.map();
    match target {
        BoardTarget::Card { place, .. } if state.show.presentation.is_some() => state.board.go_to(map, place),
        BoardTarget::Card { place, .. } => drag::pick_up(state, place, at),
        BoardTarget::Column(phase) | BoardTarget::Header(phase) | BoardTarget::Tab(phase) => {
            state.board.pane = Pane::Columns;
            state.board.go_to_phase(phase);
            state.select_visible();
        }
        BoardTarget::CurvePoint(place) => {
            state.board.pane = Pane::Columns;
            state.board.go_to(map, place);
        }
        BoardTarget::Edge { .. } => {}
    }
}

/// Selects what is pressed in the side pane. Its header shows the next kind of pane.
pub(crate) fn press_side(state: &mut State, target: SideTarget) -> Next {
    if target == SideTarget::Header {
        return Next::action(Action::Show(next_pane(state.board.side)));
    }
    state.board.pane = Pane::Side;
    match target {
        SideTarget::Step(place) => state.board.go_to(state.session.document.map(), place),
        SideTarget::Row(row) => return Next::step(Step::SelectLine(row)),
        SideTarget::Header | SideTarget::Empty => {}
    }
    Next::nothing()
}

/// Returns the pane that comes after this one, in a cycle.
const fn next_pane(side: SidePane) -> SidePane {
    match side {
        SidePane::Funnel => SidePane::Review,
        SidePane::Review => SidePane::Balance,
        SidePane::Balance => SidePane::Priorities,
        SidePane::Priorities | SidePane::Room => SidePane::Funnel,
    }
}

/// Opens what was double-clicked: the touchpoint's form, or the field that fixes a finding or a priority.
pub fn open(state: &mut State, target: PointerTarget, touchpoint: Option<TouchpointId>) -> Next {
    if state.show.presentation.is_some() {
        return Next::action(Action::Enlarge);
    }
    if matches!(target, PointerTarget::Side(SideTarget::Row(_))) {
        return match state.board.side {
            SidePane::Review => Next::action(Action::CorrectFinding),
            SidePane::Priorities => Next::action(Action::AnswerPriority),
            SidePane::Room => Next::action(Action::Room(RoomAct::Take)),
            SidePane::Funnel | SidePane::Balance => Next::nothing(),
        };
    }
    let Some(id) = touchpoint else { return Next::nothing() };
    state.board.select(state.session.document.map(), id);
    // A marked touchpoint opens the form of all marked ones, any other its own.
    if state.board.marked.contains(&id) || refusal(state, Action::EditTouchpoint).is_some() {
        return Next::action(Action::EditTouchpoint);
    }
    if let Some(touchpoint) = state.map().touchpoint(id) {
        let form = Form::of_touchpoint(touchpoint);
        state.open_form(form);
    }
    Next::nothing()
}

/// Moves the selection of the pane under the pointer by one.
pub(crate) fn scroll(state: &mut State, target: Option<PointerTarget>, down: bool) -> Next {
    if state.show.presentation.is_some() {
        let action = Action::Turn(if down { Turn::Down } else { Turn::Up });
        let is_possible = refusal(state, action).is_none();
        return if is_possible { Next::action(action) } else { Next::nothing() };
    }
    match target {
        Some(PointerTarget::Board(target)) => scroll_board(state, target, down),
        Some(PointerTarget::Side(_)) => return scroll_side(state, down),
        Some(PointerTarget::Dialog(_) | PointerTarget::Action(_)) | None => {}
    }
    Next::nothing()
}

fn scroll_board(state: &mut State, target: BoardTarget, down: bool) {
    let here = state.board.place();
    match target {
        BoardTarget::Card { place: Place { phase, .. }, .. }
        | BoardTarget::Column(phase)
        | BoardTarget::Header(phase)
        | BoardTarget::Edge { landing: Place { phase, .. }, .. } => {
            scroll_column(state, state.board.place_in(phase), down);
        }
        BoardTarget::Tab(_) => scroll_column(state, here, down),
        BoardTarget::CurvePoint(_) => {
            let map = state.session.document.map();
            let to = if down { next_touchpoint(map, here) } else { previous_touchpoint(map, here) };
            state.board.go_to(map, to.unwrap_or(here));
        }
    }
}

fn scroll_side(state: &mut State, down: bool) -> Next {
    if state.board.side != SidePane::Funnel {
        let line = selected_line(state);
        let line = if down { line + 1 } else { line.saturating_sub(1) };
        return Next::step(Step::SelectLine(line.min(line_count(state).saturating_sub(1))));
    }
    let (map, here) = (state.session.document.map(), state.board.place());
    let step = if down { next_step(map, here) } else { previous_step(map, here) };
    state.board.go_to(map, step.unwrap_or(here));
    Next::nothing()
}

/// Selects the next or previous visible card of a phase, counted from a place in it.
pub(crate) fn scroll_column(state: &mut State, from: Place, down: bool) {
    let rows = state.visible_rows(state.map(), from.phase, state.board.place());
    let nth = rows.position(from.row);
    let nth = if down { nth + 1 } else { nth.saturating_sub(1) };
    let row = rows.row(nth.min(rows.len().saturating_sub(1)));
    state.board.go_to(state.session.document.map(), Place::new(from.phase, row));
}
