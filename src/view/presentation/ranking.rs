//! The touchpoints that have votes, most first.

use ratatui::layout::Rect;

use super::super::canvas::Canvas;
use super::super::pen::{piece, put_both};
use super::super::scroll::seen;
use super::super::theme::Theme;
use super::super::timer::put_middle;
use super::facts::dots;
use crate::app::model::pointer::{BoardTarget, PointerTarget};
use crate::app::model::query::shown_map::Shown;
use crate::app::model::state::State;
use crate::map::ranking::{RankedTouchpoint, ranking};

/// The touchpoints that are seen, with how many stand above each, and their areas.
pub fn layout(shown: &Shown<'_>, area: Rect) -> Vec<(usize, RankedTouchpoint, Rect)> {
    let ranking = ranking(shown.map());
    let room = Rect {
        x: area.x + 1,
        y: area.y + 1,
        width: area.width.saturating_sub(2),
        height: area.height.saturating_sub(2),
    };
    let each = if ranking.len() * 2 <= usize::from(room.height) { 2 } else { 1 };
    let here = ranking.iter().position(|ranked| ranked.place == shown.place).unwrap_or(0);
    let seen = seen(ranking.len(), room.height, here, |_| each).into_iter();
    seen.map(|line| (line.row, ranking[line.row], Rect { y: room.y + line.top, height: 1, ..room })).collect()
}

/// Draws the touchpoints with their votes, and how many have none.
pub fn draw(state: &State, shown: &Shown<'_>, theme: &Theme, area: Rect, buf: &mut Canvas<'_>) {
    let seen = layout(shown, area);
    if seen.is_empty() {
        return super::say(buf, area, &state.lang.present_no_votes(), theme);
    }
    let voted = shown.map().touchpoints().filter(|(_, each)| each.votes > 0).count();
    let digits = seen.iter().map(|(_, ranked, _)| ranked.votes.to_string().len()).max().unwrap_or(1);
    for &(_, ranked, row) in &seen {
        let Some(touchpoint) = shown.map().at(ranked.place) else { continue };
        buf.mark(row, PointerTarget::Board(BoardTarget::Card { place: ranked.place, lower_half: false }));
        let style = if ranked.place == shown.place { theme.selected } else { theme.strong };
        let left = [piece(format!("{:>3}  ", ranked.rank), theme.dim), piece(touchpoint.name.to_string(), style)];
        let dots = if row.width >= 60 { format!("{:<11}", dots(ranked.votes)) } else { "●".to_owned() };
        let phase =
            if row.width >= 100 { format!("{}  ", state.lang.phase(ranked.place.phase)) } else { String::new() };
        let right = [
            piece(phase, theme.dim),
            piece(dots, theme.lever),
            piece(format!(" {:>digits$} ", ranked.votes), theme.strong),
        ];
        put_both(buf, row, row.y, &left, &right);
    }
    let above = seen.first().map_or(0, |(above, ..)| *above);
    let (below, rest) = (voted - above - seen.len(), shown.map().len() - voted);
    let lang = &state.lang;
    let told = [(above, lang.more_above(above)), (below, lang.more_below(below)), (rest, lang.present_unvoted(rest))];
    let told: Vec<String> = told.into_iter().filter(|(count, _)| *count > 0).map(|(_, text)| text).collect();
    put_middle(buf, area, area.bottom() - 1, &told.join(" · "), theme.dim);
}
