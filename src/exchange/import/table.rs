//! A table of touchpoints as it was found in csv or JSON.

use std::borrow::Cow;

use ::csv::StringRecord;
use serde_json::value::RawValue;

use super::value_fault::ValueFault;
use super::vocabulary::Vocabulary;
use super::{cell, json_value};
use crate::exchange::formula_guard::FormulaGuard;
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
    Csv { record: StringRecord, guard: FormulaGuard },
    Json(Vec<Option<&'a RawValue>>),
}

impl TableRow<'_> {
    /// Returns the number of cells.
    pub fn len(&self) -> usize {
        match &self.cells {
            RowCells::Csv { record, .. } => record.len(),
            RowCells::Json(values) => values.len(),
        }
    }

    /// Returns the text of a cell as messages quote it.
    pub fn display_text(&self, at: usize) -> String {
        match &self.cells {
            RowCells::Csv { record, guard } => unguarded(record, at, *guard).into_owned(),
            RowCells::Json(values) => {
                values.get(at).copied().flatten().map_or_else(String::new, |raw| raw.get().to_owned())
            }
        }
    }

    /// Returns the text of a cell on one line; empty if there is no such cell.
    pub fn text(&self, at: Option<usize>) -> String {
        let Some(at) = at else { return String::new() };
        let text: Cow<str> = match &self.cells {
            RowCells::Csv { record, guard } => unguarded(record, at, *guard),
            RowCells::Json(values) => {
                let raw = values.get(at).copied().flatten();
                raw.and_then(|raw| serde_json::from_str::<String>(raw.get()).ok()).unwrap_or_default().into()
            }
        };
        one_line(&text).into_owned()
    }

    /// Reads a cell as a value of a field of type `kind`.
    pub fn value(&self, at: Option<usize>, kind: Type, words: &Vocabulary) -> Result<Value, ValueFault> {
        match (&self.cells, at) {
            (RowCells::Csv { record, guard }, Some(at)) => cell::value(kind, &unguarded(record, at, *guard), words),
            (RowCells::Json(values), Some(at)) => match values.get(at).copied().flatten() {
                Some(raw) => json_value::value(kind, raw, words),
                None => cell::value(kind, "", words),
            },
            (RowCells::Csv { .. } | RowCells::Json(_), None) => cell::value(kind, "", words),
        }
    }

    /// Returns true if a cell is blank.
    pub(crate) fn is_blank(&self, at: usize) -> bool {
        self.display_text(at).trim().is_empty()
    }
}

/// Returns the text of a csv cell, without the marks of the formula guard.
fn unguarded(record: &StringRecord, at: usize, guard: FormulaGuard) -> Cow<'_, str> {
    let text = record.get(at).unwrap_or_default();
    guard.unmark(text)
}
