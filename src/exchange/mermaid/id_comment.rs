//! The comment above a task that says which touchpoint it is, so that a diagram can bring its map up to date.

use std::collections::HashMap;

use super::code_block::Block;
use crate::map::{Touchpoint, TouchpointId};

const OPENING: &str = concat!("%% ", "periplo:");
/// What is said of a task whose score is only there because Mermaid needs one.
const UNKNOWN: &str = "emotion=unknown";

/// What a comment says of the task below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    pub id: TouchpointId,
    /// Whether nobody knows the emotion.
    pub unknown: bool,
}

/// The comment of a touchpoint.
pub fn written(touchpoint: &Touchpoint) -> String {
    let unknown = if touchpoint.emotion.is_some() { String::new() } else { format!(" {UNKNOWN}") };
    format!("{OPENING}{}{unknown}", touchpoint.id)
}

/// What is said of tasks, by their lines.
pub fn said(block: Block) -> HashMap<usize, Said> {
    let mut above = None;
    let mut said = HashMap::new();
    for (nth, line) in block.text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        said.extend(above.map(|each| (block.line + nth, each)));
        above = read(line);
    }
    said
}

fn read(line: &str) -> Option<Said> {
    let mut words = line.trim().strip_prefix(OPENING)?.split_whitespace();
    let id = words.next()?.parse().ok()?;
    Some(Said { id, unknown: words.any(|word| word == UNKNOWN) })
}
