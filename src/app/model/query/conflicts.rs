//! The conflicts that merges left in notes.

use crate::app::model::action::Action;
use crate::app::model::state::State;
use crate::map::JourneyMap;
use crate::map::conflict::has_conflict_note;
use crate::store::conflict_note::{ConflictNote, conflict_notes};

/// Returns the conflicts in the notes of the selected touchpoint, or else of the map.
pub(crate) fn open_conflicts(state: &State) -> Vec<ConflictNote> {
    let selected = state.board.selected().map(|id| conflict_notes(state.map(), Some(id))).unwrap_or_default();
    if selected.is_empty() { conflict_notes(state.map(), None) } else { selected }
}

impl State {
    /// Says how many conflicts merges left in the notes of a map; `None` if there are none.
    pub(crate) fn conflicts_left(&self, map: &JourneyMap) -> Option<String> {
        let touchpoints = map.touchpoints().filter(|(_, each)| has_conflict_note(each.notes.as_ref()));
        let on_cards: usize = touchpoints.map(|(_, each)| conflict_notes(map, Some(each.id)).len()).sum();
        let of_map = conflict_notes(map, None).len();
        let settle = self.key_label(Action::SettleConflict);
        match (on_cards, of_map) {
            (0, 0) => None,
            (0, of_map) => Some(self.lang.conflicts_in_map_notes(of_map, &settle)),
            (on_cards, of_map) => Some(self.lang.conflicts_in_notes(on_cards + of_map, &settle)),
        }
    }
}
