//! The mouse: what it did, and over what, in the words of what is drawn.

use std::time::Duration;

use crate::app::model::action::Action;
use crate::app::model::context::Context;
use crate::map::{Phase, Place, TouchpointId};

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
    pub(crate) spot: Spot,
    /// The touchpoint that it was over.
    pub(crate) touchpoint: Option<TouchpointId>,
    pub(crate) at: (u16, u16),
    /// How long the program had run.
    pub(crate) when: Duration,
    pub(crate) context: Context,
}
