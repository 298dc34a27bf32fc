//! Finds the mouse target at a position by drawing the screen again.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::canvas::Canvas;
use super::draw_on;
use crate::app::model::pointer::PointerTarget;
use crate::app::model::state::State;

/// Returns the mouse target at a position of the screen.
pub fn target_at(state: &State, area: Rect, position: Position) -> Option<PointerTarget> {
    let mut cells = Buffer::empty(area);
    draw_on(state, area, Canvas::with_pointer(&mut cells, position)).target
}
