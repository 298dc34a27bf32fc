//! Finds out what changed since the last frame, and returns the bytes that bring the terminal's screen up to date.

mod pen;

use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::{Position, Rect};

use crate::view::{DrawnParts, LastFrame};
use pen::Pen;

/// Begins and ends a frame: terminals that know mode 2026 show it in one piece, others ignore it.
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";
const CLEAR: &[u8] = b"\x1b[2J";
const HIDE_CURSOR: &[u8] = b"\x1b[?25l";
const SHOW_CURSOR: &[u8] = b"\x1b[?25h";

/// The most cells that are written again to reach a changed cell: moving the cursor takes as many bytes.
const REWRITTEN: u16 = 4;

/// The cursor of the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cursor {
    /// Not known, because another program had the terminal.
    Unknown,
    Hidden,
    At(Position),
}

/// The last frame and the next one.
#[derive(Debug)]
pub struct Frames {
    shown: Buffer,
    next: Buffer,
    parts: DrawnParts,
    cursor: Cursor,
    /// True if the terminal may show something else than the last frame.
    is_unknown: bool,
    bytes: Vec<u8>,
}

impl Frames {
    /// Creates the frames of a terminal of which nothing is known.
    pub fn new(area: Rect) -> Frames {
        Frames {
            shown: Buffer::empty(area),
            next: Buffer::empty(area),
            parts: DrawnParts::default(),
            cursor: Cursor::Unknown,
            is_unknown: true,
            bytes: Vec::new(),
        }
    }

    pub fn area(&self) -> Rect {
        self.next.area
    }

    /// Gives the frames another size. The next one is written as a whole.
    pub fn resize(&mut self, area: Rect) {
        self.next.resize(area);
        self.repaint();
    }

    /// Writes every cell with the next frame.
    pub fn repaint(&mut self) {
        self.is_unknown = true;
    }

    /// Draws a frame, and returns the bytes that show it, with the cursor at the position that `draw` returns.
    pub fn draw(&mut self, draw: impl FnOnce(LastFrame<'_>, &mut Buffer) -> Option<Position>) -> &[u8] {
        self.next.reset();
        self.parts.forget_taken(self.next.area);
        let last = LastFrame { cells: &mut self.shown, parts: &mut self.parts };
        let cursor = draw(last, &mut self.next).map_or(Cursor::Hidden, Cursor::At);
        self.bytes.clear();
        self.bytes.extend(BEGIN);
        if self.is_unknown {
            self.parts.forget_taken(self.next.area);
            // The cells of the last frame are on the screen no longer.
            self.shown.resize(self.next.area);
            self.shown.reset();
            self.bytes.extend(Pen::RESET);
            self.bytes.extend(CLEAR);
            self.cursor = Cursor::Unknown;
            self.is_unknown = false;
        }
        let mut writer = CellWriter { pen: Pen::default(), at: None, bytes: &mut self.bytes };
        let has_changed = writer.write_changes(&self.shown, &self.next, self.parts.taken());
        writer.finish();
        self.write_cursor(cursor, has_changed);
        std::mem::swap(&mut self.shown, &mut self.next);
        if self.bytes.len() == BEGIN.len() {
            return &[];
        }
        self.bytes.extend(END);
        &self.bytes
    }

    fn write_cursor(&mut self, cursor: Cursor, has_moved: bool) {
        if cursor == self.cursor && (cursor == Cursor::Hidden || !has_moved) {
            return;
        }
        if let Cursor::At(position) = cursor {
            pen::move_to(&mut self.bytes, position);
        }
        match (self.cursor, cursor) {
            (Cursor::Hidden | Cursor::Unknown, Cursor::At(_)) => self.bytes.extend(SHOW_CURSOR),
            (Cursor::At(_) | Cursor::Unknown, Cursor::Hidden) => self.bytes.extend(HIDE_CURSOR),
            (_, Cursor::Unknown) | (Cursor::At(_), Cursor::At(_)) | (Cursor::Hidden, Cursor::Hidden) => {}
        }
        self.cursor = cursor;
    }
}

/// Writes cells, and knows where the terminal writes next and in which style.
struct CellWriter<'b> {
    pen: Pen,
    /// Where the terminal writes next, if that is certain.
    at: Option<Position>,
    bytes: &'b mut Vec<u8>,
}

impl CellWriter<'_> {
    /// Writes the cells that differ, and returns true if there are any. Cells that were taken from the last frame are the
    /// same.
    fn write_changes(&mut self, shown: &Buffer, next: &Buffer, taken: &[bool]) -> bool {
        let Rect { y: top, width, .. } = next.area;
        let before = self.bytes.len();
        let width = usize::from(width).max(1);
        let rows = shown.content.chunks(width).zip(next.content.chunks(width)).zip(taken.chunks(width));
        for (y, ((shown, next), taken)) in (top..).zip(rows) {
            // Most rows stay as they are; then no width has to be known.
            let differs = |((next, shown), taken): ((&Cell, &Cell), &bool)| !*taken && !is_same(next, shown);
            if next.iter().zip(shown).zip(taken).any(differs) {
                self.write_row(y, (shown, next), taken);
            }
        }
        self.bytes.len() > before
    }

    fn write_row(&mut self, y: u16, (shown, next): (&[Cell], &[Cell]), taken: &[bool]) {
        let (mut x, mut damaged) = (0, 0);
        while let Some(cell) = next.get(x) {
            let cells = usize::from(cell_width(cell));
            if x < damaged || !(taken[x] || is_same(cell, &shown[x])) {
                self.write_cell(Position::new(x as u16, y), cells, next);
                // Overwriting a part of a wide character erases all of it.
                let erased = |at: usize| at + usize::from(cell_width(&shown[at]));
                let end = (x + cells).min(shown.len());
                damaged = (x..end).map(erased).max().unwrap_or(0).max(damaged);
            }
            x += cells;
        }
    }

    fn write_cell(&mut self, position: Position, cells: usize, row: &[Cell]) {
        let x = usize::from(position.x);
        let cell = &row[x];
        self.go_to(position, row);
        self.pen.change_to(self.bytes, cell);
        let symbol = cell.symbol();
        if cells > 1 && symbol.contains('\u{fe0f}') {
            // Some terminals do not paint the second cell of such a symbol.
            self.bytes.extend(std::iter::repeat_n(b' ', cells));
            pen::move_to(self.bytes, position);
        }
        self.bytes.extend(symbol.as_bytes());
        // Behind the last column the cursor stands differently in each terminal, and so it does behind symbols whose width
        // terminals disagree about.
        let is_certain = cells == 1 && x + 1 < row.len() && symbol.chars().nth(1).is_none();
        self.at = is_certain.then(|| Position { x: position.x + 1, ..position });
    }

    /// Moves the cursor, over a few unchanged cells by writing them again.
    fn go_to(&mut self, position: Position, row: &[Cell]) {
        match self.at {
            Some(at) if at == position => return,
            Some(at) if at.y == position.y && at.x < position.x && position.x - at.x <= REWRITTEN => {
                let between = &row[usize::from(at.x)..usize::from(position.x)];
                if between.iter().all(|cell| cell.symbol().len() == 1 && self.pen.is_of(cell)) {
                    between.iter().for_each(|cell| self.bytes.extend(cell.symbol().as_bytes()));
                } else {
                    pen::move_right(self.bytes, position.x - at.x);
                }
            }
            Some(at) if at.y == position.y && at.x < position.x => pen::move_right(self.bytes, position.x - at.x),
            Some(_) | None => pen::move_to(self.bytes, position),
        }
        self.at = Some(position);
    }

    /// Leaves the terminal with its own style.
    fn finish(self) {
        if self.pen != Pen::default() {
            self.bytes.extend(Pen::RESET);
        }
    }
}

/// Returns true if two cells look alike. The comparison of all their fields takes twice as long.
fn is_same(one: &Cell, other: &Cell) -> bool {
    one.fg == other.fg && one.bg == other.bg && one.modifier == other.modifier && one.symbol() == other.symbol()
}

/// Returns how many cells of the screen a cell's symbol takes, at least one.
fn cell_width(cell: &Cell) -> u16 {
    if cell.symbol().len() == 1 { 1 } else { cell.symbol().cell_width().max(1) }
}
