//! Builds a table from the fields of JSON objects.

use std::collections::HashMap;

use serde_json::Value;

use super::cell_text;
use crate::exchange::import::grid::{Grid, GridRow};
use crate::exchange::inventory::SEPARATOR;

/// Fields that name an object, the most telling first.
const NAMES: [&str; 8] = ["touchpoint", "name", "title", "label", "text", "content", "nombre", "texto"];

/// A table whose columns are found while its rows are read.
pub(crate) struct TableBuilder {
    headings: Vec<String>,
    places: HashMap<String, usize>,
    rows: Vec<GridRow>,
    /// For each column, the number of the last row that has a value in it.
    filled: Vec<usize>,
}

impl TableBuilder {
    pub(crate) fn new() -> TableBuilder {
        TableBuilder { headings: Vec::new(), places: HashMap::new(), rows: Vec::new(), filled: Vec::new() }
    }

    pub(crate) fn begin_row(&mut self, line: usize) {
        self.rows.push(GridRow { line, cells: Vec::new() });
    }

    /// Returns true if the row has a value in that column.
    pub(crate) fn has(&self, heading: &str) -> bool {
        self.places.get(heading).is_some_and(|&at| self.filled[at] == self.rows.len())
    }

    /// Puts a text into the row.
    pub(crate) fn set(&mut self, heading: &str, text: String) {
        let at = match self.places.get(heading) {
            Some(&at) => at,
            None => {
                let at = self.headings.len();
                self.headings.push(heading.to_owned());
                self.places.insert(heading.to_owned(), at);
                self.filled.push(0);
                at
            }
        };
        self.filled[at] = self.rows.len();
        let Some(row) = self.rows.last_mut() else { return };
        if row.cells.len() <= at {
            row.cells.resize(at + 1, String::new());
        }
        row.cells[at] = text;
    }

    /// Returns the table, with the headings as its first row.
    pub(crate) fn finish(self, name: Option<&str>) -> Grid {
        let line = self.rows.first().map_or(1, |row| row.line);
        let headings = GridRow { line, cells: self.headings };
        let rows = std::iter::once(headings).chain(self.rows).collect();
        Grid { name: name.map(str::to_owned), rows, ..Grid::default() }
    }
}

/// Returns a list as the text of a cell: its items with semicolons between them, or one a line if one of them has a semicolon.
pub(crate) fn list_text(items: &[Value]) -> String {
    let texts: Vec<String> = items.iter().map(item_text).filter(|text| !text.is_empty()).collect();
    let has_separator = texts.iter().any(|text| text.contains(SEPARATOR));
    if has_separator { texts.join("\n") } else { texts.join(&format!("{SEPARATOR} ")) }
}

/// Returns an item of a list; an object is written as its name.
fn item_text(item: &Value) -> String {
    let name = |fields: &serde_json::Map<String, Value>| {
        let name = NAMES.iter().find_map(|name| fields.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)));
        name.map(|(_, value)| scalar_text(value))
    };
    item.as_object().and_then(name).unwrap_or_else(|| scalar_text(item))
}

/// Returns a value that is no list as the text of a cell; null is empty.
pub(crate) fn scalar_text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(is_true) => is_true.to_string(),
        Value::Number(number) => match number.as_f64().filter(|_| !number.is_i64() && !number.is_u64()) {
            Some(fraction) => cell_text::number(fraction),
            None => number.to_string(),
        },
        Value::String(text) => text.clone(),
        Value::Array(_) | Value::Object(_) => value.to_string(),
    }
}
