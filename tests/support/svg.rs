//! A screen as a picture: the cells of a buffer as SVG.
//!
//! Lines and blocks are drawn as shapes, so that they meet whatever font the reader has; all else is text.

use std::collections::BTreeMap;
use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

const WIDE: u16 = 8;
const HIGH: u16 = 17;
const MARGIN: u16 = 14;
const PAPER: &str = "#1d2026";
const INK: &str = "#d8dce3";
/// The ink of what is dim.
const FAINT: &str = "#8d94a1";

fn colour(colour: Color) -> &'static str {
    match colour {
        Color::DarkGray => FAINT,
        Color::Red => "#e06c75",
        Color::LightRed => "#ff7a85",
        Color::Green => "#98c379",
        Color::LightGreen => "#b5e890",
        Color::Yellow => "#e5c07b",
        Color::LightYellow => "#ffe08a",
        Color::Blue => "#4f8fd0",
        Color::LightBlue => "#82b8ff",
        Color::Magenta => "#c990e0",
        Color::Cyan => "#56b6c2",
        Color::LightCyan => "#7fe0ea",
        _ => INK,
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The part of a cell that a block fills, in eighths: left, top, width and height.
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

/// The stroke of a line through the cell whose left upper corner is at `(x, y)`.
fn line(symbol: &str, x: u16, y: u16) -> Option<String> {
    let (right, low, middle, centre) = (x + WIDE, y + HIGH, y + 8, x + 4);
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

/// What is drawn of a screen, by colour.
#[derive(Default)]
struct Drawing {
    fills: BTreeMap<&'static str, String>,
    strokes: BTreeMap<&'static str, String>,
    texts: BTreeMap<(&'static str, bool), String>,
}

impl Drawing {
    fn fill(&mut self, ink: &'static str, [x, y, width, height]: [u16; 4]) {
        let _ = write!(self.fills.entry(ink).or_default(), "M{x} {y}h{width}v{height}h-{width}z");
    }

    /// Draws cells of one look that stand side by side in a row.
    fn run(&mut self, cells: &[Cell], x: u16, y: u16) {
        let style = cells[0].style();
        let is = |modifier| style.add_modifier.contains(modifier);
        let mut ink = colour(style.fg.unwrap_or(Color::Reset));
        if is(Modifier::DIM) && ink == INK {
            ink = FAINT;
        }
        let width = cells.len() as u16 * WIDE;
        if is(Modifier::REVERSED) {
            self.fill(ink, [x, y, width, HIGH]);
            ink = PAPER;
        }
        if is(Modifier::UNDERLINED) {
            let _ = write!(self.strokes.entry(ink).or_default(), "M{x} {}.5h{width}", y + HIGH - 2);
        }
        let mut text = (x, String::new());
        for (cell, left) in cells.iter().zip((x..).step_by(usize::from(WIDE))) {
            let symbol = cell.symbol();
            if let Some([across, down, wide, high]) = block(symbol) {
                // Eighths of 17 that are drawn in whole pixels: blocks above each other meet.
                let (top, low) = (down * HIGH / 8, (down + high) * HIGH / 8);
                self.fill(ink, [left + across * WIDE / 8, y + top, wide * WIDE / 8, low - top]);
            } else if let Some(stroke) = line(symbol, left, y) {
                self.strokes.entry(ink).or_default().push_str(&stroke);
            } else {
                if text.1.is_empty() {
                    text.0 = left;
                }
                text.1.push_str(symbol);
                continue;
            }
            self.text(ink, is(Modifier::BOLD), &mut text, y);
        }
        self.text(ink, is(Modifier::BOLD), &mut text, y);
    }

    /// Puts words where they stand; wide gaps are left to the place of what follows them.
    fn text(&mut self, ink: &'static str, bold: bool, (x, text): &mut (u16, String), y: u16) {
        let text = std::mem::take(text);
        let mut left = *x;
        for part in text.split("  ") {
            let words = part.trim_matches(' ');
            let blank = part.chars().take_while(|&c| c == ' ').count() as u16;
            if !words.is_empty() {
                let (x, y, width) = (left + blank * WIDE, y + 13, words.chars().count() as u16 * WIDE);
                let texts = self.texts.entry((ink, bold)).or_default();
                let _ = writeln!(texts, "<text x=\"{x}\" y=\"{y}\" textLength=\"{width}\">{}</text>", escaped(words));
            }
            left += (part.chars().count() as u16 + 2) * WIDE;
        }
    }
}

/// The picture of a screen; `title` says what it shows to those who cannot see it.
pub fn picture(buffer: &Buffer, title: &str) -> String {
    let (width, height) = (buffer.area.width, buffer.area.height);
    let mut drawing = Drawing::default();
    for (row, cells) in (0..).zip(buffer.content.chunks(usize::from(width))) {
        let mut column = 0;
        for run in cells.chunk_by(|one, next| one.style() == next.style()) {
            drawing.run(run, MARGIN + column * WIDE, MARGIN + row * HIGH);
            column += run.len() as u16;
        }
    }
    let (across, down) = (width * WIDE + 2 * MARGIN, height * HIGH + 2 * MARGIN);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {across} {down}\" role=\"img\" \
         font-family=\"'DejaVu Sans Mono', Menlo, Consolas, ui-monospace, monospace\" font-size=\"13.3\">\n\
         <title>{}</title>\n<rect x=\".5\" y=\".5\" width=\"{}\" height=\"{}\" rx=\"8\" fill=\"{PAPER}\" stroke=\"#444c5a\"/>\n",
        escaped(title),
        across - 1,
        down - 1
    );
    for (ink, path) in drawing.fills {
        let _ = writeln!(svg, "<path fill=\"{ink}\" shape-rendering=\"crispEdges\" d=\"{path}\"/>");
    }
    for (ink, path) in drawing.strokes {
        let _ = writeln!(svg, "<path fill=\"none\" stroke=\"{ink}\" d=\"{path}\"/>");
    }
    for ((ink, bold), texts) in drawing.texts {
        let weight = if bold { " font-weight=\"bold\"" } else { "" };
        let _ = writeln!(svg, "<g fill=\"{ink}\"{weight}>\n{texts}</g>");
    }
    svg + "</svg>\n"
}
