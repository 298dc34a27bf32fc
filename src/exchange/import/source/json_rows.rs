//! Tables of JSON that are no lists of objects: rows that are lists of cells, and columns that are lists of values.

use serde_json::Value;
use serde_json::value::RawValue;

use super::json_text::{item_text, list_text};
use crate::exchange::import::grid::GridRow;
use crate::exchange::import::json_object::JsonObject;
use crate::exchange::import::line_index::LineIndex;
use crate::exchange::import::shape::heading::meaning;
use crate::exchange::import::stage::phase_of_stage;
use crate::exchange::import::vocabulary::{Vocabulary, plain};
use crate::lang::Lang;

/// Fields that hold the headings of rows that are lists.
const HEADINGS: [&str; 7] = ["columns", "headings", "headers", "header", "columnheaders", "fields", "cols"];

/// Returns true if a field holds the headings of rows.
pub(super) fn is_headings(field: &str) -> bool {
    HEADINGS.contains(&plain(field).as_str())
}

/// Returns rows that are all lists of cells; none if one of them is something else.
pub(super) fn rows_of_cells(rows: &[&RawValue], lines: &LineIndex) -> Option<Vec<GridRow>> {
    let cells = |raw: &&RawValue| match serde_json::from_str(raw.get()) {
        Ok(Value::Array(cells)) => {
            Some(GridRow { line: lines.line_of(raw.get()), cells: cells.iter().map(cell_text).collect() })
        }
        Ok(_) | Err(_) => None,
    };
    let are_lists = rows.len() > 1 && rows.iter().all(|raw| raw.get().starts_with('['));
    are_lists.then(|| rows.iter().map(cells).collect()).flatten()
}

/// Returns the rows of an object whose fields are columns: lists of as many values each, with names that are known headings
/// and no stages. None for any other object.
pub(super) fn rows_of_columns(object: &JsonObject, lines: &LineIndex, lang: &Lang) -> Option<Vec<GridRow>> {
    let words = Vocabulary::new(lang);
    let is_stage = |name: &str| phase_of_stage(name).is_some();
    let has_headings = object.0.iter().any(|(name, _)| meaning(name, &words).is_some());
    if object.0.len() < 2 || !has_headings || object.0.iter().any(|(name, _)| is_stage(name)) {
        return None;
    }
    let columns: Vec<Vec<&RawValue>> = object.0.iter().map(|(_, raw)| values(raw)).collect::<Option<_>>()?;
    let count = columns[0].len();
    if count == 0 || columns.iter().any(|column| column.len() != count) {
        return None;
    }
    let text =
        |raw: &RawValue| serde_json::from_str::<Value>(raw.get()).map(|value| cell_text(&value)).unwrap_or_default();
    let row = |nth: usize| GridRow {
        line: lines.line_of(columns[0][nth].get()),
        cells: columns.iter().map(|column| text(column[nth])).collect(),
    };
    let headings =
        GridRow { line: lines.line_of(columns[0][0].get()), cells: object.0.iter().map(|(name, _)| name).collect() };
    Some(std::iter::once(headings).chain((0..count).map(row)).collect())
}

/// Returns the values of a list; none if it holds lists or objects.
fn values(raw: &RawValue) -> Option<Vec<&RawValue>> {
    let values: Vec<&RawValue> = serde_json::from_str(raw.get()).ok()?;
    (!values.iter().any(|value| value.get().starts_with(['[', '{']))).then_some(values)
}

fn cell_text(cell: &Value) -> String {
    match cell {
        Value::Array(items) => list_text(items),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_) => item_text(cell),
    }
}
