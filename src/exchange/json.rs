//! The inventory as JSON: a list of objects, one a line.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::inventory::{COLUMNS, Cell, Row};
use super::{Cells, ExportError};

/// Writes the rows of an inventory; what is unknown is null, actors are a list.
pub fn render(rows: &[Row], _: &Cells) -> Result<Vec<u8>, ExportError> {
    let mut json = b"[".to_vec();
    for (nth, row) in rows.iter().enumerate() {
        json.extend_from_slice(if nth == 0 { b"\n" } else { b",\n" });
        serde_json::to_writer(&mut json, &Object(row)).map_err(ExportError::new)?;
    }
    json.extend_from_slice(if rows.is_empty() { b"]\n" } else { b"\n]\n" });
    Ok(json)
}

/// A row as an object with the columns' names as keys, in their order.
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
            Cell::Text(text) | Cell::Word(text) => serializer.serialize_str(text),
            Cell::Id(id) => id.serialize(serializer),
            Cell::Whole(number) => serializer.serialize_u64(number),
            Cell::Signed(number) => serializer.serialize_i8(number),
            Cell::Flag(flag) => serializer.serialize_bool(flag),
            Cell::List(lines) => lines.serialize(serializer),
        }
    }
}
