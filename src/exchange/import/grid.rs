//! A table as it stands in a file, before anybody knows what its columns mean.

pub use super::cells::Cells;

/// The most cells of all tables of a file, with the empty ones before a filled cell.
pub(crate) const MAX_CELLS: usize = 20_000_000;

/// One table of a file: a sheet, a table in Markdown, a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// The name of the sheet, or the heading above the table; none if there is none.
    pub name: Option<String>,
    /// All rows, also titles and the headings; one row without cells stands for any number of blank lines.
    pub rows: Vec<GridRow>,
    /// True if these are the lines of a plain list. In them, marks of quick entry count.
    pub is_list: bool,
}

/// One row of texts; numbers and dates are written as csv has them (`1200`, `0.5`, `2026-05-01`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GridRow {
    /// The line of the file, or the row of the sheet, from 1.
    pub line: usize,
    pub cells: Cells,
}
