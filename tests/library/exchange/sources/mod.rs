//! The bytes of files become tables, whatever the files are.

mod formats;
mod pages;
mod text;
mod workbooks;

use periplo::exchange::FormulaGuard;
use periplo::exchange::import::ImportFailure;
use periplo::exchange::import::grid::Grid;
use periplo::exchange::import::shape::choices::Purpose;
use periplo::exchange::import::source::{self, Source, SourceContent, SourceFormat, SourceOptions};
use periplo::lang::{Lang, Language};

/// Reads a file with the format of its name and the wanted sheet.
fn read_with(bytes: &[u8], format: Option<SourceFormat>, sheet: Option<&str>) -> Result<Source, ImportFailure> {
    let lang = Lang::new(Language::English);
    source::read(bytes, &SourceOptions { lang: &lang, format, sheet, guard: FormulaGuard::On, purpose: Purpose::Map })
}

/// Reads a file whose format is found by its content.
fn read(bytes: impl AsRef<[u8]>) -> Source {
    read_with(bytes.as_ref(), None, None).expect("a file that can be read")
}

/// Returns the sentence for which a file is refused.
fn refusal(bytes: impl AsRef<[u8]>, format: Option<SourceFormat>) -> String {
    let failure = read_with(bytes.as_ref(), format, None).expect_err("a refusal");
    assert_eq!(failure.faults.len(), 1, "{failure:?}");
    failure.faults[0].text.clone()
}

/// Returns the tables of a file.
fn tables(source: Source) -> Vec<Grid> {
    match source.content {
        SourceContent::Tables(tables) => tables,
        content @ (SourceContent::Diagrams(_) | SourceContent::WholeMap(_)) => panic!("no tables: {content:?}"),
    }
}

/// Returns the cells of a table.
fn cells_of(table: &Grid) -> Vec<Vec<String>> {
    table.rows.iter().map(|row| row.cells.iter().map(str::to_owned).collect()).collect()
}

/// Returns the cells of the first table of a file.
fn cells(bytes: impl AsRef<[u8]>) -> Vec<Vec<String>> {
    cells_of(&tables(read(bytes))[0])
}
