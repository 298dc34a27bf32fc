//! The picture of a file that could not be opened.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::layout::Arrangement;
use super::pen::{paint, put};
use super::theme::Theme;
use crate::app::State;
use crate::app::file::shown;
use crate::app::unreadable::Unreadable;

/// Draws the picture from the line that is shown first.
pub fn draw(state: &State, page: &Unreadable, theme: &Theme, arrangement: &Arrangement, buf: &mut Buffer) {
    let title = arrangement.title;
    paint(buf, title, title.y, theme.head);
    put(buf, title, title.y, &format!(" {}", state.lang.unreadable(&shown(&page.path))), theme.head);
    let body = Rect { x: arrangement.body.x + 1, width: arrangement.body.width.saturating_sub(1), ..arrangement.body };
    for (y, line) in (body.y..body.bottom()).zip(page.picture.lines().skip(page.top)) {
        put(buf, body, y, line, theme.plain);
    }
}
