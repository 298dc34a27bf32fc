//! Digits that are read from the back row.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::painter::Painter;

/// The large digits, as five lines of three dots.
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
/// The width of a large digit with the gap after it, and its height.
const DIGIT_SIZE: (u16, u16) = (8, 5);

/// Returns the width and height of a number or a clock in large digits.
pub(crate) fn size(text: &str) -> (u16, u16) {
    (u16::try_from(text.len()).unwrap_or(u16::MAX).saturating_mul(DIGIT_SIZE.0), DIGIT_SIZE.1)
}

/// Draws a number or a clock from the top left of an area.
pub(crate) fn draw(painter: &mut Painter<'_>, text: &str, area: Rect, style: Style) {
    for (x, digit) in (area.x..).step_by(usize::from(DIGIT_SIZE.0)).zip(text.bytes()) {
        let dots = DIGITS.get(usize::from(digit.wrapping_sub(b'0'))).unwrap_or(&COLON);
        for (y, line) in (area.y..).zip(dots) {
            let drawn: String = [0b100, 0b010, 0b001].map(|dot| if line & dot > 0 { "██" } else { "  " }).concat();
            painter.write(Rect { x, width: DIGIT_SIZE.0, ..area }, y, &drawn, style);
        }
    }
}
