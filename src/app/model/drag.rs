//! Cards dragged with the mouse: where they would land, and columns that go on at their edges.

use std::time::Duration;

use crate::map::{Place, TouchpointId};

/// Touchpoints that are being dragged, and where they would land.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drag {
    /// The one that was taken.
    pub id: TouchpointId,
    /// All that go with it, which it is one of.
    pub ids: Vec<TouchpointId>,
    /// The cell of the screen where it was taken.
    pub(crate) from: (u16, u16),
    /// The cell where it is held now.
    pub at: (u16, u16),
    /// Whether it was moved further than a hand trembles.
    pub is_moved: bool,
    pub landing: Option<Place>,
    /// Whether it is where nothing can land.
    pub(crate) is_outside: bool,
    pub(crate) edge: Option<Edge>,
}

/// A column that goes on under what is held at its edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Edge {
    /// Where to go for that.
    pub(crate) next: Place,
    pub(crate) down: bool,
    /// How long the program will have run then.
    pub(crate) due: Duration,
}

impl Drag {
    /// When the column under the pointer goes on, if it does.
    pub fn scrolls_at(&self) -> Option<Duration> {
        self.edge.map(|edge| edge.due)
    }
}
