//! The touchpoints of a step as large cards, alternatives side by side.
//!
//! ```text
//! ╭ ▸ 1 ──────────────╮      ╭ 2 ────────────────╮
//! │   Asks friends    │      │  Compares prices  │
//! │                   │  or  │                   │
//! │    ◎ online   :)  │      │  ⌂ offline        │
//! ╰───────────────────╯      ╰───────────────────╯
//! ```

use ratatui::layout::Rect;

use super::super::list::visible_rows;
use super::super::painter::{Painter, centered, hidden_counts, spans_width};
use super::card_blocks::{Block, CardContent};
use crate::app::model::pointer::{BoardTarget, PointerTarget};
use crate::app::model::presentation::number_of;
use crate::app::model::query::shown_map::ShownMap;
use crate::map::Place;
use crate::map::step::step_around;

/// The minimum width and height of one of several cards.
const MIN_SIZE: (u16, u16) = (26, 5);
/// The cells between two cards, for the word "or".
const GAP: u16 = 4;
/// The maximum width of a single card, and the maximum height of a card.
const MAX_SIZE: (u16, u16) = (120, 24);
/// The maximum number of cards side by side.
const MAX_COLUMNS: u16 = 3;

/// Draws the current step.
pub fn draw(painter: &mut Painter<'_>, area: Rect) {
    let (shown, theme, lang) = (painter.shown, painter.theme, painter.lang());
    let column = shown.map().phase(shown.place.phase);
    let cards = layout(shown, area);
    let texts: Vec<_> = cards.iter().map(|(place, cells)| (&*column[place.row], text_area(*cells))).collect();
    let content = CardContent::fitting(painter, &texts);
    for (nth, &(place, cells)) in cards.iter().enumerate() {
        let touchpoint = &column[place.row];
        let number = number_of(shown.map(), place);
        let is_selected = place == shown.place;
        let kind = theme.kind(touchpoint.kind);
        let style = if is_selected { kind.patch(theme.strong) } else { kind };
        let title = if is_selected { format!("▸ {number}") } else { number.to_string() };
        painter.frame(cells, &title, style);
        draw_text(painter, &content.blocks(painter, touchpoint, text_area(cells)), text_area(cells));
        let target = BoardTarget::Card { place, lower_half: false };
        painter.canvas.set_target(cells, PointerTarget::Board(target));
        if is_selected {
            let header = Rect { x: cells.x + 2, width: cells.width.saturating_sub(4), ..cells };
            painter.write(header, cells.y, &format!(" {title} "), theme.selected);
        }
        if cards.get(nth + 1).is_some_and(|(_, next)| next.y == cells.y) {
            let gap = Rect { x: cells.right(), width: GAP, ..cells };
            painter.write_centered(gap, gap.y + gap.height / 2, lang.or(), theme.dim);
        }
    }
    draw_hidden(painter, &cards, area);
}

/// Returns the visible cards with their areas.
fn layout(shown: &ShownMap<'_>, area: Rect) -> Vec<(Place, Rect)> {
    let (place, column) = (shown.place, shown.map().phase(shown.place.phase));
    if place.row >= column.len() {
        return Vec::new();
    }
    let rows = step_around(column, place.row);
    if rows.len() == 1 {
        let width = if area.width >= 100 { area.width * 3 / 4 } else { area.width.saturating_sub(4) };
        return vec![(place, centered(area, width.min(MAX_SIZE.0), MAX_SIZE.1))];
    }
    let columns = ((area.width + GAP - 2) / (MIN_SIZE.0 + GAP)).clamp(1, MAX_COLUMNS);
    let lines = rows.len().div_ceil(usize::from(columns));
    // All lines get the same number of cards.
    let columns = rows.len().div_ceil(lines);
    let fits = usize::from((area.height / MIN_SIZE.1).max(1));
    // The last row is for the number of hidden cards.
    let space = if lines > fits { area.height.saturating_sub(1) } else { area.height };
    let visible_lines = u16::try_from(lines.min(fits)).unwrap_or(1).max(1);
    let height = (space / visible_lines).min(MAX_SIZE.1);
    let area = centered(Rect { height: space, ..area }, area.width, height * visible_lines);
    let gaps = u16::try_from(columns).unwrap_or(1).max(1) - 1;
    let width = (area.width.saturating_sub(2 + GAP * gaps)) / (gaps + 1);
    let visible = visible_rows(lines, area.height, (place.row - rows.start) / columns, |_| height.max(1));
    let mut cards = Vec::new();
    for line in visible.into_iter().filter(|line| line.top + line.height <= area.height) {
        let first = rows.start + line.row * columns;
        for (x, row) in (area.x + 1..).step_by(usize::from(width + GAP)).zip(first..rows.end.min(first + columns)) {
            cards.push((Place::new(place.phase, row), Rect { x, y: area.y + line.top, width, height: line.height }));
        }
    }
    cards
}

/// Writes how many alternatives are hidden.
fn draw_hidden(painter: &mut Painter<'_>, cards: &[(Place, Rect)], area: Rect) {
    let (shown, lang) = (painter.shown, painter.lang());
    let rows = step_around(shown.map().phase(shown.place.phase), shown.place.row);
    let above = cards.first().map_or(0, |(place, _)| place.row - rows.start);
    let below = cards.last().map_or(0, |(place, _)| rows.end - place.row - 1);
    let texts: Vec<String> = hidden_counts(lang, above, below).collect();
    if !texts.is_empty() {
        painter.write_centered(area, area.bottom() - 1, &texts.join("  "), painter.theme.strong);
    }
}

/// Returns the area of the text of a card.
fn text_area(card: Rect) -> Rect {
    let inside = if card.width < 4 || card.height < 3 {
        card
    } else {
        Rect { x: card.x + 2, y: card.y + 1, width: card.width - 4, height: card.height - 2 }
    };
    let margin = if inside.width > 50 { 3 } else { 0 };
    Rect { x: inside.x + margin, width: inside.width - 2 * margin, ..inside }
}

fn draw_text(painter: &mut Painter<'_>, blocks: &[Block], inside: Rect) {
    let lines: usize = blocks.iter().map(Vec::len).sum();
    let spare = usize::from(inside.height).saturating_sub(lines);
    // A blank line follows each block, from the first on, while there are spare lines.
    let gaps = spare.min(blocks.len().saturating_sub(1));
    let mut y = inside.y + u16::try_from((spare - gaps) / 2).unwrap_or_default();
    for (nth, block) in blocks.iter().enumerate() {
        for line in block {
            let cells = u16::try_from(spans_width(line)).unwrap_or(u16::MAX).min(inside.width);
            let x = inside.x + (inside.width - cells) / 2;
            painter.write_spans(Rect { x, width: cells, ..inside }, y, line);
            y += 1;
        }
        y += u16::from(nth < gaps);
    }
}
