//! A line that asks for one thing: a number, a word to find, a file.

use super::board::Board;
use super::line::LineInput;
use crate::map::number::{self, NumberFault};
use crate::map::search::Pattern;
use crate::map::{Document, Place, Touchpoint, TouchpointId};

/// What a prompt asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Wish {
    /// The reach of these touchpoints.
    Reach(Vec<TouchpointId>),
    /// Words to find, and the place from which they are looked for.
    Search { from: Place },
    /// The file to save the map in.
    SaveAs,
    /// The file to open.
    Open,
}

/// A line that asks for one thing.
#[derive(Clone, Debug)]
pub struct Prompt {
    pub wish: Wish,
    pub line: LineInput,
}

impl Prompt {
    /// A prompt with `text` in its line.
    pub fn new(wish: Wish, text: &str) -> Prompt {
        Prompt { wish, line: LineInput::new(text) }
    }

    /// The number typed; none for an empty line, which stands for unknown.
    pub fn number(&self) -> Result<Option<u64>, NumberFault> {
        match self.line.text().trim() {
            "" => Ok(None),
            text => number::parse(text.trim_start_matches('=')).map(Some),
        }
    }
}

/// The touchpoints with another reach, as they would be put into the map.
pub fn with_reach(document: &Document, ids: &[TouchpointId], reach: Option<u64>) -> Vec<Touchpoint> {
    let found = ids.iter().filter_map(|&id| document.map().touchpoint(id));
    found.map(|touchpoint| Touchpoint { reach, ..Touchpoint::clone(touchpoint) }).collect()
}

/// Goes to the first touchpoint at or behind `from` that holds what is typed; back to `from` when none does.
pub fn seek(board: &mut Board, document: &Document, typed: &str, from: Place) {
    let map = document.map();
    let pattern = Pattern::new(typed);
    let here = pattern.as_ref().zip(map.at(from)).is_some_and(|(pattern, touchpoint)| pattern.matches(touchpoint));
    let found = if here { Some(from) } else { pattern.as_ref().and_then(|each| each.next(map, Some(from), false)) };
    board.go_to(map, found.unwrap_or(from));
    board.pattern = pattern;
}
