//! Priorities as a list to be read: rank, name and score, and below them the reasons.

use super::paragraph::{heading, paragraph};
use super::terminal_text::TextStyle;
use super::{ExportError, TextLayout};
use crate::map::priority::Priority;
use crate::map::width::{cut, fill, width, wrap};
use crate::map::{Funnel, JourneyMap, Priorities};

/// The cells in front of names.
const INDENT: usize = 5;
/// The cells behind names, with the score right in them.
const SCORE: usize = 6;

/// Writes the touchpoints of a map as they are ranked.
pub fn render(map: &JourneyMap, layout: &TextLayout) -> Result<Vec<u8>, ExportError> {
    let lang = layout.lang;
    let priorities = Priorities::of(map, &Funnel::of(map));
    let mut text = heading(map, layout);
    text.push('\n');
    if map.is_empty() {
        text += &paragraph(&lang.priorities_need_touchpoints(), None, layout);
        return Ok(text.into_bytes());
    }
    if !priorities.ranked.is_empty() {
        text += &paragraph(&lang.priorities(), Some(TextStyle::Heading), layout);
    }
    for (nth, priority) in priorities.ranked.iter().enumerate() {
        let score = lang.number((priority.score * 100.0).round() as u128);
        let why = priority.reasons().iter().map(|&reason| lang.priority_reason(reason)).collect::<Vec<_>>().join(" · ");
        let why = if why.is_empty() { lang.priority_nothing() } else { why };
        text += &row(map, priority, [&(nth + 1).to_string(), &score], &why, layout);
    }
    if !priorities.unranked.is_empty() {
        if !priorities.ranked.is_empty() {
            text.push('\n');
        }
        text += &paragraph(&lang.priorities_unranked(), Some(TextStyle::Heading), layout);
    }
    for priority in &priorities.unranked {
        text += &row(map, priority, ["", ""], &lang.priority_missing(&priority.missing()), layout);
    }
    Ok(text.into_bytes())
}

/// The lines of a touchpoint: its name between two words, and below it what is said of it.
fn row(map: &JourneyMap, priority: &Priority, [rank, score]: [&str; 2], said: &str, layout: &TextLayout) -> String {
    let name = map.at(priority.place).map(|touchpoint| &*touchpoint.name).unwrap_or_default();
    let room = layout.width.saturating_sub(INDENT + SCORE).max(8);
    let mut text = String::new();
    for (nth, range) in wrap(name, room, 3).into_iter().enumerate() {
        let (rank, score) = if nth == 0 { (rank, score) } else { ("", "") };
        let front = format!("{rank:>0$}  ", INDENT - 2);
        let behind = format!("{:1$}{score}", "", SCORE.saturating_sub(width(score)));
        text += format!("{front}{}{behind}", fill(&cut(&name[range], room), room)).trim_end();
        text.push('\n');
    }
    let room = layout.width.saturating_sub(INDENT).max(8);
    for range in wrap(said, room, 3) {
        text += &format!("{:INDENT$}{}\n", "", layout.colour.paint(TextStyle::Quiet, &cut(&said[range], room)));
    }
    text
}
