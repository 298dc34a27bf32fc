//! Builds a table whose columns are found while its rows are read.

use std::collections::HashMap;

use crate::exchange::import::grid::{Grid, GridRow, MAX_CELLS};

/// A table whose columns are found while its rows are read.
pub(crate) struct TableBuilder {
    headings: Vec<String>,
    places: HashMap<String, usize>,
    rows: Vec<GridRow>,
    /// For each column, the number of the last row that has a value in it.
    filled: Vec<usize>,
    cells: usize,
}

impl TableBuilder {
    pub(crate) fn new() -> TableBuilder {
        TableBuilder { headings: Vec::new(), places: HashMap::new(), rows: Vec::new(), filled: Vec::new(), cells: 0 }
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
            self.cells += at + 1 - row.cells.len();
            if self.cells > MAX_CELLS {
                return;
            }
            row.cells.resize(at + 1, String::new());
        }
        row.cells[at] = text;
    }

    /// Returns true if the table has more cells than it may have.
    pub(crate) fn is_too_large(&self) -> bool {
        self.cells > MAX_CELLS
    }

    /// Returns the table, with the headings as its first row.
    pub(crate) fn finish(self, name: Option<&str>) -> Grid {
        let line = self.rows.first().map_or(1, |row| row.line);
        let headings = GridRow { line, cells: self.headings };
        let rows = std::iter::once(headings).chain(self.rows).collect();
        Grid { name: name.map(str::to_owned), rows, ..Grid::default() }
    }
}
