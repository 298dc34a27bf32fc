//! The footer: hints of the keys that can be pressed now, from the key table.

use ratatui::layout::Rect;

use super::painter::{Painter, span, spans_width};
use crate::app::input::availability::refusal;
use crate::app::model::action::Action;
use crate::app::model::context::Context;
use crate::app::model::keymap::{Binding, Hint};
use crate::app::model::pointer::PointerTarget;
use crate::app::model::query::list::{ReviewLine, selected_review_line};
use crate::app::model::state::State;
use crate::store::config::Density;

/// The sign that there are more keys, if there is a cell left for it.
const MORE: &str = "…";

/// Draws as many hints as fit. Actions that cannot run now are dim.
pub fn draw(painter: &mut Painter<'_>, area: Rect, hides_cards: bool) {
    let (state, theme, lang) = (painter.state, painter.theme, painter.lang());
    let mut row = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
    if !state.board.marked.is_empty() && state.context().is_on_board() {
        let marked = span(format!("✓ {}  ", lang.marked(state.board.marked.len())), theme.good);
        let used = painter.write_spans(row, row.y, &[marked]);
        row = Rect { x: row.x + used, width: row.width - used, ..row };
    }
    for binding in hints(state, hides_cards) {
        let Some(&key) = binding.keys.first() else { continue };
        let is_available = refusal(state, binding.action).is_none();
        let (key_style, style) = if is_available { (theme.key, theme.plain) } else { (theme.dim, theme.dim) };
        let name = hint_name(state, binding.action);
        let spans = [span(lang.key(key), key_style), span(format!(" {name}"), style)];
        let cells = spans_width(&spans) as u16;
        if cells > row.width {
            painter.write(row, row.y, MORE, theme.dim);
            break;
        }
        painter.write_spans(row, row.y, &spans);
        painter.canvas.set_target(Rect { width: cells, ..row }, PointerTarget::Action(binding.action));
        let step = (cells + 2).min(row.width);
        row = Rect { x: row.x + step, width: row.width - step, ..row };
    }
}

/// Returns what an action does here, in one or two words.
fn hint_name(state: &State, action: Action) -> String {
    let group = if action == Action::CorrectFinding { selected_review_line(state) } else { None };
    match group {
        Some(ReviewLine::Group { is_open: false, .. }) => state.lang.open_group(),
        Some(ReviewLine::Group { is_open: true, .. }) => state.lang.close_group(),
        Some(ReviewLine::Finding(_)) | None => state.lang.action(action.name()),
    }
}

/// Returns the hints of the context. While cards are hidden, the key that makes cards smaller comes right after "quit".
fn hints(state: &State, hides_cards: bool) -> Vec<&Binding> {
    let bindings = state.keys.shown(state.context()).filter(|binding| binding.hint == Hint::Shown);
    // A map that can only be read, or whose file cannot be written, is saved as another file.
    let save_as = state.keys.shown(state.context()).find(|binding| binding.action == Action::SaveAs);
    let saves = |binding: &Binding| binding.action == Action::Save && state.session.needs_another_file();
    let mut hints: Vec<&Binding> =
        bindings.filter_map(|binding| if saves(binding) { save_as } else { Some(binding) }).collect();
    let has_tall_cards = state.settings.density == Density::Comfortable && state.context() == Context::Board;
    let position = |action: Action| hints.iter().position(|binding| binding.action == action);
    if let (Some(from), Some(quit)) = (position(Action::ToggleDensity), position(Action::Quit))
        && has_tall_cards
        && hides_cards
    {
        hints[quit + 1..=from].rotate_right(1);
    }
    hints
}
