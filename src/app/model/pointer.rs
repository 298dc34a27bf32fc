//! The mouse: what it did, and what it points at.

use std::time::Duration;

use crate::app::model::action::Action;
use crate::app::model::context::Context;
use crate::map::{Phase, Place, TouchpointId};

/// What the mouse points at. The view sets it where it draws the cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PointerTarget {
    Board(BoardTarget),
    Side(SideTarget),
    Dialog(DialogTarget),
    /// A key hint or an answer that runs an action.
    Action(Action),
}

/// A target on the columns and the emotion curve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoardTarget {
    Card {
        place: Place,
        lower_half: bool,
    },
    /// The empty cells of a column.
    Column(Phase),
    Header(Phase),
    Tab(Phase),
    /// The top or bottom edge of a column that scrolls while a card is held there.
    Edge {
        /// Where a card dropped here lands; selecting that card scrolls the column by one.
        landing: Place,
        down: bool,
    },
    /// A touchpoint on the emotion curve.
    CurvePoint(Place),
}

/// A target in the pane beside or below the columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SideTarget {
    /// A funnel step, by its first touchpoint.
    Step(Place),
    /// A row of the review or of the priorities.
    Row(usize),
    Header,
    /// The other cells of the pane.
    Empty,
}

/// A target in the front dialog, or on the start screen and the page of an unreadable file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DialogTarget {
    /// A row of its list.
    Row(usize),
    /// A text in a form, with the number of characters before the pointer.
    Field { row: usize, line: usize, before: usize },
    /// One of the choices of a form's field.
    Choice { row: usize, nth: usize },
    /// A checkbox below the filter line.
    Checkbox { row: usize, nth: usize },
    /// The input line, with the number of characters before the pointer.
    Input(usize),
    /// The other cells of the dialog.
    Empty,
}

/// What the mouse did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    Press,
    Drag,
    Release,
    WheelUp,
    WheelDown,
}

/// A mouse event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pointer {
    pub gesture: Gesture,
    pub target: Option<PointerTarget>,
    /// The cell of the screen, by column and row.
    pub at: (u16, u16),
}

/// The last press, kept until the next press or key to detect double clicks.
#[derive(Clone, Copy, Debug)]
pub struct Click {
    pub(crate) target: PointerTarget,
    /// The touchpoint under the pointer.
    pub(crate) touchpoint: Option<TouchpointId>,
    pub(crate) at: (u16, u16),
    /// When it happened, as time since the program started.
    pub(crate) when: Duration,
    pub(crate) context: Context,
}
