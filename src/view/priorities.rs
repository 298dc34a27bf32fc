//! The priorities: where to act first, each with its reasons.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::pen::{piece, put, put_both};
use super::side::{head, layout, list_and_below, put_more};
use super::theme::Theme;
use crate::app::State;
use crate::app::pointer::Spot;
use crate::app::shown::Shown;
use crate::app::side::line;
use crate::map::Priorities;
use crate::map::priority::Priority;
use crate::map::width::{width, wrap};

/// Draws the list into an area.
pub fn draw(state: &State, shown: &Shown<'_>, ranked: &Priorities, theme: &Theme, area: Rect, buf: &mut Canvas<'_>) {
    let lang = &state.lang;
    let room = head(state, theme, area, &lang.priorities(), buf);
    if ranked.ranked.is_empty() && ranked.unranked.is_empty() {
        let text = lang.priorities_need_touchpoints();
        for (y, range) in (room.y..room.bottom()).zip(wrap(&text, usize::from(room.width), 4)) {
            put(buf, room, y, &text[range], theme.dim);
        }
        return;
    }
    put_more(state, theme, area, buf);
    let here = line(state);
    for seen in layout(state, area) {
        let Some(priority) = ranked.ranked.iter().chain(&ranked.unranked).nth(seen.row) else { continue };
        let is_ranked = seen.row < ranked.ranked.len();
        let name = shown.map().at(priority.place).map(|each| each.name.to_string()).unwrap_or_default();
        let rank = if is_ranked { (seen.row + 1).to_string() } else { "?".to_owned() };
        let look = if seen.row == here { theme.selected } else { theme.plain };
        let why = why(state, priority, is_ranked);
        let y = room.y + seen.top;
        let cells = Rect { y, height: seen.height, ..room };
        buf.mark(cells.intersection(room), Spot::Line(seen.row));
        let left = [piece(format!("{rank:>3} "), theme.dim), piece(name, look)];
        if seen.height > 1 {
            let score = if is_ranked { lang.number((priority.score * 100.0).round() as u128) } else { String::new() };
            put_both(buf, room, y, &left, &[piece(score, theme.strong)]);
            let below = Rect { x: room.x + 4, width: room.width.saturating_sub(4), ..room };
            let lines = usize::from(seen.height - 1);
            for (y, range) in (y + 1..).zip(wrap(&why, usize::from(below.width), lines)) {
                put(buf, below, y, &why[range], theme.dim);
            }
        } else {
            // The first reason, as long as it is whole; those of the chosen one all stand below.
            let first = why.split(" · ").next().unwrap_or_default();
            let taken = usize::from(room.width) / 2;
            let why = if width(first) <= taken { first.to_owned() } else { String::new() };
            put_both(buf, room, y, &left, &[piece(why, theme.dim)]);
        }
    }
    let (_, below) = list_and_below(state, area);
    if let Some(priority) = ranked.ranked.iter().chain(&ranked.unranked).nth(here).filter(|_| below.height > 0) {
        let why = why(state, priority, here < ranked.ranked.len());
        for (y, range) in (below.y..).zip(wrap(&why, usize::from(below.width), below.height.into())) {
            put(buf, below, y, &why[range], theme.plain);
        }
    }
}

/// Why to act on a touchpoint, or what is missing to tell.
fn why(state: &State, priority: &Priority, is_ranked: bool) -> String {
    if !is_ranked {
        return state.lang.priority_missing(&priority.missing());
    }
    let reasons: Vec<String> =
        priority.reasons().into_iter().map(|reason| state.lang.priority_reason(reason)).collect();
    if reasons.is_empty() { state.lang.priority_nothing() } else { reasons.join(" · ") }
}
