//! The three phases as columns of cards.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::card::{Card, Shape};
use super::layout::Arrangement;
use super::pen::{paint, piece, put, put_both, put_line_down, put_pieces};
use super::scroll::{Seen, seen};
use super::theme::Theme;
use crate::app::model::action::Action;
use crate::app::model::pane::Pane;
use crate::app::model::pointer::{BoardTarget, PointerTarget};
use crate::app::model::query::shown_map::Shown;
use crate::app::model::state::State;
use crate::map::step::is_joined;
use crate::map::width::wrap;
use crate::map::{Phase, Place};
use crate::store::config::Density;

/// From this many lines on, cards stand apart and have two lines of facts.
const ROOMY: u16 = 24;

/// Draws the phases that the arrangement has room for; tells whether their columns have more cards than room.
pub fn draw(state: &State, shown: &Shown<'_>, theme: &Theme, arrangement: &Arrangement, buf: &mut Canvas<'_>) -> bool {
    let mut hides_cards = false;
    for (phase, tab) in arrangement.tabs.into_iter().flat_map(tabs) {
        let column = arrangement.columns.iter().find(|(other, _)| *other == phase);
        let cards = column.map(|&(_, area)| layout(state, shown, phase, area, false).0);
        let lines = column.map_or(0, |(_, area)| area.height);
        hides_cards |= draw_head(state, shown, theme, phase, cards.as_deref(), lines, tab, buf);
        buf.mark(tab, PointerTarget::Board(BoardTarget::Tab(phase)));
    }
    for &(phase, area) in &arrangement.columns {
        hides_cards |= draw_column(state, shown, theme, phase, area, arrangement.tabs.is_none(), buf);
        if area.right() < arrangement.stage.right() || arrangement.funnel.is_some() {
            put_line_down(buf, Rect { x: area.right(), ..area }, theme.dim);
        }
    }
    hides_cards
}

/// Draws a phase's name, how many touchpoints it has, and how many of them are hidden above and below; tells whether
/// any are.
#[expect(clippy::too_many_arguments, reason = "heads of columns and tabs are drawn by the one routine")]
fn draw_head(
    state: &State,
    shown: &Shown<'_>,
    theme: &Theme,
    phase: Phase,
    cards: Option<&[Seen]>,
    lines: u16,
    area: Rect,
    buf: &mut Buffer,
) -> bool {
    let here = phase == shown.place.phase && state.board.pane == Pane::Columns;
    let style = if here { theme.head_here } else { theme.head };
    paint(buf, area, area.y, style);
    let all = shown.map().phase(phase).len();
    let rows = state.visible_rows(shown.map(), phase, shown.place);
    let above = cards.and_then(<[_]>::first).map_or(0, |card| rows.position(card.row));
    let last = cards.and_then(<[_]>::last);
    // A card that is cut hides something too; a blank line behind the last one hides nothing.
    let is_cut = last.is_some_and(|card| card.top + card.height > lines + u16::from(lines >= ROOMY));
    let below = last.map_or(0, |card| rows.len().saturating_sub(rows.position(card.row) + 1) + usize::from(is_cut));
    // A rail has room for its count alone.
    let is_rail = state.board.widened && phase != state.board.phase();
    let more = [(above, '↑'), (below, '↓')].into_iter().filter(|(count, _)| *count > 0 && !is_rail);
    let more: Vec<_> = more.map(|(count, sign)| piece(format!("{sign}{count} "), style)).collect();
    let count = state.session.insight.filter_matches().map_or(all.to_string(), |kept| {
        format!("{}/{all}", if state.hides_unmatched() { rows.len() } else { kept.count(phase) })
    });
    put_both(buf, area, area.y, &[piece(format!(" {} {count}", state.lang.phase(phase)), style)], &more);
    above + below > 0
}

/// The tab of each phase in the line of tabs.
pub fn tabs(area: Rect) -> [(Phase, Rect); 3] {
    let each = area.width / 3;
    Phase::ALL.map(|phase| {
        let x = area.x + each * phase.index() as u16;
        let width = if phase == Phase::After { area.right() - x } else { each };
        (phase, Rect { x, width, ..area })
    })
}

/// Draws the cards of a phase below its head, if it has one here; tells whether that says that some are hidden.
fn draw_column(
    state: &State,
    shown: &Shown<'_>,
    theme: &Theme,
    phase: Phase,
    area: Rect,
    headed: bool,
    buf: &mut Canvas<'_>,
) -> bool {
    let touchpoints = shown.map().phase(phase);
    let (cards, room) = layout(state, shown, phase, area, headed);
    let head = Rect { height: room.y - area.y, ..area };
    if phase == state.board.phase() {
        buf.viewport.cards = cards.len();
    }
    buf.mark(area, PointerTarget::Board(BoardTarget::Column(phase)));
    buf.mark(head, PointerTarget::Board(BoardTarget::Header(phase)));
    let hides_cards = headed && draw_head(state, shown, theme, phase, Some(&cards), room.height, area, buf);
    let landing = state.board.drag.as_ref().and_then(|drag| drag.landing).filter(|landing| landing.phase == phase);
    let is_rail = shape(state, phase, headed, room) == Shape::Rail;
    if cards.is_empty() && room.height > 0 && landing.is_none() && !is_rail {
        let hint = if touchpoints.is_empty() { empty_phase(state, phase) } else { state.lang.filter_empty_phase() };
        let room = Rect { x: room.x + 1, width: room.width.saturating_sub(2), ..room };
        let lines = wrap(&hint, usize::from(room.width), usize::from(room.height));
        // A blank line above, where that leaves room for all.
        let top = room.y + u16::from(lines.len() < usize::from(room.height));
        for (line, range) in (top..).zip(lines) {
            put(buf, room, line, &hint[range], theme.dim);
        }
        return hides_cards;
    }
    let lands_before = landing.and_then(|landing| cards.iter().find(|card| card.row >= landing.row));
    for card in &cards {
        let place = Place::new(phase, card.row);
        let cells =
            Rect { y: room.y + card.top, height: card.height.min(room.height - card.top), width: area.width, ..room };
        let lower =
            Rect { y: cells.y + card.height / 2, height: cells.height.saturating_sub(card.height / 2), ..cells };
        buf.mark(cells, PointerTarget::Board(BoardTarget::Card { place, lower_half: false }));
        buf.mark(lower, PointerTarget::Board(BoardTarget::Card { place, lower_half: true }));
        let drawn = Card {
            landing: lands_before == Some(card),
            ..card_at(state, shown, place, shape(state, phase, headed, room))
        };
        drawn.draw(&state.lang, theme, Rect { width: room.width, ..cells }, buf);
    }
    mark_edges(state, shown, phase, &cards, head, room, buf);
    if landing.is_some() && lands_before.is_none() && room.height > 0 {
        put_pieces(buf, room, room.bottom() - 1, &[piece(state.lang.drop_target(), theme.hit)]);
    }
    hides_cards
}

/// How much the cards of a phase show that are not made small.
fn shape(state: &State, phase: Phase, headed: bool, room: Rect) -> Shape {
    let is_here = phase == state.board.phase();
    match state.settings.density {
        Density::Compact | Density::Comfortable if state.board.widened && headed && !is_here => Shape::Rail,
        Density::Compact => Shape::Compact,
        Density::Comfortable if state.board.widened => Shape::Full,
        Density::Comfortable if room.height >= ROOMY => Shape::Roomy,
        Density::Comfortable => Shape::Usual,
    }
}

/// Marks the edges behind which a column goes on, while something is dragged: held there, it goes on.
fn mark_edges(
    state: &State,
    shown: &Shown<'_>,
    phase: Phase,
    cards: &[Seen],
    head: Rect,
    room: Rect,
    buf: &mut Canvas<'_>,
) {
    let (Some(first), Some(last), Some(_)) = (cards.first(), cards.last(), &state.board.drag) else { return };
    let rows = state.visible_rows(shown.map(), phase, shown.place);
    let place = |row: usize| Place::new(phase, row);
    // What is selected stands in the middle: the column goes on when the one behind the middle is.
    let middle = rows.position(cards[cards.len() / 2].row);
    if rows.position(first.row) > 0 {
        let next = place(rows.row(middle.saturating_sub(1)));
        buf.mark(head, PointerTarget::Board(BoardTarget::Edge { landing: place(first.row), next, down: false }));
    }
    if rows.position(last.row) + 1 < rows.len() || last.top + last.height > room.height + 1 {
        let next = place(rows.row((middle + 1).min(rows.len() - 1)));
        let edge = Rect { y: room.bottom() - 1, height: 1, ..room };
        buf.mark(edge, PointerTarget::Board(BoardTarget::Edge { landing: place(last.row), next, down: true }));
    }
}

/// The card of the touchpoint at a place.
fn card_at<'a>(state: &State, shown: &'a Shown<'_>, place: Place, shape: Shape) -> Card<'a> {
    let touchpoints = shown.map().phase(place.phase);
    let touchpoint = &touchpoints[place.row];
    let drag = state.board.drag.as_ref();
    let is_small = !state.matches_filter(touchpoint.id) && place != shown.place && shown.draft != Some(touchpoint.id);
    Card {
        touchpoint,
        joined: is_joined(touchpoints, place.row),
        selected: place == shown.place,
        marked: state.board.marked.contains(&touchpoint.id),
        draft: shown.draft == Some(touchpoint.id)
            || drag.is_some_and(|drag| drag.landing.is_some() && drag.ids.contains(&touchpoint.id)),
        shape: if is_small { Shape::Small } else { shape },
        hit: state.board.pattern.as_ref().is_some_and(|pattern| pattern.matches(touchpoint)),
        landing: false,
    }
}

/// The cards of a phase that are seen, and the room they have below the head.
pub fn layout(state: &State, shown: &Shown<'_>, phase: Phase, area: Rect, headed: bool) -> (Vec<Seen>, Rect) {
    let head = u16::from(headed);
    // One cell stays free in front of the line between columns.
    let width = area.width.saturating_sub(1);
    let room = Rect { y: area.y + head, height: area.height.saturating_sub(head), width, ..area };
    let shape = shape(state, phase, headed, room);
    // Long cards are told apart by a blank line even where lines are scarce.
    let is_apart = match shape {
        Shape::Full => true,
        Shape::Usual | Shape::Roomy => room.height >= ROOMY,
        Shape::Rail | Shape::Small | Shape::Compact => false,
    };
    let touchpoints = shown.map().phase(phase);
    let selected = if phase == shown.place.phase { shown.place.row } else { state.board.place_in(phase).row };
    let rows = state.visible_rows(shown.map(), phase, shown.place);
    let height = |nth: usize| {
        let gap = u16::from(is_apart && !is_joined(touchpoints, rows.row(nth) + 1));
        card_at(state, shown, Place::new(phase, rows.row(nth)), shape).height(&state.lang, room.width) + gap
    };
    let mut cards = seen(rows.len(), room.height, rows.position(selected), height);
    cards.iter_mut().for_each(|card| card.row = rows.row(card.row));
    (cards, room)
}

/// What a phase without touchpoints asks for, with the key that adds them.
pub(super) fn empty_phase(state: &State, phase: Phase) -> String {
    state.lang.empty_phase(phase, &state.key_label(Action::QuickEntry))
}
