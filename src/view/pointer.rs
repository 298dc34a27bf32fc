//! What the mouse points at: the screen is drawn once more, and asked on the way.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::canvas::Canvas;
use super::draw_all;
use super::theme::Theme;
use crate::app::model::pointer::PointerTarget;
use crate::app::model::state::State;

/// What stands at a position of the screen, if it can be pointed at.
pub fn target_at(state: &State, area: Rect, position: Position) -> Option<PointerTarget> {
    let mut cells = Buffer::empty(area);
    let mut canvas = Canvas::asked(&mut cells, position);
    draw_all(state, &Theme::of(state.settings.theme), area, &mut canvas);
    canvas.target()
}
