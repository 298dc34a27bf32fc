//! The touchpoints of a step as large cards, alternatives side by side.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::super::canvas::Canvas;
use super::super::pen::{Piece, frame, middle, piece, pieces_width, put, put_pieces};
use super::super::scroll::seen;
use super::super::theme::Theme;
use super::super::timer::put_middle;
use super::facts;
use crate::app::model::pointer::{BoardTarget, PointerTarget};
use crate::app::model::presentation::{Page, numbered};
use crate::app::model::query::shown_map::Shown;
use crate::app::model::state::State;
use crate::map::step::step_around;
use crate::map::width::{cut, width, wrap};
use crate::map::{Place, Touchpoint};

/// The least cells and lines of one of several cards.
const SMALLEST: (u16, u16) = (26, 5);
/// The cells between cards, with the word between alternatives in their middle.
const GAP: u16 = 4;
/// The most cells of a card alone and lines of any.
const LARGEST: (u16, u16) = (120, 24);
/// The most cards side by side.
const ABREAST: u16 = 3;
/// The most lines of a name.
const NAME_LINES: usize = 6;

/// Lines of a card that stand together.
type Block = Vec<Vec<Piece<'static>>>;

/// The cards that are seen, with their areas.
pub fn layout(shown: &Shown<'_>, area: Rect) -> Vec<(Place, Rect)> {
    let (place, column) = (shown.place, shown.map().phase(shown.place.phase));
    if place.row >= column.len() {
        return Vec::new();
    }
    let rows = step_around(column, place.row);
    if rows.len() == 1 {
        let width = if area.width >= 100 { area.width * 3 / 4 } else { area.width.saturating_sub(4) };
        return vec![(place, middle(area, width.min(LARGEST.0), LARGEST.1))];
    }
    let abreast = ((area.width + GAP - 2) / (SMALLEST.0 + GAP)).clamp(1, ABREAST);
    let lines = rows.len().div_ceil(usize::from(abreast));
    // As many in each line as in the others.
    let abreast = rows.len().div_ceil(lines);
    let fits = usize::from((area.height / SMALLEST.1).max(1));
    // One line tells how many more there are.
    let room = if lines > fits { area.height.saturating_sub(1) } else { area.height };
    let shown_lines = u16::try_from(lines.min(fits)).unwrap_or(1).max(1);
    let height = (room / shown_lines).min(LARGEST.1);
    let area = middle(Rect { height: room, ..area }, area.width, height * shown_lines);
    let columns = u16::try_from(abreast).unwrap_or(1).max(1);
    let width = (area.width.saturating_sub(2 + GAP * (columns - 1))) / columns;
    let whole = seen(lines, area.height, (place.row - rows.start) / abreast, |_| height.max(1));
    let mut cards = Vec::new();
    for line in whole.into_iter().filter(|line| line.top + line.height <= area.height) {
        let first = rows.start + line.row * abreast;
        for (x, row) in (area.x + 1..).step_by(usize::from(width + GAP)).zip(first..rows.end.min(first + abreast)) {
            cards.push((Place::new(place.phase, row), Rect { x, y: area.y + line.top, width, height: line.height }));
        }
    }
    cards
}

/// Draws the step that one is at.
pub fn draw(state: &State, shown: &Shown<'_>, theme: &Theme, area: Rect, buf: &mut Canvas<'_>) {
    let column = shown.map().phase(shown.place.phase);
    let cards = layout(shown, area);
    let numbers = numbered(shown.map(), Page::Step, shown.place);
    let is_alone = step_around(column, shown.place.row).len() == 1;
    for (nth, &(place, cells)) in cards.iter().enumerate() {
        let touchpoint = &column[place.row];
        let number = numbers.clone().position(|row| row == place.row).filter(|_| !is_alone);
        let is_here = place == shown.place;
        let mut style = theme.kind(touchpoint.kind);
        if is_here {
            style = style.patch(theme.strong);
        }
        let title = match number {
            Some(number) if is_here => format!("▸ {}", number + 1),
            Some(number) => (number + 1).to_string(),
            None => String::new(),
        };
        draw_card(state, touchpoint, (title.as_str(), style), shown, theme, cells, buf);
        buf.mark(cells, PointerTarget::Board(BoardTarget::Card { place, lower_half: false }));
        if number.is_some() && is_here {
            put(
                buf,
                Rect { x: cells.x + 2, width: cells.width.saturating_sub(4), ..cells },
                cells.y,
                &format!(" {title} "),
                theme.selected,
            );
        }
        if cards.get(nth + 1).is_some_and(|(_, next)| next.y == cells.y) {
            let gap = Rect { x: cells.right(), width: GAP, ..cells };
            put_middle(buf, gap, gap.y + gap.height / 2, state.lang.or(), theme.dim);
        }
    }
    draw_hidden(state, shown, &cards, theme, area, buf);
}

/// Tells how many alternatives have no room.
fn draw_hidden(state: &State, shown: &Shown<'_>, cards: &[(Place, Rect)], theme: &Theme, area: Rect, buf: &mut Buffer) {
    let rows = step_around(shown.map().phase(shown.place.phase), shown.place.row);
    let above = cards.first().map_or(0, |(place, _)| place.row - rows.start);
    let below = cards.last().map_or(0, |(place, _)| rows.end - place.row - 1);
    let more = [(above, state.lang.more_above(above)), (below, state.lang.more_below(below))];
    let more: Vec<String> = more.into_iter().filter(|(count, _)| *count > 0).map(|(_, text)| text).collect();
    if !more.is_empty() {
        put_middle(buf, area, area.bottom() - 1, &more.join("  "), theme.strong);
    }
}

fn draw_card(
    state: &State,
    touchpoint: &Touchpoint,
    (title, style): (&str, Style),
    shown: &Shown<'_>,
    theme: &Theme,
    area: Rect,
    buf: &mut Canvas<'_>,
) {
    let inside = frame(buf, area, title, style);
    if title.is_empty() && area.width > 4 {
        put(buf, Rect { x: area.x + 2, width: 2, ..area }, area.y, "──", style);
    }
    let margin = if inside.width > 50 { 3 } else { 0 };
    let room = Rect { x: inside.x + margin, width: inside.width.saturating_sub(2 * margin), ..inside };
    let blocks = blocks(state, touchpoint, shown, theme, room);
    let lines: usize = blocks.iter().map(Vec::len).sum();
    let spare = usize::from(room.height).saturating_sub(lines);
    // Blank lines stand behind the first blocks, as many as there is room for.
    let gaps = spare.min(blocks.len().saturating_sub(1));
    let mut y = room.y + u16::try_from((spare - gaps) / 2).unwrap_or_default();
    for (nth, block) in blocks.into_iter().enumerate() {
        for line in block {
            let cells = u16::try_from(pieces_width(&line)).unwrap_or(u16::MAX).min(room.width);
            put_pieces(buf, Rect { x: room.x + (room.width - cells) / 2, width: cells, ..room }, y, &line);
            y += 1;
        }
        y += u16::from(nth < gaps);
    }
}

/// The lines of a card in blocks: its name, what is known of it, and what else there is room for.
fn blocks(state: &State, touchpoint: &Touchpoint, shown: &Shown<'_>, theme: &Theme, room: Rect) -> Vec<Block> {
    let (cells, height) = (usize::from(room.width), usize::from(room.height));
    let wrapped = |text: &str, style: Style, lines: usize| -> Block {
        let ranges = wrap(text, cells, lines).into_iter();
        ranges.map(|range| vec![piece(text[range].to_owned(), style)]).collect()
    };
    let name_style = if shown.draft == Some(touchpoint.id) { theme.strong.patch(theme.draft) } else { theme.strong };
    let name = wrapped(&touchpoint.name, name_style, NAME_LINES.min(height));
    let unit = shown.map().header().unit.as_deref();
    let tags = facts::flow(facts::tags(state, touchpoint, theme), cells, theme);
    let numbers = facts::flow(facts::numbers(state, touchpoint, unit, theme), cells, theme);
    let texts = texts(state, touchpoint, theme);
    if name.len() + tags.len() + numbers.len() > height {
        let mut signs = facts::signs(state, touchpoint, theme);
        if !texts.is_empty() {
            signs.push(piece(if signs.is_empty() { "…" } else { " …" }, theme.dim));
        }
        let name = wrapped(&touchpoint.name, name_style, NAME_LINES.min(height.saturating_sub(1)).max(1));
        return [name, vec![signs]].into_iter().filter(|block| !block.concat().is_empty()).collect();
    }
    let texts = texts.iter().map(|(text, style)| wrapped(text, *style, width(text).div_ceil(cells.max(1)) * 2));
    let blocks = [name, tags, numbers].into_iter().chain(texts).filter(|block| !block.is_empty());
    fitting(blocks.collect(), cells, height)
}

/// What is written of a touchpoint, what hurts first: that is why the room looks.
fn texts(state: &State, touchpoint: &Touchpoint, theme: &Theme) -> Vec<(String, Style)> {
    let written = [
        ("pain", &touchpoint.pain, theme.bad),
        ("need", &touchpoint.need, theme.plain),
        ("context", &touchpoint.context, theme.plain),
        ("value", &touchpoint.value, theme.plain),
    ];
    let said = |key: &str, text: &str| format!("{}: {text}", state.lang.field(key));
    let written = written.into_iter();
    written.filter_map(|(key, text, style)| Some((said(key, text.as_deref()?), style))).collect()
}

/// The first of these lines, as many as there is room for, with `…` at their end where some are left out.
fn fitting(blocks: Vec<Block>, cells: usize, height: usize) -> Vec<Block> {
    let lines: usize = blocks.iter().map(Vec::len).sum();
    let mut room = height;
    let mut kept: Vec<Block> = Vec::new();
    for mut block in blocks {
        block.truncate(room);
        room -= block.len();
        kept.extend(Some(block).filter(|block| !block.is_empty()));
    }
    let last = kept.last_mut().and_then(|block| block.last_mut()).and_then(|line| line.last_mut());
    if let Some((text, _)) = last.filter(|_| lines > height) {
        *text = cut(&format!("{} …", text.trim_end()), cells).into_owned().into();
    }
    kept
}
