//! A table as it stands in a file, before anybody knows what its columns mean.

/// The most cells of all tables of a file, with the empty ones before a filled cell.
pub(crate) const MAX_CELLS: usize = 20_000_000;

/// One table of a file: a sheet, a table in Markdown, a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// The name of the sheet, or the heading above the table; none if there is none.
    pub name: Option<String>,
    /// All rows, also titles and the headings; one row without cells stands for any number of blank lines.
    pub rows: Vec<GridRow>,
    /// Cells that a spreadsheet shows as one, in the order of their first lines; blocks do not overlap.
    pub merged: Vec<MergedCells>,
}

/// One row of texts; numbers and dates are written as csv has them (`1200`, `0.5`, `2026-05-01`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GridRow {
    /// The line of the file, or the row of the sheet, from 1.
    pub line: usize,
    pub cells: Vec<String>,
}

/// A block of merged cells. Its text is in the first cell, and the others are empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MergedCells {
    /// The first and the last row, as [`GridRow::line`] counts them.
    pub lines: [usize; 2],
    /// The first and the last column, from 0.
    pub columns: [usize; 2],
}

impl Grid {
    /// Writes the text of merged cells into each of their rows, in one column.
    pub fn fill_down(&mut self, column: usize) {
        let mut filled = 0;
        for block in &self.merged {
            let ([first, last], [left, right]) = (block.lines, block.columns);
            if first == last || first <= filled || !(left..=right).contains(&column) {
                continue;
            }
            filled = last;
            let begin = self.rows.partition_point(|row| row.line < first);
            let end = self.rows.partition_point(|row| row.line <= last);
            let Some((top, below)) = self.rows[begin..end].split_first_mut() else { continue };
            let Some(text) = top.cells.get(left).filter(|_| top.line == first) else { continue };
            for row in below.iter_mut().filter(|row| !row.cells.is_empty()) {
                row.fill(column, text);
            }
        }
    }

    /// Writes the text of merged cells into each of their columns, in the row with this index.
    pub fn fill_right(&mut self, row: usize) {
        let Some(row) = self.rows.get_mut(row) else { return };
        for block in &self.merged {
            let ([first, last], [left, right]) = (block.lines, block.columns);
            if first <= row.line && row.line <= last {
                let text = row.cells.get(left).cloned().unwrap_or_default();
                (left..=right).for_each(|column| row.fill(column, &text));
            }
        }
    }
}

impl GridRow {
    /// Puts a text into a cell if it is empty.
    fn fill(&mut self, column: usize, text: &str) {
        if self.cells.len() <= column {
            self.cells.resize(column + 1, String::new());
        }
        if self.cells[column].is_empty() {
            text.clone_into(&mut self.cells[column]);
        }
    }
}
