//! A line that asks for one thing: a number, a word to find, a file.

use crokey::KeyCombination;
use crossterm::event::{KeyCode, KeyModifiers};

use crate::app::model::line::{LineInput, deletes};
use crate::map::number::NumberError;
use crate::map::search::Pattern;
use crate::map::{Document, Place, Touchpoint, TouchpointId, number};

/// What a prompt asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Wish {
    /// The reach of these touchpoints.
    Reach(Vec<TouchpointId>),
    /// The conversion that the step of this touchpoint is supposed to have.
    Conversion,
    /// How long to count down.
    Timer,
    /// Words to find, the place from which they are looked for, and what was searched before.
    Search { from: Place, before: Option<Pattern> },
    /// The file to save the map in.
    SaveAs,
}

/// A line that asks for one thing.
#[derive(Clone, Debug)]
pub struct Prompt {
    pub wish: Wish,
    pub line: LineInput,
    /// Whether nothing was pressed yet, so that a letter replaces what was proposed.
    pub fresh: bool,
    /// Whether what it asks for has several values.
    pub(crate) varies: bool,
    /// Whether several values were taken away on purpose.
    pub(crate) emptied: bool,
}

impl Prompt {
    /// A prompt with `text` in its line.
    pub fn new(wish: Wish, text: &str) -> Prompt {
        Prompt { wish, line: LineInput::new(text), fresh: !text.is_empty(), varies: false, emptied: false }
    }

    /// Whether it stands for several values that are left as they are.
    pub fn keeps_several(&self) -> bool {
        self.varies && !self.emptied && self.is_blank()
    }

    /// Whether it takes several values away.
    pub fn empties_all(&self) -> bool {
        self.varies && self.emptied && self.is_blank()
    }

    pub(crate) fn is_blank(&self) -> bool {
        self.line.text().trim().is_empty()
    }

    /// Takes a key that types or edits; the first letter replaces what was proposed.
    pub fn press(&mut self, key: KeyCombination) {
        if std::mem::take(&mut self.fresh) && matches!(key.codes.first(), KeyCode::Char(_)) && !is_control(key) {
            self.line = LineInput::default();
        }
        self.emptied |= self.is_blank() && deletes(key);
        self.line.press(key);
        self.emptied &= self.is_blank();
    }

    /// The number typed; none for an empty line, which stands for unknown.
    pub fn number(&self) -> Result<Option<u64>, NumberError> {
        match self.line.text().trim() {
            "" => Ok(None),
            text => number::parse(text.trim_start_matches('=')).map(Some),
        }
    }
}

pub(crate) fn is_control(key: KeyCombination) -> bool {
    key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT)
}

/// The touchpoints with another reach, as they would be put into the map.
pub fn with_reach(document: &Document, ids: &[TouchpointId], reach: Option<u64>) -> Vec<Touchpoint> {
    let found = ids.iter().filter_map(|&id| document.map().touchpoint(id));
    found.map(|touchpoint| Touchpoint { reach, ..Touchpoint::clone(touchpoint) }).collect()
}
