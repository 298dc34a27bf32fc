//! The picture of a file that could not be opened.

use std::borrow::Cow;

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::layout::Arrangement;
use super::pen::{paint, piece, put, put_both};
use super::theme::Theme;
use crate::app::faults::picture::picture_within;
use crate::app::model::file_name::shown;
use crate::app::model::pointer::{DialogTarget, PointerTarget};
use crate::app::model::state::State;
use crate::app::model::unreadable::Unreadable;
use crate::map::width::wrap;
use crate::store::OpenError;

/// Draws the picture from the line that is shown first.
pub fn draw(state: &State, page: &Unreadable, theme: &Theme, arrangement: &Arrangement, buf: &mut Canvas<'_>) {
    let title = arrangement.title;
    paint(buf, title, title.y, theme.head);
    let body = Rect { x: arrangement.body.x + 1, width: arrangement.body.width.saturating_sub(1), ..arrangement.body };
    buf.mark(body, PointerTarget::Dialog(DialogTarget::Empty));
    let width = usize::from(body.width);
    let picture = match &page.error {
        OpenError::Invalid { text, faults } => {
            Cow::Owned(picture_within(&state.lang, &shown(&page.path), text, faults, false, width))
        }
        OpenError::NotFound
        | OpenError::NotAFile(_)
        | OpenError::TooLarge { .. }
        | OpenError::Unreadable(_)
        | OpenError::NotText { .. } => Cow::Borrowed(page.picture.as_str()),
    };
    let below = picture.lines().count().saturating_sub(page.top + usize::from(body.height));
    let more = [(page.top, state.lang.more_above(page.top)), (below, state.lang.more_below(below))];
    let more = more.into_iter().filter(|(count, _)| *count > 0).map(|(_, text)| piece(format!(" {text} "), theme.head));
    let head = piece(format!(" {}", state.lang.open_failed(&shown(&page.path))), theme.head);
    put_both(buf, title, title.y, &[head], &more.collect::<Vec<_>>());
    let lines = picture.lines().skip(page.top).take(usize::from(body.height));
    let parts = lines.flat_map(|line| {
        // A line of the file keeps its place over the mark below it; sentences are wrapped.
        let parts = if line.contains(" |") { 1 } else { 8 };
        let ranges = wrap(line, usize::from(body.width), parts);
        if ranges.is_empty() { vec![""] } else { ranges.into_iter().map(|range| &line[range]).collect() }
    });
    for (y, part) in (body.y..body.bottom()).zip(parts) {
        put(buf, body, y, part, theme.plain);
    }
}
