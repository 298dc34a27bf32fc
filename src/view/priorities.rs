//! The priorities: where to act first, each with its reasons.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::canvas::Canvas;
use super::pen::{piece, put, put_both};
use super::side::{List, head, layout, put_more};
use super::theme::Theme;
use crate::app::model::insight::SideContent;
use crate::app::model::pointer::{PointerTarget, SideTarget};
use crate::app::model::query::list::line;
use crate::app::model::query::shown_map::Shown;
use crate::app::model::state::State;
use crate::map::Priorities;
use crate::map::priority::{Loss, Priority, PriorityReason};
use crate::map::width::{width, wrap};

/// Cells in front of a name.
const RANK: usize = 4;
/// What stands between reasons.
const BETWEEN: &str = " · ";

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
    let List { seen, room, below } = layout(state, shown, area);
    put_more(state, theme, area, &seen, buf);
    buf.viewport.side = seen.len();
    let here = line(state);
    for seen in seen {
        let Some(priority) = ranked.ranked.iter().chain(&ranked.unranked).nth(seen.row) else { continue };
        let is_ranked = seen.row < ranked.ranked.len();
        let name = shown.map().at(priority.place).map(|each| each.name.to_string()).unwrap_or_default();
        let rank = if is_ranked { (seen.row + 1).to_string() } else { "?".to_owned() };
        let look = if seen.row == here { theme.selected } else { theme.plain };
        let cells = Rect { y: room.y + seen.top, height: seen.height, ..room }.intersection(room);
        buf.mark(cells, PointerTarget::Side(SideTarget::Row(seen.row)));
        let score = if is_ranked { lang.number((priority.score * 100.0).round() as u128) } else { String::new() };
        let mut right = vec![piece(format!("{score:>3}"), theme.strong)];
        if seen.height == 1 {
            let room = usize::from(room.width);
            let free = room.saturating_sub(RANK + width(&name) + 6).max(room / 2 - 6);
            right.insert(0, piece(format!("{}  ", first_reason(state, priority, is_ranked, free)), theme.dim));
        }
        put_both(buf, room, cells.y, &[piece(format!("{rank:>3} "), theme.dim), piece(name, look)], &right);
        let reasons = reasons_below(Rect { y: cells.y + 1, height: cells.height - 1, ..room });
        put_reasons(state, priority, is_ranked, theme.dim, reasons, buf);
    }
    if let Some(priority) = ranked.ranked.iter().chain(&ranked.unranked).nth(here) {
        put_reasons(state, priority, here < ranked.ranked.len(), theme.plain, below, buf);
    }
}

/// The lines of each touchpoint of a list that could be seen whole: as many as its reasons need, or at most `most` of
/// them where all of that has no room.
pub fn heights(state: &State, room: Rect, most: u16) -> Vec<u16> {
    let SideContent::Priorities(listed) = state.session.insight.side_content() else { return Vec::new() };
    if listed.ranked.len() + listed.unranked.len() > usize::from(room.height) {
        return Vec::new();
    }
    let cells = usize::from(reasons_below(room).width);
    let all = listed.ranked.iter().chain(&listed.unranked).enumerate();
    let height = |(nth, priority): (usize, &Priority)| {
        let why = why(state, priority, nth < listed.ranked.len()).join(BETWEEN);
        1 + u16::try_from(wrap(&why, cells, usize::from(room.height)).len()).unwrap_or(u16::MAX)
    };
    let heights: Vec<u16> = all.map(height).collect();
    let fits = heights.iter().map(|&height| usize::from(height)).sum::<usize>() <= room.height.into();
    heights.into_iter().map(|height| if fits { height } else { height.min(most) }).collect()
}

/// The room of reasons below a name.
fn reasons_below(area: Rect) -> Rect {
    let rank = RANK as u16;
    Rect { x: area.x + rank, width: area.width.saturating_sub(rank), ..area }
}

/// Writes as many reasons as have room, each of them whole, and `…` for the others.
fn put_reasons(state: &State, priority: &Priority, is_ranked: bool, style: Style, area: Rect, buf: &mut Buffer) {
    let why = why(state, priority, is_ranked);
    let (cells, lines) = (usize::from(area.width), usize::from(area.height));
    let told = |count: usize| {
        let others = if count < why.len() { " …" } else { "" };
        format!("{}{others}", why[..count].join(BETWEEN))
    };
    let fits = |text: &String| wrap(text, cells, lines + 1).len() <= lines;
    let text = (1..=why.len()).rev().map(told).find(fits).unwrap_or_else(|| told(1));
    for (y, range) in (area.y..area.bottom()).zip(wrap(&text, cells, lines)) {
        put(buf, area, y, &text[range], style);
    }
}

/// The weightiest reason, as short as it must be.
fn first_reason(state: &State, priority: &Priority, is_ranked: bool, cells: usize) -> String {
    let lang = &state.lang;
    let first = why(state, priority, is_ranked).into_iter().next().unwrap_or_default();
    let shorter = match priority.reasons().first().filter(|_| is_ranked) {
        Some(PriorityReason::Critical) => vec![lang.critical().to_owned()],
        Some(PriorityReason::Emotion(emotion)) => vec![emotion.face().to_owned()],
        Some(PriorityReason::Votes(votes)) => vec![format!("•{votes}")],
        Some(PriorityReason::Loss(Loss { lost, .. })) => {
            vec![lang.present_lost(&lang.number(*lost)), format!("−{}", lang.short_number(*lost))]
        }
        None => Vec::new(),
    };
    [first].into_iter().chain(shorter).find(|text| width(text) <= cells).unwrap_or_default()
}

/// Why to act on a touchpoint, or what is missing to tell.
fn why(state: &State, priority: &Priority, is_ranked: bool) -> Vec<String> {
    if !is_ranked {
        return vec![state.lang.priority_missing(&priority.missing())];
    }
    let reasons: Vec<String> =
        priority.reasons().into_iter().map(|reason| state.lang.priority_reason(reason)).collect();
    if reasons.is_empty() { vec![state.lang.priority_nothing()] } else { reasons }
}
