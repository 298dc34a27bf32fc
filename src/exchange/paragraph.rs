//! What texts about one map begin with, and paragraphs of them.

use super::TextLayout;
use super::terminal_text::TextStyle;
use crate::map::JourneyMap;
use crate::map::width::{cut, wrap};

/// The most lines of a sentence; it ends before, but for names that are as long as they can be.
const LINES: usize = 12;

/// The title, and what is counted when.
pub fn heading(map: &JourneyMap, layout: &TextLayout) -> String {
    let header = map.header();
    let mut text = String::new();
    for range in wrap(&header.title, layout.width, 3) {
        text += &layout.colour.paint(TextStyle::Heading, &cut(&header.title[range], layout.width));
        text.push('\n');
    }
    let counted: Vec<&str> = [&header.unit, &header.period].into_iter().flatten().map(|line| &**line).collect();
    if !counted.is_empty() {
        text += &layout.colour.paint(TextStyle::Quiet, &cut(&counted.join(" · "), layout.width));
        text.push('\n');
    }
    text
}

/// A sentence over as many lines as it takes.
pub fn paragraph(sentence: &str, tint: Option<TextStyle>, layout: &TextLayout) -> String {
    let line = |range| {
        let line = cut(&sentence[range], layout.width);
        format!("{}\n", tint.map_or_else(|| line.to_string(), |tint| layout.colour.paint(tint, &line)))
    };
    wrap(sentence, layout.width, LINES).into_iter().map(line).collect()
}
