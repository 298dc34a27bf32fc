//! The conflicts that merges left in notes.

use crate::app::model::state::State;
use crate::store::conflict_note::{ConflictNote, conflict_notes};

/// Returns the conflicts in the notes of the selected touchpoint, or else of the map.
pub(crate) fn open_conflicts(state: &State) -> Vec<ConflictNote> {
    let selected = state.board.selected().map(|id| conflict_notes(state.map(), Some(id))).unwrap_or_default();
    if selected.is_empty() { conflict_notes(state.map(), None) } else { selected }
}
