//! Builds the grid of a sheet cell by cell, within limits that no honest workbook reaches.

use super::archive::{MAX_UNPACKED, WorkbookFault};
use crate::exchange::import::cells::RowBuilder;
use crate::exchange::import::grid::{Cells, Grid, GridRow, MAX_CELLS};

/// As many bytes of the limit as a row takes besides its text; so there are at most two million rows.
const ROW_BYTES: usize = 256;

/// How many cells and bytes may still be added to the sheets of a workbook.
pub(crate) struct Budget {
    cells: usize,
    bytes: u64,
}

impl Budget {
    pub(crate) fn new() -> Budget {
        Budget { cells: MAX_CELLS, bytes: MAX_UNPACKED }
    }

    fn take(&mut self, cells: usize, bytes: usize) -> Result<(), WorkbookFault> {
        self.cells = self.cells.checked_sub(cells).ok_or(WorkbookFault::TooLarge)?;
        self.bytes = self.bytes.checked_sub(bytes as u64).ok_or(WorkbookFault::TooLarge)?;
        Ok(())
    }
}

/// A sheet that is being read.
pub(crate) struct SheetBuilder<'a> {
    /// The rows before the one that is being read.
    rows: Vec<GridRow>,
    row: RowBuilder,
    /// The line of the row that is being read; none before the first.
    line: Option<usize>,
    budget: &'a mut Budget,
}

impl<'a> SheetBuilder<'a> {
    pub(crate) fn new(budget: &'a mut Budget) -> SheetBuilder<'a> {
        SheetBuilder { rows: Vec::new(), row: RowBuilder::default(), line: None, budget }
    }

    /// Puts a text into a cell; lines count from 1, columns from 0. Empty texts are left out.
    pub(crate) fn add(&mut self, line: usize, column: usize, text: &str) -> Result<(), WorkbookFault> {
        if text.is_empty() {
            return Ok(());
        }
        if self.line != Some(line) {
            self.budget.take(0, ROW_BYTES)?;
            self.end_row();
            self.line = Some(line);
        }
        self.budget.take((column + 1).saturating_sub(self.row.len()), text.len())?;
        self.row.set(column, text);
        Ok(())
    }

    fn end_row(&mut self) {
        let cells = self.row.finish();
        self.rows.extend(self.line.take().map(|line| GridRow { line, cells }));
    }

    /// Repeats the last row until a line, if it is the row of the line before.
    pub(crate) fn repeat(&mut self, line: usize, times: usize) -> Result<(), WorkbookFault> {
        self.end_row();
        let Some(row) = self.rows.last().filter(|row| row.line == line).cloned() else { return Ok(()) };
        let bytes = ROW_BYTES + row.cells.iter().map(str::len).sum::<usize>();
        let copies = times.saturating_sub(1);
        self.budget.take(row.cells.len().saturating_mul(copies), bytes.saturating_mul(copies))?;
        self.rows.extend((1..times).map(|nth| GridRow { line: line + nth, cells: row.cells.clone() }));
        Ok(())
    }

    /// Returns the sheet, with a row without cells where lines are blank.
    pub(crate) fn finish(mut self, name: String) -> Grid {
        self.end_row();
        if !self.rows.is_sorted_by(|one, next| one.line < next.line) {
            self.rows = in_order(self.rows);
        }
        let mut rows = Vec::with_capacity(self.rows.len());
        let mut next_line = None;
        for row in self.rows {
            if next_line.is_some_and(|line| line < row.line) {
                rows.extend(next_line.map(|line| GridRow { line, cells: Cells::default() }));
            }
            next_line = Some(row.line + 1);
            rows.push(row);
        }
        Grid { name: Some(name).filter(|name| !name.trim().is_empty()), rows, is_list: false }
    }
}

/// Sorts rows, and joins those of the same line.
fn in_order(mut rows: Vec<GridRow>) -> Vec<GridRow> {
    rows.sort_by_key(|row| row.line);
    let mut joined = RowBuilder::default();
    rows.chunk_by(|one, next| one.line == next.line)
        .map(|parts| {
            for (at, text) in parts.iter().flat_map(|row| row.cells.iter().enumerate()) {
                if !text.is_empty() {
                    joined.set(at, text);
                }
            }
            GridRow { line: parts[0].line, cells: joined.finish() }
        })
        .collect()
}
