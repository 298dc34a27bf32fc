//! Priorities as a list for people: rank, name and score, with the reasons below.

use super::exporter::{ExportError, TextLayout};
use super::paragraph::{heading, paragraph};
use super::terminal_text::TextStyle;
use crate::map::priority::Priority;
use crate::map::width::{align_right, cut, fill, wrap};
use crate::map::{Funnel, JourneyMap, Priorities};

/// The width of the rank column, in cells.
const RANK_WIDTH: usize = 5;
/// The width of the score column, in cells; the score is aligned to the right.
const SCORE_WIDTH: usize = 6;

/// Writes the ranked touchpoints of a map, then those with too few numbers for a rank.
pub(crate) fn render(map: &JourneyMap, funnel: &Funnel, layout: &TextLayout) -> Result<Vec<u8>, ExportError> {
    let lang = layout.lang;
    let priorities = Priorities::of(map, funnel);
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
        let reasons = priority
            .reasons()
            .iter()
            .map(|&reason| lang.priority_reason(reason, map.unit()))
            .collect::<Vec<_>>()
            .join(" · ");
        let reasons = if reasons.is_empty() { lang.priority_nothing() } else { reasons };
        text += &row(map, priority, [&(nth + 1).to_string(), &score], &reasons, layout);
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

/// Returns the lines of a touchpoint: its name between rank and score, and a sentence below.
fn row(map: &JourneyMap, priority: &Priority, [rank, score]: [&str; 2], sentence: &str, layout: &TextLayout) -> String {
    let name = map.at(priority.place).map(|touchpoint| &*touchpoint.name).unwrap_or_default();
    let available = layout.width.saturating_sub(RANK_WIDTH + SCORE_WIDTH).max(8);
    let mut text = String::new();
    for (nth, range) in wrap(name, available, 3).into_iter().enumerate() {
        let (rank, score) = if nth == 0 { (rank, score) } else { ("", "") };
        let start = format!("{rank:>0$}  ", RANK_WIDTH - 2);
        let end = align_right(score, SCORE_WIDTH);
        text += format!("{start}{}{end}", fill(&cut(&name[range], available), available)).trim_end();
        text.push('\n');
    }
    let available = layout.width.saturating_sub(RANK_WIDTH).max(8);
    for range in wrap(sentence, available, 3) {
        text += &format!(
            "{:RANK_WIDTH$}{}\n",
            "",
            layout.colour.paint(TextStyle::Quiet, &cut(&sentence[range], available))
        );
    }
    text
}
