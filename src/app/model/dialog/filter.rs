//! The line that filters: what is wanted is typed or ticked, and the board follows at once.

use crate::app::model::context::Context;
use crate::app::model::dialog::filter_choices::{Choice, Row};
use crate::app::model::line::LineInput;
use crate::map::Place;
use crate::map::filter::Filter;

/// A filter being typed.
#[derive(Clone, Debug)]
pub struct FilterDialog {
    pub line: LineInput,
    /// What can be ticked.
    pub rows: Vec<Row>,
    /// The row and the choice in it that one is on; none while one is in the line.
    pub chosen: Option<(usize, usize)>,
    /// Where one was.
    pub(crate) from: Place,
    /// The filter that was there, and whether it hid.
    pub(crate) before: (Option<Filter>, bool),
}

impl FilterDialog {
    /// Where keys are pressed: in the line, or among the choices.
    pub fn context(&self) -> Context {
        if self.chosen.is_some() { Context::FilterChoices } else { Context::Filter }
    }

    /// The filter as it is typed.
    pub fn filter(&self) -> Filter {
        Filter::parse(self.line.text())
    }

    /// Goes to the next row or the one before; above the first is the line.
    pub(crate) fn step(&mut self, forward: bool) {
        let last = self.rows.len().saturating_sub(1);
        self.chosen = match (self.chosen, forward) {
            (None, true) => Some((0, 0)),
            (None, false) => Some((last, 0)),
            (Some((row, _)), true) if row == last => None,
            (Some((0, _)), false) => None,
            (Some((row, nth)), true) => Some(self.within(row + 1, nth)),
            (Some((row, nth)), false) => Some(self.within(row - 1, nth)),
        };
    }

    /// Goes to a choice, or the last of its row, if there is such a row.
    pub(crate) fn go_to(&mut self, row: usize, nth: usize) {
        if row < self.rows.len() {
            self.chosen = Some(self.within(row, nth));
        }
    }

    pub(crate) fn within(&self, row: usize, nth: usize) -> (usize, usize) {
        (row, nth.min(self.rows[row].choices.len().saturating_sub(1)))
    }

    /// The choice that one is on; none on the row about the rest.
    pub(crate) fn choice(&self) -> Option<&Choice> {
        self.chosen.and_then(|(row, nth)| self.rows.get(row)?.choices.get(nth))
    }
}
