//! The three phases as columns of cards.

use ratatui::layout::Rect;

use super::card::{CardStyle, TouchpointCard};
use super::column_style::{ColumnCards, ROOMY, style};
use super::layout::ScreenLayout;
use super::list::{ScrolledList, Scrolling, VisibleRow};
use super::painter::{Painter, span};
use crate::app::model::action::Action;
use crate::app::model::pane::Pane;
use crate::app::model::pointer::{BoardTarget, PointerTarget};
use crate::app::model::state::State;
use crate::map::step::is_joined;
use crate::map::width::{width as text_width, wrap};
use crate::map::{Phase, Place};
use crate::store::config::Density;

/// How many cards before and after the first visible one decide on the style of all cards, as multiples of the column's
/// height in lines. So a long column is not measured as a whole.
const MEASURED_HEIGHTS: (usize, usize) = (1, 2);

/// A column of cards.
struct Column {
    phase: Phase,
    /// True if its header is its first row; on a narrow screen, the tabs are its header.
    has_header: bool,
    header: Rect,
    /// The area of the cards.
    body: Rect,
    /// The cells of the column as mouse target.
    area: Rect,
    cards: Vec<VisibleRow>,
    /// The style of the cards that match the filter.
    style: CardStyle,
}

/// Draws the visible columns and returns true if they hide cards.
pub fn draw(painter: &mut Painter<'_>, layout: &ScreenLayout) -> bool {
    let has_header = layout.tabs.is_none();
    let mut hides_cards = false;
    for (phase, tab) in layout.tabs.into_iter().flat_map(tabs) {
        let column = layout.columns.iter().find(|(other, _)| *other == phase);
        let column = column.map(|&(_, area)| lay_out(painter, phase, area, has_header));
        hides_cards |= draw_header(painter, phase, column.as_ref(), tab);
        painter.canvas.set_target(tab, PointerTarget::Board(BoardTarget::Tab(phase)));
    }
    for &(phase, area) in &layout.columns {
        let column = lay_out(painter, phase, area, has_header);
        hides_cards |= draw_column(painter, &column);
        if area.right() < layout.stage.right() || layout.side.is_some() {
            painter.vertical_line(Rect { x: area.right(), ..area }, painter.theme.dim);
        }
    }
    hides_cards
}

/// Returns the tabs of the phases.
fn tabs(area: Rect) -> [(Phase, Rect); 3] {
    let each = area.width / 3;
    Phase::ALL.map(|phase| {
        let x = area.x + each * phase.index() as u16;
        let width = if phase == Phase::After { area.right() - x } else { each };
        (phase, Rect { x, width, ..area })
    })
}

/// Draws a phase's name, its number of touchpoints, and how many are hidden above and below. Returns true if any are.
fn draw_header(painter: &mut Painter<'_>, phase: Phase, column: Option<&Column>, area: Rect) -> bool {
    let (state, shown) = (painter.state, painter.shown);
    let is_focused = phase == shown.place.phase && state.board.pane == Pane::Columns;
    let style = if is_focused { painter.theme.header_focused } else { painter.theme.header };
    painter.restyle(area, area.y, style);
    let all = shown.map().phase(phase).len();
    let rows = state.visible_rows(shown.map(), phase, shown.place);
    let lines = column.map_or(0, |column| column.body.height);
    let first = column.and_then(|column| column.cards.first());
    let last = column.and_then(|column| column.cards.last());
    let above = first.map_or(0, |card| rows.position(card.row));
    // A card that is cut off counts as hidden, unless only the blank line after it is cut off.
    let is_cut = last.is_some_and(|card| card.top + card.height > lines + u16::from(lines >= ROOMY));
    let below = last.map_or(0, |card| rows.len().saturating_sub(rows.position(card.row) + 1) + usize::from(is_cut));
    // A narrowed column has no space for the hidden counts.
    let is_narrowed = state.board.widened && phase != state.board.phase();
    let hidden = [(above, '↑'), (below, '↓')].into_iter().filter(|(count, _)| *count > 0 && !is_narrowed);
    let hidden: Vec<_> = hidden.map(|(count, arrow)| span(format!("{arrow}{count} "), style)).collect();
    let count = state.session.insight.filter_matches().map_or(all.to_string(), |kept| {
        format!("{}/{all}", if state.hides_unmatched() { rows.len() } else { kept.count(phase) })
    });
    let name = span(format!(" {} {count}", state.lang.phase(phase)), style);
    painter.write_both_ends(area, area.y, &[name], &hidden);
    above + below > 0
}

/// Draws a column and returns true if its header says that cards are hidden.
fn draw_column(painter: &mut Painter<'_>, column: &Column) -> bool {
    let (state, theme) = (painter.state, painter.theme);
    let &Column { phase, header, body, .. } = column;
    if phase == state.board.phase() {
        painter.canvas.viewport.cards = column.cards.len();
    }
    painter.canvas.viewport.first_cards[phase.index()] = column.cards.first().map(|card| card.row);
    painter.canvas.set_target(column.area, PointerTarget::Board(BoardTarget::Column(phase)));
    painter.canvas.set_target(header, PointerTarget::Board(BoardTarget::Header(phase)));
    let hides_cards = column.has_header && draw_header(painter, phase, Some(column), column.area);
    let landing = state.board.drag.as_ref().and_then(|drag| drag.landing).filter(|landing| landing.phase == phase);
    if column.cards.is_empty() && body.height > 0 && landing.is_none() {
        if column.style != CardStyle::Narrowed {
            draw_empty(painter, column);
        }
        return hides_cards;
    }
    let landing_card = landing.and_then(|landing| column.cards.iter().find(|card| card.row >= landing.row));
    for card in &column.cards {
        draw_card(painter, column, card, landing_card == Some(card));
    }
    set_edge_targets(painter, column);
    if landing.is_some() && landing_card.is_none() && body.height > 0 {
        let text = span(state.lang.drop_target(), theme.accent);
        painter.write_spans(body, body.bottom() - 1, &[text]);
    }
    hides_cards
}

/// Draws a hint in an empty column.
fn draw_empty(painter: &mut Painter<'_>, column: &Column) {
    let (state, body) = (painter.state, column.body);
    let is_empty = painter.shown.map().phase(column.phase).is_empty();
    let hint = if is_empty { empty_phase(state, column.phase) } else { state.lang.filter_empty_phase() };
    let inside = Rect { x: body.x + 1, width: body.width.saturating_sub(2), ..body };
    let lines = wrap(&hint, usize::from(inside.width), usize::from(inside.height)).len();
    // A blank line above the hint, if all of it still fits.
    let gap = u16::from(lines < usize::from(inside.height));
    let below = Rect { y: inside.y + gap, height: inside.height - gap, ..inside };
    painter.write_wrapped(below, &hint, usize::from(inside.height), painter.theme.dim);
    if is_empty {
        highlight_key(painter, &hint, below);
    }
}

/// Gives the key in the hint of an empty phase the look of a key.
fn highlight_key(painter: &mut Painter<'_>, hint: &str, area: Rect) {
    let key = painter.state.key_label(Action::QuickEntry);
    let is_word = |line: &str, at: usize| {
        let ends = [line[..at].chars().next_back(), line[at + key.len()..].chars().next()];
        ends.into_iter().flatten().all(|next| !next.is_alphanumeric())
    };
    for (y, range) in (area.y..).zip(wrap(hint, usize::from(area.width), usize::from(area.height))) {
        let line = &hint[range];
        if let Some((at, _)) = line.rmatch_indices(&*key).find(|(at, _)| is_word(line, *at)) {
            let x = area.x + text_width(&line[..at]) as u16;
            let cells = Rect { x, width: text_width(&key) as u16, ..area }.intersection(area);
            painter.restyle(cells, y, painter.theme.key);
        }
    }
}

fn draw_card(painter: &mut Painter<'_>, column: &Column, row: &VisibleRow, landing: bool) {
    let body = column.body;
    let place = Place::new(column.phase, row.row);
    // One cell between the cards and the line to the next column belongs to the target, but not to the card.
    let height = row.height.min(body.height - row.top);
    let cells = Rect { y: body.y + row.top, height, width: column.area.width, ..body };
    let lower = Rect { y: cells.y + row.height / 2, height: cells.height.saturating_sub(row.height / 2), ..cells };
    for (area, lower_half) in [(cells, false), (lower, true)] {
        painter.canvas.set_target(area, PointerTarget::Board(BoardTarget::Card { place, lower_half }));
    }
    let card = TouchpointCard { landing, ..card_at(painter, place, column.style) };
    card.draw(painter, Rect { width: body.width, ..cells });
}

/// Sets the mouse targets of the edges where a column with hidden cards scrolls during a drag.
fn set_edge_targets(painter: &mut Painter<'_>, column: &Column) {
    let (state, shown) = (painter.state, painter.shown);
    let Column { phase, header, body, cards, .. } = column;
    let (Some(first), Some(last), Some(_)) = (cards.first(), cards.last(), &state.board.drag) else { return };
    let rows = state.visible_rows(shown.map(), *phase, shown.place);
    let place = |row: usize| Place::new(*phase, row);
    if rows.position(first.row) > 0 {
        let target = BoardTarget::Edge { landing: place(first.row), down: false };
        painter.canvas.set_target(*header, PointerTarget::Board(target));
    }
    if rows.position(last.row) + 1 < rows.len() || last.top + last.height > body.height + 1 {
        let target = BoardTarget::Edge { landing: place(last.row), down: true };
        let edge = Rect { y: body.bottom() - 1, height: 1, ..*body };
        painter.canvas.set_target(edge, PointerTarget::Board(target));
    }
}

/// Returns the card of the touchpoint at a place.
fn card_at(painter: &Painter<'_>, place: Place, style: CardStyle) -> TouchpointCard {
    let (state, shown) = (painter.state, painter.shown);
    let touchpoints = shown.map().phase(place.phase);
    let touchpoint = &touchpoints[place.row];
    let is_dragged =
        state.board.drag.as_ref().is_some_and(|drag| drag.landing.is_some() && drag.ids.contains(&touchpoint.id));
    let is_typed = shown.draft == Some(touchpoint.id);
    TouchpointCard {
        selected: place == shown.place,
        marked: state.board.marked.contains(&touchpoint.id),
        draft: is_typed || is_dragged,
        found: state.board.pattern.as_ref().is_some_and(|pattern| pattern.matches(touchpoint)),
        ..plain_card(painter, place, style)
    }
}

/// Returns the card of the touchpoint at a place, without emphasis.
fn plain_card(painter: &Painter<'_>, place: Place, style: CardStyle) -> TouchpointCard {
    let shown = painter.shown;
    let touchpoints = shown.map().phase(place.phase);
    let touchpoint = &touchpoints[place.row];
    let is_shown = painter.state.matches_filter(touchpoint.id) || place == shown.place;
    let is_filtered = !is_shown && shown.draft != Some(touchpoint.id);
    let style = if is_filtered { CardStyle::Filtered } else { style };
    TouchpointCard::new(touchpoint, is_joined(touchpoints, place.row), style)
}

/// Divides a column and finds its visible cards.
fn lay_out(painter: &mut Painter<'_>, phase: Phase, area: Rect, has_header: bool) -> Column {
    let (state, shown) = (painter.state, painter.shown);
    let header_height = u16::from(has_header);
    let header = Rect { height: header_height, ..area };
    let body = Rect {
        y: area.y + header_height,
        height: area.height.saturating_sub(header_height),
        // One cell stays free before the line to the next column.
        width: area.width.saturating_sub(1),
        ..area
    };
    let touchpoints = shown.map().phase(phase);
    let selected = if phase == shown.place.phase { shown.place.row } else { state.board.place_in(phase).row };
    let rows = state.visible_rows(shown.map(), phase, shown.place);
    // The widened phase has blank lines between its cards even on a small screen.
    let is_narrowed = state.board.widened && has_header && phase != state.board.phase();
    let has_several_lines = state.settings.density == Density::Comfortable && !is_narrowed;
    let has_gaps = has_several_lines && (state.board.widened || body.height >= ROOMY);
    let gap = |nth: usize| u16::from(has_gaps && !is_joined(touchpoints, rows.row(nth) + 1));
    let first = state.viewport.first_cards[phase.index()].map(|row| rows.position(row));
    let style = if is_narrowed {
        CardStyle::Narrowed
    } else {
        let height = usize::from(body.height);
        let at = rows.position(selected);
        // The same cards decide until the column scrolls.
        let at = first.filter(|first| (*first..*first + height).contains(&at)).unwrap_or(at);
        let measured = at.saturating_sub(MEASURED_HEIGHTS.0 * height)..rows.len().min(at + MEASURED_HEIGHTS.1 * height);
        let cards =
            measured.clone().map(|nth| plain_card(painter, Place::new(phase, rows.row(nth)), CardStyle::Narrowed));
        let (filtered, cards): (Vec<_>, _) = cards.partition(|card| card.style == CardStyle::Filtered);
        // The blank line after the last card may be cut off.
        let gaps =
            measured.clone().map(|nth| usize::from(gap(nth))).sum::<usize>().saturating_sub(usize::from(has_gaps));
        let other_lines = (measured.len() == rows.len()).then_some(filtered.len() + gaps);
        let (density, is_widened) = (state.settings.density, state.board.widened);
        let column = ColumnCards { cards, other_lines, body, density, is_widened };
        let look = (painter.theme, painter.lang());
        painter.canvas.compute(phase, column, |column| style(look, column))
    };
    let height = |nth: usize| {
        plain_card(painter, Place::new(phase, rows.row(nth)), style).height(&state.lang, body.width) + gap(nth)
    };
    let list = ScrolledList {
        count: rows.len(),
        lines: body.height,
        selected: rows.position(selected),
        first,
        height: &height,
    };
    let scrolling = if state.board.drag.is_some() { Scrolling::ByRow } else { Scrolling::ByPage };
    let mut cards = list.visible_rows(scrolling);
    cards.iter_mut().for_each(|card| card.row = rows.row(card.row));
    Column { phase, has_header, header, body, area, cards, style }
}

/// Returns the hint of an empty phase, with the key that adds touchpoints.
pub(super) fn empty_phase(state: &State, phase: Phase) -> String {
    state.lang.empty_phase(phase, &state.key_label(Action::QuickEntry))
}
