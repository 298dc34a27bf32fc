//! Reading csv and tsv, as the inventory writes them and as spreadsheets save them.

use ::csv::StringRecord;

use super::grid::Grid;
use super::source::{SourceOptions, delimited};
use super::table::{RowCells, Table, TableRow};
use super::table_map::read_map;
use super::vocabulary::Vocabulary;
use super::{ImportFailure, ImportOptions, Imported, Remark};
use crate::exchange::FormulaGuard;

/// Reads a map from a table with any of the separators.
pub fn read(text: &str, options: &ImportOptions) -> Result<Imported, ImportFailure> {
    let words = Vocabulary::new(options.lang);
    let mut warnings = Vec::new();
    let source = SourceOptions { lang: options.lang, format: None, sheet: None, guard: options.guard };
    let table = table(delimited::read(text, &source, &mut warnings)?, options)?;
    let mut add_warnings = |remarks: &mut Vec<Remark>| {
        remarks.append(&mut warnings);
        remarks.sort_by_key(|remark| remark.line);
    };
    match read_map(&table, options, &words) {
        Ok(mut imported) => {
            add_warnings(&mut imported.remarks);
            Ok(imported)
        }
        Err(mut failure) => {
            add_warnings(&mut failure.remarks);
            Err(failure)
        }
    }
}

/// Splits a grid into headings and rows.
fn table<'a>(grid: Grid, options: &ImportOptions) -> Result<Table<'a>, ImportFailure> {
    let mut rows = grid.rows.into_iter().filter(|row| !row.cells.is_empty());
    let Some(headings) = rows.next() else {
        return Err(vec![Remark::of_all(options.lang.import_empty())].into());
    };
    let rows = rows.map(|row| {
        let record = StringRecord::from(row.cells);
        TableRow { line: row.line, cells: RowCells::Csv { record, guard: FormulaGuard::Off } }
    });
    Ok(Table { headings: headings.cells, rows: rows.collect() })
}
