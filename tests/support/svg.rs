//! A screen as a picture: the cells of a buffer as SVG.

use std::fmt::Write;

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};

const CELL: (f64, f64) = (8.4, 18.0);
const PAPER: &str = "#1d2026";
const INK: &str = "#d8dce3";

fn colour(colour: Color) -> &'static str {
    match colour {
        Color::DarkGray => "#858c99",
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

/// The picture of a screen; `title` says what it shows to those who cannot see it.
pub fn picture(buffer: &Buffer, title: &str) -> String {
    let (width, height) = (buffer.area.width, buffer.area.height);
    let (across, down) = (f64::from(width) * CELL.0 + 24.0, f64::from(height) * CELL.1 + 24.0);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {across:.0} {down:.0}\" role=\"img\" \
         font-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace\" font-size=\"14\">\n\
         <title>{}</title>\n<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{PAPER}\"/>\n",
        escaped(title)
    );
    for y in 0..height {
        let mut x = 0;
        while x < width {
            let style = buffer[(x, y)].style();
            let start = x;
            let mut text = String::new();
            while x < width && buffer[(x, y)].style() == style {
                text.push_str(buffer[(x, y)].symbol());
                x += 1;
            }
            let reversed = style.add_modifier.contains(Modifier::REVERSED);
            if text.trim().is_empty() && !reversed && !style.add_modifier.contains(Modifier::UNDERLINED) {
                continue;
            }
            let (left, cells) = (12.0 + f64::from(start) * CELL.0, f64::from(x - start) * CELL.0);
            let top = 12.0 + f64::from(y) * CELL.1;
            let mut ink = colour(style.fg.unwrap_or(Color::Reset));
            if reversed {
                let _ = writeln!(
                    svg,
                    "<rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{cells:.1}\" height=\"{}\" fill=\"{ink}\"/>",
                    CELL.1
                );
                ink = PAPER;
            }
            let mut look = String::new();
            if style.add_modifier.contains(Modifier::BOLD) {
                look.push_str(" font-weight=\"bold\"");
            }
            if style.add_modifier.contains(Modifier::UNDERLINED) {
                let line = top + CELL.1 - 1.5;
                let _ = writeln!(
                    svg,
                    "<path d=\"M{left:.1} {line:.1}h{cells:.1}\" stroke=\"{ink}\" stroke-opacity=\"0.6\"/>"
                );
            }
            let _ = writeln!(
                svg,
                "<text x=\"{left:.1}\" y=\"{:.1}\" textLength=\"{cells:.1}\" fill=\"{ink}\" xml:space=\"preserve\"{look}>{}</text>",
                top + 13.5,
                escaped(&text)
            );
        }
    }
    svg + "</svg>\n"
}
