//! The countdown: what is left of it, and its end.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::layout::Arrangement;
use super::pen::{Piece, clear, middle, paint, piece, put};
use super::theme::Theme;
use crate::app::model::screen::Screen;
use crate::app::model::state::State;
use crate::map::width::width;

/// The digits and the colon as dots, five lines of three from left to right.
const DIGITS: [[u8; 5]; 10] = [
    [0b111, 0b101, 0b101, 0b101, 0b111],
    [0b010, 0b110, 0b010, 0b010, 0b111],
    [0b111, 0b001, 0b111, 0b100, 0b111],
    [0b111, 0b001, 0b111, 0b001, 0b111],
    [0b101, 0b101, 0b111, 0b001, 0b001],
    [0b111, 0b100, 0b111, 0b001, 0b111],
    [0b111, 0b100, 0b111, 0b101, 0b111],
    [0b111, 0b001, 0b010, 0b010, 0b010],
    [0b111, 0b101, 0b111, 0b101, 0b111],
    [0b111, 0b101, 0b111, 0b001, 0b111],
];
const COLON: [u8; 5] = [0b000, 0b010, 0b000, 0b010, 0b000];
/// The lines that the end of time takes in a presentation.
pub const END: u16 = 3;
/// The cells of a large digit with the gap behind it.
const DIGIT: u16 = 8;

/// What is left, as it stands at the end of a line; nothing when nothing is counted.
pub fn pieces(state: &State, theme: &Theme) -> Vec<Piece<'static>> {
    let Some(seconds) = state.show.timer.seconds(state.now) else { return Vec::new() };
    let said = note(state);
    let gap = if said.is_empty() { "" } else { " " };
    vec![piece(format!(" {said}{gap}{} ", clock(seconds)), style(state, theme)), piece("  ", theme.plain)]
}

/// What is left in large digits in the middle of an area.
pub fn draw_large(state: &State, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let Some(seconds) = state.show.timer.seconds(state.now) else { return };
    let text = clock(seconds);
    let digits = u16::try_from(text.len()).unwrap_or(u16::MAX / DIGIT);
    let room = middle(area, digits * DIGIT, 7);
    if room.height < 7 || room.width < digits * DIGIT {
        return put_middle(buf, area, area.y + area.height / 2, &format!(" {text} "), style(state, theme));
    }
    for (x, digit) in (room.x..).step_by(usize::from(DIGIT)).zip(text.bytes()) {
        let dots = DIGITS.get(usize::from(digit.wrapping_sub(b'0'))).unwrap_or(&COLON);
        for (y, line) in (room.y..).zip(dots) {
            let drawn: String = [0b100, 0b010, 0b001].map(|dot| if line & dot > 0 { "██" } else { "  " }).concat();
            put(buf, Rect { x, width: DIGIT, ..room }, y, &drawn, theme.strong);
        }
    }
    put_middle(buf, area, room.y + 6, &note(state), theme.strong);
}

/// Says in a line of its own that time is up, wherever one is in the map.
pub fn draw_end(state: &State, theme: &Theme, arrangement: &Arrangement, buf: &mut Buffer) {
    if !state.show.timer.is_up() || !matches!(state.screen, Screen::Board) {
        return;
    }
    let height = if state.show.presentation.is_some() { END } else { 1 };
    let area = Rect { height, ..arrangement.title };
    clear(buf, area);
    for y in area.top()..area.bottom() {
        paint(buf, area, y, theme.fault);
    }
    put_middle(buf, area, area.y + height / 2, &state.lang.timer_up(), theme.fault);
}

/// Writes a text in the middle of a row.
pub fn put_middle(buf: &mut Buffer, area: Rect, y: u16, text: &str, style: Style) {
    let cells = u16::try_from(width(text)).unwrap_or(u16::MAX).min(area.width);
    put(buf, Rect { x: area.x + (area.width - cells) / 2, width: cells, ..area }, y, text, style);
}

/// Seconds as a clock shows them: `4:05`, `1:04:05`.
fn clock(seconds: u64) -> String {
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

/// That it stands still or comes to its end.
fn note(state: &State) -> String {
    match (state.show.timer.is_paused(), state.show.timer.is_last_minute(state.now)) {
        (true, _) => state.lang.timer_paused(),
        (false, true) => format!("! {}", state.lang.timer_last_minute()),
        (false, false) => String::new(),
    }
}

fn style(state: &State, theme: &Theme) -> Style {
    match (state.show.timer.is_paused(), state.show.timer.is_last_minute(state.now)) {
        (true, _) => theme.dim,
        (false, true) => theme.fault,
        (false, false) => theme.selected,
    }
}
