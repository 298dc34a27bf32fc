//! The layout of the lists in the side pane: the review and the priorities.

use ratatui::layout::Rect;

use super::list::{VisibleRow, hidden_rows, visible_rows};
use super::painter::Painter;
use super::side_header::{below_header, write_hidden};
use super::{priorities, review};
use crate::app::model::pane::SidePane;
use crate::app::model::query::list::{line, lines};

/// The least height with several lines for each row of a list.
const ROOMY: u16 = 14;
/// Below this width, the details of a row take two lines.
const NARROW: u16 = 56;

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
