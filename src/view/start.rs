//! The start screen: recent maps, new maps and templates, and a preview of the selected one.
//!
//! ```text
//! Continue
//!   Buying a ticket     34 touchpoints  …/maps/ticket.ron │ a description, the
//! Begin                                                   │ file, or the map's
//!   New map             an empty map                      │ phases
//! ```

use std::path::Path;

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::list::{hidden_rows, visible_rows};
use super::painter::{Painter, span};
use super::start_preview;
use crate::app::model::file_name::shown;
use crate::app::model::pointer::{DialogTarget, PointerTarget};
use crate::app::model::start::{Offer, Start};
use crate::lang::Lang;
use crate::map::width::{cut_front, fill, width};
use crate::store::recent::RecentMap;

/// The minimum width with the preview at the right.
const WIDE: u16 = 100;
/// The minimum width of a path that is worth showing.
const MIN_PATH_WIDTH: usize = 12;

/// A line of the list.
enum StartLine {
    Blank,
    Heading(String),
    Offer(Offer),
}

/// Draws the start screen.
pub fn draw(painter: &mut Painter<'_>, start: &Start, screen: Rect) {
    let (theme, lang) = (painter.theme, painter.lang());
    painter.canvas.set_target(screen, PointerTarget::Dialog(DialogTarget::Empty));
    let area =
        Rect { x: screen.x + 1, y: screen.y + 1, width: screen.width.saturating_sub(2), height: screen.height - 1 };
    painter.write(area, area.y, &lang.welcome(), theme.strong);
    let about = Rect { y: area.y + 1, height: 2, ..area };
    painter.write_wrapped(about, &lang.welcome_more(), 2, theme.dim);
    let below = Rect { y: area.y + 3, height: area.height.saturating_sub(3), ..area };
    let lines = lines(start, lang);
    let is_wide = area.width >= WIDE;
    let (list, preview) = if is_wide {
        let list = Rect { width: below.width / 2, ..below };
        (list, Rect { x: list.right() + 1, width: below.width - list.width - 1, ..below })
    } else {
        let preview = match below.height {
            18.. => 6,
            12.. => 4,
            0..12 => below.height.min(2),
        };
        let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(below.height - preview);
        let list = Rect { height, ..below };
        (list, Rect { y: below.y + height, height: below.height - height, ..below })
    };
    draw_list(painter, start, &lines, list);
    let inside = if is_wide {
        painter.vertical_line(preview, theme.dim);
        Rect { x: preview.x + 2, width: preview.width - 2, ..preview }
    } else {
        Rect { y: preview.y + 1, height: preview.height.saturating_sub(1), ..preview }
    };
    start_preview::draw(painter, start, inside);
}

fn lines(start: &Start, lang: &Lang) -> Vec<StartLine> {
    let mut lines = Vec::new();
    if !start.recent.is_empty() {
        lines.push(StartLine::Heading(lang.start_recent()));
    }
    for offer in start.offers() {
        if offer == Offer::Orphan(0) {
            lines.extend((!lines.is_empty()).then_some(StartLine::Blank));
            lines.push(StartLine::Heading(lang.start_orphans()));
        }
        if offer == Offer::NewMap && !lines.is_empty() {
            lines.extend([StartLine::Blank, StartLine::Heading(lang.start_new())]);
        }
        lines.push(StartLine::Offer(offer));
    }
    lines
}

fn draw_list(painter: &mut Painter<'_>, start: &Start, lines: &[StartLine], area: Rect) {
    let (theme, lang) = (painter.theme, painter.lang());
    let selected = start.offer();
    let is_selected = |line: &StartLine| matches!(line, StartLine::Offer(offer) if *offer == selected);
    let position = lines.iter().position(is_selected).unwrap_or_default();
    let rows = visible_rows(lines.len(), area.height, position, |_| 1);
    let (_, below) = hidden_rows(&rows, lines.len());
    let more = if below > 0 { lang.more_below(below) } else { String::new() };
    for visible in &rows {
        let y = area.y + visible.top;
        // The last row ends with the number of hidden lines.
        let taken = if y + 1 == area.bottom() && below > 0 { width(&more) as u16 + 2 } else { 0 };
        let row = Rect { y, height: 1, width: area.width.saturating_sub(taken), ..area };
        match &lines[visible.row] {
            StartLine::Blank => {}
            StartLine::Heading(text) => {
                painter.write(row, y, text, theme.dim);
            }
            StartLine::Offer(offer) => {
                draw_offer(painter, start, *offer, row);
                let nth = start.offers().position(|each| each == *offer).unwrap_or_default();
                painter.canvas.set_target(row, PointerTarget::Dialog(DialogTarget::Row(nth)));
                if *offer == selected {
                    painter.restyle(row, y, theme.selected);
                }
            }
        }
    }
    if below > 0 {
        let cells = (width(&more) as u16 + 1).min(area.width);
        let end = Rect { x: area.right() - cells, width: cells, ..area };
        painter.write(end, area.bottom() - 1, &format!("{more} "), theme.dim);
    }
}

fn draw_offer(painter: &mut Painter<'_>, start: &Start, offer: Offer, area: Rect) {
    let (theme, lang) = (painter.theme, painter.lang());
    let (name, about) = match offer {
        Offer::Orphan(nth) => {
            let Some(orphan) = start.orphans.get(nth) else { return };
            let about = format!("{}  {}", lang.touchpoints(orphan.count), lang.ago(orphan.age.as_secs()));
            (orphan.title.clone() + " ", about)
        }
        Offer::NewMap => (lang.action("new-map"), lang.offer_new_map()),
        Offer::Tour => (lang.action("tour"), lang.offer_tour()),
        Offer::Template(template) => (template.name().to_owned(), lang.template(template.name())),
        Offer::Open => (lang.action("open"), lang.action_about("open")),
        Offer::Recent(nth) => {
            let Some(recent) = start.recent.get(nth) else { return };
            let spans = recent_spans(painter, start, recent, usize::from(area.width));
            painter.write_spans(area, area.y, &spans);
            return;
        }
    };
    let spans = [span(fill(&format!(" {name}"), 14), theme.key), span(about, theme.plain)];
    painter.write_spans(area, area.y, &spans);
}

/// Returns the title, the number of touchpoints and the path of a recent map, in columns.
fn recent_spans(painter: &Painter<'_>, start: &Start, recent: &RecentMap, cells: usize) -> [Span<'static>; 3] {
    let (theme, lang) = (painter.theme, painter.lang());
    let (titles, counts, paths) = column_widths(start, lang, cells);
    let count = lang.touchpoints(recent.counts.iter().sum());
    let path = if paths < MIN_PATH_WIDTH { String::new() } else { shortened(&recent.path, paths) };
    [
        span(format!(" {}  ", fill(&recent.title, titles)), theme.key),
        span(fill(&count, counts), theme.plain),
        span(format!("  {path}"), theme.dim),
    ]
}

/// Returns the widths of the titles, counts and paths of recent maps. Long titles are cut so that paths fit.
fn column_widths(start: &Start, lang: &Lang, cells: usize) -> (usize, usize, usize) {
    let recent = || start.recent.iter().take(start.offers().count());
    let counts = recent().map(|each| width(&lang.touchpoints(each.counts.iter().sum()))).max().unwrap_or_default();
    let titles = recent().map(|each| width(&each.title)).max().unwrap_or_default();
    let paths = recent().map(|each| width(&shown(&each.path))).max().unwrap_or_default();
    // One blank at each end, and two between columns.
    let space = cells.saturating_sub(counts + 6);
    let min_paths = paths.min(space / 3);
    let titles = titles.min(space.saturating_sub(if min_paths < MIN_PATH_WIDTH { 0 } else { min_paths }));
    (titles, counts, space.saturating_sub(titles))
}

/// Returns a path; if it is too long, `…` replaces its first folders.
fn shortened(path: &Path, cells: usize) -> String {
    let whole = shown(path);
    if width(&whole) <= cells {
        return whole;
    }
    let ends = whole.match_indices(['/', '\\']).map(|(at, _)| format!("…{}", &whole[at..]));
    let mut fitting = ends.filter(|end| width(end) <= cells);
    fitting.next().unwrap_or_else(|| cut_front(&whole, cells).into_owned())
}
