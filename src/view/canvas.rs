//! What is drawn on: cells, and what stands at the one position that a pointer asks about.

use std::ops::{Deref, DerefMut};

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::model::pointer::PointerTarget;
use crate::app::model::viewport::Viewport;

/// Cells to draw on. Whoever draws something that can be pointed at says so where it is drawn: there is no second layout.
pub struct Canvas<'b> {
    cells: &'b mut Buffer,
    asked: Option<Position>,
    target: Option<PointerTarget>,
    /// How much of each list is visible; a pane sets its part when it is drawn.
    pub(super) viewport: Viewport,
}

impl<'b> Canvas<'b> {
    /// A canvas that is only looked at.
    pub fn new(cells: &'b mut Buffer) -> Canvas<'b> {
        Canvas { cells, asked: None, target: None, viewport: Viewport::default() }
    }

    /// A canvas that is asked what stands at a position.
    pub fn asked(cells: &'b mut Buffer, position: Position) -> Canvas<'b> {
        Canvas { cells, asked: Some(position), target: None, viewport: Viewport::default() }
    }

    /// Says what an area is to a pointer; it stands in front of all that was drawn there before.
    pub fn mark(&mut self, area: Rect, target: PointerTarget) {
        self.mark_by(area, |_| target);
    }

    /// Says what an area is to a pointer, cell by cell.
    pub fn mark_by(&mut self, area: Rect, target: impl FnOnce(Position) -> PointerTarget) {
        if let Some(position) = self.asked.filter(|&position| area.contains(position)) {
            self.target = Some(target(position));
        }
    }

    /// Says that nothing in an area can be pointed at, whatever was drawn there before.
    pub fn cover(&mut self, area: Rect) {
        if self.asked.is_some_and(|position| area.contains(position)) {
            self.target = None;
        }
    }

    /// What stands at the position that was asked about, if it can be pointed at.
    pub fn target(&self) -> Option<PointerTarget> {
        self.target
    }
}

impl Deref for Canvas<'_> {
    type Target = Buffer;

    fn deref(&self) -> &Buffer {
        self.cells
    }
}

impl DerefMut for Canvas<'_> {
    fn deref_mut(&mut self) -> &mut Buffer {
        self.cells
    }
}
