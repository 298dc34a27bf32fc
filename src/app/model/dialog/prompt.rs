//! The prompt: a line that asks for a number, words to search, or a file.

use crokey::KeyCombination;

use crate::app::model::line::{LineInput, TooLong, deletes, types};
use crate::map::number::NumberError;
use crate::map::search::Pattern;
use crate::map::{Document, Place, Touchpoint, TouchpointId, number};

/// What a prompt asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum PromptKind {
    /// The reach of these touchpoints.
    Reach(Vec<TouchpointId>),
    /// The what-if conversion of the selected step.
    Conversion,
    /// The length of a countdown.
    Timer,
    /// Words to search, the place where the search began, and the previous search.
    Search { from: Place, before: Option<Pattern> },
    /// The file to save the map in.
    SaveAs,
}

/// A line that asks for a number, words or a file.
#[derive(Clone, Debug)]
pub struct Prompt {
    pub kind: PromptKind,
    pub line: LineInput,
    /// True while the text is a proposal: the first letter replaces it.
    pub is_proposal: bool,
    /// True if the touchpoints have different values.
    pub(crate) varies: bool,
    /// True if the user emptied different values on purpose.
    pub(crate) emptied: bool,
}

impl Prompt {
    /// A prompt with `text` in its line.
    pub fn new(kind: PromptKind, text: &str) -> Prompt {
        Prompt { kind, line: LineInput::new(text), is_proposal: !text.is_empty(), varies: false, emptied: false }
    }

    /// Returns true if different values are left as they are.
    pub(crate) fn keeps_several(&self) -> bool {
        self.varies && !self.emptied && self.is_blank()
    }

    /// Returns true if different values are emptied.
    pub(crate) fn empties_all(&self) -> bool {
        self.varies && self.emptied && self.is_blank()
    }

    /// True if Up and Down take the value and go on to another touchpoint.
    pub(crate) const fn goes_on(&self) -> bool {
        matches!(self.kind, PromptKind::Reach(_))
    }

    pub(crate) fn is_blank(&self) -> bool {
        self.line.text().trim().is_empty()
    }

    /// Handles a key; the first letter replaces the proposed text.
    pub(crate) fn press(&mut self, key: KeyCombination) {
        if std::mem::take(&mut self.is_proposal) && types(key) {
            self.line = LineInput::default();
        }
        self.emptied |= self.is_blank() && deletes(key);
        self.line.press(key);
        self.emptied &= self.is_blank();
    }

    /// Inserts pasted text at the cursor; it replaces a proposed text.
    pub(crate) fn paste(&mut self, text: &str) -> Result<(), TooLong> {
        if std::mem::take(&mut self.is_proposal) {
            self.line = LineInput::default();
        }
        self.line.insert(text)
    }

    /// Parses the typed number; an empty line is `None`, which means unknown.
    pub(crate) fn number(&self) -> Result<Option<u64>, NumberError> {
        match self.line.text().trim() {
            "" => Ok(None),
            text => number::parse(text.trim_start_matches('=')).map(Some),
        }
    }
}

/// Returns copies of the touchpoints with this reach.
pub(crate) fn with_reach(document: &Document, ids: &[TouchpointId], reach: Option<u64>) -> Vec<Touchpoint> {
    let found = ids.iter().filter_map(|&id| document.map().touchpoint(id));
    found.map(|touchpoint| Touchpoint { reach, ..Touchpoint::clone(touchpoint) }).collect()
}
