//! The escape sequences that move the cursor and set the style of what is written next.

use ratatui::buffer::Cell;
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};

/// The modifiers and their parameters in SGR sequences (ECMA-48, section 8.3.117).
const MODIFIERS: [(Modifier, u8); 9] = [
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::SLOW_BLINK, 5),
    (Modifier::RAPID_BLINK, 6),
    (Modifier::REVERSED, 7),
    (Modifier::HIDDEN, 8),
    (Modifier::CROSSED_OUT, 9),
];

/// The style that the terminal writes with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Pen {
    text: Color,
    background: Color,
    modifier: Modifier,
}

impl Pen {
    /// Sets the terminal's own style.
    pub const RESET: &[u8] = b"\x1b[m";

    fn of(cell: &Cell) -> Pen {
        Pen { text: cell.fg, background: cell.bg, modifier: cell.modifier }
    }

    pub fn is_of(&self, cell: &Cell) -> bool {
        *self == Pen::of(cell)
    }

    /// Changes the style to that of a cell, with one sequence.
    pub fn change_to(&mut self, bytes: &mut Vec<u8>, cell: &Cell) {
        let to = Pen::of(cell);
        if *self == to {
            return;
        }
        bytes.extend(b"\x1b[");
        // A modifier can only be taken away together with the colours: 22 ends both bold and dim.
        if !to.modifier.contains(self.modifier) {
            bytes.extend(b"0;");
            *self = Pen::default();
        }
        for (modifier, parameter) in MODIFIERS {
            if (to.modifier - self.modifier).contains(modifier) {
                number(bytes, u16::from(parameter));
                bytes.push(b';');
            }
        }
        for (from, color, base) in [(self.text, to.text, 30), (self.background, to.background, 40)] {
            if from != color {
                push_color(bytes, color, base);
            }
        }
        // The last `;` becomes the end of the sequence.
        if let Some(last) = bytes.last_mut() {
            *last = b'm';
        }
        *self = to;
    }
}

/// Writes the parameters of a colour, each with a `;` behind it; `base` is 30 for text and 40 for the background.
fn push_color(bytes: &mut Vec<u8>, color: Color, base: u8) {
    let mut push = |parameters: &[u8]| {
        for &parameter in parameters {
            number(bytes, u16::from(parameter));
            bytes.push(b';');
        }
    };
    match color {
        Color::Reset => push(&[base + 9]),
        Color::Black => push(&[base]),
        Color::Red => push(&[base + 1]),
        Color::Green => push(&[base + 2]),
        Color::Yellow => push(&[base + 3]),
        Color::Blue => push(&[base + 4]),
        Color::Magenta => push(&[base + 5]),
        Color::Cyan => push(&[base + 6]),
        Color::Gray => push(&[base + 7]),
        Color::DarkGray => push(&[base + 60]),
        Color::LightRed => push(&[base + 61]),
        Color::LightGreen => push(&[base + 62]),
        Color::LightYellow => push(&[base + 63]),
        Color::LightBlue => push(&[base + 64]),
        Color::LightMagenta => push(&[base + 65]),
        Color::LightCyan => push(&[base + 66]),
        Color::White => push(&[base + 67]),
        Color::Indexed(index) => push(&[base + 8, 5, index]),
        Color::Rgb(red, green, blue) => push(&[base + 8, 2, red, green, blue]),
    }
}

/// Moves the cursor to a cell.
pub(super) fn move_to(bytes: &mut Vec<u8>, Position { x, y }: Position) {
    bytes.extend(b"\x1b[");
    number(bytes, y + 1);
    if x > 0 {
        bytes.push(b';');
        number(bytes, x + 1);
    }
    bytes.push(b'H');
}

/// Moves the cursor to the right.
pub(super) fn move_right(bytes: &mut Vec<u8>, cells: u16) {
    bytes.extend(b"\x1b[");
    if cells > 1 {
        number(bytes, cells);
    }
    bytes.push(b'C');
}

/// Writes a number in decimal digits.
fn number(bytes: &mut Vec<u8>, number: u16) {
    let mut power = 10_000;
    while power > 1 && number < power {
        power /= 10;
    }
    while power > 0 {
        bytes.push(b'0' + (number / power % 10) as u8);
        power /= 10;
    }
}
