//! The inventory as comma-separated values: UTF-8 without a byte-order mark, lines that end in LF, a first line of names.

use std::borrow::Cow;

use super::guard::guard;
use super::inventory::{COLUMNS, Cell, Row, rows};
use super::{Cells, Export, ExportError, Subject};

/// Writes the rows of an inventory; what is unknown is empty, actors are joined with `; `.
pub fn render(rows: &[Row], cells: &Cells) -> Result<Vec<u8>, ExportError> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(COLUMNS.iter().map(|column| column.name)).map_err(ExportError::new)?;
    for row in rows {
        for column in COLUMNS {
            writer.write_field(text((column.cell)(row), cells).as_bytes()).map_err(ExportError::new)?;
        }
        writer.write_record(None::<&[u8]>).map_err(ExportError::new)?;
    }
    writer.into_inner().map_err(|error| ExportError::new(error.into_error()))
}

/// Writes the touchpoints of one map.
pub fn document(subject: &Subject) -> Result<Export, ExportError> {
    let rows: Vec<Row> = rows(subject.file, subject.map).collect();
    Ok(Export { bytes: render(&rows, &subject.cells)?, lost: Vec::new() })
}

fn text<'a>(cell: Cell<'a>, cells: &Cells) -> Cow<'a, str> {
    match cell {
        Cell::Unknown => Cow::Borrowed(""),
        Cell::Text(text) if cells.guarded => guard(text),
        Cell::Text(text) | Cell::Word(text) => Cow::Borrowed(text),
        Cell::List(lines) => {
            let joined = lines.iter().map(|line| &**line).collect::<Vec<_>>().join("; ");
            Cow::Owned(if cells.guarded { guard(&joined).into_owned() } else { joined })
        }
        Cell::Id(id) => Cow::Owned(id.to_string()),
        Cell::Whole(number) => Cow::Owned(number.to_string()),
        Cell::Signed(number) => Cow::Owned(number.to_string()),
        Cell::Flag(flag) => Cow::Borrowed(if flag { "true" } else { "false" }),
    }
}
