//! The top line: which map this is, whether it is saved, how many touchpoints it has.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::pen::{paint, piece, put_both};
use super::theme::Theme;
use super::timer;
use crate::app::model::query::shown_map::Shown;
use crate::app::model::state::State;
use crate::map::width::cut;

/// Draws the title line.
pub fn draw(state: &State, shown: &Shown<'_>, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let header = shown.map().header();
    let mut left = vec![piece(" ", theme.strong), piece(header.title.to_string(), theme.strong)];
    if let Some(persona) = &header.persona {
        left.push(piece(format!("  {persona}"), theme.dim));
    }
    let mut right = Vec::new();
    right.extend(timer::pieces(state, theme));
    if state.session.is_read_only() {
        right.push(piece(format!("◇ {}  ", state.lang.read_only()), theme.hit));
    }
    if state.is_unsaved() {
        right.push(piece(format!("● {}  ", state.lang.unsaved()), theme.hit));
    }
    if !state.session.postponed.is_empty() {
        right.push(piece(format!("◆ {}  ", state.lang.open_conflicts(state.session.postponed.len())), theme.hit));
    }
    let count = shown.map().len();
    right.push(match (&state.board.filter, state.session.insight.filter_matches()) {
        (Some(filter), Some(kept)) => {
            let line = cut(filter.line(), usize::from(area.width / 3));
            piece(format!("{} ", state.lang.filter_summary(&line, kept.len(), count)), theme.hit)
        }
        (Some(_) | None, _) => piece(format!("{} ", state.lang.touchpoints(count)), theme.plain),
    });
    paint(buf, area, area.y, theme.plain);
    put_both(buf, area, area.y, &left, &right);
}
