//! The mouse over the board: selecting, going to steps and findings, scrolling pane by pane.

use crate::app::input::availability::refusal;
use crate::app::input::pointer::drag;
use crate::app::model::action::{Action, Turn};
use crate::app::model::board::{Pane, SidePane};
use crate::app::model::dialog::Dialog;
use crate::app::model::dialog::form::Form;
use crate::app::model::next::{Next, Step};
use crate::app::model::pointer::Spot;
use crate::app::model::side::{line, lines, place_of};
use crate::app::model::state::State;
use crate::map::navigation::{neighbour, next_step, previous_step};
use crate::map::{Place, TouchpointId};

/// The place that a spot is about.
pub(crate) fn place_under(state: &State, spot: Spot) -> Option<Place> {
    match spot {
        Spot::Card { place, .. } | Spot::Point(place) | Spot::Step(place) => Some(place),
        Spot::Line(line) => place_of(state, line),
        Spot::Column(_)
        | Spot::Head(_)
        | Spot::Tab(_)
        | Spot::Edge { .. }
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

/// Goes to what is pressed, or takes the card.
pub(crate) fn press(state: &mut State, spot: Spot, at: (u16, u16)) -> Next {
    let map = state.session.document.map();
    match spot {
        Spot::Card { place, .. } if state.show.presentation.is_some() => state.board.go_to(map, place),
        Spot::Card { place, .. } => drag::pick_up(state, place, at),
        Spot::Column(phase) | Spot::Head(phase) | Spot::Tab(phase) => {
            state.board.pane = Pane::Columns;
            state.board.go_to_phase(phase);
            state.go_to_kept();
        }
        Spot::Point(place) => {
            state.board.pane = Pane::Columns;
            state.board.go_to(map, place);
        }
        Spot::Step(place) => {
            state.board.pane = Pane::Side;
            state.board.go_to(map, place);
        }
        Spot::Line(line) => {
            state.board.pane = Pane::Side;
            return Next::step(Step::SelectLine(line));
        }
        Spot::SideHead => return Next::action(Action::Show(behind(state.board.side))),
        Spot::Side => state.board.pane = Pane::Side,
        Spot::Edge { .. }
        | Spot::Hint(_)
        | Spot::Row(_)
        | Spot::Field { .. }
        | Spot::Answer { .. }
        | Spot::Choice { .. }
        | Spot::Typed(_)
        | Spot::Front => {}
    }
    Next::nothing()
}

/// What comes behind something beside the columns, round at the end.
const fn behind(side: SidePane) -> SidePane {
    match side {
        SidePane::Funnel => SidePane::Review,
        SidePane::Review => SidePane::Balance,
        SidePane::Balance => SidePane::Priorities,
        SidePane::Priorities => SidePane::Funnel,
    }
}

/// Opens what was pressed twice: the touchpoint's fields, or the one that would mend a finding or answer a priority.
pub(crate) fn edit(state: &mut State, spot: Spot, touchpoint: Option<TouchpointId>) -> Next {
    if state.show.presentation.is_some() {
        return Next::action(Action::Enlarge);
    }
    if matches!(spot, Spot::Line(_)) {
        return match state.board.side {
            SidePane::Review => Next::action(Action::Mend),
            SidePane::Priorities => Next::action(Action::Attend),
            SidePane::Funnel | SidePane::Balance => Next::nothing(),
        };
    }
    let Some(id) = touchpoint else { return Next::nothing() };
    state.board.select(state.session.document.map(), id);
    // What is marked together is edited together, and what is not marked by itself.
    if state.board.marked.contains(&id) || refusal(state, Action::EditTouchpoint).is_some() {
        return Next::action(Action::EditTouchpoint);
    }
    if let Some(touchpoint) = state.map().touchpoint(id) {
        let form = Form::of_touchpoint(touchpoint);
        state.dialogs.push(Dialog::Form(Box::new(form)));
    }
    Next::nothing()
}

/// Scrolls the pane under the pointer by one.
pub(crate) fn turn(state: &mut State, spot: Option<Spot>, down: bool) -> Next {
    if state.show.presentation.is_some() {
        let action = Action::Turn(if down { Turn::Down } else { Turn::Up });
        let is_possible = refusal(state, action).is_none();
        return if is_possible { Next::action(action) } else { Next::nothing() };
    }
    let map = state.session.document.map();
    let here = state.board.place();
    match spot {
        Some(Spot::Card { place: Place { phase, .. }, .. } | Spot::Column(phase) | Spot::Head(phase)) => {
            scroll(state, Place::new(phase, state.board.place_in(phase).row), down);
        }
        Some(Spot::Edge { landing, .. }) => scroll(state, state.board.place_in(landing.phase), down),
        Some(Spot::Tab(_)) => scroll(state, here, down),
        Some(Spot::Point(_)) => {
            let to = neighbour(map, here, down).unwrap_or(here);
            state.board.go_to(map, to);
        }
        Some(Spot::Step(_) | Spot::Line(_) | Spot::Side | Spot::SideHead) if state.board.side == SidePane::Funnel => {
            let step = if down { next_step(map, here) } else { previous_step(map, here) };
            state.board.go_to(map, step.unwrap_or(here));
        }
        Some(Spot::Step(_) | Spot::Line(_) | Spot::Side | Spot::SideHead) => {
            let line = line(state);
            let line = if down { line + 1 } else { line.saturating_sub(1) };
            return Next::step(Step::SelectLine(line.min(lines(state).saturating_sub(1))));
        }
        Some(
            Spot::Hint(_)
            | Spot::Row(_)
            | Spot::Field { .. }
            | Spot::Answer { .. }
            | Spot::Choice { .. }
            | Spot::Typed(_)
            | Spot::Front,
        )
        | None => {}
    }
    Next::nothing()
}

/// Goes to the next shown card of a phase, or the one before, from a place in it.
pub(crate) fn scroll(state: &mut State, from: Place, down: bool) {
    let rows = state.rows(state.map(), from.phase, state.board.place());
    let nth = rows.nth(from.row);
    let nth = if down { nth + 1 } else { nth.saturating_sub(1) };
    let row = rows.row(nth.min(rows.len().saturating_sub(1)));
    state.board.go_to(state.session.document.map(), Place::new(from.phase, row));
}
