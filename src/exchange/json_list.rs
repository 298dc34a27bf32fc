//! A JSON list with one object a line, as all machine formats of lists are written.

use serde::Serialize;

use super::exporter::ExportError;

/// Writes objects as a list, one a line; an empty list is `[]`.
pub(crate) fn json_list<T: Serialize>(objects: impl IntoIterator<Item = T>) -> Result<Vec<u8>, ExportError> {
    let mut json = b"[".to_vec();
    let mut separator: &[u8] = b"\n";
    for object in objects {
        json.extend_from_slice(separator);
        serde_json::to_writer(&mut json, &object).map_err(ExportError::library)?;
        separator = b",\n";
    }
    json.extend_from_slice(if json.len() == 1 { b"]\n" } else { b"\n]\n" });
    Ok(json)
}
