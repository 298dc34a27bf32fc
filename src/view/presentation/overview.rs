//! The overview: the whole journey at once, with a column for each phase and a line or two for each touchpoint.
//!
//! ```text
//!  Before 3             During 2             After 2
//!
//! ▌1 ◎ Asks friends      3 ⌂ Pays at the till  5 ▣ Opens the box
//!  2 ╰ ◎ Reads reviews   4 ⌂ Waits ! ●3        6 ◎ Tells a friend
//! ```

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::super::list::{VisibleRow, visible_rows};
use super::super::painter::{Painter, span};
use super::super::side_header::write_hidden;
use super::super::theme::kind_symbol;
use super::details::dots;
use crate::app::model::pointer::{BoardTarget, PointerTarget};
use crate::app::model::presentation::number_of;
use crate::app::model::query::shown_map::ShownMap;
use crate::map::step::is_joined;
use crate::map::width::{cut, width as text_width, wrap};
use crate::map::{Phase, Place};

/// The width in front of a name besides the number to vote with: a mark and blanks.
const FRONT_WIDTH: usize = 3;
/// The minimum width of a column with the symbols of kinds.
const KIND_WIDTH: u16 = 22;
/// The minimum width of a column with emotions, and with votes as dots.
const EMOTION_WIDTH: u16 = 36;
/// The maximum number of lines of a name.
const NAME_LINES: u16 = 3;
/// The minimum width of the screen with three columns.
const THREE_COLUMNS_WIDTH: u16 = 54;

/// The texts around a touchpoint's name, and the width that they leave for it.
struct NameLayout {
    joined: &'static str,
    kind: String,
    emotion: String,
    votes: String,
    name: usize,
}

/// Draws the columns. Every touchpoint has a number to vote with.
pub fn draw(painter: &mut Painter<'_>, one_phase: bool, area: Rect) {
    let (shown, theme, lang) = (painter.shown, painter.theme, painter.lang());
    let cards = layout(shown, one_phase, area);
    for (phase, column) in columns(shown, one_phase, area) {
        let style = if phase == shown.place.phase { theme.header_focused } else { theme.header };
        let header = Rect { y: area.y + 1, height: 1, ..column };
        let count = shown.map().phase(phase).len();
        painter.write(header, header.y, &format!(" {} {count}", lang.phase(phase)), style);
        painter.restyle(header, header.y, style);
        let rows: Vec<usize> =
            cards.iter().filter(|(place, _)| place.phase == phase).map(|(place, _)| place.row).collect();
        let (above, below) = rows.first().zip(rows.last()).map_or((0, 0), |(first, last)| (*first, count - last - 1));
        if above + below > 0 {
            write_hidden(painter, header, above, below);
        }
    }
    for (place, cells) in cards {
        let target = BoardTarget::Card { place, lower_half: false };
        painter.canvas.set_target(cells, PointerTarget::Board(target));
        draw_touchpoint(painter, place, cells);
    }
}

/// Returns the visible touchpoints with their areas.
fn layout(shown: &ShownMap<'_>, one_phase: bool, area: Rect) -> Vec<(Place, Rect)> {
    let columns = columns(shown, one_phase, area);
    let has_gaps = columns.iter().all(|&(phase, column)| fits_with_gaps(shown, phase, below_header(column)));
    let mut cards = Vec::new();
    for (phase, column) in columns {
        let body = below_header(column);
        let most = lines_per_name(shown, phase, body);
        let count = shown.map().phase(phase).len();
        let selected = if phase == shown.place.phase { shown.place.row } else { 0 };
        let height = |row| name_lines(shown, Place::new(phase, row), body.width, most);
        let with_gap = |row| height(row) + if has_gaps { gap(shown, phase, row) } else { 0 };
        for VisibleRow { row, top, .. } in visible_rows(count, body.height, selected, with_gap) {
            let height = height(row).min(body.height - top);
            cards.push((Place::new(phase, row), Rect { y: body.y + top, height, ..body }));
        }
    }
    cards
}

/// Returns the visible columns: only the current phase on a narrow screen.
fn columns(shown: &ShownMap<'_>, one_phase: bool, area: Rect) -> Vec<(Phase, Rect)> {
    let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    if one_phase || area.width < THREE_COLUMNS_WIDTH {
        return vec![(shown.place.phase, inside)];
    }
    let width = (inside.width - 4) / 3;
    let column = |phase: Phase| Rect { x: inside.x + (width + 2) * phase.index() as u16, width, ..inside };
    Phase::ALL.map(|phase| (phase, column(phase))).to_vec()
}

fn below_header(column: Rect) -> Rect {
    Rect { y: column.y + 3, height: column.height.saturating_sub(3), ..column }
}

/// Returns how many lines each name of a phase may take so that all names fit.
fn lines_per_name(shown: &ShownMap<'_>, phase: Phase, body: Rect) -> u16 {
    let count = shown.map().phase(phase).len();
    let height =
        |most: u16| (0..count).map(move |row| usize::from(name_lines(shown, Place::new(phase, row), body.width, most)));
    let most = if count > usize::from(body.height) { 1 } else { NAME_LINES };
    (2..=most).rev().find(|&most| height(most).sum::<usize>() <= usize::from(body.height)).unwrap_or(1)
}

/// Returns the lines of a touchpoint's name.
fn name_lines(shown: &ShownMap<'_>, place: Place, width: u16, most: u16) -> u16 {
    let cells = name_layout(shown, place, width).name;
    let name = &shown.map().phase(place.phase)[place.row].name;
    wrap(name, cells, usize::from(most)).len().max(1) as u16
}

/// Returns true if all names of a phase fit, with a blank line after each step.
fn fits_with_gaps(shown: &ShownMap<'_>, phase: Phase, body: Rect) -> bool {
    let count = shown.map().phase(phase).len();
    let height = |row| {
        let lines = name_lines(shown, Place::new(phase, row), body.width, NAME_LINES);
        usize::from(lines + gap(shown, phase, row))
    };
    count <= usize::from(body.height) && (0..count).map(height).sum::<usize>() <= usize::from(body.height) + 1
}

/// Returns the height of the gap after a touchpoint: one line after the last one of a step.
fn gap(shown: &ShownMap<'_>, phase: Phase, row: usize) -> u16 {
    u16::from(!is_joined(shown.map().phase(phase), row + 1))
}

fn name_layout(shown: &ShownMap<'_>, place: Place, width: u16) -> NameLayout {
    let column = shown.map().phase(place.phase);
    let touchpoint = &column[place.row];
    let joined = if is_joined(column, place.row) { "╰ " } else { "" };
    let kind = if width >= KIND_WIDTH { format!("{} ", kind_symbol(touchpoint.kind)) } else { String::new() };
    let emotion = touchpoint.emotion.filter(|_| width >= EMOTION_WIDTH);
    let emotion = emotion.map(|emotion| format!(" {}", emotion.face())).unwrap_or_default();
    let votes = match touchpoint.votes {
        0 => String::new(),
        votes if width >= EMOTION_WIDTH => format!(" {} {votes}", dots(votes)),
        votes => format!(" ●{votes}"),
    };
    let critical = if touchpoint.critical { 2 } else { 0 };
    let ends = text_width(&emotion) + text_width(&votes) + critical;
    let taken = FRONT_WIDTH + number_width(shown) + text_width(joined) + text_width(&kind) + ends;
    let name = usize::from(width).saturating_sub(taken).max(1);
    NameLayout { joined, kind, emotion, votes, name }
}

/// Returns the width of the highest number to vote with.
fn number_width(shown: &ShownMap<'_>) -> usize {
    shown.map().len().to_string().len()
}

fn draw_touchpoint(painter: &mut Painter<'_>, place: Place, area: Rect) {
    let (shown, theme) = (painter.shown, painter.theme);
    let touchpoint = &shown.map().phase(place.phase)[place.row];
    let is_selected = place == shown.place;
    let NameLayout { joined, kind, emotion, votes, name: cells } = name_layout(shown, place, area.width);
    let mut ends: Vec<Span<'_>> =
        vec![span(emotion, touchpoint.emotion.map_or(theme.plain, |each| theme.emotion(each)))];
    if touchpoint.critical {
        ends.push(span(" !", theme.critical));
    }
    ends.push(span(votes, theme.strong));
    let style = if is_selected { theme.selected } else { theme.plain };
    let mark = span(if is_selected { "▌" } else { " " }, theme.strong);
    let digits = format!("{:>1$}", number_of(shown.map(), place), number_width(shown));
    let indent = " ".repeat(text_width(&digits) + 1 + text_width(joined) + text_width(&kind));
    let lines = wrap(&touchpoint.name, cells, usize::from(area.height.max(1)));
    for (nth, (y, range)) in (area.y..area.bottom()).zip(lines).enumerate() {
        let name = span(cut(&touchpoint.name[range], cells).into_owned(), style);
        if nth == 0 {
            let digits = span(digits.clone(), theme.key);
            let joined = span(format!(" {joined}"), theme.plain);
            let kind = span(kind.clone(), theme.kind(touchpoint.kind));
            painter.write_both_ends(area, y, &[mark.clone(), digits, joined, kind, name], &ends);
        } else {
            painter.write_spans(area, y, &[mark.clone(), span(indent.clone(), theme.plain), name]);
        }
    }
}
