//! Quick entry: each line makes a touchpoint, and the dialog stays open for the next one.

use crate::app::model::context::Context;
use crate::app::model::line::LineInput;
use crate::map::channel::Channel;
use crate::map::entry::Entry;
use crate::map::text::fold;
use crate::map::{Place, TouchpointId, channel, entry};

/// The line, and where its touchpoint will go.
#[derive(Clone, Debug)]
pub struct QuickEntry {
    pub line: LineInput,
    /// Where the next touchpoint goes.
    pub at: Place,
    /// The id of the next touchpoint.
    pub id: TouchpointId,
    /// The chosen completion.
    pub chosen: usize,
    /// True if channels are completed in Spanish.
    pub spanish: bool,
    /// The number of touchpoints added since the line was opened.
    pub added: usize,
}

impl QuickEntry {
    /// An empty line for a touchpoint at a place.
    pub fn new(at: Place, id: TouchpointId, spanish: bool) -> QuickEntry {
        QuickEntry { line: LineInput::default(), at, id, chosen: 0, spanish, added: 0 }
    }

    /// The context of keys: in an empty line, Tab goes to another phase.
    pub(crate) fn context(&self) -> Context {
        if self.line.text().trim().is_empty() { Context::EmptyEntry } else { Context::QuickEntry }
    }

    /// Parses the line.
    pub(crate) fn parse(&self) -> Entry {
        Entry::parse(self.line.text())
    }

    /// Returns the channels that complete the text after `@`.
    pub(crate) fn completions(&self) -> Vec<(&'static str, &'static Channel)> {
        let Some((_, typed)) = entry::channel_at(self.line.text(), self.line.position()) else {
            return Vec::new();
        };
        let mut found = channel::completions(typed, self.spanish);
        // A complete name is not offered.
        if found.first().is_some_and(|(name, _)| fold(name) == fold(typed)) {
            found.remove(0);
        }
        found
    }

    /// Inserts the chosen completion; returns false if there is none.
    pub(crate) fn complete(&mut self) -> bool {
        let completions = self.completions();
        let Some((name, _)) = completions.get(self.chosen.min(completions.len().saturating_sub(1))) else {
            return false;
        };
        let Some((range, _)) = entry::channel_at(self.line.text(), self.line.position()) else {
            return false;
        };
        let blank = if self.line.text()[range.end..].starts_with(' ') { "" } else { " " };
        self.line.replace(range, &format!("{}{blank}", entry::channel_mark(name)));
        self.chosen = 0;
        true
    }
}
