//! Leaves single touchpoints out of an import, and brings them back, in the preview of the file.

use crate::app::dialogs::import_choice::find;
use crate::app::model::dialog::import::{ImportDialog, ImportPane, ImportTarget};
use crate::app::model::dialog::import_map::{ImportList, ImportMapLine};
use crate::app::model::message::Tone;
use crate::app::model::state::State;

/// Returns true if the list of touchpoints has the focus.
pub(super) fn is_in_map(dialog: &ImportDialog) -> bool {
    dialog.pane == ImportPane::Map && dialog.target != ImportTarget::Reaches
}

/// Leaves the selected touchpoint out, or brings it back. Returns true if it did.
pub(super) fn toggle(state: &mut State) -> bool {
    let is_changed = find(state).is_some_and(|dialog| {
        let proposal = dialog.shown_proposal().cloned();
        let Some((proposal, line)) = proposal.zip(dialog.chosen_map_line()) else { return false };
        let choices = &mut dialog.choices;
        match line {
            ImportMapLine::Touchpoint(phase, row) => {
                let touchpoint = proposal.map.phase(phase).get(row);
                let Some(key) = touchpoint.and_then(|each| proposal.keys.get(&each.id)) else { return false };
                // A row that the user added goes back to those that match none.
                if choices.added.contains(key) {
                    choices.added.retain(|each| each != key);
                } else if !choices.left_out.contains(key) {
                    choices.left_out.push(key.clone());
                }
                true
            }
            ImportMapLine::Listed(ImportList::Unmatched, nth) => {
                choices.added.extend(proposal.unmatched.get(nth).map(|each| each.key.clone()));
                true
            }
            ImportMapLine::Listed(ImportList::Excluded, nth) => {
                choices.left_out.retain(|key| proposal.excluded.get(nth).is_none_or(|each| each.key != *key));
                true
            }
            ImportMapLine::Phase(_) | ImportMapLine::Heading(_) | ImportMapLine::Listed(ImportList::Gone, _) => false,
        }
    });
    if !is_changed {
        let text = state.lang.import_only_touchpoints();
        state.say(Tone::Refused, text);
    }
    is_changed
}

/// Brings back the selected touchpoint if it was left out, else the one that was left out last. Returns true if there was one.
pub(super) fn bring_back(state: &mut State) -> bool {
    let is_changed = find(state).is_some_and(|dialog| {
        let selected = match (dialog.shown_proposal(), dialog.chosen_map_line()) {
            (Some(proposal), Some(ImportMapLine::Listed(ImportList::Excluded, nth))) => proposal.excluded.get(nth),
            (_, _) => None,
        };
        let selected = selected.map(|each| each.key.clone());
        let left_out = &mut dialog.choices.left_out;
        match selected.and_then(|key| left_out.iter().position(|each| *each == key)) {
            Some(nth) => {
                left_out.remove(nth);
                true
            }
            None => left_out.pop().is_some(),
        }
    });
    if !is_changed {
        let text = state.lang.import_none_left_out();
        state.say(Tone::Refused, text);
    }
    is_changed
}
