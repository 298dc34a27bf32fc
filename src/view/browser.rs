//! The list of a folder: the folder above, folders and maps, and the line that filters them.

use std::io::ErrorKind;

use ratatui::layout::{Position, Rect};

use super::canvas::Canvas;
use super::layout::Arrangement;
use super::line::draw_line;
use super::pen::{frame, middle, paint, piece, put, put_pieces};
use super::scroll::{put_beyond, seen};
use super::theme::Theme;
use crate::app::model::action::Action;
use crate::app::model::action::Reply;
use crate::app::model::dialog::browser::{Browser, Line};
use crate::app::model::file_name::shown;
use crate::app::model::pointer::{DialogTarget, PointerTarget};
use crate::app::model::state::State;
use crate::map::width::{cut_front, wrap};

/// Draws the list over the screen; gives where the cursor belongs.
pub fn draw(
    state: &State,
    browser: &Browser,
    theme: &Theme,
    arrangement: &Arrangement,
    buf: &mut Canvas<'_>,
) -> Option<Position> {
    let lang = &state.lang;
    let area = arrangement.title.union(arrangement.body);
    let area = middle(area, area.width.min(86), area.height.min(30));
    let folder = browser.shown().map(|(listing, _)| listing).or(browser.listing.as_ref());
    let folder = folder.map(|listing| shown(&listing.folder)).unwrap_or_default();
    let title = format!("{} · {}", lang.action("open"), cut_front(&folder, usize::from(area.width).saturating_sub(16)));
    let inside = frame(buf, area, &title, theme.strong);
    let cursor = draw_line(&browser.filter, theme, Rect { height: 1, ..inside }, buf);
    if browser.filter.text().is_empty() {
        let behind = Rect { x: inside.x + 4, width: inside.width.saturating_sub(4), ..inside };
        put(buf, behind, inside.y, &lang.browser_hint(), theme.dim);
    }
    let list = Rect { y: inside.y + 2, height: inside.height.saturating_sub(2), ..inside };
    let lines = browser.listed();
    let typed = browser.filter.text().trim();
    let empty = match (&browser.listing, browser.shown()) {
        (None, _) => None,
        (Some(_), Some((listing, ""))) => listing.entries.is_empty().then(|| lang.browser_empty()),
        (Some(_), Some(_)) => {
            lines.is_empty().then(|| lang.browser_opens_typed(typed, &state.key_label(Action::Reply(Reply::Choose))))
        }
        (Some(_), None) => browser.refused().map(|(folder, error)| {
            let is_missing = matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory);
            if is_missing { lang.no_such_folder(folder) } else { lang.cli_cannot_search(folder, error) }
        }),
    };
    let mut top = list.y;
    let rows = seen(lines.len(), list.height, browser.chosen, |_| 1);
    put_beyond(lang, theme, inside, &rows, lines.len(), buf);
    buf.viewport.dialog = rows.len();
    for line in rows {
        let y = list.y + line.top;
        let piece = match lines[line.row] {
            Line::Above(_) => piece(format!(" ../  {}", lang.parent_folder()), theme.dim),
            Line::Entry(entry) if entry.is_folder => piece(format!(" {}/", entry.name), theme.key),
            Line::Entry(entry) => piece(format!(" {}", entry.name), theme.plain),
        };
        put_pieces(buf, list, y, &[piece]);
        buf.mark(Rect { y, height: 1, ..list }, PointerTarget::Dialog(DialogTarget::Row(line.row)));
        if line.row == browser.chosen && browser.is_meant() {
            paint(buf, list, y, theme.selected);
        }
        top = y + 1;
    }
    if let Some(text) = empty {
        for (y, range) in (top + u16::from(top > list.y)..list.bottom()).zip(wrap(&text, usize::from(list.width), 3)) {
            put(buf, list, y, &text[range], theme.dim);
        }
    }
    cursor
}
