//! The inventory as comma- or tab-separated values: UTF-8 without a byte-order mark, lines that end in LF, a first line of names.

use std::borrow::Cow;

use csv::{Writer, WriterBuilder};

use super::formula_guard::FormulaGuard;
use super::inventory::{COLUMNS, Cell, Row, SEPARATOR, joined, rows};
use super::{DocumentSource, ExportError, Exported, StreamedInventory};

/// Values between commas; one with a comma, a quotation mark or a line end stands in quotation marks.
pub const COMMA_SEPARATED: StreamedInventory =
    StreamedInventory { head: names::<b','>, rows: values::<b','>, between: "", tail: "" };

/// Values between tabs, which no value has in it; one with a quotation mark or a line end stands in quotation marks.
pub const TAB_SEPARATED: StreamedInventory =
    StreamedInventory { head: names::<b'\t'>, rows: values::<b'\t'>, between: "", tail: "" };

/// Writes the touchpoints of one map.
pub fn document(subject: &DocumentSource) -> Result<Exported, ExportError> {
    let rows: Vec<Row> = rows(subject.file, subject.map).collect();
    let bytes = [(COMMA_SEPARATED.head)()?, (COMMA_SEPARATED.rows)(&rows, subject.guard)?].concat();
    let split = split(&rows);
    let lost = (split > 0).then(|| subject.lang.csv_splits_actors(split));
    Ok(Exported { bytes, omissions: lost.into_iter().collect() })
}

/// How many rows have a list that comes apart in another way than it was joined.
pub fn split(rows: &[Row]) -> usize {
    rows.iter().filter(|row| row.touchpoint.actors.iter().any(|actor| actor.contains(SEPARATOR))).count()
}

fn names<const DELIMITER: u8>() -> Result<Vec<u8>, ExportError> {
    let mut writer = writer::<DELIMITER>();
    writer.write_record(COLUMNS.iter().map(|column| column.name)).map_err(ExportError::library)?;
    written(writer)
}

/// The rows; what is unknown is empty, actors are joined with `; `.
fn values<const DELIMITER: u8>(rows: &[Row], guard: FormulaGuard) -> Result<Vec<u8>, ExportError> {
    let mut writer = writer::<DELIMITER>();
    for row in rows {
        for column in COLUMNS {
            writer.write_field(text((column.cell)(row), guard).as_bytes()).map_err(ExportError::library)?;
        }
        writer.write_record(None::<&[u8]>).map_err(ExportError::library)?;
    }
    written(writer)
}

fn writer<const DELIMITER: u8>() -> Writer<Vec<u8>> {
    WriterBuilder::new().delimiter(DELIMITER).from_writer(Vec::new())
}

fn written(writer: Writer<Vec<u8>>) -> Result<Vec<u8>, ExportError> {
    writer.into_inner().map_err(|error| ExportError::library(error.into_error()))
}

fn text<'a>(cell: Cell<'a>, guard: FormulaGuard) -> Cow<'a, str> {
    match cell {
        Cell::Unknown => Cow::Borrowed(""),
        Cell::Text(text) => guard.mark(text),
        Cell::Word(word) => Cow::Borrowed(word.key()),
        Cell::List([]) => Cow::Borrowed(""),
        Cell::List(lines) => Cow::Owned(guard.mark(&joined(lines)).into_owned()),
        Cell::Id(id) => Cow::Owned(id.to_string()),
        Cell::Whole(number) => Cow::Owned(number.to_string()),
        Cell::Signed(number) => Cow::Owned(number.to_string()),
        Cell::Flag(flag) => Cow::Borrowed(if flag { "true" } else { "false" }),
    }
}
