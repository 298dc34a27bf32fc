//! The lines that were typed before, to be brought back with Up as in a shell.

use crate::app::model::dialog::Dialog;
use crate::app::model::dialog::prompt::PromptKind;
use crate::map::TouchpointId;

/// How many lines are kept.
const LIMIT: usize = 100;

/// What a line is for; a kept line comes back only in a line of the same kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineKind {
    QuickEntry,
    /// The reach of these touchpoints.
    Reach(Vec<TouchpointId>),
    Conversion,
    Timer,
    Dots,
    Search,
    SaveAs,
    Export,
    Browser,
    Filter,
    Palette,
    Help,
}

/// A kept line that is shown instead of what was being typed.
#[derive(Clone, Debug)]
struct Recalled {
    kind: LineKind,
    /// How many lines of this kind are newer.
    nth: usize,
    text: String,
    /// What was being typed before.
    typed: String,
}

/// The kept lines, the oldest first.
#[derive(Debug, Default)]
pub struct LineHistory {
    lines: Vec<(LineKind, String)>,
    recalled: Option<Recalled>,
}

impl LineHistory {
    /// Keeps a line; the same line is kept once.
    pub(crate) fn keep(&mut self, kind: LineKind, text: String) {
        self.forget(&kind, &text);
        self.lines.push((kind, text));
        if self.lines.len() > LIMIT {
            self.lines.remove(0);
        }
    }

    /// Drops a line.
    pub(crate) fn forget(&mut self, kind: &LineKind, text: &str) {
        self.lines.retain(|(each, line)| each != kind || line != text);
    }

    /// Returns true if `text` is a line that was brought back and not edited since.
    pub(crate) fn is_recalled(&self, kind: &LineKind, text: &str) -> bool {
        self.recalled.as_ref().is_some_and(|recalled| recalled.kind == *kind && recalled.text == text)
    }

    /// Returns the next older line, if there is one.
    pub(crate) fn older(&mut self, kind: &LineKind, text: &str) -> Option<String> {
        let recalled = self.recalled.take().filter(|recalled| recalled.kind == *kind && recalled.text == text);
        let (nth, typed) = recalled.map_or((0, text.to_owned()), |recalled| (recalled.nth + 1, recalled.typed));
        self.show(kind, nth, typed)
    }

    /// Returns the next newer line; after the newest, what was being typed. `None` if no kept line is shown.
    pub(crate) fn newer(&mut self, kind: &LineKind, text: &str) -> Option<String> {
        let recalled = self.recalled.take().filter(|recalled| recalled.kind == *kind && recalled.text == text)?;
        match recalled.nth.checked_sub(1) {
            Some(nth) => self.show(kind, nth, recalled.typed),
            None => Some(recalled.typed),
        }
    }

    /// Shows a kept line; after the oldest one, the oldest stays.
    fn show(&mut self, kind: &LineKind, nth: usize, typed: String) -> Option<String> {
        let of_kind = self.lines.iter().rev().filter(|(each, _)| each == kind);
        let (nth, text) = of_kind.map(|(_, text)| text.clone()).enumerate().take(nth + 1).last()?;
        self.recalled = Some(Recalled { kind: kind.clone(), nth, text: text.clone(), typed });
        Some(text)
    }
}

impl LineKind {
    /// The kind of a dialog's line; `None` if the dialog has no line.
    pub(crate) fn of(dialog: &Dialog) -> Option<LineKind> {
        Some(match dialog {
            Dialog::QuickEntry(_) => LineKind::QuickEntry,
            Dialog::Prompt(prompt) => match &prompt.kind {
                PromptKind::Reach(ids) => LineKind::Reach(ids.clone()),
                PromptKind::Conversion => LineKind::Conversion,
                PromptKind::Timer => LineKind::Timer,
                PromptKind::Dots => LineKind::Dots,
                PromptKind::Search { .. } => LineKind::Search,
                PromptKind::SaveAs => LineKind::SaveAs,
            },
            Dialog::Export(_) => LineKind::Export,
            Dialog::Browser(_) => LineKind::Browser,
            Dialog::Filter(_) => LineKind::Filter,
            Dialog::Palette(_) => LineKind::Palette,
            Dialog::Help(_) => LineKind::Help,
            Dialog::Form(_)
            | Dialog::Question(_)
            | Dialog::Recovery(_)
            | Dialog::Themes(_)
            | Dialog::Share(_)
            | Dialog::Import(_) => {
                return None;
            }
        })
    }

    /// True if accepted lines are kept too. An accepted touchpoint or reach is in the map, and undo brings it back.
    pub(crate) const fn keeps_accepted(&self) -> bool {
        match self {
            LineKind::QuickEntry | LineKind::Reach(_) => false,
            LineKind::Conversion
            | LineKind::Timer
            | LineKind::Dots
            | LineKind::Search
            | LineKind::SaveAs
            | LineKind::Export
            | LineKind::Browser
            | LineKind::Filter
            | LineKind::Palette
            | LineKind::Help => true,
        }
    }
}
