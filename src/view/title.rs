//! The title line: the map, whether it is saved, and how many touchpoints it has.

use ratatui::layout::Rect;

use super::painter::{Painter, span};
use super::timer;
use crate::map::width::cut;

/// Draws the title line.
pub fn draw(painter: &mut Painter<'_>, area: Rect) {
    let (state, theme, lang) = (painter.state, painter.theme, painter.lang());
    let map = painter.shown.map();
    let header = map.header();
    let mut left = vec![span(" ", theme.strong), span(header.title.to_string(), theme.strong)];
    if let Some(persona) = &header.persona {
        left.push(span(format!("  {persona}"), theme.dim));
    }
    let mut right = timer::spans(painter);
    if state.session.is_read_only() {
        right.push(span(format!("◇ {}  ", lang.read_only()), theme.accent));
    }
    if state.is_unsaved() {
        right.push(span(format!("● {}  ", lang.unsaved()), theme.accent));
    }
    if !state.session.postponed.is_empty() {
        right.push(span(format!("◆ {}  ", lang.open_conflicts(state.session.postponed.len())), theme.accent));
    }
    let count = map.len();
    right.push(match (&state.board.filter, state.session.insight.filter_matches()) {
        (Some(filter), Some(kept)) => {
            let line = cut(filter.line(), usize::from(area.width / 3));
            span(format!("{} ", lang.filter_summary(&line, kept.len(), count)), theme.accent)
        }
        (Some(_) | None, _) => span(format!("{} ", lang.touchpoints(count)), theme.plain),
    });
    painter.restyle(area, area.y, theme.plain);
    painter.write_both_ends(area, area.y, &left, &right);
}
