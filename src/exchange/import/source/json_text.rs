//! Writes the values of JSON as the texts of cells.

use serde_json::Value;

use super::cell_text;
use crate::exchange::inventory::SEPARATOR;

/// Fields that name an object, the most telling first.
const NAMES: [&str; 8] = ["touchpoint", "name", "title", "label", "text", "content", "nombre", "texto"];

/// Fields of a stage that hold its touchpoints, without spaces and underscores.
const LISTS: [&str; 18] = [
    "touchpoints",
    "steps",
    "items",
    "cards",
    "children",
    "actions",
    "interactions",
    "puntosdecontacto",
    "puntos",
    "pasos",
    "tarjetas",
    "acciones",
    "pointsdecontact",
    "étapes",
    "kontaktpunkte",
    "schritte",
    "pontosdecontato",
    "puntidicontatto",
];

/// Fields of [`LISTS`] that a touchpoint itself may have.
const OF_TOUCHPOINTS: [&str; 4] = ["items", "children", "actions", "acciones"];

/// True for a field of a stage that holds its touchpoints.
pub(crate) fn holds_touchpoints(field: &str) -> bool {
    LISTS.contains(&letters(field).as_str())
}

/// True for a field that holds touchpoints wherever it stands.
pub(crate) fn holds_only_touchpoints(field: &str) -> bool {
    holds_touchpoints(field) && !OF_TOUCHPOINTS.contains(&letters(field).as_str())
}

fn letters(field: &str) -> String {
    field.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect()
}

/// True for a field that names an object.
pub(crate) fn is_name(field: &str) -> bool {
    NAMES.iter().any(|name| field.eq_ignore_ascii_case(name))
}

/// Returns a list as the text of a cell: its items with semicolons between them, or one a line if one of them has a semicolon.
pub(crate) fn list_text(items: &[Value]) -> String {
    let texts: Vec<String> = items.iter().map(item_text).filter(|text| !text.is_empty()).collect();
    let has_separator = texts.iter().any(|text| text.contains(SEPARATOR));
    if has_separator { texts.join("\n") } else { texts.join(&format!("{SEPARATOR} ")) }
}

/// Returns an item of a list; an object is written as its name.
pub(crate) fn item_text(item: &Value) -> String {
    let name = |fields: &serde_json::Map<String, Value>| {
        let name = NAMES.iter().find_map(|name| fields.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)));
        name.map(|(_, value)| scalar_text(value))
    };
    item.as_object().and_then(name).unwrap_or_else(|| scalar_text(item))
}

/// Returns a value that is no list as the text of a cell; null is empty.
pub(crate) fn scalar_text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(is_true) => is_true.to_string(),
        Value::Number(number) => match number.as_f64().filter(|_| !number.is_i64() && !number.is_u64()) {
            Some(fraction) => cell_text::number(fraction),
            None => number.to_string(),
        },
        Value::String(text) => text.clone(),
        Value::Array(_) | Value::Object(_) => value.to_string(),
    }
}
