//! The differences between two maps: one line each for people, or a list of objects for programs.

use serde::Serialize;

use super::exporter::{ExportError, TextLayout};
use super::field_json::field_to_json;
use super::json_list::json_list;
use crate::map::field;
use crate::map::{Difference, Place, Touchpoint, TouchpointId};

/// Writes one line for each difference, in the reader's language.
pub fn text(differences: &[Difference], layout: &TextLayout) -> Result<Vec<u8>, ExportError> {
    let lines: Vec<String> = differences.iter().map(|each| layout.lang.difference(each) + "\n").collect();
    Ok(lines.concat().into_bytes())
}

/// Writes a list of objects, one for each field that differs; unknown values are null.
pub(crate) fn json(differences: &[Difference], _: &TextLayout) -> Result<Vec<u8>, ExportError> {
    json_list(differences.iter().flat_map(field_differences))
}

/// One field that differs; scripts rely on the names and their order.
#[derive(Serialize)]
struct FieldDifference<'a> {
    touchpoint: Option<TouchpointId>,
    name: Option<&'a str>,
    change: &'static str,
    field: &'static str,
    old: serde_json::Value,
    new: serde_json::Value,
}

/// Returns one object for each field that a difference changes.
fn field_differences(difference: &Difference) -> Vec<FieldDifference<'_>> {
    let touchpoint = difference.touchpoint();
    let object = |change, field, old, new| FieldDifference {
        touchpoint: touchpoint.map(|each| each.id),
        name: touchpoint.map(|each| &*each.name),
        change,
        field,
        old,
        new,
    };
    let phase = |place: &Place| place.phase.key().into();
    match difference {
        Difference::Header { key, old, new } => vec![object("changed", key, field_to_json(old), field_to_json(new))],
        Difference::Added { at, .. } => vec![object("added", "phase", serde_json::Value::Null, phase(at))],
        Difference::Removed { at, .. } => vec![object("removed", "phase", phase(at), serde_json::Value::Null)],
        Difference::Moved { from, to, .. } if from.phase == to.phase => {
            vec![object("moved", "order", (from.row + 1).into(), (to.row + 1).into())]
        }
        Difference::Moved { from, to, .. } => vec![object("moved", "phase", phase(from), phase(to))],
        Difference::Changed { old, new, keys } => {
            let fields = keys.iter().filter_map(|key| field::of_touchpoint(key));
            let change = |field: &field::Field<Touchpoint>| {
                object("changed", field.key, field_to_json(&field.get(old)), field_to_json(&field.get(new)))
            };
            fields.map(change).collect()
        }
    }
}
