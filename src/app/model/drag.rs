//! Touchpoints dragged with the mouse.

use std::time::Duration;

use crate::map::{Place, TouchpointId};

/// The touchpoints that are dragged, and where they would land.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drag {
    /// The touchpoint that was picked up.
    pub id: TouchpointId,
    /// All dragged touchpoints, with the one that was picked up.
    pub ids: Vec<TouchpointId>,
    /// The cell of the screen where the drag began.
    pub(crate) from: (u16, u16),
    /// The cell under the pointer now.
    pub at: (u16, u16),
    /// True once the pointer moved far enough that this is no click.
    pub is_moved: bool,
    pub landing: Option<Place>,
    /// True while the pointer is where nothing can land.
    pub(crate) is_outside: bool,
    pub(crate) edge: Option<EdgeScroll>,
}

/// A column that scrolls because the drag is held at its edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct EdgeScroll {
    /// What is selected to scroll by one card.
    pub(crate) next: Place,
    pub(crate) down: bool,
    /// When it scrolls next, as time since the program started.
    pub(crate) due: Duration,
}

impl Drag {
    /// Returns when the column under the pointer scrolls next, as time since the program started.
    pub(crate) fn scrolls_at(&self) -> Option<Duration> {
        self.edge.map(|edge| edge.due)
    }
}
