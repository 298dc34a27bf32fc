//! The start screen: what one can begin with, and what that is.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::layout::Arrangement;
use super::pen::{middle, paint, piece, put, put_pieces};
use super::theme::Theme;
use crate::app::State;
use crate::app::start::{OFFERS, Offer, Start};
use crate::map::width::{fill, wrap};

/// Draws the offers, and words about the chosen one.
pub fn draw(state: &State, start: Start, theme: &Theme, arrangement: &Arrangement, buf: &mut Buffer) {
    let lang = &state.lang;
    let area = middle(arrangement.title.union(arrangement.body), 72, 18);
    let area = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    put(buf, area, area.y, &lang.welcome(), theme.strong);
    put(buf, area, area.y + 1, &lang.welcome_more(), theme.dim);
    let mut y = area.y + 3;
    for offer in OFFERS {
        let (name, about) = match offer {
            Offer::NewMap => (lang.action("new-map"), lang.offer_new_map()),
            Offer::Template(template) => (template.name().to_owned(), lang.template(template.name())),
            Offer::Open => (lang.action("open"), lang.action_about("open")),
        };
        put_pieces(buf, area, y, &[piece(fill(&format!(" {name}"), 14), theme.key), piece(about, theme.plain)]);
        if offer == start.offer() {
            paint(buf, area, y, theme.selected);
        }
        y += 1;
    }
    let about = match start.offer() {
        Offer::NewMap => lang.offer_new_map_about(),
        Offer::Template(template) => lang.template_about(template.name()),
        Offer::Open => lang.offer_open_about(),
    };
    for (line, range) in (y + 1..).zip(wrap(&about, usize::from(area.width), 4)) {
        put(buf, area, line, &about[range], theme.dim);
    }
}
