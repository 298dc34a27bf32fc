//! The bottom line: what can be done now, from the one key table.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::pen::{piece, pieces_width, put_pieces};
use super::theme::Theme;
use crate::app::input::availability::refusal;
use crate::app::model::action::Action;
use crate::app::model::context::Context;
use crate::app::model::keymap::{Binding, Hint};
use crate::app::model::pointer::PointerTarget;
use crate::app::model::state::State;
use crate::store::config::Density;

/// Draws as many hints as there is room for; what cannot be done now is dim.
pub fn draw(state: &State, theme: &Theme, area: Rect, hides_cards: bool, buf: &mut Canvas<'_>) {
    let mut row = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
    if !state.board.marked.is_empty() && state.context().is_on_board() {
        let marked = piece(format!("✓ {}  ", state.lang.marked(state.board.marked.len())), theme.good);
        let used = put_pieces(buf, row, row.y, &[marked]);
        row = Rect { x: row.x + used, width: row.width - used, ..row };
    }
    for binding in hints(state, hides_cards) {
        let Some(&key) = binding.keys.first() else { continue };
        let possible = refusal(state, binding.action).is_none();
        let (key_style, style) = if possible { (theme.key, theme.plain) } else { (theme.dim, theme.dim) };
        let pieces = [
            piece(state.lang.key(key), key_style),
            piece(format!(" {}", state.lang.action(binding.action.name())), style),
        ];
        let cells = pieces_width(&pieces) as u16;
        if cells > row.width {
            break;
        }
        put_pieces(buf, row, row.y, &pieces);
        buf.mark(Rect { width: cells, ..row }, PointerTarget::Action(binding.action));
        let step = (cells + 2).min(row.width);
        row = Rect { x: row.x + step, width: row.width - step, ..row };
    }
}

/// The hints of where one is; where cards have no room, how to make them smaller comes before what is needed less.
fn hints(state: &State, hides_cards: bool) -> Vec<&Binding> {
    let shown = state.keys.shown(state.context()).filter(|binding| binding.hint == Hint::Shown);
    let mut hints: Vec<&Binding> = shown.collect();
    let is_tall = state.settings.density == Density::Comfortable && state.context() == Context::Board;
    let at = |action: Action| hints.iter().position(|binding| binding.action == action);
    if let (Some(from), Some(quit)) = (at(Action::ToggleDensity), at(Action::Quit))
        && is_tall
        && hides_cards
    {
        hints[quit + 1..=from].rotate_right(1);
    }
    hints
}
