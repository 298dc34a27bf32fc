//! The room pane: what the participants have written, by phase, and how the round goes.
//!
//! ```text
//!  Room · 12 in · 3 waiting
//! Everybody sees what is written.
//! Before
//!   Sees an ad  #on :)            ×3
//! During
//!   Waits in a queue  :(
//! ```

use ratatui::layout::Rect;

use super::painter::{Painter, span};
use super::side_header::{draw_header, title_of_whole_map};
use super::side_list::{ListHeights, ListLayout, lay_out_list};
use crate::app::model::action::{Action, RoomAct};
use crate::app::model::context::Context;
use crate::app::model::pointer::{PointerTarget, SideTarget};
use crate::app::model::query::list::is_line_highlighted;
use crate::app::model::query::room::shown_piles;
use crate::app::model::room::Room;
use crate::app::model::room::pile::Pile;
use crate::app::model::room::round::{RoundKind, VoteStage};

/// Draws the pane.
pub fn draw(painter: &mut Painter<'_>, area: Rect) {
    let (state, theme, lang) = (painter.state, painter.theme, painter.lang());
    let room = &state.session.hosted.room;
    let title = lang.room_pane(room.participants(), room.waiting());
    let title = title_of_whole_map(painter, vec![title, lang.room()], area);
    let inside = draw_header(painter, area, &title);
    let piles = shown_piles(state);
    let lines = painter.write_wrapped(inside, &round_text(painter, room), 6, theme.dim);
    let below = Rect { y: area.y + lines, height: area.height.saturating_sub(lines), ..area };
    if piles.is_empty() {
        if state.session.hosted.link().is_none() {
            let list = Rect { y: inside.y + lines, height: inside.height.saturating_sub(lines), ..inside };
            let text = lang.room_is_closed(&state.key_label(Action::Share));
            painter.write_wrapped(list, &text, 3, theme.dim);
        }
        return;
    }
    let starts_phase = |row: usize| row == 0 || piles[row].first.phase != piles[row - 1].first.phase;
    let rows: Vec<u16> = (0..piles.len()).map(|row| 1 + u16::from(starts_phase(row))).collect();
    let heights = ListHeights { rows, other_rows: 1, details: 0 };
    let ListLayout { rows, list, .. } = lay_out_list(painter, below, &heights);
    for visible in rows {
        let Some(pile) = piles.get(visible.row) else { continue };
        let mut cells = Rect { y: list.y + visible.top, height: visible.height, ..list }.intersection(list);
        painter.canvas.set_target(cells, PointerTarget::Side(SideTarget::Row(visible.row)));
        if starts_phase(visible.row) {
            painter.write(cells, cells.y, &lang.phase(pile.first.phase), theme.strong);
            cells = Rect { y: cells.y + 1, height: cells.height.saturating_sub(1), ..cells };
        }
        draw_pile(painter, pile, is_line_highlighted(state, visible.row), cells);
    }
}

fn draw_pile(painter: &mut Painter<'_>, pile: &Pile<'_>, is_selected: bool, area: Rect) {
    if area.height == 0 {
        return;
    }
    let theme = painter.theme;
    let style = if is_selected { theme.selected } else { theme.plain };
    let count = pile.numbers.len();
    let right = if count > 1 { vec![span(format!("×{count} "), theme.strong)] } else { Vec::new() };
    let left = [span("  ", theme.plain), span(pile.first.text.to_string(), style)];
    painter.write_both_ends(area, area.y, &left, &right);
}

/// Says what the participants do, and counts what is hidden.
fn round_text(painter: &Painter<'_>, room: &Room) -> String {
    let (state, lang) = (painter.state, painter.lang());
    let reveal = state.key_label(Action::Room(RoomAct::Reveal));
    let round = room.round();
    let mut texts = Vec::new();
    match round.kind {
        RoundKind::Collect if round.hides_contributions => {
            texts.push(lang.room_round_hidden(room.waiting(), room.writers(), &reveal));
        }
        RoundKind::Collect => texts.push(lang.room_round_open()),
        RoundKind::Vote => texts.push(lang.room_round_vote(room.hidden_dots(), round.dots.each as usize, &reveal)),
        RoundKind::Closed if round.can_reveal() => texts.push(lang.room_round_ended(&reveal)),
        RoundKind::Closed => texts.push(lang.room_round_closed()),
    }
    if let VoteStage::Revealed(votes) = &round.votes {
        texts.push(lang.room_round_revealed(votes.values().map(|&count| count as usize).sum()));
    }
    if room.has_open_doors() {
        texts.push(lang.room_doors_open());
    }
    if room.is_locked() {
        texts.push(lang.room_locked());
    }
    if state.session.hosted.link().is_some() && state.base_context() != Context::Room {
        texts.push(lang.room_focus(&state.key_label(Action::NextPane)));
    }
    texts.join(" ")
}
