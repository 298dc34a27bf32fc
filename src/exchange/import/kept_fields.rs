//! The fields of a known touchpoint that stay because its row does not say them.

use super::Scope;
use super::identity::KnownTouchpoints;
use super::row::{ReadRow, add_notes};
use crate::map::{Touchpoint, field};

/// Returns the fields that have no column, and that tags or colours of some rows set.
pub(crate) fn without_column(rows: &[ReadRow], scope: &Scope) -> Vec<&'static str> {
    let marked = |key: &&str| !scope.touchpoint.contains(key) && rows.iter().any(|row| row.marked_fields.contains(key));
    field::TOUCHPOINT.iter().map(|field| field.key).filter(marked).collect()
}

/// Keeps what a known touchpoint has where the row does not say it: its phase, fields that are not understood, and those
/// of `marked` that no tag or colour of the row sets.
pub(crate) fn keep(row: &mut ReadRow, known: &KnownTouchpoints, marked: &[&'static str]) {
    let Some(touchpoint) = known.get(row.touchpoint.id) else { return };
    let unmarked = marked.iter().filter(|key| !row.marked_fields.contains(key));
    for field in row.odd_fields.iter().chain(unmarked).filter_map(|key| field::of_touchpoint(key)) {
        field.copy(&mut row.touchpoint, touchpoint);
    }
    if row.is_named {
        keep_blank_fields(row, touchpoint);
    }
    if row.is_phase_guessed {
        row.phase = known.phase(row.touchpoint.id).unwrap_or(row.phase);
    }
}

/// Keeps the fields of a known touchpoint about which its row says nothing; lines that go into its notes are added to them.
fn keep_blank_fields(row: &mut ReadRow, known: &Touchpoint) {
    for key in row.blank_fields.iter().filter(|key| !row.marked_fields.contains(key)) {
        let added = if *key == "notes" { row.touchpoint.notes.take() } else { None };
        if let Some(field) = field::of_touchpoint(key) {
            field.copy(&mut row.touchpoint, known);
        }
        let lines: Vec<String> = added.iter().flat_map(|notes| notes.lines()).map(str::to_owned).collect();
        add_notes(&mut row.touchpoint, &lines);
    }
}
