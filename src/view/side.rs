//! The side pane, beside or below the columns: the funnel, review, balance or priorities.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::layout::ScreenLayout;
use super::list::{VisibleRow, hidden_rows, visible_rows};
use super::painter::Painter;
use super::{balance, funnel, funnel_strip, priorities, review};
use crate::app::model::insight::SideContent;
use crate::app::model::pane::{Pane, SidePane};
use crate::app::model::pointer::{PointerTarget, SideTarget};
use crate::app::model::query::list::{line, lines};
use crate::map::width::width;

/// The least height with several lines for each row of a list.
const ROOMY: u16 = 14;
/// Below this width, the details of a row take two lines.
const NARROW: u16 = 56;

/// Draws the side pane, if the layout has one.
pub fn draw(painter: &mut Painter<'_>, layout: &ScreenLayout) {
    let Some(area) = layout.side.or(layout.strip) else { return };
    painter.canvas.set_target(area, PointerTarget::Side(SideTarget::Empty));
    painter.canvas.set_target(Rect { height: 1, ..area }, PointerTarget::Side(SideTarget::Header));
    match (painter.state.board.side, painter.state.session.insight.side_content()) {
        (SidePane::Balance, SideContent::Balance(balance)) => balance::draw(painter, balance, area),
        (SidePane::Review, SideContent::Review(review)) => review::draw(painter, review, area),
        (SidePane::Priorities, SideContent::Priorities(priorities)) => priorities::draw(painter, priorities, area),
        (SidePane::Funnel | SidePane::Review | SidePane::Balance | SidePane::Priorities, _) => match layout.side {
            Some(_) => funnel::draw(painter, area),
            None => funnel_strip::draw(painter, area),
        },
    }
}

/// Returns the style of the header, by the focus.
pub(crate) fn header_style(painter: &Painter<'_>) -> Style {
    match painter.state.board.pane {
        Pane::Side => painter.theme.header_focused,
        Pane::Columns => painter.theme.header,
    }
}

/// Draws the header of the pane and returns the area below it.
pub(crate) fn draw_header(painter: &mut Painter<'_>, area: Rect, title: &str) -> Rect {
    let style = header_style(painter);
    painter.restyle(area, area.y, style);
    painter.write(area, area.y, &format!(" {title}"), style);
    below_header(area)
}

/// Writes at the end of a header how many rows of its list are hidden above and below.
pub(crate) fn write_hidden(painter: &mut Painter<'_>, header: Rect, above: usize, below: usize) {
    let counts = [(above, '↑'), (below, '↓')].into_iter().filter(|(count, _)| *count > 0);
    let text: String = counts.map(|(count, arrow)| format!(" {arrow}{count}")).collect();
    let cells = u16::try_from(width(&text)).unwrap_or(u16::MAX).min(header.width);
    let style = header_style(painter);
    painter.write(Rect { x: header.right() - cells, width: cells, ..header }, header.y, &text, style);
}

fn below_header(area: Rect) -> Rect {
    Rect { x: area.x + 1, y: area.y + 1, width: area.width.saturating_sub(2), height: area.height.saturating_sub(1) }
}

/// The layout of a list in the side pane.
pub(crate) struct ListLayout {
    pub rows: Vec<VisibleRow>,
    /// The area of the rows.
    pub list: Rect,
    /// The area below them for details of the selected row.
    pub details: Rect,
}

/// Finds the visible rows of the list, reports them, and writes how many are hidden into the header.
pub(crate) fn lay_out_list(painter: &mut Painter<'_>, area: Rect) -> ListLayout {
    let state = painter.state;
    let inside = below_header(area);
    let each = match (state.board.side, inside.height) {
        (SidePane::Review, _) | (SidePane::Funnel | SidePane::Balance | SidePane::Priorities, ..ROOMY) => 1,
        (SidePane::Funnel | SidePane::Balance | SidePane::Priorities, ROOMY..) if inside.width < NARROW => 3,
        (SidePane::Funnel | SidePane::Balance | SidePane::Priorities, ROOMY..) => 2,
    };
    let count = lines(state);
    let (details, heights) = match (state.board.side, inside.height) {
        (SidePane::Review, ROOMY..) => {
            let (taken, heights) = review::heights(painter, inside);
            (inside.height - taken, heights)
        }
        // The details get the lines that the list does not need.
        (SidePane::Review, 9..) => (inside.height.saturating_sub(count as u16).clamp(5, inside.height - 1), Vec::new()),
        (SidePane::Review, 6..) => (3, Vec::new()),
        (SidePane::Review, 4..) => (1, Vec::new()),
        (SidePane::Priorities, 6..ROOMY) => (2, Vec::new()),
        // In a high pane, each row has its details below its name.
        (SidePane::Priorities, ROOMY..) => (0, priorities::heights(painter, inside, each)),
        (SidePane::Review | SidePane::Funnel | SidePane::Balance | SidePane::Priorities, _) => (0, Vec::new()),
    };
    let height = inside.height - details;
    // A blank line above the details, if there is enough space.
    let gap = u16::from(details > 3);
    let rows = visible_rows(count, height, line(state), |row| heights.get(row).copied().unwrap_or(each));
    let details = Rect { y: inside.y + height + gap, height: details - gap, ..inside };
    let (above, below) = hidden_rows(&rows, count);
    write_hidden(painter, area, above, below);
    painter.canvas.viewport.side = rows.len();
    ListLayout { rows, list: Rect { height, ..inside }, details }
}
