//! Builds a table whose columns are found while its rows are read.

use std::collections::HashMap;

use crate::exchange::import::cells::RowBuilder;
use crate::exchange::import::grid::{Grid, GridRow, MAX_CELLS};

/// A table whose columns are found while its rows are read.
pub(crate) struct TableBuilder {
    headings: Vec<String>,
    places: HashMap<String, usize>,
    /// The rows before the one that is being built.
    rows: Vec<GridRow>,
    /// The row that is being built, and its line; none before the first.
    row: RowBuilder,
    line: Option<usize>,
    /// For each column, the number of the last row that has a value in it.
    filled: Vec<usize>,
    cells: usize,
}

impl TableBuilder {
    pub(crate) fn new() -> TableBuilder {
        TableBuilder {
            headings: Vec::new(),
            places: HashMap::new(),
            rows: Vec::new(),
            row: RowBuilder::default(),
            line: None,
            filled: Vec::new(),
            cells: 0,
        }
    }

    pub(crate) fn begin_row(&mut self, line: usize) {
        self.end_row();
        self.line = Some(line);
    }

    fn end_row(&mut self) {
        let cells = self.row.finish();
        self.rows.extend(self.line.take().map(|line| GridRow { line, cells }));
    }

    /// Returns true if the row has a value in that column.
    pub(crate) fn has(&self, heading: &str) -> bool {
        self.places.get(heading).is_some_and(|&at| self.filled[at] == self.rows.len() + 1)
    }

    /// Puts a text into the row.
    pub(crate) fn set(&mut self, heading: &str, text: &str) {
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
        self.filled[at] = self.rows.len() + 1;
        self.cells += (at + 1).saturating_sub(self.row.len());
        if self.cells <= MAX_CELLS {
            self.row.set(at, text);
        }
    }

    /// Returns true if the table has more cells than it may have.
    pub(crate) fn is_too_large(&self) -> bool {
        self.cells > MAX_CELLS
    }

    /// Returns the table, with the headings as its first row.
    pub(crate) fn finish(mut self, name: Option<&str>) -> Grid {
        self.end_row();
        let line = self.rows.first().map_or(1, |row| row.line);
        let headings = GridRow { line, cells: self.headings.into_iter().collect() };
        let rows = std::iter::once(headings).chain(self.rows).collect();
        Grid { name: name.map(str::to_owned), rows, is_list: false }
    }
}
