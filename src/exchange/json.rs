//! The inventory as JSON: objects, one a line, in a list or by themselves (JSON Lines).

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::formula_guard::FormulaGuard;
use super::inventory::{COLUMNS, Cell, Row};
use super::{ExportError, StreamedInventory};

/// A list of objects.
pub const LIST: StreamedInventory =
    StreamedInventory { head: || Ok(b"[".to_vec()), rows: items, between: ",", tail: "\n]\n" };

/// An object a line.
pub const LINES: StreamedInventory = StreamedInventory { head: || Ok(Vec::new()), rows: lines, between: "", tail: "" };

/// The usual bytes of a row.
const ROOM: usize = 512;

fn items(rows: &[Row], _: FormulaGuard) -> Result<Vec<u8>, ExportError> {
    let mut json = Vec::with_capacity(rows.len() * ROOM);
    for (nth, row) in rows.iter().enumerate() {
        json.extend_from_slice(if nth == 0 { b"\n" } else { b",\n" });
        serde_json::to_writer(&mut json, &Object(row)).map_err(ExportError::library)?;
    }
    Ok(json)
}

fn lines(rows: &[Row], _: FormulaGuard) -> Result<Vec<u8>, ExportError> {
    let mut json = Vec::with_capacity(rows.len() * ROOM);
    for row in rows {
        serde_json::to_writer(&mut json, &Object(row)).map_err(ExportError::library)?;
        json.push(b'\n');
    }
    Ok(json)
}

/// A row as an object with the columns' names as keys, in their order; what is unknown is null, actors are a list.
struct Object<'a>(&'a Row<'a>);

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(Some(COLUMNS.len()))?;
        for column in COLUMNS {
            object.serialize_entry(column.name, &Value((column.cell)(self.0)))?;
        }
        object.end()
    }
}

struct Value<'a>(Cell<'a>);

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Cell::Unknown => serializer.serialize_unit(),
            Cell::Text(text) => serializer.serialize_str(text),
            Cell::Word(word) => serializer.serialize_str(word.key()),
            Cell::Id(id) => id.serialize(serializer),
            Cell::Whole(number) => serializer.serialize_u64(number),
            Cell::Signed(number) => serializer.serialize_i8(number),
            Cell::Flag(flag) => serializer.serialize_bool(flag),
            Cell::List(lines) => lines.serialize(serializer),
        }
    }
}
