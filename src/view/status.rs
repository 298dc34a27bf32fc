//! The line above the footer: what was just done or refused, else more of the selected touchpoint.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::funnel_parts::marks;
use super::pen::{Piece, piece, put, put_pieces};
use super::theme::Theme;
use crate::app::model::screen::Screen;
use crate::app::model::state::State;
use crate::map::field::{TOUCHPOINT, ordered_by};
use crate::map::width::wrap;

/// The most lines of a message.
const LINES: usize = 5;

/// The lines that the message needs, of those that can be spared for it.
pub fn height(state: &State, area: Rect) -> u16 {
    let Some(message) = &state.message else { return 1 };
    let lines = wrap(&message.text, usize::from(area.width.saturating_sub(2)), LINES).len() as u16;
    lines.clamp(1, (area.height / 4).max(1))
}

/// Draws the message, else what is known of the selected touchpoint, unless something else is typed there.
pub fn draw(state: &State, theme: &Theme, area: Rect, buf: &mut Canvas<'_>) {
    let row = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    if let Some(message) = &state.message {
        let lines = wrap(&message.text, usize::from(row.width), usize::from(row.height));
        for (y, range) in (row.y..row.bottom()).zip(lines) {
            put(buf, row, y, &message.text[range], theme.tone(message.tone));
        }
        return;
    }
    if area.height > 1 || !matches!(state.screen, Screen::Board) || state.show.presentation.is_some() {
        return;
    }
    let Some(touchpoint) = state.map().at(state.board.place()) else {
        return;
    };
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    if state.dialogs.is_empty() {
        let shown = state.shown();
        if let Some(step) = shown.funnel().step_at(shown.place) {
            let marks = marks(&state.lang, theme, &shown, step).into_iter();
            pieces.extend(marks.map(|(sign, words, style)| piece(format!("{sign} {words}  "), style)));
        }
    }
    if let Some(reach) = touchpoint.reach {
        let evidence = state.lang.evidence(touchpoint.evidence);
        pieces.push(piece(format!("{} ", state.lang.field("reach")), theme.dim));
        pieces.push(piece(format!("{} {evidence}  ", state.lang.number(u128::from(reach))), theme.plain));
    }
    for field in ordered_by(TOUCHPOINT, |field| field.status) {
        if let Some(text) = state.lang.plain_value(&field.get(touchpoint)) {
            pieces.push(piece(format!("{} ", state.lang.field(field.key)), theme.dim));
            pieces.push(piece(format!("{text}  "), theme.plain));
        }
    }
    put_pieces(buf, row, area.y, &pieces);
}
