//! The ranking: touchpoints by votes, those with the most votes first.
//!
//! ```text
//!   1  Waits for the parcel              ●●●●●●● 7
//!   2  Compares prices                   ●●● 3
//!                  ↓ 2 more · 9 without votes
//! ```

use ratatui::layout::Rect;

use super::super::list::{VisibleRow, hidden_rows, visible_rows};
use super::super::painter::{Painter, hidden_counts, span};
use super::details::dots;
use crate::app::model::pointer::{BoardTarget, PointerTarget};
use crate::map::ranking::{RankedTouchpoint, ranking};

/// The minimum width with votes as dots.
const DOTS_WIDTH: u16 = 60;
/// The minimum width with the phase of each touchpoint.
const PHASE_WIDTH: u16 = 100;

/// Draws the touchpoints with their votes, and how many have none.
pub fn draw(painter: &mut Painter<'_>, area: Rect) {
    let (shown, theme, lang) = (painter.shown, painter.theme, painter.lang());
    let ranking = ranking(shown.map());
    let inside = Rect {
        x: area.x + 1,
        y: area.y + 1,
        width: area.width.saturating_sub(2),
        height: area.height.saturating_sub(2),
    };
    let each = if ranking.len() * 2 <= usize::from(inside.height) { 2 } else { 1 };
    let selected = ranking.iter().position(|ranked| ranked.place == shown.place).unwrap_or(0);
    let rows = visible_rows(ranking.len(), inside.height, selected, |_| each);
    if rows.is_empty() {
        return super::draw_sentence(painter, area, &lang.present_no_votes());
    }
    let digits = rows.iter().map(|visible| ranking[visible.row].votes.to_string().len()).max().unwrap_or(1);
    for &VisibleRow { row, top, .. } in &rows {
        draw_ranked(painter, ranking[row], digits, Rect { y: inside.y + top, height: 1, ..inside });
    }
    let (above, below) = hidden_rows(&rows, ranking.len());
    let rest = shown.map().len() - ranking.len();
    let unvoted = (rest > 0).then(|| lang.present_unvoted(rest));
    let texts: Vec<String> = hidden_counts(lang, above, below).chain(unvoted).collect();
    painter.write_centered(area, area.bottom() - 1, &texts.join(" · "), theme.dim);
}

/// Draws a touchpoint with its rank and votes.
fn draw_ranked(painter: &mut Painter<'_>, ranked: RankedTouchpoint, digits: usize, area: Rect) {
    let (shown, theme, lang) = (painter.shown, painter.theme, painter.lang());
    let Some(touchpoint) = shown.map().at(ranked.place) else { return };
    let target = BoardTarget::Card { place: ranked.place, lower_half: false };
    painter.canvas.set_target(area, PointerTarget::Board(target));
    let style = if ranked.place == shown.place { theme.selected } else { theme.strong };
    let left = [span(format!("{:>3}  ", ranked.rank), theme.dim), span(touchpoint.name.to_string(), style)];
    let dots = if area.width >= DOTS_WIDTH { format!("{:<11}", dots(ranked.votes)) } else { "●".to_owned() };
    let phase = if area.width >= PHASE_WIDTH { format!("{}  ", lang.phase(ranked.place.phase)) } else { String::new() };
    let votes = format!(" {:>digits$} ", ranked.votes);
    let right = [span(phase, theme.dim), span(dots, theme.lever), span(votes, theme.strong)];
    painter.write_both_ends(area, area.y, &left, &right);
}
