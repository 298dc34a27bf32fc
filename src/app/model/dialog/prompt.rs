//! The prompt: a line that asks for a number, words to search, or a file.

use crokey::KeyCombination;

use crate::app::model::line::{LineInput, TooLong, deletes, types};
use crate::map::conflict::ConflictSubject;
use crate::map::merge::merge_touchpoint_fields;
use crate::map::number::NumberError;
use crate::map::search::Pattern;
use crate::map::{Conflict, JourneyMap, Place, Touchpoint, TouchpointId, number};

/// What a prompt asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum PromptKind {
    /// The reach of these touchpoints.
    Reach(Vec<TouchpointId>),
    /// The what-if conversion of the selected step.
    Conversion,
    /// The length of a countdown.
    Timer,
    /// The dots that each participant has in a vote of the room.
    Dots,
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
    /// The touchpoints whose reach is asked for, as they were when the typing began.
    pub(crate) touchpoints: Vec<Touchpoint>,
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
        let (line, is_proposal) = (LineInput::new(text), !text.is_empty());
        Prompt { kind, line, touchpoints: Vec::new(), is_proposal, varies: false, emptied: false }
    }

    /// A prompt for the reach of touchpoints, with the reach that they have as a proposal.
    pub(crate) fn of_reach(touchpoints: Vec<Touchpoint>) -> Prompt {
        let first = touchpoints.first().and_then(|each| each.reach);
        let varies = touchpoints.iter().any(|each| each.reach != first);
        let text = first.filter(|_| !varies).map(|reach| reach.to_string()).unwrap_or_default();
        let kind = PromptKind::Reach(touchpoints.iter().map(|each| each.id).collect());
        Prompt { touchpoints, varies, ..Prompt::new(kind, &text) }
    }

    /// Takes the reaches that others gave the touchpoints, unless the user has typed something.
    pub(crate) fn refresh(&mut self, map: &JourneyMap) {
        let before = Prompt::of_reach(self.touchpoints.clone());
        if !self.goes_on() || self.emptied || self.line.text() != before.line.text() {
            return;
        }
        let now = |each: &Touchpoint| map.touchpoint(each.id).map_or(each, |now| now).clone();
        let touchpoints: Vec<Touchpoint> = self.touchpoints.iter().map(now).collect();
        let reaches = |all: &[Touchpoint]| all.iter().map(|each| each.reach).collect::<Vec<_>>();
        if reaches(&touchpoints) == reaches(&self.touchpoints) {
            self.touchpoints = touchpoints;
        } else {
            *self = Prompt::of_reach(touchpoints);
        }
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

    /// Returns a touchpoint whose reach is asked for, as it was when the typing began.
    pub(crate) fn touchpoint(&self, id: TouchpointId) -> Option<&Touchpoint> {
        self.touchpoints.iter().find(|each| each.id == id)
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

/// The touchpoints that a prompt gives a reach.
pub(crate) struct ReachEdit {
    pub touchpoints: Vec<Touchpoint>,
    /// The reaches that others changed while the user typed another one, and their evidence.
    pub conflicts: Vec<Conflict>,
}

impl Prompt {
    /// Returns the touchpoints of the map with the typed reach. Where it is the same as when the typing began, the
    /// reach that others gave since stays.
    pub(crate) fn reach_edit(&self, map: &JourneyMap, reach: Option<u64>) -> ReachEdit {
        let mut edit = ReachEdit { touchpoints: Vec::new(), conflicts: Vec::new() };
        for base in &self.touchpoints {
            let Some(theirs) = map.touchpoint(base.id) else { continue };
            let ours = Touchpoint { reach, ..base.clone() };
            let (merged, kinds) = merge_touchpoint_fields(base, &ours, theirs);
            let subject = ConflictSubject::of(theirs);
            edit.conflicts.extend(kinds.into_iter().map(|kind| Conflict { subject: subject.clone(), kind }));
            edit.touchpoints.push(merged);
        }
        edit
    }
}
