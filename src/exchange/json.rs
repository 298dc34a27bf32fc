//! The inventory as JSON, one object a line: a list, or JSON Lines.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::exporter::{ExportError, StreamedInventory};
use super::inventory::{COLUMNS, Cell, InventoryRow};
use super::table_style::TableStyle;

/// A JSON list of objects.
pub(crate) const LIST: StreamedInventory =
    StreamedInventory { head: |_| Ok(b"[".to_vec()), rows: items, between: ",", tail: "\n]\n" };

/// JSON Lines: one object on each line.
pub(crate) const LINES: StreamedInventory =
    StreamedInventory { head: |_| Ok(Vec::new()), rows: lines, between: "", tail: "" };

/// The usual size of a row in bytes.
const ROW_CAPACITY: usize = 512;

fn items(rows: &[InventoryRow], _: &TableStyle) -> Result<Vec<u8>, ExportError> {
    let mut json = Vec::with_capacity(rows.len() * ROW_CAPACITY);
    for (nth, row) in rows.iter().enumerate() {
        json.extend_from_slice(if nth == 0 { b"\n" } else { b",\n" });
        serde_json::to_writer(&mut json, &RowObject(row)).map_err(ExportError::library)?;
    }
    Ok(json)
}

fn lines(rows: &[InventoryRow], _: &TableStyle) -> Result<Vec<u8>, ExportError> {
    let mut json = Vec::with_capacity(rows.len() * ROW_CAPACITY);
    for row in rows {
        serde_json::to_writer(&mut json, &RowObject(row)).map_err(ExportError::library)?;
        json.push(b'\n');
    }
    Ok(json)
}

/// A row as an object: the keys are the names of the columns, in their order; unknown values are null.
struct RowObject<'a>(&'a InventoryRow<'a>);

impl Serialize for RowObject<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(Some(COLUMNS.len()))?;
        for column in COLUMNS {
            object.serialize_entry(column.name, &CellValue(column.cell(self.0)))?;
        }
        object.end()
    }
}

/// A cell as a value of JSON.
pub(super) struct CellValue<'a>(pub Cell<'a>);

impl Serialize for CellValue<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Cell::Unknown => serializer.serialize_unit(),
            Cell::Text(text) => serializer.serialize_str(text),
            Cell::Word(word) => serializer.serialize_str(word.key()),
            Cell::Id(id) => id.serialize(serializer),
            Cell::Whole(number) => serializer.serialize_u64(*number),
            Cell::Signed(number) => serializer.serialize_i8(*number),
            Cell::Share(share) => serializer.serialize_f64(*share),
            Cell::Flag(flag) => serializer.serialize_bool(*flag),
            Cell::List(lines) => lines.serialize(serializer),
        }
    }
}
