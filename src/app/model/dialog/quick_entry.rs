//! Quick entry: each line makes a touchpoint, and the dialog stays open for the next one.

use std::collections::HashSet;

use crokey::KeyCombination;

use crate::app::model::context::Context;
use crate::app::model::line::{LineInput, TooLong, types};
use crate::map::channel::Channel;
use crate::map::entry::Entry;
use crate::map::fnv::BuildFnv;
use crate::map::text::fold;
use crate::map::{JourneyMap, Place, TouchpointId, channel, entry};

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
    /// The touchpoints added since the line was opened.
    pub(crate) added: Vec<TouchpointId>,
    /// How many of them the map still has.
    pub added_count: usize,
    /// The lines before the last changes, of which each began a word or was no typing.
    earlier: Vec<LineInput>,
    completed: Option<Completed>,
}

/// The last completion. If the line is still the same, the next one takes its place.
#[derive(Clone, Debug)]
struct Completed {
    /// The line before the completion, and the line with it.
    before: LineInput,
    text: String,
    names: Vec<&'static str>,
    nth: usize,
}

impl QuickEntry {
    /// An empty line for a touchpoint at a place.
    pub fn new(at: Place, id: TouchpointId, spanish: bool) -> QuickEntry {
        QuickEntry {
            line: LineInput::default(),
            at,
            id,
            chosen: 0,
            spanish,
            added: Vec::new(),
            added_count: 0,
            earlier: Vec::new(),
            completed: None,
        }
    }

    /// Handles a key of the line.
    pub(crate) fn press(&mut self, key: KeyCombination) {
        let before = self.line.clone();
        self.line.press(key);
        self.chosen = 0;
        let begins_word = before.text().is_empty() || before.text().ends_with(' ');
        if before.text() != self.line.text() && (begins_word || !types(key)) {
            self.earlier.push(before);
        }
    }

    /// Inserts pasted text at the cursor; a text that is too long is not inserted at all.
    pub(crate) fn insert(&mut self, text: &str) -> Result<(), TooLong> {
        self.earlier.push(self.line.clone());
        self.line.insert(text)
    }

    /// Puts the line back as it was before the last word was typed, or before it was changed in another way. Returns false if
    /// nothing was typed.
    pub(crate) fn undo_typing(&mut self) -> bool {
        let text = self.line.text().to_owned();
        while let Some(earlier) = self.earlier.pop() {
            if earlier.text() != text {
                self.line = earlier;
                return true;
            }
        }
        // A line that was brought back is no change of this one.
        self.line = LineInput::default();
        !text.is_empty()
    }

    /// Counts which of the added touchpoints the map still has.
    pub(crate) fn count_added(&mut self, map: &JourneyMap) {
        let added: HashSet<TouchpointId, BuildFnv> = self.added.iter().copied().collect();
        self.added_count = map.ids().filter(|id| added.contains(id)).count();
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

    /// Inserts the chosen completion, or after a completion the next one in its place; returns false if there is none.
    pub(crate) fn complete(&mut self) -> bool {
        let completed = self.completed.take().filter(|completed| completed.text == self.line.text());
        let (before, names, nth) = match completed {
            Some(Completed { before, names, nth, .. }) if names.len() > 1 => {
                let next = (nth + 1) % names.len();
                (before, names, next)
            }
            Some(completed) => {
                self.completed = Some(completed);
                return false;
            }
            None => {
                let names: Vec<_> = self.completions().into_iter().map(|(name, _)| name).collect();
                let chosen = self.chosen.min(names.len().saturating_sub(1));
                (self.line.clone(), names, chosen)
            }
        };
        let Some((range, _)) = entry::channel_at(before.text(), before.position()) else { return false };
        let Some(name) = names.get(nth) else { return false };
        let blank = if before.text()[range.end..].starts_with(' ') { "" } else { " " };
        self.earlier.push(self.line.clone());
        self.line = before.clone();
        self.line.replace(range, &format!("{}{blank}", entry::channel_mark(name)));
        self.chosen = 0;
        self.completed = Some(Completed { before, text: self.line.text().to_owned(), names, nth });
        true
    }
}
