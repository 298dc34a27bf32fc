//! A JSON list with one object a line, as all machine formats of lists are written.

use serde::Serialize;

use super::exporter::ExportError;

/// What stands before the first object.
pub(super) const LIST_START: &[u8] = b"[\n";
/// What stands between two objects.
pub(super) const LIST_SEPARATOR: &[u8] = b",\n";
/// What stands after the last object.
pub(super) const LIST_END: &[u8] = b"\n]\n";
/// A list without objects.
pub(super) const EMPTY_LIST: &[u8] = b"[]\n";

/// Writes objects as a list, one a line; an empty list is `[]`.
pub(crate) fn json_list<T: Serialize>(objects: impl IntoIterator<Item = T>) -> Result<Vec<u8>, ExportError> {
    let mut json = Vec::new();
    for object in objects {
        json.extend_from_slice(if json.is_empty() { LIST_START } else { LIST_SEPARATOR });
        serde_json::to_writer(&mut json, &object).map_err(ExportError::library)?;
    }
    json.extend_from_slice(if json.is_empty() { EMPTY_LIST } else { LIST_END });
    Ok(json)
}
