//! The mouse: what it did, and over what, in the words of what is drawn.

mod board;
mod drag;
mod front;

use std::time::Duration;

use super::action::Action;
use super::effect::Effect;
use super::keymap::Context;
use super::perform::perform;
use super::presentation;
use super::state::{Screen, State};
use crate::map::{Phase, Place, TouchpointId};

pub use drag::Drag;
pub(super) use drag::tick;

/// What a pointer stands over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// A card; `lower` tells whether it is the card's lower half.
    Card { place: Place, lower: bool },
    /// The room of a phase that no card takes.
    Column(Phase),
    /// The head of a column.
    Head(Phase),
    /// The tab of a phase.
    Tab(Phase),
    /// The edge of a column that goes on there, while a card is dragged: where it would land, and where to go for
    /// the column to go on.
    Edge { landing: Place, next: Place, down: bool },
    /// What a touchpoint of the curve stands over.
    Point(Place),
    /// A step of the funnel, by its first touchpoint.
    Step(Place),
    /// A line of the list at the side.
    Line(usize),
    /// The head of what stands beside or below the columns.
    SideHead,
    /// The room of it that nothing else takes.
    Side,
    /// Words that name an action, with its key.
    Hint(Action),
    /// A row of the list in front.
    Row(usize),
    /// A field of the form in front, and how many characters of that line of it stand before the pointer.
    Field { row: usize, line: usize, before: usize },
    /// An answer to pick in a field of the form.
    Answer { row: usize, nth: usize },
    /// Something to tick below the line that filters.
    Choice { row: usize, nth: usize },
    /// The line that is typed, and how many of its characters stand before the pointer.
    Typed(usize),
    /// The room of what stands in front that nothing else takes.
    Front,
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

/// A press, as it is remembered until the next one or a key.
#[derive(Clone, Copy, Debug)]
pub struct Click {
    spot: Spot,
    /// The touchpoint that it was over.
    touchpoint: Option<TouchpointId>,
    at: (u16, u16),
    /// How long the program had run.
    when: Duration,
    context: Context,
}

/// How soon two presses are one double click.
const TWICE: Duration = Duration::from_millis(400);

/// Follows the pointer.
pub(super) fn point(state: &mut State, pointer: Pointer) -> Vec<Effect> {
    match pointer.gesture {
        Gesture::Press => return press(state, pointer),
        Gesture::Drag => drag::go_on(state, pointer),
        Gesture::Release => drag::let_go(state, pointer),
        Gesture::WheelUp | Gesture::WheelDown => {
            return turn(state, pointer.spot, pointer.gesture == Gesture::WheelDown);
        }
    }
    Vec::new()
}

fn press(state: &mut State, pointer: Pointer) -> Vec<Effect> {
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
        state.timer.see();
        // Whoever pressed this saw nothing of what it would do.
        if presentation::light(state) {
            return Vec::new();
        }
    }
    let Some(spot) = pointer.spot else { return Vec::new() };
    let (context, when) = (state.context(), state.now);
    let touchpoint = board::place_of(state, spot).and_then(|place| state.map().at(place)).map(|each| each.id);
    state.clicked = Some(Click { spot, touchpoint, at: pointer.at, when, context });
    let was_chosen = before.is_some_and(|click| (click.spot, click.context) == (spot, context));
    match spot {
        Spot::Hint(action) => return perform(state, action),
        Spot::Row(row) if was_chosen && front::is_chosen(state, row) => return open(state),
        Spot::Row(row) => return front::choose(state, row),
        Spot::Field { row, line, before } => front::go_to_field(state, row, line, before),
        Spot::Answer { row, nth } => front::pick(state, row, nth),
        Spot::Choice { row, nth } => front::tick(state, row, nth),
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
    Vec::new()
}

/// The second press of a double click: it means what stood there at the first, and never what the first one brought.
fn again(state: &mut State, click: Click, spot: Option<Spot>) -> Vec<Effect> {
    let is_same = state.context() == click.context;
    match click.spot {
        Spot::Hint(action) if is_same && spot == Some(click.spot) => {
            state.message = None;
            perform(state, action)
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
        | Spot::Front => Vec::new(),
    }
}

/// Opens the chosen row, which was pressed twice.
fn open(state: &mut State) -> Vec<Effect> {
    state.clicked = None;
    front::open(state)
}

/// Turns the wheel over a pane: it moves over what is listed there and changes nothing.
fn turn(state: &mut State, spot: Option<Spot>, down: bool) -> Vec<Effect> {
    state.clicked = None;
    if is_on_board(state) {
        board::turn(state, spot, down);
        return Vec::new();
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
        | None => Vec::new(),
    }
}

/// Whether nothing stands in front of the board.
fn is_on_board(state: &State) -> bool {
    state.dialogs.is_empty() && matches!(state.screen, Screen::Board)
}
