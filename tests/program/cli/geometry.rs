//! Positions and sizes of SVG elements, computed from their attributes.

use periplo::exchange::drawing::font::Font;
use roxmltree::{Document, Node};

/// The rectangle that an element covers.
#[derive(Clone, Debug)]
pub struct Block {
    pub text: String,
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Block {
    pub fn overlaps(&self, other: &Block) -> bool {
        let apart = self.right <= other.left + 0.2
            || other.right <= self.left + 0.2
            || self.bottom <= other.top + 0.2
            || other.bottom <= self.top + 0.2;
        !apart
    }

    pub fn is_within(&self, other: &Block) -> bool {
        self.left >= other.left - 0.2
            && self.right <= other.right + 0.2
            && self.top >= other.top - 0.2
            && self.bottom <= other.bottom + 0.2
    }
}

fn number(node: Node, name: &str) -> f64 {
    node.attribute(name).map_or(0.0, |value| value.parse().expect("a number"))
}

/// Returns how far the groups around an element move it.
fn offset(node: Node) -> (f64, f64) {
    let offsets = node.ancestors().filter_map(|each| each.attribute("transform")).map(|transform| {
        let inside =
            transform.strip_prefix("translate(").and_then(|rest| rest.strip_suffix(')')).expect("a translation");
        let (x, y) = inside.split_once(' ').expect("two numbers");
        (x.parse::<f64>().expect("a number"), y.parse::<f64>().expect("a number"))
    });
    offsets.fold((0.0, 0.0), |(x, y), (right, down)| (x + right, y + down))
}

/// Returns every text of an SVG with the rectangle that it covers.
pub fn texts(svg: &Document) -> Vec<Block> {
    let texts = svg.descendants().filter(|node| node.has_tag_name("text"));
    texts
        .map(|node| {
            let size = number(node, "font-size");
            let bold = node.attribute("font-weight") == Some("bold");
            let letters = if bold { Font::bold(size) } else { Font::plain(size) };
            let text = node.text().unwrap_or_default().to_owned();
            let (width, (right, down)) = (letters.width(&text), offset(node));
            let x = number(node, "x") + right;
            let left = match node.attribute("text-anchor") {
                Some("middle") => x - width / 2.0,
                Some("end") => x - width,
                _ => x,
            };
            let base = number(node, "y") + down;
            Block { text, left, top: base - size * 0.8, right: left + width, bottom: base + size * 0.2 }
        })
        .collect()
}

/// Returns every rectangle of a class.
pub fn rectangles(svg: &Document, class: &str) -> Vec<Block> {
    let rectangles =
        svg.descendants().filter(|node| node.has_tag_name("rect") && node.attribute("class") == Some(class));
    rectangles
        .map(|node| {
            let (right, down) = offset(node);
            let (left, top) = (number(node, "x") + right, number(node, "y") + down);
            let text = String::new();
            let (right, bottom) = (left + number(node, "width"), top + number(node, "height"));
            Block { text, left, top, right, bottom }
        })
        .collect()
}

/// Asserts that all texts are on the canvas and none overlaps another.
pub fn assert_no_overlap(svg: &Document, width: f64, height: f64) {
    let canvas = Block { text: String::new(), left: 0.0, top: 0.0, right: width, bottom: height };
    let texts = texts(svg);
    assert!(!texts.is_empty());
    for (nth, text) in texts.iter().enumerate() {
        assert!(text.is_within(&canvas), "{text:?} is outside of {width} by {height}");
        if let Some(other) = texts[nth + 1..].iter().find(|other| text.overlaps(other)) {
            panic!("{text:?}\noverlaps\n{other:?}");
        }
    }
}
