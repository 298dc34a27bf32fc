//! Writes merge conflicts into the notes, so that the merged map can be opened and contains both sides.

use super::messages::print_message;
use crate::lang::Lang;
use crate::map::conflict::{ConflictKind, ConflictSubject};
use crate::map::field::Value;
use crate::map::{Conflict, Edit, Header, JourneyMap, Notes, Touchpoint};
use crate::store::conflict_note::ending;

/// Adds a line to the notes for each conflict. Returns the conflicts for which the notes were too full.
pub(super) fn add_conflict_notes<'a>(
    map: &mut JourneyMap,
    conflicts: &'a [Conflict],
    lang: &Lang,
) -> Vec<&'a Conflict> {
    conflicts.iter().filter(|conflict| !add_conflict_note(map, conflict, lang)).collect()
}

/// Prints all conflicts, the ones without a note, and what to do about them.
pub(super) fn report_conflicts(conflicts: &[Conflict], without_note: &[&Conflict], lang: &Lang) {
    for conflict in conflicts {
        print_message(&lang.cli_warning(&lang.conflict_details(conflict)));
    }
    for conflict in without_note {
        print_message(&lang.cli_warning(&lang.conflict_notes_full(conflict)));
    }
    if !conflicts.is_empty() {
        print_message(&lang.merged_with_conflicts(conflicts.len()));
    }
}

/// Adds a line to the notes of the touchpoint or of the map. Returns false if they are too full.
fn add_conflict_note(map: &mut JourneyMap, conflict: &Conflict, lang: &Lang) -> bool {
    let note = conflict_note(conflict, lang);
    let edit = match &conflict.subject {
        ConflictSubject::Map => append_line(map.header().notes.as_ref(), &note)
            .map(|notes| Edit::SetHeader(Header { notes: Some(notes), ..Header::clone(map.header()) })),
        ConflictSubject::Touchpoint { id, .. } => map.touchpoint(*id).and_then(|touchpoint| {
            let notes = Some(append_line(touchpoint.notes.as_ref(), &note)?);
            Some(Edit::Replace(vec![Touchpoint { notes, ..Touchpoint::clone(touchpoint) }]))
        }),
    };
    edit.is_some_and(|edit| map.apply(edit).is_ok())
}

/// Appends a line to notes. Returns none if they would be too long.
fn append_line(notes: Option<&Notes>, line: &str) -> Option<Notes> {
    let before = notes.map(|notes| format!("{}\n", notes.trim_end())).unwrap_or_default();
    Notes::new(&format!("{before}{line}")).ok()
}

/// Returns the line for the notes: the values of both sides, and an ending that the program reads again.
fn conflict_note(conflict: &Conflict, lang: &Lang) -> String {
    if let ConflictKind::Field { theirs: Value::Notes(Some(theirs)), .. } = &conflict.kind {
        return format!("{}{}\n{}", lang.conflict_note_of_notes(), ending(&conflict.kind), theirs.trim_end());
    }
    lang.conflict_note(conflict) + &ending(&conflict.kind)
}
