//! The mouse: what it did, and over what, in the board's terms.

use super::action::Go;
use super::board::{Drag, Pane, Side};
use super::commit::commit;
use super::presentation;
use super::side;
use super::state::{Screen, State};
use crate::map::{Edit, Phase, Place};

/// What a pointer stands over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// A card; `lower` tells whether it is the card's lower half.
    Card { place: Place, lower: bool },
    /// The room of a phase that no card takes.
    Column(Phase),
    /// The tab of a phase.
    Tab(Phase),
    /// A step of the funnel, by its first touchpoint.
    Step(Place),
    /// A line of the list at the side.
    Line(usize),
}

/// What a pointer did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    Press,
    Drag,
    Release,
    WheelUp,
    WheelDown,
}

/// Something that a pointer did over something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pointer {
    pub gesture: Gesture,
    pub spot: Option<Spot>,
    /// The cell of the screen, by column and row.
    pub at: (u16, u16),
}

/// Cells that a hand may tremble, across and down, without dragging.
const TREMBLE: (u16, u16) = (2, 1);

/// Follows the pointer on the board; in front of a dialog it does nothing.
pub(super) fn point(state: &mut State, pointer: Pointer) {
    if !state.dialogs.is_empty() || !matches!(state.screen, Screen::Board) {
        return;
    }
    if state.presentation.is_some() {
        return presentation::point(state, pointer);
    }
    let map = state.document.map();
    match (pointer.gesture, pointer.spot) {
        // The card is selected when it is let go: selecting it now could scroll it away from under the pointer.
        (Gesture::Press, Some(Spot::Card { place, .. })) => {
            let pressed = map.at(place).map(|touchpoint| touchpoint.id);
            state.board.drag = pressed.map(|id| Drag { id, from: pointer.at, landing: None });
        }
        (Gesture::Press, Some(Spot::Column(phase) | Spot::Tab(phase))) => {
            state.board.drag = None;
            state.board.pane = Pane::Columns;
            state.board.go_to_phase(phase);
            state.go_to_kept();
        }
        (Gesture::Press, Some(Spot::Step(place))) => {
            state.board.drag = None;
            state.board.pane = Pane::Side;
            state.board.go_to(map, place);
        }
        (Gesture::Press, Some(Spot::Line(line))) => {
            state.board.drag = None;
            state.board.pane = Pane::Side;
            if state.board.side != Side::Balance {
                side::go_to(state, line);
            }
        }
        (Gesture::Drag, spot) => {
            let landing = spot.and_then(|spot| landing(state, spot));
            if let Some(drag) = &mut state.board.drag {
                let moved =
                    pointer.at.0.abs_diff(drag.from.0) > TREMBLE.0 || pointer.at.1.abs_diff(drag.from.1) > TREMBLE.1;
                drag.landing = landing.filter(|_| moved || drag.landing.is_some());
            }
        }
        (Gesture::Release, _) => match state.board.drag.take() {
            Some(Drag { id, landing: Some(to), .. }) => {
                commit(state, Edit::Move { ids: vec![id], to });
            }
            Some(Drag { id, landing: None, .. }) => {
                state.board.pane = Pane::Columns;
                state.board.select(map, id);
            }
            None => {}
        },
        (Gesture::WheelUp, spot) => turn(state, spot, false),
        (Gesture::WheelDown, spot) => turn(state, spot, true),
        (Gesture::Press, None) => state.board.drag = None,
    }
}

/// Where a card dropped on a spot would land.
fn landing(state: &State, spot: Spot) -> Option<Place> {
    match spot {
        Spot::Card { place, lower } => Some(Place::new(place.phase, place.row + usize::from(lower))),
        Spot::Column(phase) | Spot::Tab(phase) => Some(Place::new(phase, state.map().phase(phase).len())),
        Spot::Step(_) | Spot::Line(_) => None,
    }
}

/// Scrolls the phase under the pointer by one card.
fn turn(state: &mut State, spot: Option<Spot>, down: bool) {
    if let Some(Spot::Line(_)) = spot {
        return side::go(state, if down { Go::Down } else { Go::Up });
    }
    let phase = match spot {
        Some(Spot::Card { place, .. } | Spot::Step(place)) => place.phase,
        Some(Spot::Column(phase) | Spot::Tab(phase)) => phase,
        Some(Spot::Line(_)) | None => state.board.phase(),
    };
    let rows = state.rows(state.map(), phase, state.board.place());
    let nth = rows.nth(state.board.place_in(phase).row);
    let nth = if down { nth + 1 } else { nth.saturating_sub(1) };
    let row = rows.row(nth.min(rows.len().saturating_sub(1)));
    state.board.go_to(state.document.map(), Place::new(phase, row));
}
