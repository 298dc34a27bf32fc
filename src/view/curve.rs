//! The emotion curve above the columns.
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

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

use super::painter::{Painter, span};
use crate::app::model::pointer::{BoardTarget, PointerTarget};
use crate::app::model::query::shown_map::ShownMap;
use crate::map::curve::{CurvePoint, known_count, lowest, points};
use crate::map::{Emotion, Phase, Place};

/// The height of the curve: a header, five emotions, and a line of touchpoints.
pub(crate) const HEIGHT: u16 = 7;
/// The width of the faces in front of the curve.
const FACES_WIDTH: u16 = 4;

/// A point of the curve, placed on the screen.
struct PlacedPoint {
    x: u16,
    phase: Phase,
    point: CurvePoint,
    is_selected: bool,
}

/// Draws the curve; the part of each phase is above its column.
pub fn draw(painter: &mut Painter<'_>, columns: &[(Phase, Rect)], area: Rect) {
    let theme = painter.theme;
    painter.restyle(area, area.y, theme.header);
    painter.write_spans(area, area.y, &header(painter));
    for value in -2..=2 {
        let face = Emotion::new(value).map(Emotion::face).unwrap_or_default();
        painter.write(area, level(area, value), &format!(" {face}"), theme.dim);
    }
    let points = placed_points(painter.shown, columns, area);
    for pair in points.windows(2) {
        let [from, to] = pair else { continue };
        if let (Some(start), Some(end)) = (from.point.emotion, to.point.emotion) {
            draw_line(painter, area, (from.x, start), (to.x, end));
        }
    }
    for (nth, point) in points.iter().enumerate() {
        // Each point is the mouse target of the cells that are nearest to it.
        let middle = |other: &PlacedPoint| (point.x + other.x) / 2;
        let left = nth.checked_sub(1).map_or(area.x, |previous| middle(&points[previous]) + 1);
        let right = points.get(nth + 1).map_or(area.right(), |next| middle(next) + 1);
        let near = Rect { x: left, width: right - left, y: area.y + 1, height: area.height - 1 };
        let target = BoardTarget::CurvePoint(Place::new(point.phase, point.point.row));
        painter.canvas.set_target(near, PointerTarget::Board(target));
        draw_point(painter, point, area);
    }
}

/// Draws a point at the level of its emotion, and a dot for the touchpoint below.
fn draw_point(painter: &mut Painter<'_>, point: &PlacedPoint, area: Rect) {
    let theme = painter.theme;
    let base = area.bottom() - 1;
    let (symbol, y, style) = match point.point.emotion {
        Some(emotion) if point.point.critical => ("!", level(area, emotion.value().into()), theme.critical),
        Some(emotion) => ("●", level(area, emotion.value().into()), theme.bar_selected),
        None => ("?", base, theme.dim),
    };
    let cell = |y| Rect { x: point.x, y, width: 1, height: 1 };
    if y != base {
        painter.write(cell(base), base, "·", theme.dim);
    }
    painter.write(cell(y), y, symbol, style);
    if point.is_selected {
        painter.restyle(cell(y), y, theme.selected);
        painter.restyle(cell(base), base, theme.selected);
    }
}

/// Returns the header: how many emotions are known, and the lowest one.
fn header(painter: &Painter<'_>) -> Vec<Span<'static>> {
    let (map, theme, lang) = (painter.shown.map(), painter.theme, painter.lang());
    let mut header = vec![span(format!(" {}", lang.emotion_curve(known_count(map), map.len())), theme.header)];
    if let Some(touchpoint) = lowest(map).and_then(|place| map.at(place)) {
        let face = touchpoint.emotion.map(Emotion::face).unwrap_or_default();
        let critical = if touchpoint.critical { " !" } else { "" };
        header.push(span(format!(" · {}", lang.lowest_emotion(face, &touchpoint.name)), theme.header));
        header.push(span(critical, theme.header.patch(theme.critical)));
    }
    header
}

/// Returns the row of an emotion.
fn level(area: Rect, value: i64) -> u16 {
    area.y + 1 + u16::try_from(2 - value).unwrap_or(0)
}

/// Returns the points of the visible phases, spread over their columns.
fn placed_points(shown: &ShownMap<'_>, columns: &[(Phase, Rect)], area: Rect) -> Vec<PlacedPoint> {
    let mut placed = Vec::new();
    for &(phase, column) in columns {
        let left = column.x.max(area.x + FACES_WIDTH) + 1;
        let right = column.right().saturating_sub(2).max(left + 1);
        let points = points(shown.map(), phase, usize::from(right - left).div_ceil(2));
        let is_selected = |nth: usize, point: &CurvePoint| {
            let next = points.get(nth + 1).map_or(usize::MAX, |next: &CurvePoint| next.row);
            let Place { phase: selected, row } = shown.place;
            selected == phase && (point.row..next).contains(&row)
        };
        for (nth, &point) in points.iter().enumerate() {
            // Each point is in the middle of its share of the column.
            let offset = (2 * nth + 1) * usize::from(right - left) / (2 * points.len());
            let x = left + u16::try_from(offset).unwrap_or(0);
            placed.push(PlacedPoint { x, phase, point, is_selected: is_selected(nth, &point) });
        }
    }
    placed
}

/// Draws a line between two points, without the points.
fn draw_line(painter: &mut Painter<'_>, area: Rect, from: (u16, Emotion), to: (u16, Emotion)) {
    let style: Style = painter.theme.bar;
    let (start, end) = (i32::from(from.1.value()), i32::from(to.1.value()));
    let cells = i32::from(to.0.saturating_sub(from.0));
    // The level of the line at the left edge of its nth cell, rounded.
    let level_at = |nth: i32| (2 * start * cells + (end - start) * (2 * nth) + cells).div_euclid(2 * cells.max(1));
    for nth in 1..cells {
        let (before, now) = (level_at(nth - 1), level_at(nth));
        let x = from.0 + u16::try_from(nth).unwrap_or(0);
        let mut write = |value: i32, symbol: &str| {
            let y = level(area, value.into());
            painter.write(Rect { x, y, width: 1, height: 1 }, y, symbol, style);
        };
        match now - before {
            0 => write(now, "─"),
            1 => write(now, "╱"),
            -1 => write(now, "╲"),
            steps => {
                let (low, high) = if steps > 0 { (before + 1, now) } else { (now, before - 1) };
                (low..=high).for_each(|value| write(value, "│"));
            }
        }
    }
}
