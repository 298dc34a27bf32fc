//! The whole journey at once: a column a phase, a line or two a touchpoint, and where one is in it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::canvas::Canvas;
use super::super::pen::{Piece, paint, piece, put, put_both};
use super::super::scroll::{Seen, seen};
use super::super::side::put_hidden;
use super::super::theme::{Theme, kind_sign};
use super::facts::dots;
use crate::app::model::pointer::{BoardTarget, PointerTarget};
use crate::app::model::presentation::{Page, numbered};
use crate::app::model::query::shown_map::Shown;
use crate::app::model::state::State;
use crate::map::step::is_joined;
use crate::map::width::{cut, width as measured, wrap};
use crate::map::{Phase, Place};

/// The cells in front of a name: a mark, the number to vote by, and blanks.
const FRONT: u16 = 4;
/// From this width of a column on, the kind's sign stands there too.
const SIGNED: u16 = 22;
/// The most lines of a name.
const MOST: u16 = 3;
/// From this width of a column on, votes are dots.
const WIDE: u16 = 36;

/// The touchpoints that are seen, with their areas.
pub fn layout(shown: &Shown<'_>, one_phase: bool, area: Rect) -> Vec<(Place, Rect)> {
    let columns = columns(shown, one_phase, area);
    let is_apart = columns.iter().all(|&(phase, column)| is_apart(shown, phase, below_head(column)));
    let cards = columns.into_iter().flat_map(|(phase, column)| {
        let room = below_head(column);
        let most = lines(shown, phase, room);
        let place = move |line: Seen| {
            let place = Place::new(phase, line.row);
            let height = needs(shown, place, room.width, most).min(room.height - line.top);
            (place, Rect { y: room.y + line.top, height, ..room })
        };
        rows(shown, phase, room, most, is_apart).into_iter().map(place)
    });
    cards.collect()
}

/// Draws the columns, with numbers to vote by in the one that one is in.
pub fn draw(state: &State, shown: &Shown<'_>, one_phase: bool, theme: &Theme, area: Rect, buf: &mut Canvas<'_>) {
    let seen = layout(shown, one_phase, area);
    for (phase, column) in columns(shown, one_phase, area) {
        let style = if phase == shown.place.phase { theme.head_here } else { theme.head };
        let head = Rect { y: area.y + 1, height: 1, ..column };
        let count = shown.map().phase(phase).len();
        put(buf, head, head.y, &format!(" {} {count}", state.lang.phase(phase)), style);
        paint(buf, head, head.y, style);
        let rows: Vec<usize> =
            seen.iter().map(|(place, _)| *place).filter(|place| place.phase == phase).map(|place| place.row).collect();
        let (above, below) = rows.first().zip(rows.last()).map_or((0, 0), |(first, last)| (*first, count - last - 1));
        if above + below > 0 {
            put_hidden(state, theme, head, above, below, buf);
        }
    }
    let numbers = numbered(shown.map(), Page::Overview, shown.place);
    for (place, cells) in seen {
        let number = numbers.clone().position(|row| place == Place::new(shown.place.phase, row));
        buf.mark(cells, PointerTarget::Board(BoardTarget::Card { place, lower_half: false }));
        draw_touchpoint(shown, place, number, theme, cells, buf);
    }
}

/// The columns that are shown; where there is no room for three, that of the phase one is in.
fn columns(shown: &Shown<'_>, one_phase: bool, area: Rect) -> Vec<(Phase, Rect)> {
    let room = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    if one_phase || area.width < 54 {
        return vec![(shown.place.phase, room)];
    }
    let width = (room.width - 4) / 3;
    Phase::ALL.map(|phase| (phase, Rect { x: room.x + (width + 2) * phase.index() as u16, width, ..room })).to_vec()
}

fn below_head(column: Rect) -> Rect {
    Rect { y: column.y + 3, height: column.height.saturating_sub(3), ..column }
}

/// The lines that each touchpoint of a phase may take so that all of them are seen.
fn lines(shown: &Shown<'_>, phase: Phase, room: Rect) -> u16 {
    let needed = |most: u16| {
        let touchpoints = shown.map().phase(phase).iter().enumerate();
        touchpoints.map(|(row, _)| usize::from(needs(shown, Place::new(phase, row), room.width, most))).sum::<usize>()
    };
    let most = if shown.map().phase(phase).len() > usize::from(room.height) { 1 } else { MOST };
    (2..=most).rev().find(|&most| needed(most) <= usize::from(room.height)).unwrap_or(1)
}

/// The lines that a touchpoint takes of those that it may.
fn needs(shown: &Shown<'_>, place: Place, width: u16, most: u16) -> u16 {
    let (_, _, _, cells) = front(shown, place, width);
    let name = &shown.map().phase(place.phase)[place.row].name;
    wrap(name, cells, usize::from(most)).len().max(1) as u16
}

/// Whether a phase has room for whole names and a blank line behind each step.
fn is_apart(shown: &Shown<'_>, phase: Phase, room: Rect) -> bool {
    let count = shown.map().phase(phase).len();
    let needed = |row| usize::from(needs(shown, Place::new(phase, row), room.width, MOST) + gap(shown, phase, row));
    count <= usize::from(room.height) && (0..count).map(needed).sum::<usize>() <= usize::from(room.height) + 1
}

/// The blank line behind the last touchpoint of a step.
fn gap(shown: &Shown<'_>, phase: Phase, row: usize) -> u16 {
    u16::from(!is_joined(shown.map().phase(phase), row + 1))
}

fn rows(shown: &Shown<'_>, phase: Phase, room: Rect, most: u16, is_apart: bool) -> Vec<Seen> {
    let count = shown.map().phase(phase).len();
    let selected = if phase == shown.place.phase { shown.place.row } else { 0 };
    seen(count, room.height, selected, |row| {
        let gap = if is_apart { gap(shown, phase, row) } else { 0 };
        needs(shown, Place::new(phase, row), room.width, most) + gap
    })
}

/// What stands in front of a name, the emotion and the votes behind it, and the cells that it has itself.
fn front(shown: &Shown<'_>, place: Place, width: u16) -> ([String; 2], String, String, usize) {
    let column = shown.map().phase(place.phase);
    let touchpoint = &column[place.row];
    let joined = if is_joined(column, place.row) { "╰ ".to_owned() } else { String::new() };
    let sign = if width >= SIGNED { format!("{} ", kind_sign(touchpoint.kind)) } else { String::new() };
    let emotion = touchpoint.emotion.filter(|_| width >= WIDE);
    let emotion = emotion.map(|emotion| format!(" {}", emotion.face())).unwrap_or_default();
    let votes = match touchpoint.votes {
        0 => String::new(),
        votes if width >= WIDE => format!(" {} {votes}", dots(votes)),
        votes => format!(" ●{votes}"),
    };
    let critical = if touchpoint.critical { 2 } else { 0 };
    let ends = measured(&emotion) + measured(&votes) + critical;
    let taken = usize::from(FRONT) + measured(&joined) + measured(&sign) + ends;
    ([joined, sign], emotion, votes, usize::from(width).saturating_sub(taken).max(1))
}

fn draw_touchpoint(
    shown: &Shown<'_>,
    place: Place,
    number: Option<usize>,
    theme: &Theme,
    area: Rect,
    buf: &mut Buffer,
) {
    let touchpoint = &shown.map().phase(place.phase)[place.row];
    let is_here = place == shown.place;
    let ([joined, sign], emotion, votes, cells) = front(shown, place, area.width);
    let indent = " ".repeat(2 + measured(&joined) + measured(&sign));
    let feels = match touchpoint.emotion.map_or(0, |emotion| emotion.value()) {
        i8::MIN..=-1 => theme.bad,
        0 => theme.plain,
        1..=i8::MAX => theme.good,
    };
    let mut ends: Vec<Piece<'_>> = vec![piece(emotion, feels)];
    if touchpoint.critical {
        ends.push(piece(" !", theme.critical));
    }
    ends.push(piece(votes, theme.strong));
    let style = if is_here { theme.selected } else { theme.plain };
    let mark = if is_here { "▌" } else { " " };
    let digit = number.map_or_else(|| " ".to_owned(), |number| (number + 1).to_string());
    let lines = wrap(&touchpoint.name, cells, usize::from(area.height.max(1)));
    for (nth, (y, range)) in (area.y..area.bottom()).zip(lines).enumerate() {
        let row = Rect { y, height: 1, ..area };
        let name = cut(&touchpoint.name[range], cells).into_owned();
        if nth == 0 {
            let left = [
                piece(mark, theme.strong),
                piece(digit.clone(), theme.key),
                piece(format!(" {joined}"), theme.plain),
                piece(sign.clone(), theme.kind(touchpoint.kind)),
                piece(name, style),
            ];
            put_both(buf, row, y, &left, &ends);
        } else {
            put_both(
                buf,
                row,
                y,
                &[piece(mark, theme.strong), piece(indent.clone(), theme.plain), piece(name, style)],
                &[],
            );
        }
    }
}
