//! The mouse over the board: selecting, going to steps and findings, scrolling pane by pane.

use crate::app::board::movement::{beside, step_before, step_behind};
use crate::app::input::availability::refusal;
use crate::app::input::pointer::drag;
use crate::app::model::action::{Action, Go};
use crate::app::model::board::{Pane, Side};
use crate::app::model::effect::Effect;
use crate::app::model::pointer::Spot;
use crate::app::model::side::place_of;
use crate::app::model::state::State;
use crate::app::panes::side;
use crate::app::perform::perform;
use crate::app::show::presentation;
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
pub(crate) fn press(state: &mut State, spot: Spot, at: (u16, u16)) -> Vec<Effect> {
    let map = state.document.map();
    match spot {
        Spot::Card { place, .. } if state.presentation.is_some() => state.board.go_to(map, place),
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
            side::go_to(state, line);
        }
        Spot::SideHead => return perform(state, Action::Show(behind(state.board.side))),
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
    Vec::new()
}

/// What comes behind something beside the columns, round at the end.
const fn behind(side: Side) -> Side {
    match side {
        Side::Funnel => Side::Review,
        Side::Review => Side::Balance,
        Side::Balance => Side::Priorities,
        Side::Priorities => Side::Funnel,
    }
}

/// Opens what was pressed twice: the touchpoint's fields, or the one that would mend a finding or answer a priority.
pub(crate) fn edit(state: &mut State, spot: Spot, touchpoint: Option<TouchpointId>) -> Vec<Effect> {
    if state.presentation.is_some() {
        return perform(state, Action::Enlarge);
    }
    if matches!(spot, Spot::Line(_)) {
        return match state.board.side {
            Side::Review => perform(state, Action::Mend),
            Side::Priorities => perform(state, Action::Attend),
            Side::Funnel | Side::Balance => Vec::new(),
        };
    }
    let Some(id) = touchpoint else { return Vec::new() };
    state.board.select(state.document.map(), id);
    // What is marked together is edited together, and what is not marked by itself.
    if state.board.marked.contains(&id) || refusal(state, Action::EditTouchpoint).is_some() {
        return perform(state, Action::EditTouchpoint);
    }
    side::open_form(state, "name");
    Vec::new()
}

/// Scrolls the pane under the pointer by one.
pub(crate) fn turn(state: &mut State, spot: Option<Spot>, down: bool) {
    if state.presentation.is_some() {
        return presentation::wheel(state, down);
    }
    let map = state.document.map();
    let here = state.board.place();
    match spot {
        Some(Spot::Card { place: Place { phase, .. }, .. } | Spot::Column(phase) | Spot::Head(phase)) => {
            scroll(state, Place::new(phase, state.board.place_in(phase).row), down);
        }
        Some(Spot::Edge { landing, .. }) => scroll(state, state.board.place_in(landing.phase), down),
        Some(Spot::Tab(_)) => scroll(state, here, down),
        Some(Spot::Point(_)) => {
            let to = beside(map, here, down).unwrap_or(here);
            state.board.go_to(map, to);
        }
        Some(Spot::Step(_) | Spot::Line(_) | Spot::Side | Spot::SideHead) if state.board.side == Side::Funnel => {
            let step = if down { step_behind(map, here) } else { step_before(map, here) };
            state.board.go_to(map, step.unwrap_or(here));
        }
        Some(Spot::Step(_) | Spot::Line(_) | Spot::Side | Spot::SideHead) => {
            side::go(state, if down { Go::Down } else { Go::Up });
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
}

/// Goes to the next shown card of a phase, or the one before, from a place in it.
pub(crate) fn scroll(state: &mut State, from: Place, down: bool) {
    let rows = state.rows(state.map(), from.phase, state.board.place());
    let nth = rows.nth(from.row);
    let nth = if down { nth + 1 } else { nth.saturating_sub(1) };
    let row = rows.row(nth.min(rows.len().saturating_sub(1)));
    state.board.go_to(state.document.map(), Place::new(from.phase, row));
}
