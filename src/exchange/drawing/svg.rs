//! The svg: elements of SVG, one after the other, with every text escaped.

use std::fmt::{self, Display, Write};

use super::font::{Font, TextAnchor};
use crate::map::text::is_unsafe_char;

/// A place in a drawing: to the right, and down.
pub type Position = (f64, f64);

/// An area of a drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

/// A number with at most one digit behind the point.
pub struct SvgNumber(pub f64);

impl Display for SvgNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tenths = (self.0 * 10.0).round() / 10.0;
        // There is no negative nothing.
        write!(f, "{}", tenths + 0.0)
    }
}

/// What is drawn so far.
#[derive(Debug, Default)]
pub struct SvgWriter {
    svg: String,
}

impl SvgWriter {
    /// What was drawn.
    pub fn finish(self) -> String {
        self.svg
    }

    /// Begins an element.
    pub fn open(&mut self, name: &str, attributes: &[(&str, &dyn Display)]) {
        self.begin(name, attributes);
        self.svg.push_str(">\n");
    }

    /// Ends the element that was begun last.
    pub fn close(&mut self, name: &str) {
        let _ = writeln!(self.svg, "</{name}>");
    }

    /// Draws what others drew, moved.
    pub fn put(&mut self, (x, y): Position, drawn: &str) {
        let moved = format!("translate({} {})", SvgNumber(x), SvgNumber(y));
        self.open("g", &[("transform", &moved)]);
        self.svg.push_str(drawn);
        self.close("g");
    }

    /// Begins a group with what it is, for those who point at it or cannot see it.
    pub fn group(&mut self, class: &str, title: &str) {
        self.open("g", &[("class", &class)]);
        self.words("title", &[], title);
    }

    /// Writes an element that holds only a text.
    pub fn words(&mut self, name: &str, attributes: &[(&str, &dyn Display)], text: &str) {
        self.begin(name, attributes);
        self.svg.push('>');
        escape(&mut self.svg, text);
        self.close(name);
    }

    /// Writes a text on its baseline.
    pub fn text(&mut self, class: &str, letters: Font, (x, y): Position, text: &str) {
        let (x, y, size) = (SvgNumber(x), SvgNumber(y), SvgNumber(letters.size));
        let mut attributes: Vec<(&str, &dyn Display)> =
            vec![("class", &class), ("x", &x), ("y", &y), ("font-size", &size)];
        if letters.bold {
            attributes.push(("font-weight", &"bold"));
        }
        match letters.anchor {
            TextAnchor::Start => {}
            TextAnchor::Middle => attributes.push(("text-anchor", &"middle")),
            TextAnchor::End => attributes.push(("text-anchor", &"end")),
        }
        self.words("text", &attributes, text);
    }

    /// Draws an area with round corners.
    pub fn area(&mut self, class: &str, area: Area, radius: f64) {
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
    pub fn circle(&mut self, class: &str, (x, y): Position, radius: f64) {
        self.empty(
            "circle",
            &[("class", &class), ("cx", &SvgNumber(x)), ("cy", &SvgNumber(y)), ("r", &SvgNumber(radius))],
        );
    }

    /// Draws a straight line.
    pub fn line(&mut self, class: &str, from: Position, to: Position) {
        self.stroke(
            class,
            &format!("M{} {}L{} {}", SvgNumber(from.0), SvgNumber(from.1), SvgNumber(to.0), SvgNumber(to.1)),
        );
    }

    /// Draws a line along a path.
    pub fn stroke(&mut self, class: &str, path: &str) {
        self.empty("path", &[("class", &class), ("fill", &"none"), ("d", &path)]);
    }

    /// Draws an area with these corners.
    pub fn shape(&mut self, class: &str, corners: &[Position]) {
        let mut path = String::new();
        for (nth, (x, y)) in corners.iter().enumerate() {
            let _ = write!(path, "{}{} {}", if nth == 0 { 'M' } else { 'L' }, SvgNumber(*x), SvgNumber(*y));
        }
        path.push('Z');
        self.solid(class, &path);
    }

    /// Draws the area within a path.
    pub fn solid(&mut self, class: &str, path: &str) {
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

    fn empty(&mut self, name: &str, attributes: &[(&str, &dyn Display)]) {
        self.begin(name, attributes);
        self.svg.push_str("/>\n");
    }
}

/// Writes a text so that it is nothing but text; what XML has no place for is left out.
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
