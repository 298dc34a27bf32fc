//! Builds the grid of a sheet cell by cell, within limits that no honest workbook reaches.

use super::archive::{MAX_UNPACKED, WorkbookFault};
use crate::exchange::import::grid::{Grid, GridRow, MAX_CELLS, MergedCells};

/// How many cells and bytes of text may still be added to the sheets of a workbook.
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
    rows: Vec<GridRow>,
    merged: Vec<MergedCells>,
    budget: &'a mut Budget,
}

impl<'a> SheetBuilder<'a> {
    pub(crate) fn new(budget: &'a mut Budget) -> SheetBuilder<'a> {
        SheetBuilder { rows: Vec::new(), merged: Vec::new(), budget }
    }

    /// Puts a text into a cell; lines count from 1, columns from 0. Empty texts are left out.
    pub(crate) fn add(&mut self, line: usize, column: usize, text: String) -> Result<(), WorkbookFault> {
        if text.is_empty() {
            return Ok(());
        }
        if self.rows.last().is_none_or(|last| last.line != line) {
            self.rows.push(GridRow { line, cells: Vec::new() });
        }
        let Some(row) = self.rows.last_mut() else { return Ok(()) };
        self.budget.take((column + 1).saturating_sub(row.cells.len()), text.len())?;
        if row.cells.len() < column {
            row.cells.resize(column, String::new());
        }
        match row.cells.get_mut(column) {
            Some(cell) => *cell = text,
            None => row.cells.push(text),
        }
        Ok(())
    }

    /// Repeats the last row until a line, if it is the row of the line before.
    pub(crate) fn repeat(&mut self, line: usize, times: usize) -> Result<(), WorkbookFault> {
        let Some(row) = self.rows.last().filter(|row| row.line == line).cloned() else { return Ok(()) };
        let bytes: usize = row.cells.iter().map(String::len).sum();
        for nth in 1..times {
            self.budget.take(row.cells.len(), bytes)?;
            self.rows.push(GridRow { line: line + nth, cells: row.cells.clone() });
        }
        Ok(())
    }

    /// Adds a block of merged cells.
    pub(crate) fn merge(&mut self, block: MergedCells) {
        self.merged.push(block);
    }

    /// Returns the sheet, with a row without cells where lines are blank.
    pub(crate) fn finish(mut self, name: String) -> Grid {
        if !self.rows.is_sorted_by(|one, next| one.line < next.line) {
            self.rows = in_order(self.rows);
        }
        let mut rows = Vec::with_capacity(self.rows.len());
        let mut next_line = None;
        for row in self.rows {
            if next_line.is_some_and(|line| line < row.line) {
                rows.extend(next_line.map(|line| GridRow { line, cells: Vec::new() }));
            }
            next_line = Some(row.line + 1);
            rows.push(row);
        }
        self.merged.sort_unstable_by_key(|block| (block.lines, block.columns));
        Grid { name: Some(name).filter(|name| !name.trim().is_empty()), rows, merged: self.merged }
    }
}

/// Sorts rows, and joins those of the same line.
fn in_order(mut rows: Vec<GridRow>) -> Vec<GridRow> {
    rows.sort_by_key(|row| row.line);
    rows.dedup_by(|later, row| {
        let is_same = later.line == row.line;
        if is_same {
            row.cells.resize(row.cells.len().max(later.cells.len()), String::new());
            for (cell, text) in row.cells.iter_mut().zip(later.cells.drain(..)).filter(|(_, text)| !text.is_empty()) {
                *cell = text;
            }
        }
        is_same
    });
    rows
}
