//! The header of the side pane.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::painter::{Painter, span};
use crate::app::model::pane::Pane;
use crate::map::width::width;

/// The width of the blank before a title and of the numbers of hidden rows after it, like ` ↑12 ↓8`.
const HIDDEN_WIDTH: usize = 9;

/// Returns the style of the header, which depends on the focus.
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

/// Returns the first title that fits into the header, or else the last one. While a filter is on, the title says that the
/// list is of the whole map.
pub(crate) fn title_of_whole_map(painter: &Painter<'_>, titles: Vec<String>, area: Rect) -> String {
    let (note, reserved) = match painter.state.board.filter {
        Some(_) => (format!(" · {}", painter.lang().whole_map()), HIDDEN_WIDTH),
        // Without the note, the numbers of hidden rows may cover the end of the title.
        None => (String::new(), 1),
    };
    let cells = usize::from(area.width).saturating_sub(reserved);
    let mut titles: Vec<String> = titles.into_iter().map(|title| title + &note).collect();
    let fitting = titles.iter().position(|title| width(title) <= cells);
    titles.swap_remove(fitting.unwrap_or(titles.len().saturating_sub(1)))
}

/// Draws the header of the pane with the heading of the column at its right end, and returns the area below it.
pub(crate) fn draw_header_with_column(painter: &mut Painter<'_>, area: Rect, title: &str, column: &str) -> Rect {
    let style = header_style(painter);
    painter.restyle(area, area.y, style);
    let (left, right) = (span(format!(" {title}"), style), span(format!("{column} "), style));
    painter.write_both_ends(area, area.y, &[left], &[right]);
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

/// Returns the area below the header.
pub(crate) fn below_header(area: Rect) -> Rect {
    Rect { x: area.x + 1, y: area.y + 1, width: area.width.saturating_sub(2), height: area.height.saturating_sub(1) }
}
