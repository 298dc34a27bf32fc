//! A table of touchpoints as it was found in a grid or in JSON.

use std::borrow::Cow;

use serde_json::value::RawValue;

use super::cells::Cells;
use super::value_fault::ValueFault;
use super::vocabulary::Vocabulary;
use super::{cell, json_value};
use crate::map::field::{Type, Value};
use crate::map::text::one_line;

/// A table with its headings.
pub(crate) struct Table<'a> {
    pub headings: Vec<String>,
    pub rows: Vec<TableRow<'a>>,
}

/// One row, with the line on which it begins.
pub(crate) struct TableRow<'a> {
    pub line: usize,
    pub cells: RowCells<'a>,
}

/// The cells of a row.
pub(crate) enum RowCells<'a> {
    Texts(&'a Cells),
    Json(Vec<Option<&'a RawValue>>),
}

impl TableRow<'_> {
    /// Returns the number of cells.
    pub fn len(&self) -> usize {
        match &self.cells {
            RowCells::Texts(cells) => cells.len(),
            RowCells::Json(values) => values.len(),
        }
    }

    /// Returns the text of a cell as messages quote it.
    pub fn display_text(&self, at: usize) -> Cow<'_, str> {
        match &self.cells {
            RowCells::Texts(cells) => Cow::Borrowed(cells.get(at).unwrap_or_default()),
            RowCells::Json(values) => {
                values.get(at).copied().flatten().map_or(Cow::Borrowed(""), |raw| Cow::Borrowed(raw.get()))
            }
        }
    }

    /// Returns the text of a cell with its lines; empty if there is no such cell, or if it holds no text.
    pub fn whole_text(&self, at: usize) -> Cow<'_, str> {
        match &self.cells {
            RowCells::Texts(_) => self.display_text(at),
            RowCells::Json(values) => {
                let raw = values.get(at).copied().flatten();
                raw.and_then(|raw| serde_json::from_str::<String>(raw.get()).ok()).unwrap_or_default().into()
            }
        }
    }

    /// Returns the text of a cell on one line; empty if there is no such cell.
    pub fn text(&self, at: Option<usize>) -> Cow<'_, str> {
        match at.map(|at| self.whole_text(at)) {
            Some(Cow::Borrowed(text)) => one_line(text),
            Some(Cow::Owned(text)) => one_line(&text).into_owned().into(),
            None => Cow::Borrowed(""),
        }
    }

    /// Reads a cell as a value of a field of type `kind`.
    pub fn value(&self, at: Option<usize>, kind: Type, words: &Vocabulary) -> Result<Value, ValueFault> {
        match (&self.cells, at) {
            (RowCells::Texts(cells), Some(at)) => cell::value(kind, cells.get(at).unwrap_or_default(), words),
            (RowCells::Json(values), Some(at)) => match values.get(at).copied().flatten() {
                Some(raw) => json_value::value(kind, raw, words),
                None => cell::value(kind, "", words),
            },
            (RowCells::Texts(_) | RowCells::Json(_), None) => cell::value(kind, "", words),
        }
    }

    /// Returns true if a cell is blank.
    pub(crate) fn is_blank(&self, at: usize) -> bool {
        self.display_text(at).trim().is_empty()
    }
}
