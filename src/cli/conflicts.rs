//! Conflicts written into the notes of what they are about, so that a merged map still opens and holds both sides.

use super::failure::say;
use crate::lang::Lang;
use crate::map::conflict::{ConflictKind, ConflictSubject};
use crate::map::field::Value;
use crate::map::{Conflict, Edit, Header, JourneyMap, Notes, Touchpoint};

/// Adds a line to the notes for each conflict; gives those for which there was no room.
pub fn annotate<'a>(map: &mut JourneyMap, conflicts: &'a [Conflict], lang: &Lang) -> Vec<&'a Conflict> {
    conflicts.iter().filter(|conflict| !noted(map, conflict, lang)).collect()
}

/// Tells all conflicts, those for which the notes had no room, and what to do about them.
pub fn tell(conflicts: &[Conflict], untold: &[&Conflict], lang: &Lang) {
    for conflict in conflicts {
        say(&lang.cli_warning(&lang.conflict_details(conflict)));
    }
    for conflict in untold {
        say(&lang.cli_warning(&lang.conflict_notes_full(conflict)));
    }
    if !conflicts.is_empty() {
        say(&lang.merged_with_conflicts(conflicts.len()));
    }
}

fn noted(map: &mut JourneyMap, conflict: &Conflict, lang: &Lang) -> bool {
    let note = note(conflict, lang);
    let edit = match &conflict.subject {
        ConflictSubject::Map => extended(map.header().notes.as_ref(), &note)
            .map(|notes| Edit::SetHeader(Header { notes: Some(notes), ..Header::clone(map.header()) })),
        ConflictSubject::Touchpoint { id, .. } => map.touchpoint(*id).and_then(|touchpoint| {
            let notes = Some(extended(touchpoint.notes.as_ref(), &note)?);
            Some(Edit::Replace(vec![Touchpoint { notes, ..Touchpoint::clone(touchpoint) }]))
        }),
    };
    edit.is_some_and(|edit| map.apply(edit).is_ok())
}

/// Notes with a line behind them, if there is room for it.
fn extended(notes: Option<&Notes>, note: &str) -> Option<Notes> {
    let before = notes.map(|notes| format!("{}\n", notes.trim_end())).unwrap_or_default();
    Notes::new(&format!("{before}{note}")).ok()
}

fn note(conflict: &Conflict, lang: &Lang) -> String {
    match &conflict.kind {
        ConflictKind::Field { theirs: Value::Notes(Some(theirs)), .. } => {
            format!("{}\n{theirs}", lang.conflict_note_of_notes())
        }
        ConflictKind::Field { .. }
        | ConflictKind::Phase { .. }
        | ConflictKind::DeletedByUs
        | ConflictKind::DeletedByThem => lang.conflict_note(conflict),
    }
}
