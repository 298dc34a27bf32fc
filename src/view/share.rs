//! The dialog of the room: the addresses to choose from, or the link with its code.

use ratatui::layout::{Position, Rect};

use super::painter::{Painter, centered};
use super::qr;
use crate::app::model::action::Action;
use crate::app::model::dialog::share::ShareDialog;
use crate::app::model::parameter::RoomAct;
use crate::app::model::pointer::{DialogTarget, PointerTarget};
use crate::app::model::room::effect::RoomLink;
use crate::map::width::fill;

/// The width of the texts beside the code.
const TEXT_WIDTH: u16 = 34;
/// The width of the dialog with addresses.
const LIST_WIDTH: u16 = 64;

/// Draws the dialog. It has no cursor.
pub fn draw(painter: &mut Painter<'_>, dialog: &ShareDialog, area: Rect) -> Option<Position> {
    match painter.state.session.hosted.link() {
        Some(link) => draw_link(painter, link, area),
        None => draw_addresses(painter, dialog, area),
    }
    None
}

/// Draws the addresses of the machine, and says who can read what is sent.
fn draw_addresses(painter: &mut Painter<'_>, dialog: &ShareDialog, area: Rect) {
    let (theme, lang) = (painter.theme, painter.lang());
    let rows = dialog.addresses.len() as u16;
    let area = centered(area, LIST_WIDTH, rows + 12);
    let inside = painter.frame(area, &lang.room_share_title(), theme.strong);
    let used = painter.write_wrapped(inside, &lang.room_choose_address(), 5, theme.plain) + 1;
    for (row, (address, y)) in dialog.addresses.iter().zip(inside.y + used..inside.bottom()).enumerate() {
        let is_chosen = row == dialog.chosen;
        let note = if address.is_loopback() { lang.room_loopback() } else { String::new() };
        let text = format!("{} {address}  {note}", if is_chosen { "▸" } else { " " });
        painter.write(inside, y, &fill(&text, usize::from(inside.width)), theme.plain);
        painter.canvas.set_target(Rect { y, height: 1, ..inside }, PointerTarget::Dialog(DialogTarget::Row(row)));
        if is_chosen {
            painter.restyle(inside, y, theme.selected);
        }
    }
    let top = inside.y + (used + rows + 1).min(inside.height);
    let below = Rect { y: top, height: inside.bottom().saturating_sub(top), ..inside };
    painter.write_wrapped(below, &lang.room_plain_http(), 5, theme.dim);
}

/// Draws the link as text, and as a code beside or below it.
fn draw_link(painter: &mut Painter<'_>, link: &RoomLink, area: Rect) {
    let (state, theme, lang) = (painter.state, painter.theme, painter.lang());
    let text = link.to_string();
    let code = qr::code(&text);
    let (width, height) = code.as_ref().map_or((0, 0), |code| qr::size(painter, code));
    let fits = area.width >= width + TEXT_WIDTH + 6 && area.height >= height + 2;
    let (code_width, code_height) = if fits { (width, height) } else { (0, 0) };
    let area = centered(area, TEXT_WIDTH.max(LIST_WIDTH - 30) + code_width + 6, code_height.max(17) + 2);
    let inside = painter.frame(area, &lang.room_share_title(), theme.strong);
    let texts = Rect { width: inside.width.saturating_sub(code_width + 2), ..inside };
    let room = &state.session.hosted.room;
    let keys = lang.room_link_keys(
        &state.key_label(Action::Room(RoomAct::NewLink)),
        &state.key_label(Action::Room(RoomAct::Lock)),
        &state.key_label(Action::Room(RoomAct::Close)),
    );
    let mut y = texts.y;
    let mut write = |painter: &mut Painter<'_>, text: &str, style| {
        let rest = Rect { y, height: texts.bottom().saturating_sub(y), ..texts };
        y += painter.write_wrapped(rest, text, 8, style) + 1;
    };
    write(painter, &lang.room_scan(), theme.plain);
    write(painter, &text, theme.strong);
    write(painter, &lang.room_people(room.participants()), theme.plain);
    if room.is_locked() {
        write(painter, &lang.room_locked(), theme.accent);
    }
    write(painter, &keys, theme.plain);
    write(painter, &if fits { lang.room_plain_http() } else { lang.room_code_too_large() }, theme.dim);
    if let Some(code) = code.filter(|_| fits) {
        let at = Rect { x: inside.right() - width, width, height, ..inside };
        qr::draw(painter, &code, at);
    }
}
