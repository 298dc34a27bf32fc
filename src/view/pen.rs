//! Writing into cells: cut visibly, never outside the area.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::canvas::Canvas;
use crate::app::model::pointer::{DialogTarget, PointerTarget};
use crate::map::text::{GRAPHEME_LIMIT, is_unsafe_char};
use crate::map::width::{cut, width};

/// Some text in one look.
pub type Piece<'a> = (Cow<'a, str>, Style);

/// A piece of text in one look.
pub fn piece<'a>(text: impl Into<Cow<'a, str>>, style: Style) -> Piece<'a> {
    (text.into(), style)
}

/// The cells that pieces take.
pub fn pieces_width(pieces: &[Piece<'_>]) -> usize {
    pieces.iter().map(|(text, _)| width(text)).sum()
}

/// Writes text on row `y` of an area, cut with `…` where it does not fit; gives the cells it took.
pub fn put(buf: &mut Buffer, area: Rect, y: u16, text: &str, style: Style) -> u16 {
    let row = Rect { y, height: 1, ..area }.intersection(buf.area);
    if row.is_empty() || y < area.y || y >= area.bottom() {
        return 0;
    }
    let room = usize::from(row.width);
    // Blanks that run over the edge are no loss.
    let text = if width(text.trim_end()) <= room { Cow::Borrowed(text) } else { cut(text, room) };
    if !text.is_ascii() {
        let (x, _) = buf.set_stringn(row.x, row.y, &text, room, style);
        return x - row.x;
    }
    // Most text is ASCII, a cell a byte: looking for graphemes in it took half of a frame's time.
    let mut x = row.x;
    for (at, byte) in text.bytes().enumerate().take(room) {
        let symbol = if byte.is_ascii_control() { " " } else { &text[at..=at] };
        buf[(x, row.y)].set_symbol(symbol).set_style(style);
        x += 1;
    }
    x - row.x
}

/// Writes pieces one behind the other on row `y` of an area, up to the first that is cut; gives the cells they took.
pub fn put_pieces(buf: &mut Buffer, area: Rect, y: u16, pieces: &[Piece<'_>]) -> u16 {
    let mut used = 0;
    for (nth, (text, style)) in pieces.iter().enumerate() {
        let rest = Rect { x: area.x + used, width: area.width - used, ..area };
        let room = usize::from(rest.width);
        // What ends exactly at the edge is cut too where something would follow.
        let more = pieces[nth + 1..].iter().any(|(text, _)| !text.trim().is_empty());
        let cells = width(text.trim_end());
        if cells > room || (cells == room && more) {
            let shortened = if more && cells == room { format!("{text}…") } else { text.to_string() };
            return used + put(buf, rest, y, &shortened, *style);
        }
        used += put(buf, rest, y, text, *style);
    }
    used
}

/// Writes pieces one behind the other on row `y` of an area, each with what it is to a pointer.
pub fn put_targets(buf: &mut Canvas<'_>, area: Rect, y: u16, pieces: Vec<(Piece<'_>, PointerTarget)>) -> u16 {
    let mut x = area.x;
    for ((text, _), target) in &pieces {
        let cells = u16::try_from(width(text)).unwrap_or(u16::MAX).min(area.right() - x);
        buf.mark(Rect { x, y, width: cells, height: 1 }, *target);
        x += cells;
    }
    let pieces: Vec<Piece<'_>> = pieces.into_iter().map(|(piece, _)| piece).collect();
    put_pieces(buf, area, y, &pieces)
}

/// Writes pieces on row `y`, some from the left and some at the right end; the left ones give way.
pub fn put_both(buf: &mut Buffer, area: Rect, y: u16, left: &[Piece<'_>], right: &[Piece<'_>]) {
    let taken = u16::try_from(pieces_width(right)).unwrap_or(u16::MAX).min(area.width);
    let gap = u16::from(taken > 0 && taken < area.width);
    put_pieces(buf, Rect { width: area.width - taken - gap, ..area }, y, left);
    put_pieces(buf, Rect { x: area.right() - taken, width: taken, ..area }, y, right);
}

/// Puts `…` behind what stands in the last line of an area, as a sign that more would follow.
pub fn put_cut(buf: &mut Buffer, area: Rect, style: Style) {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return;
    }
    let y = area.bottom() - 1;
    let is_blank = |x: u16| buf[(x, y)].symbol() == " ";
    let end = (area.left()..area.right()).rev().find(|&x| !is_blank(x)).map_or(area.left(), |x| x + 1);
    // What stands at the right end is a number, of which no figure may be missing.
    let gap =
        || (area.left() + 1..area.right() - 1).rev().find(|&x| !is_blank(x - 1) && is_blank(x) && is_blank(x + 1));
    let x = Some(end).filter(|&end| end < area.right()).or_else(gap).unwrap_or(area.right() - 1);
    let at = Rect { x, width: 1, ..area };
    put(buf, at, y, "…", style);
}

/// Draws a line down the left edge of an area.
pub fn put_line_down(buf: &mut Buffer, area: Rect, style: Style) {
    let line = Rect { width: 1, ..area }.intersection(buf.area);
    for y in line.top()..line.bottom() {
        buf[(line.x, y)].set_symbol("│").set_style(style);
    }
}

/// Gives a row, or a part of it, a look without changing its text.
pub fn paint(buf: &mut Buffer, area: Rect, y: u16, style: Style) {
    if y >= area.y && y < area.bottom() {
        buf.set_style(Rect { y, height: 1, ..area }.intersection(buf.area), style);
    }
}

/// Empties an area.
pub fn clear(buf: &mut Buffer, area: Rect) {
    let area = area.intersection(buf.area);
    for y in area.top()..area.bottom() {
        for x in area.left()..area.right() {
            buf[(x, y)].reset();
        }
    }
}

/// Puts `�` where something stands that would command the terminal, turn text round, or is more than a cell can hold,
/// whichever room let it through.
pub fn hide_commands(buf: &mut Buffer) {
    for cell in &mut buf.content {
        let symbol = cell.symbol();
        if let [0x20..0x7f] = symbol.as_bytes() {
            continue;
        }
        let is_flood = || symbol.len() > GRAPHEME_LIMIT && symbol.chars().nth(GRAPHEME_LIMIT).is_some();
        if symbol.chars().any(is_unsafe_char) || is_flood() {
            cell.set_symbol("\u{fffd}");
        }
    }
}

/// An area of at most that size in the middle of another.
pub fn middle(area: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(area.width), height.min(area.height));
    Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height }
}

/// Draws a frame with a title round an area, empties what is inside, and gives that.
pub fn frame(buf: &mut Canvas<'_>, area: Rect, title: &str, style: Style) -> Rect {
    clear(buf, area);
    buf.mark(area, PointerTarget::Dialog(DialogTarget::Empty));
    if area.width < 4 || area.height < 3 {
        return area;
    }
    let across = "─".repeat(usize::from(area.width - 2));
    put(buf, area, area.y, &format!("╭{across}╮"), style);
    put(buf, area, area.bottom() - 1, &format!("╰{across}╯"), style);
    for y in area.y + 1..area.bottom() - 1 {
        put(buf, area, y, "│", style);
        put(buf, Rect { x: area.right() - 1, width: 1, ..area }, y, "│", style);
    }
    let head = Rect { x: area.x + 2, width: area.width - 4, ..area };
    put(buf, head, area.y, &format!(" {} ", cut(title, usize::from(head.width.saturating_sub(2)))), style);
    Rect { x: area.x + 2, y: area.y + 1, width: area.width - 4, height: area.height - 2 }
}
