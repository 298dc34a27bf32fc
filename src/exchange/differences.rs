//! The differences of two maps: one line each to be read, or a list of objects for programs.

use serde::Serialize;

use super::plain::plain;
use super::{ExportError, Layout};
use crate::map::field;
use crate::map::{Difference, Place, Touchpoint, TouchpointId};

/// Writes one line a difference, in the reader's language.
pub fn text(differences: &[Difference], layout: &Layout) -> Result<Vec<u8>, ExportError> {
    let lines: Vec<String> = differences.iter().map(|each| layout.lang.difference(each) + "\n").collect();
    Ok(lines.concat().into_bytes())
}

/// Writes one object a field that differs; what is unknown is null.
pub fn json(differences: &[Difference], _: &Layout) -> Result<Vec<u8>, ExportError> {
    let mut json = b"[".to_vec();
    let all: Vec<Object> = differences.iter().flat_map(objects).collect();
    for (nth, object) in all.iter().enumerate() {
        json.extend_from_slice(if nth == 0 { b"\n" } else { b",\n" });
        serde_json::to_writer(&mut json, object).map_err(ExportError::new)?;
    }
    json.extend_from_slice(if all.is_empty() { b"]\n" } else { b"\n]\n" });
    Ok(json)
}

/// A difference of one field, in the names and the order that scripts rely on.
#[derive(Serialize)]
struct Object<'a> {
    touchpoint: Option<TouchpointId>,
    name: Option<&'a str>,
    change: &'static str,
    field: &'static str,
    old: serde_json::Value,
    new: serde_json::Value,
}

fn objects(difference: &Difference) -> Vec<Object<'_>> {
    let touchpoint = difference.touchpoint();
    let object = |change, field, old, new| Object {
        touchpoint: touchpoint.map(|each| each.id),
        name: touchpoint.map(|each| &*each.name),
        change,
        field,
        old,
        new,
    };
    let phase = |place: &Place| place.phase.key().into();
    match difference {
        Difference::Header { key, old, new } => vec![object("changed", key, plain(old), plain(new))],
        Difference::Added { at, .. } => vec![object("added", "phase", serde_json::Value::Null, phase(at))],
        Difference::Removed { at, .. } => vec![object("removed", "phase", phase(at), serde_json::Value::Null)],
        Difference::Moved { from, to, .. } if from.phase == to.phase => {
            vec![object("moved", "order", (from.row + 1).into(), (to.row + 1).into())]
        }
        Difference::Moved { from, to, .. } => vec![object("moved", "phase", phase(from), phase(to))],
        Difference::Changed { old, new, keys } => {
            let fields = keys.iter().filter_map(|key| field::of_touchpoint(key));
            let change = |field: &field::Field<Touchpoint>| {
                object("changed", field.key, plain(&(field.get)(old)), plain(&(field.get)(new)))
            };
            fields.map(change).collect()
        }
    }
}
