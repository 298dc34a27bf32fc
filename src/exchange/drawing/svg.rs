//! A writer of SVG elements that escapes every text.

use std::fmt::{self, Display, Write};

use super::font::{Font, TextAnchor};
use crate::map::text::is_unsafe_char;

/// A position in a drawing: x to the right, y down.
pub(crate) type SvgPoint = (f64, f64);

/// A rectangle of a drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Area {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

/// A number that is written with at most one decimal.
pub(crate) struct SvgNumber(pub f64);

impl Display for SvgNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tenths = (self.0 * 10.0).round() / 10.0;
        // Turns -0 into 0.
        write!(f, "{}", tenths + 0.0)
    }
}

/// The elements that were written so far.
#[derive(Debug, Default)]
pub(crate) struct SvgWriter {
    svg: String,
}

impl SvgWriter {
    /// Returns everything that was written.
    pub fn finish(self) -> String {
        self.svg
    }

    /// Opens an element.
    pub fn open(&mut self, name: &str, attributes: &[(&str, &dyn Display)]) {
        self.begin(name, attributes);
        self.svg.push_str(">\n");
    }

    /// Closes the element that was opened last.
    pub(crate) fn close(&mut self, name: &str) {
        let _ = writeln!(self.svg, "</{name}>");
    }

    /// Writes finished elements, moved to a position.
    pub fn place(&mut self, (x, y): SvgPoint, elements: &str) {
        let moved = format!("translate({} {})", SvgNumber(x), SvgNumber(y));
        self.open("g", &[("transform", &moved)]);
        self.svg.push_str(elements);
        self.close("g");
    }

    /// Opens a group with a title, for tooltips and screen readers.
    pub(crate) fn open_group(&mut self, class: &str, title: &str) {
        self.open("g", &[("class", &class)]);
        self.text_element("title", &[], title);
    }

    /// Writes an element that contains only text.
    pub(crate) fn text_element(&mut self, name: &str, attributes: &[(&str, &dyn Display)], text: &str) {
        self.begin(name, attributes);
        self.svg.push('>');
        escape(&mut self.svg, text);
        self.close(name);
    }

    /// Writes a text with its baseline at a position.
    pub fn text(&mut self, class: &str, font: Font, (x, y): SvgPoint, text: &str) {
        let (x, y, size) = (SvgNumber(x), SvgNumber(y), SvgNumber(font.size));
        let mut attributes: Vec<(&str, &dyn Display)> =
            vec![("class", &class), ("x", &x), ("y", &y), ("font-size", &size)];
        if font.bold {
            attributes.push(("font-weight", &"bold"));
        }
        match font.anchor {
            TextAnchor::Start => {}
            TextAnchor::Middle => attributes.push(("text-anchor", &"middle")),
            TextAnchor::End => attributes.push(("text-anchor", &"end")),
        }
        self.text_element("text", &attributes, text);
    }

    /// Draws a rectangle with round corners.
    pub(crate) fn rectangle(&mut self, class: &str, area: Area, radius: f64) {
        let Area { x, y, width, height } = area;
        let [x, y, width, height, radius] = [x, y, width, height, radius].map(SvgNumber);
        let mut attributes: Vec<(&str, &dyn Display)> =
            vec![("class", &class), ("x", &x), ("y", &y), ("width", &width), ("height", &height)];
        if radius.0 > 0.0 {
            attributes.push(("rx", &radius));
        }
        self.empty("rect", &attributes);
    }

    /// Draws a circle.
    pub(crate) fn circle(&mut self, class: &str, (x, y): SvgPoint, radius: f64) {
        let (x, y, radius) = (SvgNumber(x), SvgNumber(y), SvgNumber(radius));
        self.empty("circle", &[("class", &class), ("cx", &x), ("cy", &y), ("r", &radius)]);
    }

    /// Draws a straight line.
    pub fn line(&mut self, class: &str, from: SvgPoint, to: SvgPoint) {
        let [x, y, to_x, to_y] = [from.0, from.1, to.0, to.1].map(SvgNumber);
        self.outline(class, &format!("M{x} {y}L{to_x} {to_y}"));
    }

    /// Draws a polygon with these corners.
    pub(crate) fn polygon(&mut self, class: &str, corners: &[SvgPoint]) {
        let mut path = String::new();
        for (nth, (x, y)) in corners.iter().enumerate() {
            let _ = write!(path, "{}{} {}", if nth == 0 { 'M' } else { 'L' }, SvgNumber(*x), SvgNumber(*y));
        }
        path.push('Z');
        self.filled_path(class, &path);
    }

    /// Draws a line along a path.
    pub(crate) fn outline(&mut self, class: &str, path: &str) {
        self.empty("path", &[("class", &class), ("fill", &"none"), ("d", &path)]);
    }

    /// Fills the area inside a path.
    pub(crate) fn filled_path(&mut self, class: &str, path: &str) {
        self.empty("path", &[("class", &class), ("d", &path)]);
    }

    fn begin(&mut self, name: &str, attributes: &[(&str, &dyn Display)]) {
        let _ = write!(self.svg, "<{name}");
        for (key, value) in attributes {
            let _ = write!(self.svg, " {key}=\"");
            escape(&mut self.svg, &value.to_string());
            self.svg.push('"');
        }
    }

    /// Writes an element without contents.
    fn empty(&mut self, name: &str, attributes: &[(&str, &dyn Display)]) {
        self.begin(name, attributes);
        self.svg.push_str("/>\n");
    }
}

/// Writes a text without markup; characters that XML does not allow are left out.
fn escape(svg: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => svg.push_str("&amp;"),
            '<' => svg.push_str("&lt;"),
            '>' => svg.push_str("&gt;"),
            '\u{22}' => svg.push_str("&quot;"),
            '\'' => svg.push_str("&#39;"),
            '\n' => svg.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            c if is_unsafe_char(c) => {}
            c => svg.push(c),
        }
    }
}
