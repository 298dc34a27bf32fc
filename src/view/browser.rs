//! The file browser: the parent folder, folders and maps, and the line that filters them.
//!
//! ```text
//! ╭ Open · …/maps ────────────╮
//! │ > tick                    │
//! │                           │
//! │  ../  the folder above    │
//! │  archive/                 │
//! │  ticket.ron               │
//! ╰───────────────────────────╯
//! ```

use std::io::ErrorKind;

use ratatui::layout::{Position, Rect};

use super::list::{VisibleRow, hidden_rows, visible_rows};
use super::painter::{Painter, centered, span};
use super::text_input::draw_prompt;
use crate::app::model::action::{Action, Reply};
use crate::app::model::dialog::browser::{Browser, BrowserLine};
use crate::app::model::file_name::{import_kind, shown};
use crate::app::model::pointer::{DialogTarget, PointerTarget};
use crate::map::width::cut_front;

/// Draws the browser and returns the position of the cursor.
pub fn draw(painter: &mut Painter<'_>, browser: &Browser, area: Rect) -> Option<Position> {
    let (theme, lang) = (painter.theme, painter.lang());
    let area = centered(area, area.width.min(86), area.height.min(30));
    let folder = browser.shown().map(|(listing, _)| listing).or(browser.listing.as_ref());
    let folder = folder.map(|listing| shown(&listing.folder)).unwrap_or_default();
    let folder = cut_front(&folder, usize::from(area.width).saturating_sub(16));
    let inside = painter.frame(area, &format!("{} · {folder}", lang.action("open")), theme.strong);
    let cursor = draw_prompt(painter, &browser.filter, Rect { height: 1, ..inside });
    if browser.filter.text().is_empty() {
        let input = Rect { x: inside.x + 4, width: inside.width.saturating_sub(4), ..inside };
        painter.write(input, inside.y, &lang.browser_hint(), theme.dim);
    }
    let list = Rect { y: inside.y + 2, height: inside.height.saturating_sub(2), ..inside };
    let count = browser.listed().len();
    let rows = visible_rows(count, list.height, browser.chosen, |_| 1);
    let (above, below) = hidden_rows(&rows, count);
    painter.write_hidden_rows(inside, above, below);
    painter.canvas.viewport.dialog = rows.len();
    let end = draw_list(painter, browser, &rows, list);
    if let Some(text) = empty_text(painter, browser) {
        let y = end + u16::from(end > list.y);
        let below = Rect { y, height: list.bottom().saturating_sub(y), ..list };
        painter.write_wrapped(below, &text, 3, theme.dim);
    }
    cursor
}

/// Draws the visible rows and returns the first free row below them.
fn draw_list(painter: &mut Painter<'_>, browser: &Browser, rows: &[VisibleRow], area: Rect) -> u16 {
    let (theme, lang) = (painter.theme, painter.lang());
    let lines = browser.listed();
    let mut end = area.y;
    for visible in rows {
        let y = area.y + visible.top;
        let text = match lines[visible.row] {
            BrowserLine::Parent(_) => span(format!(" ../  {}", lang.parent_folder()), theme.dim),
            BrowserLine::Entry(entry) if entry.is_folder => span(format!(" {}/", entry.name), theme.key),
            BrowserLine::Entry(entry) => span(format!(" {}", entry.name), theme.plain),
        };
        let kind = match lines[visible.row] {
            BrowserLine::Entry(entry) if !entry.is_folder => import_kind(&entry.path),
            BrowserLine::Entry(_) | BrowserLine::Parent(_) => None,
        };
        let kind = kind.map(|kind| span(format!("{kind} "), theme.dim));
        painter.write_both_ends(area, y, &[text], kind.as_slice());
        let target = PointerTarget::Dialog(DialogTarget::Row(visible.row));
        painter.canvas.set_target(Rect { y, height: 1, ..area }, target);
        if visible.row == browser.chosen && browser.opens_line() {
            painter.restyle(area, y, theme.selected);
        }
        end = y + 1;
    }
    end
}

/// Returns the text that explains an empty list.
fn empty_text(painter: &Painter<'_>, browser: &Browser) -> Option<String> {
    let (state, lang) = (painter.state, painter.lang());
    let typed = browser.filter.text().trim();
    match (&browser.listing, browser.shown()) {
        (None, _) => None,
        (Some(_), Some((listing, ""))) => listing.entries.is_empty().then(|| lang.browser_empty()),
        (Some(_), Some(_)) => {
            let key = || state.key_label(Action::Reply(Reply::Choose));
            browser.listed().is_empty().then(|| lang.browser_opens_typed(typed, &key()))
        }
        (Some(_), None) => browser.unreadable_folder().map(|(folder, error)| {
            let is_missing = matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory);
            if is_missing { lang.no_such_folder(folder) } else { lang.cli_cannot_search(folder, error) }
        }),
    }
}
