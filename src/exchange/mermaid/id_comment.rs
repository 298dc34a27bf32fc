//! The comment above a task that holds its touchpoint's id, so that a diagram can update the map it came from.

use std::collections::HashMap;

use super::code_block::DiagramBlock;
use crate::map::{Touchpoint, TouchpointId};

const OPENING: &str = concat!("%% ", "periplo:");
/// Marks a task whose emotion is unknown: it has a score only because Mermaid needs one.
const UNKNOWN_EMOTION: &str = "emotion=unknown";

/// What a comment says of the task below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct IdComment {
    pub id: TouchpointId,
    pub emotion_unknown: bool,
}

/// Returns the comment of a touchpoint.
pub(crate) fn comment_of(touchpoint: &Touchpoint) -> String {
    let unknown = if touchpoint.emotion.is_some() { String::new() } else { format!(" {UNKNOWN_EMOTION}") };
    format!("{OPENING}{}{unknown}", touchpoint.id)
}

/// Returns the comments of a diagram, by the line of the task below each.
pub(crate) fn comments_by_line(block: &DiagramBlock) -> HashMap<usize, IdComment> {
    let mut above = None;
    let mut comments = HashMap::new();
    for (nth, line) in block.text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        comments.extend(above.map(|comment| (block.line + nth, comment)));
        above = parse(line);
    }
    comments
}

fn parse(line: &str) -> Option<IdComment> {
    let mut words = line.trim().strip_prefix(OPENING)?.split_whitespace();
    let id = words.next()?.parse().ok()?;
    Some(IdComment { id, emotion_unknown: words.any(|word| word == UNKNOWN_EMOTION) })
}
