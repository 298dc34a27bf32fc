//! The priorities: touchpoints to work on, the most urgent first, each with its reasons.
//!
//! ```text
//!  Priorities
//!   1 Waits for the parcel            87
//!     critical moment · 1,200 lost here
//!   ? Asks a neighbour
//!     emotion and reach are missing
//! ```

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::painter::{Painter, span};
use super::side_header::{draw_header, title_of_whole_map};
use super::side_list::{ListHeights, ListLayout, ROOMY, lay_out_list};
use crate::app::model::pointer::{PointerTarget, SideTarget};
use crate::app::model::query::list::{is_line_highlighted, selected_line};
use crate::map::Priorities;
use crate::map::priority::{Loss, Priority, PriorityReason};
use crate::map::width::{width, wrap};

/// Below this width, the reasons of a row take two lines.
const NARROW: u16 = 56;
/// The width of the rank in front of a name.
const RANK_WIDTH: usize = 4;
const SEPARATOR: &str = " · ";

/// A row of the list: a touchpoint, and its rank unless its facts are missing.
struct PriorityRow<'a> {
    priority: &'a Priority,
    rank: Option<usize>,
}

/// Draws the list.
pub fn draw(painter: &mut Painter<'_>, priorities: &Priorities, area: Rect) {
    let (state, theme, lang) = (painter.state, painter.theme, painter.lang());
    let title = title_of_whole_map(painter, vec![lang.priorities()], area);
    let inside = draw_header(painter, area, &title);
    let listed: Vec<PriorityRow<'_>> = rows(priorities).collect();
    if listed.is_empty() {
        painter.write_wrapped(inside, &lang.priorities_need_touchpoints(), 4, theme.dim);
        return;
    }
    let heights = heights(painter, priorities, inside);
    let ListLayout { rows, list, details } = lay_out_list(painter, area, &heights);
    let selected = selected_line(state);
    for visible in rows {
        let Some(row) = listed.get(visible.row) else { continue };
        let cells = Rect { y: list.y + visible.top, height: visible.height, ..list }.intersection(list);
        painter.canvas.set_target(cells, PointerTarget::Side(SideTarget::Row(visible.row)));
        draw_row(painter, row, is_line_highlighted(state, visible.row), Rect { height: visible.height, ..cells });
        let reasons = Rect { y: cells.y + 1, height: cells.height - 1, ..list };
        write_reasons(painter, row, theme.dim, indented(reasons));
    }
    if let Some(row) = listed.get(selected) {
        write_reasons(painter, row, theme.plain, details);
    }
}

/// Returns the ranked touchpoints, then those whose facts are missing.
fn rows(priorities: &Priorities) -> impl Iterator<Item = PriorityRow<'_>> {
    let ranked = priorities.ranked.iter().zip(1..).map(|(priority, rank)| PriorityRow { priority, rank: Some(rank) });
    ranked.chain(priorities.unranked.iter().map(|priority| PriorityRow { priority, rank: None }))
}

/// Draws the name and score of a row, and its first reason if the row has only one line.
fn draw_row(painter: &mut Painter<'_>, row: &PriorityRow<'_>, is_selected: bool, area: Rect) {
    let (theme, lang) = (painter.theme, painter.lang());
    let priority = row.priority;
    let name = painter.shown.map().at(priority.place).map(|each| each.name.to_string()).unwrap_or_default();
    let rank = row.rank.map_or_else(|| "?".to_owned(), |rank| rank.to_string());
    let score = row.rank.map(|_| lang.number((priority.score * 100.0).round() as u128)).unwrap_or_default();
    let mut right = vec![span(format!("{score:>3}"), theme.strong)];
    if area.height == 1 {
        let space = usize::from(area.width);
        let free = space.saturating_sub(RANK_WIDTH + width(&name) + 6).max(space / 2 - 6);
        right.insert(0, span(format!("{}  ", first_reason(painter, row, free)), theme.dim));
    }
    let name_style = if is_selected { theme.selected } else { theme.plain };
    let left = [span(format!("{rank:>3} "), theme.dim), span(name, name_style)];
    painter.write_both_ends(area, area.y, &left, &right);
}

/// Returns the heights of the rows and of the details below them.
fn heights(painter: &Painter<'_>, priorities: &Priorities, area: Rect) -> ListHeights {
    let (rows, other_rows, details) = match area.height {
        // In a high pane, each row has its details below its name.
        ROOMY.. => {
            let each = if area.width < NARROW { 3 } else { 2 };
            (roomy_heights(painter, priorities, area, each), each, 0)
        }
        6.. => (Vec::new(), 1, 2),
        0..6 => (Vec::new(), 1, 0),
    };
    ListHeights { rows, other_rows, details }
}

/// Returns the height of each row in a high pane: the lines that its reasons need, or at most `most` if not all of them
/// fit. A list that is longer than the pane has no such heights.
fn roomy_heights(painter: &Painter<'_>, priorities: &Priorities, area: Rect, most: u16) -> Vec<u16> {
    if priorities.ranked.len() + priorities.unranked.len() > usize::from(area.height) {
        return Vec::new();
    }
    let cells = usize::from(indented(area).width);
    let height = |row: PriorityRow<'_>| {
        let reasons = reasons(painter, &row).join(SEPARATOR);
        1 + u16::try_from(wrap(&reasons, cells, usize::from(area.height)).len()).unwrap_or(u16::MAX)
    };
    let heights: Vec<u16> = rows(priorities).map(height).collect();
    let fits = heights.iter().map(|&height| usize::from(height)).sum::<usize>() <= area.height.into();
    heights.into_iter().map(|height| if fits { height } else { height.min(most) }).collect()
}

fn indented(area: Rect) -> Rect {
    let rank = RANK_WIDTH as u16;
    Rect { x: area.x + rank, width: area.width.saturating_sub(rank), ..area }
}

/// Writes as many whole reasons as fit, and `…` if there are more.
fn write_reasons(painter: &mut Painter<'_>, row: &PriorityRow<'_>, style: Style, area: Rect) {
    let reasons = reasons(painter, row);
    let (cells, lines) = (usize::from(area.width), usize::from(area.height));
    let first = |count: usize| {
        let more = if count < reasons.len() { " …" } else { "" };
        format!("{}{more}", reasons[..count].join(SEPARATOR))
    };
    let fits = |text: &String| wrap(text, cells, lines + 1).len() <= lines;
    let text = (1..=reasons.len()).rev().map(first).find(fits).unwrap_or_else(|| first(1));
    painter.write_wrapped(area, &text, lines, style);
}

/// Returns the first reason, as a shorter word or symbol if it does not fit.
fn first_reason(painter: &Painter<'_>, row: &PriorityRow<'_>, cells: usize) -> String {
    let lang = painter.lang();
    let first = reasons(painter, row).into_iter().next().unwrap_or_default();
    let shorter = match row.priority.reasons().first().filter(|_| row.rank.is_some()) {
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

/// Returns the reasons of a ranked touchpoint, or which facts are missing.
fn reasons(painter: &Painter<'_>, row: &PriorityRow<'_>) -> Vec<String> {
    let (priority, lang) = (row.priority, painter.lang());
    if row.rank.is_none() {
        return vec![lang.priority_missing(&priority.missing())];
    }
    let reasons: Vec<String> =
        priority.reasons().into_iter().map(|reason| lang.priority_reason(reason, painter.shown.map().unit())).collect();
    if reasons.is_empty() { vec![lang.priority_nothing()] } else { reasons }
}
