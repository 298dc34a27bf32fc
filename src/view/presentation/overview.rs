//! The whole journey at once: a column a phase, a line or two a touchpoint, and where one is in it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::canvas::Canvas;
use super::super::pen::{Piece, paint, piece, pieces_width, put, put_both};
use super::super::scroll::{Seen, seen};
use super::super::side::put_hidden;
use super::super::theme::Theme;
use super::facts::dots;
use crate::app::State;
use crate::app::pointer::Spot;
use crate::app::presentation::{Page, numbered};
use crate::app::shown::Shown;
use crate::map::step::is_joined;
use crate::map::width::{cut, width, wrap};
use crate::map::{Phase, Place};

/// The cells in front of a name: a mark, the number to vote by, and a blank.
const FRONT: u16 = 4;
/// From this width of a column on, votes are dots.
const WIDE: u16 = 36;

/// The touchpoints that are seen, with their areas.
pub fn layout(shown: &Shown<'_>, one_phase: bool, area: Rect) -> Vec<(Place, Rect)> {
    let lines = if is_roomy(shown, one_phase, area) { 2 } else { 1 };
    let columns = columns(shown, one_phase, area).into_iter();
    let cards = columns.flat_map(|(phase, column)| {
        let room = below_head(column);
        let place = move |line: Seen| {
            let height = line.height.min(room.height - line.top);
            (Place::new(phase, line.row), Rect { y: room.y + line.top, height, ..room })
        };
        rows(shown, phase, room, lines).into_iter().map(place)
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
        buf.mark(cells, Spot::Card { place, lower: false });
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

/// Whether there is room for two lines for each touchpoint, and one between steps.
fn is_roomy(shown: &Shown<'_>, one_phase: bool, area: Rect) -> bool {
    columns(shown, one_phase, area)
        .into_iter()
        .all(|(phase, column)| shown.map().phase(phase).len() * 2 <= usize::from(below_head(column).height))
}

fn rows(shown: &Shown<'_>, phase: Phase, room: Rect, lines: u16) -> Vec<Seen> {
    let count = shown.map().phase(phase).len();
    let selected = if phase == shown.place.phase { shown.place.row } else { 0 };
    seen(count, room.height, selected, |_| lines)
}

fn draw_touchpoint(
    shown: &Shown<'_>,
    place: Place,
    number: Option<usize>,
    theme: &Theme,
    area: Rect,
    buf: &mut Buffer,
) {
    let column = shown.map().phase(place.phase);
    let touchpoint = &column[place.row];
    let is_here = place == shown.place;
    let mut ends: Vec<Piece<'_>> = Vec::new();
    if touchpoint.critical {
        ends.push(piece(" !", theme.critical));
    }
    if touchpoint.votes > 0 {
        let many = if area.width >= WIDE { format!("{} ", dots(touchpoint.votes)) } else { "●".to_owned() };
        ends.push(piece(format!(" {many}{}", touchpoint.votes), theme.strong));
    }
    let joined = if is_joined(column, place.row) { "╰ " } else { "" };
    let taken = u16::try_from(pieces_width(&ends) + width(joined)).unwrap_or(u16::MAX);
    let cells = usize::from(area.width.saturating_sub(FRONT + taken).max(1));
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
                piece(name, style),
            ];
            put_both(buf, row, y, &left, &ends);
        } else {
            let indent = " ".repeat(2 + width(joined));
            put_both(buf, row, y, &[piece(mark, theme.strong), piece(indent, theme.plain), piece(name, style)], &[]);
        }
    }
}
