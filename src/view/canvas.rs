//! The cells of the screen and the mouse target at the pointer.

use std::ops::{Deref, DerefMut};

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::drawn_parts::LastFrame;
use crate::app::model::pointer::PointerTarget;
use crate::app::model::viewport::Viewport;
use crate::map::Phase;

/// A buffer of cells. Panes set their mouse targets while they draw, so the mouse needs no layout of its own.
pub(crate) struct Canvas<'b> {
    cells: &'b mut Buffer,
    /// The last frame, if parts of it may be taken.
    last: Option<LastFrame<'b>>,
    /// The position of the mouse, if its target is needed.
    pointer: Option<Position>,
    target: Option<PointerTarget>,
    /// How much of each list is visible; a pane sets its part when it is drawn.
    pub(super) viewport: Viewport,
}

impl<'b> Canvas<'b> {
    /// Creates a canvas that finds no mouse target.
    pub fn new(cells: &'b mut Buffer) -> Canvas<'b> {
        Canvas { cells, last: None, pointer: None, target: None, viewport: Viewport::default() }
    }

    /// Creates a canvas that also finds the mouse target at a position.
    pub(crate) fn with_pointer(cells: &'b mut Buffer, position: Position) -> Canvas<'b> {
        Canvas { pointer: Some(position), ..Canvas::new(cells) }
    }

    /// Creates a canvas that takes from the last frame what looks the same.
    pub(crate) fn after(last: LastFrame<'b>, cells: &'b mut Buffer) -> Canvas<'b> {
        Canvas { last: Some(last), ..Canvas::new(cells) }
    }

    /// Takes a part that the last frame had too. Returns false if it must be drawn.
    pub(super) fn take_part(&mut self, area: Rect, inputs: impl PartialEq + 'static) -> bool {
        self.last.as_mut().is_some_and(|last| last.take_part(self.cells, area, inputs))
    }

    /// Computes a value for a phase, unless the last frame did so from the same inputs.
    pub(super) fn compute<I: PartialEq + 'static, T: Copy + 'static>(
        &mut self,
        phase: Phase,
        inputs: I,
        compute: impl FnOnce(&I) -> T,
    ) -> T {
        let Some(last) = &mut self.last else { return compute(&inputs) };
        if let Some(value) = last.parts.computed(phase, &inputs) {
            return value;
        }
        let value = compute(&inputs);
        last.parts.keep(phase, inputs, value);
        value
    }

    /// Sets the target of an area, in front of the targets set before.
    pub(crate) fn set_target(&mut self, area: Rect, target: PointerTarget) {
        self.set_target_by(area, |_| target);
    }

    /// Sets the target of an area, computed from the position in it.
    pub(crate) fn set_target_by(&mut self, area: Rect, target: impl FnOnce(Position) -> PointerTarget) {
        if let Some(position) = self.pointer.filter(|&position| area.contains(position)) {
            self.target = Some(target(position));
        }
    }

    /// Removes the targets of an area.
    pub(crate) fn clear_targets(&mut self, area: Rect) {
        if self.pointer.is_some_and(|position| area.contains(position)) {
            self.target = None;
        }
    }

    /// Returns the target at the position of the mouse.
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
