//! The inventory as csv or tsv: UTF-8 without a byte-order mark, lines that end in LF, column names in the first line.

use std::borrow::Cow;

use csv::{Writer, WriterBuilder};

use super::exporter::{DocumentSource, ExportError, Exported, StreamedInventory};
use super::formula_guard::FormulaGuard;
use super::inventory::{COLUMNS, Cell, InventoryRow, SEPARATOR, joined, rows};

/// Comma-separated values; a value with a comma, a quotation mark or a line end is quoted.
pub(crate) const COMMA_SEPARATED: StreamedInventory =
    StreamedInventory { head: header::<b','>, rows: lines::<b','>, between: "", tail: "" };

/// Tab-separated values; no value contains a tab, and one with a quotation mark or a line end is quoted.
pub(crate) const TAB_SEPARATED: StreamedInventory =
    StreamedInventory { head: header::<b'\t'>, rows: lines::<b'\t'>, between: "", tail: "" };

/// Writes the touchpoints of one map as csv.
pub fn document(source: &DocumentSource) -> Result<Exported, ExportError> {
    let rows: Vec<InventoryRow> = rows(source.file, source.map).collect();
    let bytes = [(COMMA_SEPARATED.head)()?, (COMMA_SEPARATED.rows)(&rows, source.guard)?].concat();
    let ambiguous = ambiguous_lists(&rows);
    let omission = (ambiguous > 0).then(|| source.lang.csv_splits_actors(ambiguous));
    Ok(Exported { bytes, omissions: omission.into_iter().collect() })
}

/// Counts the rows with an actor that contains the separator: their list is split differently when it is read again.
fn ambiguous_lists(rows: &[InventoryRow]) -> usize {
    rows.iter().filter(|row| row.touchpoint.actors.iter().any(|actor| actor.contains(SEPARATOR))).count()
}

fn header<const DELIMITER: u8>() -> Result<Vec<u8>, ExportError> {
    let mut writer = writer::<DELIMITER>();
    writer.write_record(COLUMNS.iter().map(|column| column.name)).map_err(ExportError::library)?;
    finish(writer)
}

/// Returns the rows; unknown values are empty, and lists are joined with `; `.
fn lines<const DELIMITER: u8>(rows: &[InventoryRow], guard: FormulaGuard) -> Result<Vec<u8>, ExportError> {
    let mut writer = writer::<DELIMITER>();
    for row in rows {
        for column in COLUMNS {
            writer.write_field(text(column.cell(row), guard).as_bytes()).map_err(ExportError::library)?;
        }
        writer.write_record(None::<&[u8]>).map_err(ExportError::library)?;
    }
    finish(writer)
}

fn writer<const DELIMITER: u8>() -> Writer<Vec<u8>> {
    WriterBuilder::new().delimiter(DELIMITER).from_writer(Vec::new())
}

fn finish(writer: Writer<Vec<u8>>) -> Result<Vec<u8>, ExportError> {
    writer.into_inner().map_err(|error| ExportError::library(error.into_error()))
}

fn text<'a>(cell: Cell<'a>, guard: FormulaGuard) -> Cow<'a, str> {
    match cell {
        Cell::Unknown => Cow::Borrowed(""),
        Cell::Text(text) => {
            let marked = if let Cow::Owned(marked) = guard.mark(&text) { Some(marked) } else { None };
            marked.map_or(text, Cow::Owned)
        }
        Cell::Word(word) => Cow::Borrowed(word.key()),
        Cell::List(lines) => Cow::Owned(guard.mark(&joined(&lines)).into_owned()),
        Cell::Id(id) => Cow::Owned(id.to_string()),
        Cell::Whole(number) => Cow::Owned(number.to_string()),
        Cell::Signed(number) => Cow::Owned(number.to_string()),
        Cell::Flag(flag) => Cow::Borrowed(if flag { "true" } else { "false" }),
    }
}
