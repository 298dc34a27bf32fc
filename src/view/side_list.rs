//! The layout of the lists in the side pane: the review and the priorities.

use ratatui::layout::Rect;

use super::list::{ScrolledList, Scrolling, VisibleRow, hidden_rows};
use super::painter::Painter;
use super::side_header::{below_header, write_hidden};
use crate::app::model::query::list::{line_count, selected_line};

/// The minimum height with several lines for each row of a list.
pub(crate) const ROOMY: u16 = 14;

/// The heights of the parts of a list.
pub(crate) struct ListHeights {
    /// The heights of the first rows.
    pub rows: Vec<u16>,
    /// The height of each row after them.
    pub other_rows: u16,
    /// The height of the details below the list.
    pub details: u16,
}

/// The layout of a list in the side pane.
pub(crate) struct ListLayout {
    pub rows: Vec<VisibleRow>,
    /// The area of the rows.
    pub list: Rect,
    /// The area below them for details of the selected row.
    pub details: Rect,
}

/// Finds the visible rows of the list, reports their number to the viewport, and writes into the header how many rows
/// are hidden.
pub(crate) fn lay_out_list(painter: &mut Painter<'_>, area: Rect, heights: &ListHeights) -> ListLayout {
    let (state, inside) = (painter.state, below_header(area));
    let ListHeights { rows, other_rows, details } = heights;
    let count = line_count(state);
    let height = inside.height - details;
    let row_height = |row: usize| rows.get(row).copied().unwrap_or(*other_rows);
    let list = ScrolledList {
        count,
        lines: height,
        selected: selected_line(state),
        first: state.viewport.first_line,
        height: &row_height,
    };
    let rows = list.visible_rows(Scrolling::ByPage);
    // A blank line above the details, if there is enough space.
    let gap = u16::from(*details > 3);
    let details = Rect { y: inside.y + height + gap, height: details - gap, ..inside };
    let (above, below) = hidden_rows(&rows, count);
    write_hidden(painter, area, above, below);
    painter.canvas.viewport.side = rows.len();
    painter.canvas.viewport.first_line = rows.first().map(|first| first.row);
    ListLayout { rows, list: Rect { height, ..inside }, details }
}
