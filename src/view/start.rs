//! The start screen: what one can begin with, and what that is.
//!
//! ```text
//! Continue
//!   Buying a ticket     34 touchpoints  …/maps/ticket.ron │ about the chosen one:
//! Begin                                                   │ words, the file, or
//!   New map             an empty map                      │ the map's phases
//! ```

use std::path::Path;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::layout::Arrangement;
use super::pen::{paint, piece, put, put_line_down, put_pieces};
use super::scroll::seen;
use super::theme::Theme;
use crate::app::model::action::Action;
use crate::app::model::file_name::shown;
use crate::app::model::pointer::{DialogTarget, PointerTarget};
use crate::app::model::start::{Offer, Start};
use crate::app::model::state::State;
use crate::lang::Lang;
use crate::map::width::{cut_front, fill, width, wrap};
use crate::map::{JourneyMap, Phase};

/// From this width on, what is chosen is shown at the right.
const WIDE: u16 = 100;
/// The fewest cells in which a path still tells something.
const PATH: usize = 12;

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
    let area = Rect { x: all.x + 1, y: all.y + 1, width: all.width.saturating_sub(2), height: all.height - 1 };
    buf.mark(all, PointerTarget::Dialog(DialogTarget::Empty));
    put(buf, area, area.y, &lang.welcome(), theme.strong);
    let more = lang.welcome_more();
    for (y, range) in (area.y + 1..area.y + 3).zip(wrap(&more, usize::from(area.width), 2)) {
        put(buf, area, y, &more[range], theme.dim);
    }
    let room = Rect { y: area.y + 3, height: area.height.saturating_sub(3), ..area };
    let lines = lines(start, lang);
    let (list, about) = if area.width >= WIDE {
        let list = Rect { width: area.width / 2, ..room };
        (list, Rect { x: list.right() + 1, width: area.width - list.width - 1, ..room })
    } else {
        let about = match room.height {
            18.. => 6,
            12.. => 4,
            0..12 => room.height.min(2),
        };
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
        lines.push(Line::Heading(lang.start_recent()));
    }
    for offer in start.offers() {
        match offer {
            Offer::NewMap if !lines.is_empty() => lines.extend([Line::Blank, Line::Heading(lang.start_new())]),
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
    let seen = seen(lines.len(), area.height, at, |_| 1);
    let below = seen.last().map_or(0, |line| lines.len() - line.row - 1);
    let more = if below > 0 { lang.more_below(below) } else { String::new() };
    let all = area;
    for line in &seen {
        let y = all.y + line.top;
        let taken = if y + 1 == all.bottom() && below > 0 { width(&more) as u16 + 2 } else { 0 };
        let area = Rect { width: all.width.saturating_sub(taken), ..all };
        match &lines[line.row] {
            Line::Blank => {}
            Line::Heading(text) => {
                put(buf, area, y, text, theme.dim);
            }
            Line::Offer(offer) => {
                draw_offer(start, *offer, lang, theme, Rect { y, height: 1, ..area }, buf);
                buf.mark(Rect { y, height: 1, ..area }, PointerTarget::Dialog(DialogTarget::Row(nth(offer))));
                if *offer == chosen {
                    paint(buf, area, y, theme.selected);
                }
            }
        }
    }
    if below > 0 {
        let cells = (width(&more) as u16 + 1).min(area.width);
        let end = Rect { x: area.right() - cells, width: cells, ..area };
        put(buf, end, area.bottom() - 1, &format!("{more} "), theme.dim);
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
    let (titles, counts, room) = columns(start, lang, usize::from(area.width));
    let count = lang.touchpoints(recent.counts.iter().sum());
    let pieces = [
        piece(format!(" {}  ", fill(&recent.title, titles)), theme.key),
        piece(fill(&count, counts), theme.plain),
        piece(format!("  {}", if room < PATH { String::new() } else { path(&recent.path, room) }), theme.dim),
    ];
    put_pieces(buf, area, area.y, &pieces);
}

/// The cells for titles, counts and paths of the maps that were open lately; titles give way first.
fn columns(start: &Start, lang: &Lang, all: usize) -> (usize, usize, usize) {
    let recent = || start.recent.iter().take(start.offers().count());
    let widest = |texts: &mut dyn Iterator<Item = usize>| texts.max().unwrap_or_default();
    let counts = widest(&mut recent().map(|each| width(&lang.touchpoints(each.counts.iter().sum()))));
    let titles = widest(&mut recent().map(|each| width(&each.title)));
    let paths = widest(&mut recent().map(|each| width(&shown(&each.path))));
    // A blank at each end, and two between columns.
    let room = all.saturating_sub(counts + 6);
    let least = paths.min(room / 3);
    let titles = titles.min(room.saturating_sub(if least < PATH { 0 } else { least }));
    (titles, counts, room.saturating_sub(titles))
}

/// A path, with folders left out in front where it is too long.
fn path(path: &Path, cells: usize) -> String {
    let whole = shown(path);
    if width(&whole) <= cells {
        return whole;
    }
    let ends = whole.match_indices(['/', '\\']).map(|(at, _)| format!("…{}", &whole[at..]));
    let mut fitting = ends.filter(|end| width(end) <= cells);
    fitting.next().unwrap_or_else(|| cut_front(&whole, cells).into_owned())
}

/// Draws what is behind the chosen offer.
fn draw_about(state: &State, start: &Start, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let lang = &state.lang;
    let about = match start.offer() {
        Offer::Tour => lang.offer_tour_about(),
        Offer::NewMap => lang.offer_new_map_about(&state.key_label(Action::QuickEntry)),
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
        let cells = usize::from(each.saturating_sub(1));
        let wrapped = |most: usize| names.iter().map(|name| wrap(name, cells, most)).collect::<Vec<_>>();
        // As many lines a name as leave room for all of them.
        let fits = |most: &usize| wrapped(*most).iter().map(Vec::len).sum::<usize>() <= room;
        let most = (2..=3).rev().find(fits).unwrap_or(1);
        let mut y = area.y + 1;
        for (name, lines) in names[..names.len() - hidden].iter().zip(wrapped(most)) {
            for (nth, range) in lines.into_iter().enumerate() {
                let indent = u16::from(nth > 0);
                let row = Rect { x: column.x + indent, width: column.width.saturating_sub(indent), ..column };
                put(buf, row, y, &name[range], theme.plain);
                y += 1;
            }
        }
        if hidden > 0 {
            put(buf, column, area.bottom() - 1, &lang.more_below(hidden), theme.dim);
        }
    }
}
