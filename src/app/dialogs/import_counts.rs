//! Counts in the preview of a file that is taken in: which touchpoint each row belongs to, and putting in the reaches.

use crate::app::dialogs::import_choice::{find, neighbour};
use crate::app::model::action::Action;
use crate::app::model::commit::commit_import;
use crate::app::model::dialog::Dialog;
use crate::app::model::dialog::import::{CountsFound, ImportDialog, ImportPane, ImportTarget};
use crate::app::model::dialog::import_counts::{CountLine, ImportCounts};
use crate::app::model::message::Tone;
use crate::app::model::neighbour::Neighbour;
use crate::app::model::state::State;
use crate::map::{Evidence, JourneyMap};

/// Shows the counts that were found. A table of counts that fits the open map goes into its reaches.
pub(super) fn show_counts(dialog: &mut ImportDialog, found: CountsFound, map: &JourneyMap) {
    dialog.offers_reaches = !matches!(found, CountsFound::No);
    match found {
        // The user's choices are kept until there are counts again.
        CountsFound::No | CountsFound::Yes => {}
        CountsFound::Read(reading) => {
            let counts = ImportCounts::new(*reading, dialog.counts.as_ref(), map);
            if dialog.target != ImportTarget::Reaches {
                dialog.target = ImportTarget::Reaches;
                dialog.pane = ImportPane::Map;
            }
            if dialog.counts.is_none() {
                dialog.map_line = counts.first_row();
            }
            dialog.counts = Some(counts);
        }
    }
}

/// Returns true if the list of rows and touchpoints has the focus.
pub(super) fn is_in_counts(dialog: &ImportDialog) -> bool {
    dialog.target == ImportTarget::Reaches && dialog.pane == ImportPane::Map
}

/// Gives the selected row to the next or the previous touchpoint, or to none.
pub(super) fn change_row(state: &mut State, which: Neighbour) {
    with_chosen_row(state, |counts, row, map| {
        let here = counts.touchpoint(row).map(|(id, _)| id);
        if let Some(next) = neighbour(&counts.offers(row, map), Some(here), which) {
            counts.choose(row, next, map);
        }
    });
}

/// Leaves the selected row out; one that was left out goes back to the touchpoint that was found for it.
pub(super) fn toggle_row(state: &mut State) {
    with_chosen_row(state, |counts, row, map| {
        if counts.is_left_out(row) {
            counts.put_back(row, map);
        } else {
            counts.choose(row, None, map);
        }
    });
}

/// Gives the selected row to the touchpoint that was found for it.
pub(super) fn put_row_back(state: &mut State) {
    let mut had_choice = true;
    with_chosen_row(state, |counts, row, map| had_choice = counts.put_back(row, map));
    if !had_choice {
        let text = state.lang.import_not_chosen();
        state.say(Tone::Refused, text);
    }
}

/// Changes the selected row; on other lines, says that there is nothing to change.
fn with_chosen_row(state: &mut State, change: impl FnOnce(&mut ImportCounts, usize, &JourneyMap)) {
    let map = state.map().clone();
    let Some(Dialog::Import(dialog)) = state.dialogs.last_mut() else { return };
    dialog.accepts_when_read = false;
    let Some(counts) = &mut dialog.counts else { return };
    if let Some(&CountLine::Row(row)) = counts.lines.get(dialog.map_line) {
        change(counts, row, &map);
    } else {
        let text = state.lang.import_only_rows();
        state.say(Tone::Refused, text);
    }
}

/// Puts the reaches into the open map as one change. Returns what was done; none if nothing was, and why is said.
pub(super) fn measure(state: &mut State) -> Option<String> {
    let map = state.map().clone();
    let dialog = find(state)?;
    let name = dialog.name.clone();
    let counts = dialog.counts.as_mut()?;
    // Others may have changed the map since the rows were last compared with it.
    counts.refresh(&map);
    let measurement = &counts.measurement;
    let count = measurement.matching.matches.len();
    let is_measured = measurement.touchpoints(&map).all(|each| each.evidence == Evidence::Measured);
    let period = measurement.period(&map).map(ToString::to_string);
    let updated = measurement.apply(&map);
    if count == 0 {
        let [back, on] = state.meaning_keys();
        let text = state.lang.import_no_pairs(&back, &on);
        state.say(Tone::Refused, text);
        return None;
    }
    if updated == map {
        let text = state.lang.import_nothing_new();
        state.say(Tone::Refused, text);
        return None;
    }
    if !commit_import(state, updated, &name) {
        return None;
    }
    let key = state.key_label(Action::Undo);
    Some(state.lang.import_measured(count, is_measured, period.as_deref(), &key))
}
