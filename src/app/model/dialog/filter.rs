//! The filter dialog: terms are typed or ticked, and the board shows the matches at once.

use crate::app::model::context::Context;
use crate::app::model::dialog::filter_choices::{FilterOption, FilterRow};
use crate::app::model::line::LineInput;
use crate::app::model::neighbour::Neighbour;
use crate::map::Place;
use crate::map::filter::Filter;

/// The filter dialog.
#[derive(Clone, Debug)]
pub struct FilterDialog {
    pub line: LineInput,
    /// The options, in rows.
    pub rows: Vec<FilterRow>,
    /// The focused row and option; `None` while the line has the focus.
    pub chosen: Option<(usize, usize)>,
    /// The selection when the dialog was opened.
    pub(crate) from: Place,
    /// The previous filter, and whether it hid touchpoints.
    pub(crate) before: (Option<Filter>, bool),
}

impl FilterDialog {
    /// The context of keys: the line or the options.
    pub fn context(&self) -> Context {
        if self.chosen.is_some() { Context::FilterChoices } else { Context::Filter }
    }

    /// Returns the typed filter.
    pub fn filter(&self) -> Filter {
        Filter::parse(self.line.text())
    }

    /// Focuses the next or the previous row; the line is above the first row.
    pub(crate) fn step(&mut self, which: Neighbour) {
        let last = self.rows.len().saturating_sub(1);
        self.chosen = match (which, self.chosen) {
            (Neighbour::Next, None) => Some((0, 0)),
            (Neighbour::Next, Some((row, _))) if row == last => None,
            (Neighbour::Next, Some((row, nth))) => Some(self.clamp(row + 1, nth)),
            (Neighbour::Previous, None) => Some((last, 0)),
            (Neighbour::Previous, Some((0, _))) => None,
            (Neighbour::Previous, Some((row, nth))) => Some(self.clamp(row - 1, nth)),
        };
    }

    /// Focuses an option, or the last one of its row.
    pub(crate) fn go_to(&mut self, row: usize, nth: usize) {
        if row < self.rows.len() {
            self.chosen = Some(self.clamp(row, nth));
        }
    }

    /// Returns the position of an option, or of the last one in its row.
    pub(crate) fn clamp(&self, row: usize, nth: usize) -> (usize, usize) {
        (row, nth.min(self.rows[row].choices.len().saturating_sub(1)))
    }

    /// Returns the focused option; `None` in the row `HideRest`.
    pub(crate) fn choice(&self) -> Option<&FilterOption> {
        self.chosen.and_then(|(row, nth)| self.rows.get(row)?.choices.get(nth))
    }
}
