//! Draws the cells of a buffer as SVG, for the pictures in the documents.
//!
//! Lines and blocks are drawn as shapes, so that they join in every font; all else is text.

use std::collections::BTreeMap;
use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

const CELL_WIDTH: u16 = 8;
const CELL_HEIGHT: u16 = 17;
const MARGIN: u16 = 14;
/// Red, green and blue.
type Rgb = [u8; 3];

const BACKGROUND: Rgb = [0x1d, 0x20, 0x26];
const TEXT: Rgb = [0xd8, 0xdc, 0xe3];
/// The colour of dim text.
const DIM: Rgb = [0x8d, 0x94, 0xa1];

/// Returns red, green and blue of one of xterm's fixed colours, which begin at 16.
pub(crate) fn fixed_colour(index: u8) -> Rgb {
    let step = |level: u8| if level == 0 { 0 } else { 55 + 40 * level };
    match index {
        232.. => [8 + 10 * (index - 232); 3],
        _ => [(index - 16) / 36, (index - 16) / 6 % 6, (index - 16) % 6].map(step),
    }
}

fn colour(colour: Color) -> Rgb {
    match colour {
        Color::Indexed(index @ 16..) => fixed_colour(index),
        Color::Reset => TEXT,
        other => panic!("no colour of a theme: {other}"),
    }
}

fn hex([red, green, blue]: Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Returns the part of a cell that a block fills, in eighths: left, top, width and height.
fn block(symbol: &str) -> Option<[u16; 4]> {
    Some(match symbol {
        "█" => [0, 0, 8, 8],
        "▌" => [0, 0, 4, 8],
        "▐" => [4, 0, 4, 8],
        "▀" => [0, 0, 8, 4],
        "▄" => [0, 4, 8, 4],
        _ => return None,
    })
}

/// Returns the path of a line through the cell with its top left corner at `(x, y)`.
fn line(symbol: &str, x: u16, y: u16) -> Option<String> {
    let (right, low, middle, centre) = (x + CELL_WIDTH, y + CELL_HEIGHT, y + 8, x + 4);
    Some(match symbol {
        "─" => format!("M{x} {middle}.5H{right}"),
        "│" => format!("M{centre}.5 {y}V{low}"),
        "╭" => format!("M{centre}.5 {low}Q{centre}.5 {middle}.5 {right} {middle}.5"),
        "╮" => format!("M{x} {middle}.5Q{centre}.5 {middle}.5 {centre}.5 {low}"),
        "╰" => format!("M{centre}.5 {y}Q{centre}.5 {middle}.5 {right} {middle}.5"),
        "╯" => format!("M{x} {middle}.5Q{centre}.5 {middle}.5 {centre}.5 {y}"),
        _ => return None,
    })
}

/// The shapes and texts of a screen, by colour.
#[derive(Default)]
struct Drawing {
    /// The backgrounds, which are drawn first.
    grounds: BTreeMap<Rgb, String>,
    fills: BTreeMap<Rgb, String>,
    strokes: BTreeMap<Rgb, String>,
    texts: BTreeMap<(Rgb, bool), String>,
}

impl Drawing {
    fn fill(&mut self, color: Rgb, [x, y, width, height]: [u16; 4]) {
        let _ = write!(self.fills.entry(color).or_default(), "M{x} {y}h{width}v{height}h-{width}z");
    }

    /// Draws adjacent cells of one style.
    fn run(&mut self, cells: &[Cell], x: u16, y: u16) {
        let style = cells[0].style();
        let is = |modifier| style.add_modifier.contains(modifier);
        let mut color = colour(style.fg.unwrap_or(Color::Reset));
        if is(Modifier::DIM) && color == TEXT {
            color = DIM;
        }
        let width = cells.len() as u16 * CELL_WIDTH;
        if let Some(ground) = style.bg.filter(|&ground| ground != Color::Reset) {
            let path = self.grounds.entry(colour(ground)).or_default();
            let _ = write!(path, "M{x} {y}h{width}v{CELL_HEIGHT}h-{width}z");
        }
        if is(Modifier::REVERSED) {
            self.fill(color, [x, y, width, CELL_HEIGHT]);
            color = BACKGROUND;
        }
        if is(Modifier::UNDERLINED) {
            let _ = write!(self.strokes.entry(color).or_default(), "M{x} {}.5h{width}", y + CELL_HEIGHT - 2);
        }
        let mut text = (x, String::new());
        for (cell, left) in cells.iter().zip((x..).step_by(usize::from(CELL_WIDTH))) {
            let symbol = cell.symbol();
            if let Some([across, down, wide, high]) = block(symbol) {
                // Eighths of 17 are rounded to whole pixels, so that blocks above each other join.
                let (top, low) = (down * CELL_HEIGHT / 8, (down + high) * CELL_HEIGHT / 8);
                self.fill(color, [left + across * CELL_WIDTH / 8, y + top, wide * CELL_WIDTH / 8, low - top]);
            } else if let Some(stroke) = line(symbol, left, y) {
                self.strokes.entry(color).or_default().push_str(&stroke);
            } else {
                if text.1.is_empty() {
                    text.0 = left;
                }
                text.1.push_str(symbol);
                continue;
            }
            self.text(color, is(Modifier::BOLD), &mut text, y);
        }
        self.text(color, is(Modifier::BOLD), &mut text, y);
    }

    /// Writes words at their positions. Text after a gap of two or more blanks gets its own position.
    fn text(&mut self, color: Rgb, bold: bool, (x, text): &mut (u16, String), y: u16) {
        let text = std::mem::take(text);
        let mut left = *x;
        for part in text.split("  ") {
            let words = part.trim_matches(' ');
            let blank = part.chars().take_while(|&c| c == ' ').count() as u16;
            if !words.is_empty() {
                let (x, y, width) = (left + blank * CELL_WIDTH, y + 13, words.chars().count() as u16 * CELL_WIDTH);
                let texts = self.texts.entry((color, bold)).or_default();
                let _ = writeln!(texts, "<text x=\"{x}\" y=\"{y}\" textLength=\"{width}\">{}</text>", escaped(words));
            }
            left += (part.chars().count() as u16 + 2) * CELL_WIDTH;
        }
    }
}

/// Returns the picture of a screen; `title` describes it for readers who cannot see it.
pub fn picture(buffer: &Buffer, title: &str) -> String {
    let (width, height) = (buffer.area.width, buffer.area.height);
    let mut drawing = Drawing::default();
    for (row, cells) in (0..).zip(buffer.content.chunks(usize::from(width))) {
        let mut column = 0;
        for run in cells.chunk_by(|one, next| one.style() == next.style()) {
            drawing.run(run, MARGIN + column * CELL_WIDTH, MARGIN + row * CELL_HEIGHT);
            column += run.len() as u16;
        }
    }
    let (across, down) = (width * CELL_WIDTH + 2 * MARGIN, height * CELL_HEIGHT + 2 * MARGIN);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {across} {down}\" role=\"img\" \
         font-family=\"'DejaVu Sans Mono', Menlo, Consolas, ui-monospace, monospace\" font-size=\"13.3\">\n\
         <title>{}</title>\n<rect x=\".5\" y=\".5\" width=\"{}\" height=\"{}\" rx=\"8\" fill=\"{}\" stroke=\"#444c5a\"/>\n",
        escaped(title),
        across - 1,
        down - 1,
        hex(BACKGROUND)
    );
    for (color, path) in drawing.grounds.into_iter().chain(drawing.fills) {
        let _ = writeln!(svg, "<path fill=\"{}\" shape-rendering=\"crispEdges\" d=\"{path}\"/>", hex(color));
    }
    for (color, path) in drawing.strokes {
        let _ = writeln!(svg, "<path fill=\"none\" stroke=\"{}\" d=\"{path}\"/>", hex(color));
    }
    for ((color, bold), texts) in drawing.texts {
        let weight = if bold { " font-weight=\"bold\"" } else { "" };
        let _ = writeln!(svg, "<g fill=\"{}\"{weight}>\n{texts}</g>", hex(color));
    }
    svg + "</svg>\n"
}
