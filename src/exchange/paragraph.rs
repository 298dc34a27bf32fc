//! The heading and the wrapped paragraphs of text exports.

use super::exporter::TextLayout;
use super::terminal_text::TextStyle;
use crate::map::JourneyMap;
use crate::map::width::{cut, wrap};

/// The most lines of a paragraph; only sentences with names of the greatest length reach it.
const MAX_LINES: usize = 12;

/// Returns the title of a map and, on the next line, its unit and period.
pub(crate) fn heading(map: &JourneyMap, layout: &TextLayout) -> String {
    let header = map.header();
    let mut text = String::new();
    for range in wrap(&header.title, layout.width, 3) {
        text += &layout.colour.paint(TextStyle::Heading, &cut(&header.title[range], layout.width));
        text.push('\n');
    }
    let unit_and_period: Vec<&str> = [&header.unit, &header.period].into_iter().flatten().map(|line| &**line).collect();
    if !unit_and_period.is_empty() {
        text += &layout.colour.paint(TextStyle::Quiet, &cut(&unit_and_period.join(" · "), layout.width));
        text.push('\n');
    }
    text
}

/// Returns a sentence wrapped to the width of the layout.
pub(crate) fn paragraph(sentence: &str, style: Option<TextStyle>, layout: &TextLayout) -> String {
    let line = |range| {
        let line = cut(&sentence[range], layout.width);
        format!("{}\n", style.map_or_else(|| line.to_string(), |style| layout.colour.paint(style, &line)))
    };
    wrap(sentence, layout.width, MAX_LINES).into_iter().map(line).collect()
}
