//! The emotion along the journey, above the columns that it goes over.
//!
//! ```text
//!  Emotion · 5 of 7 known · lowest :( Waits for the parcel !
//! :D       ●╲
//! :)  ●───╱  ╲             ╱●
//! :|          ●╲         ╱╱
//! :(            ╲!     ●╱
//! :'(
//!     ·    · ·  ·  ?   ·    ·
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::canvas::Canvas;
use super::layout::Arrangement;
use super::pen::{Piece, paint, piece, put, put_pieces};
use super::theme::Theme;
use crate::app::model::pointer::{BoardTarget, PointerTarget};
use crate::app::model::query::shown_map::Shown;
use crate::app::model::state::State;
use crate::map::curve::{CurvePoint, known_count, lowest, points};
use crate::map::{Emotion, Phase, Place};

/// The lines of a curve: a head, the emotions, and the touchpoints.
pub const LINES: u16 = 7;
/// Cells in front of the curve for the faces.
const FACES: u16 = 4;

/// A point of the curve on the screen.
struct Drawn {
    x: u16,
    phase: Phase,
    point: CurvePoint,
    here: bool,
}

/// Draws the curve into its area; each phase's part stands over its column.
pub fn draw(
    state: &State,
    shown: &Shown<'_>,
    theme: &Theme,
    arrangement: &Arrangement,
    area: Rect,
    buf: &mut Canvas<'_>,
) {
    paint(buf, area, area.y, theme.head);
    put_pieces(buf, area, area.y, &heading(state, shown, theme));
    for value in -2..=2 {
        let face = Emotion::new(value).map(Emotion::face).unwrap_or_default();
        put(buf, area, level(area, value), &format!(" {face}"), theme.dim);
    }
    let drawn = placed(shown, arrangement, area);
    for pair in drawn.windows(2) {
        let [from, to] = pair else { continue };
        if let (Some(start), Some(end)) = (from.point.emotion, to.point.emotion) {
            draw_line(buf, area, (from.x, start), (to.x, end), theme.bar);
        }
    }
    for (nth, each) in drawn.iter().enumerate() {
        // Whatever is nearest to it stands for it.
        let middle = |other: &Drawn| (each.x + other.x) / 2;
        let left = nth.checked_sub(1).map_or(area.x, |before| middle(&drawn[before]) + 1);
        let right = drawn.get(nth + 1).map_or(area.right(), |next| middle(next) + 1);
        let near = Rect { x: left, width: right - left, y: area.y + 1, height: area.height - 1 };
        buf.mark(near, PointerTarget::Board(BoardTarget::CurvePoint(Place::new(each.phase, each.point.row))));
        let base = area.bottom() - 1;
        let (sign, y, style) = match each.point.emotion {
            Some(emotion) if each.point.critical => ("!", level(area, emotion.value().into()), theme.critical),
            Some(emotion) => ("●", level(area, emotion.value().into()), theme.bar_here),
            None => ("?", base, theme.dim),
        };
        let cell = |y| Rect { x: each.x, y, width: 1, height: 1 };
        if y != base {
            put(buf, cell(base), base, "·", theme.dim);
        }
        put(buf, cell(y), y, sign, style);
        if each.here {
            paint(buf, cell(y), y, theme.selected);
            paint(buf, cell(base), base, theme.selected);
        }
    }
}

/// What the curve shows, how much of it is known, and where it is lowest.
fn heading(state: &State, shown: &Shown<'_>, theme: &Theme) -> Vec<Piece<'static>> {
    let (lang, map) = (&state.lang, shown.map());
    let mut head = vec![piece(format!(" {}", lang.emotion_curve(known_count(map), map.len())), theme.head)];
    if let Some(touchpoint) = lowest(map).and_then(|place| map.at(place)) {
        let face = touchpoint.emotion.map(Emotion::face).unwrap_or_default();
        let critical = if touchpoint.critical { " !" } else { "" };
        head.push(piece(format!(" · {}", lang.lowest_emotion(face, &touchpoint.name)), theme.head));
        head.push(piece(critical, theme.head.patch(theme.critical)));
    }
    head
}

/// The row of an emotion.
fn level(area: Rect, value: i64) -> u16 {
    area.y + 1 + u16::try_from(2 - value).unwrap_or(0)
}

/// The points of the shown phases, spread over their columns.
fn placed(shown: &Shown<'_>, arrangement: &Arrangement, area: Rect) -> Vec<Drawn> {
    let mut drawn = Vec::new();
    for &(phase, column) in &arrangement.columns {
        let left = column.x.max(area.x + FACES) + 1;
        let right = column.right().saturating_sub(2).max(left + 1);
        let points = points(shown.map(), phase, usize::from(right - left).div_ceil(2));
        let here = |nth: usize, point: &CurvePoint| {
            let next = points.get(nth + 1).map_or(usize::MAX, |next: &CurvePoint| next.row);
            let Place { phase: at, row } = shown.place;
            at == phase && (point.row..next).contains(&row)
        };
        for (nth, &point) in points.iter().enumerate() {
            // Each stands in the middle of its share of the column.
            let share = (2 * nth + 1) * usize::from(right - left) / (2 * points.len());
            let x = left + u16::try_from(share).unwrap_or(0);
            drawn.push(Drawn { x, phase, point, here: here(nth, &point) });
        }
    }
    drawn
}

/// Draws a line between two points, without them.
fn draw_line(buf: &mut Buffer, area: Rect, from: (u16, Emotion), to: (u16, Emotion), style: Style) {
    let (start, end) = (i32::from(from.1.value()), i32::from(to.1.value()));
    let cells = i32::from(to.0.saturating_sub(from.0));
    // The level that the line has half a cell before its nth cell, in whole levels.
    let at = |nth: i32| (2 * start * cells + (end - start) * (2 * nth) + cells).div_euclid(2 * cells.max(1));
    for nth in 1..cells {
        let (before, now) = (at(nth - 1), at(nth));
        let x = from.0 + u16::try_from(nth).unwrap_or(0);
        let mut mark = |value: i32, sign: &str| {
            let y = level(area, value.into());
            put(buf, Rect { x, y, width: 1, height: 1 }, y, sign, style);
        };
        match now - before {
            0 => mark(now, "─"),
            1 => mark(now, "╱"),
            -1 => mark(now, "╲"),
            steps => {
                let (low, high) = if steps > 0 { (before + 1, now) } else { (now, before - 1) };
                (low..=high).for_each(|value| mark(value, "│"));
            }
        }
    }
}
