//! The line above the footer: what was just done or refused, else more of the selected touchpoint.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::pen::{Piece, piece, put, put_pieces};
use super::theme::Theme;
use crate::app::State;
use crate::app::state::Screen;

/// Draws the last line of the area, unless something else is typed there.
pub fn draw(state: &State, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let row = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    if let Some(message) = &state.message {
        put(buf, row, area.bottom() - 1, &message.text, theme.tone(message.tone));
        return;
    }
    if area.height > 1 || !matches!(state.screen, Screen::Board) {
        return;
    }
    let Some(touchpoint) = state.board.selected().and_then(|id| state.map().touchpoint(id)) else {
        return;
    };
    let texts = [
        ("need", &touchpoint.need),
        ("context", &touchpoint.context),
        ("value", &touchpoint.value),
        ("pain", &touchpoint.pain),
        ("action", &touchpoint.action),
        ("owner", &touchpoint.owner),
        ("kpi", &touchpoint.kpi),
    ];
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    if let Some(reach) = touchpoint.reach {
        let evidence = state.lang.evidence(touchpoint.evidence);
        pieces.push(piece(format!("{} ", state.lang.field("reach")), theme.dim));
        pieces.push(piece(format!("{} {evidence}  ", state.lang.number(u128::from(reach))), theme.plain));
    }
    for (key, text) in texts {
        if let Some(text) = text {
            pieces.push(piece(format!("{} ", state.lang.field(key)), theme.dim));
            pieces.push(piece(format!("{text}  "), theme.plain));
        }
    }
    put_pieces(buf, row, area.y, &pieces);
}
