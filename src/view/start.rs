//! The start screen: what one can begin with, and what that is.
//!
//! ```text
//! Continue
//!   Buying a ticket     34 touchpoints  …/maps/ticket.ron │ about the chosen one:
//! Begin                                                   │ words, the file, or
//!   New map             an empty map                      │ the map's phases
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::layout::Arrangement;
use super::pen::{paint, piece, put, put_line_down, put_pieces};
use super::scroll::seen;
use super::theme::Theme;
use crate::app::file::shown;
use crate::app::pointer::Spot;
use crate::app::start::{Offer, Start};
use crate::app::{Action, State};
use crate::lang::Lang;
use crate::map::width::{cut_front, fill, wrap};
use crate::map::{JourneyMap, Phase};

/// From this width on, what is chosen is shown at the right.
const WIDE: u16 = 100;
/// The most cells that are of use.
const WIDEST: u16 = 150;

/// A line of the list.
enum Line {
    Blank,
    Heading(String),
    Offer(Offer),
}

/// Draws the offers, and the chosen one more closely.
pub fn draw(state: &State, start: &Start, theme: &Theme, arrangement: &Arrangement, buf: &mut Canvas<'_>) {
    let lang = &state.lang;
    let all = arrangement.title.union(arrangement.body);
    let cells = all.width.saturating_sub(2).min(WIDEST);
    let area = Rect { x: all.x + (all.width - cells) / 2, y: all.y + 1, width: cells, height: all.height - 1 };
    buf.mark(all, Spot::Front);
    put(buf, area, area.y, &lang.welcome(), theme.strong);
    put(buf, area, area.y + 1, &lang.welcome_more(), theme.dim);
    let room = Rect { y: area.y + 3, height: area.height.saturating_sub(3), ..area };
    let lines = lines(start, lang);
    let (list, about) = if area.width >= WIDE {
        let list = Rect { width: area.width / 2, ..room };
        (list, Rect { x: list.right() + 1, width: area.width - list.width - 1, ..room })
    } else {
        let about = if room.height >= 12 { 5 } else { room.height.min(2) };
        let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(room.height - about);
        (Rect { height, ..room }, Rect { y: room.y + height, height: room.height - height, ..room })
    };
    draw_list(start, &lines, lang, theme, list, buf);
    let inside = if area.width >= WIDE {
        put_line_down(buf, about, theme.dim);
        Rect { x: about.x + 2, width: about.width - 2, ..about }
    } else {
        Rect { y: about.y + 1, height: about.height.saturating_sub(1), ..about }
    };
    draw_about(state, start, theme, inside, buf);
}

fn lines(start: &Start, lang: &Lang) -> Vec<Line> {
    let mut lines = Vec::new();
    if !start.recent.is_empty() {
        lines.push(Line::Heading(lang.offers_recent()));
    }
    for offer in start.offers() {
        match offer {
            Offer::NewMap if !lines.is_empty() => lines.extend([Line::Blank, Line::Heading(lang.offers_new())]),
            Offer::NewMap | Offer::Recent(_) | Offer::Tour | Offer::Template(_) | Offer::Open => {}
        }
        lines.push(Line::Offer(offer));
    }
    lines
}

fn draw_list(start: &Start, lines: &[Line], lang: &Lang, theme: &Theme, area: Rect, buf: &mut Canvas<'_>) {
    let chosen = start.offer();
    let nth = |offer: &Offer| start.offers().position(|each| each == *offer).unwrap_or_default();
    let at = lines.iter().position(|line| matches!(line, Line::Offer(offer) if *offer == chosen)).unwrap_or_default();
    for line in seen(lines.len(), area.height, at, |_| 1) {
        let y = area.y + line.top;
        match &lines[line.row] {
            Line::Blank => {}
            Line::Heading(text) => {
                put(buf, area, y, text, theme.dim);
            }
            Line::Offer(offer) => {
                draw_offer(start, *offer, lang, theme, Rect { y, height: 1, ..area }, buf);
                buf.mark(Rect { y, height: 1, ..area }, Spot::Row(nth(offer)));
                if *offer == chosen {
                    paint(buf, area, y, theme.selected);
                }
            }
        }
    }
}

fn draw_offer(start: &Start, offer: Offer, lang: &Lang, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let Offer::Recent(nth) = offer else {
        let (name, about) = match offer {
            Offer::NewMap => (lang.action("new-map"), lang.offer_new_map()),
            Offer::Tour => (lang.action("tour"), lang.offer_tour()),
            Offer::Template(template) => (template.name().to_owned(), lang.template(template.name())),
            Offer::Open | Offer::Recent(_) => (lang.action("open"), lang.action_about("open")),
        };
        put_pieces(buf, area, area.y, &[piece(fill(&format!(" {name}"), 14), theme.key), piece(about, theme.plain)]);
        return;
    };
    let Some(recent) = start.recent.get(nth) else { return };
    let count = lang.touchpoints(recent.counts.iter().sum());
    let title = usize::from(area.width / 2).min(40);
    let pieces =
        [piece(fill(&format!(" {}", &*recent.title), title), theme.key), piece(format!("{count}  "), theme.plain)];
    let used = put_pieces(buf, area, area.y, &pieces);
    let rest = Rect { x: area.x + used, width: area.width.saturating_sub(used + 1), ..area };
    if rest.width >= 12 {
        put(buf, rest, area.y, &cut_front(&shown(&recent.path), usize::from(rest.width)), theme.dim);
    }
}

/// Draws what is behind the chosen offer.
fn draw_about(state: &State, start: &Start, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let lang = &state.lang;
    let about = match start.offer() {
        Offer::Tour => lang.offer_tour_about(),
        Offer::NewMap => lang.offer_new_map_about(&state.key(Action::QuickEntry)),
        Offer::Template(template) => lang.template_about(template.name()),
        Offer::Open => lang.offer_open_about(),
        Offer::Recent(nth) => start.recent.get(nth).map(|recent| shown(&recent.path)).unwrap_or_default(),
    };
    let mut y = area.y;
    for range in wrap(&about, usize::from(area.width), 4) {
        put(buf, area, y, &about[range], theme.plain);
        y += 1;
    }
    if let Offer::Recent(nth) = start.offer()
        && let Some(recent) = start.recent.get(nth)
    {
        let counts = Phase::ALL.map(|phase| format!("{} {}", lang.phase(phase), recent.counts[phase.index()]));
        put(buf, area, y, &counts.join(" · "), theme.dim);
    }
    let rest = Rect { y: y + 1, height: area.bottom().saturating_sub(y + 1), ..area };
    if let Some(map) = start.preview(lang).filter(|_| rest.height > 1) {
        draw_map(&map, lang, theme, rest, buf);
    }
}

/// Draws the names of a map's touchpoints, a column for each phase.
fn draw_map(map: &JourneyMap, lang: &Lang, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let each = area.width.saturating_sub(4) / 3;
    for phase in Phase::ALL {
        let column = Rect { x: area.x + (each + 2) * phase.index() as u16, width: each, ..area };
        let names: Vec<&str> = map.phase(phase).iter().map(|touchpoint| &*touchpoint.name).collect();
        put(buf, column, area.y, &format!("{} {}", lang.phase(phase), names.len()), theme.strong);
        let room = usize::from(area.height - 1);
        let hidden = if names.len() > room { names.len() - room.saturating_sub(1) } else { 0 };
        for (y, name) in (area.y + 1..).zip(&names[..names.len() - hidden]) {
            put(buf, column, y, name, theme.plain);
        }
        if hidden > 0 {
            put(buf, column, area.bottom() - 1, &lang.more_below(hidden), theme.dim);
        }
    }
}
