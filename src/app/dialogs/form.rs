//! The form: all fields of a touchpoint or of the map; they are taken together or not at all.

use crate::app::model::action::{Action, InputReply, Reply};
use crate::app::model::commit::{commit, commit_in_place};
use crate::app::model::dialog::Dialog;
use crate::app::model::dialog::form::{Form, FormEdit};
use crate::app::model::dialog::question::Question;
use crate::app::model::message::Tone;
use crate::app::model::neighbour::Neighbour;
use crate::app::model::state::State;
use crate::map::Edit;
use crate::map::conflict::ConflictSide;

/// Applies the form and closes it; a field with a fault is reported, and false is returned.
pub(crate) fn accept(state: &mut State) -> bool {
    let Some(Dialog::Form(form)) = state.dialogs.last_mut() else { return false };
    match form.edit() {
        Ok(form_edit) => {
            let (changed, several) = (form.is_changed(), form.is_about_several());
            let deleted = form.deleted(state.session.document.map()).len();
            if state.recall.form.as_ref().is_some_and(|discarded| discarded.is_about_same(form)) {
                state.recall.form = None;
            }
            let Some(Dialog::Form(form)) = state.dialogs.pop() else { return false };
            match (changed, several) {
                (true, true) => change_several(state, form_edit, deleted),
                (true, false) if deleted > 0 => add_again(state, &form, form_edit.edit),
                (true, false) => change_one(state, form_edit),
                (false, _) => {}
            }
            true
        }
        Err(faults) => {
            if let Some(&(row, fault)) = faults.first() {
                form.focus = row;
                let key = form.rows[row].key;
                let text = fault.sentence(&state.lang);
                let text = state.lang.field_fault(key, &text);
                state.say(Tone::Refused, text);
            }
            false
        }
    }
}

/// Applies the form of one touchpoint or of the map, and says which changes of others it replaced.
fn change_one(state: &mut State, FormEdit { edit, conflicts }: FormEdit) {
    if commit(state, edit) && !conflicts.is_empty() {
        let text = state.lang.live_settled(&conflicts, ConflictSide::Ours, &state.key_label(Action::Undo));
        state.say(Tone::Refused, text);
    }
}

/// Applies the form of several touchpoints and says how many changed, and which changes of others it replaced. Those
/// that others deleted stay deleted.
fn change_several(state: &mut State, FormEdit { edit, mut conflicts }: FormEdit, deleted: usize) {
    let Edit::Replace(mut touchpoints) = edit else { return };
    touchpoints.retain(|each| state.map().find(each.id).is_some());
    conflicts.retain(|each| touchpoints.iter().any(|touchpoint| each.is_about(touchpoint.id)));
    let count = touchpoints.len();
    let mut texts = Vec::new();
    let is_done = count > 0 && commit_in_place(state, Edit::Replace(touchpoints));
    if is_done {
        texts.push(state.lang.marked_changed(count, &state.key_label(Action::ClearBoard)));
    }
    if is_done && !conflicts.is_empty() {
        texts.push(state.lang.live_settled(&conflicts, ConflictSide::Ours, &state.key_label(Action::Undo)));
    }
    if deleted > 0 {
        texts.push(state.lang.form_subjects_deleted(deleted));
    }
    if !texts.is_empty() {
        state.say(if is_done { Tone::Done } else { Tone::Refused }, texts.join(" "));
    }
}

/// Puts back a touchpoint that others deleted while the form was open, as the form describes it.
fn add_again(state: &mut State, form: &Form, edit: Edit) {
    let Edit::Replace(touchpoints) = edit else { return };
    let Some(touchpoint) = touchpoints.first() else { return };
    let (id, name) = (touchpoint.id, touchpoint.name.clone());
    let restored = form.with_deleted(state.map(), touchpoint.clone());
    let place = restored.as_ref().and_then(|map| map.find(id));
    let at = place.unwrap_or_else(|| state.place_below());
    let add = Edit::Add { at, touchpoints };
    let mut added = state.map().clone();
    // Adding alone does not put it back into a step of alternatives.
    let adding_suffices = added.apply(add.clone()).is_ok() && restored.as_ref().is_none_or(|map| *map == added);
    let edit = restored.filter(|_| !adding_suffices).map_or(add, Edit::ReplaceMap);
    if commit(state, edit) {
        state.board.select(state.session.document.map(), id);
        let text = state.lang.form_subject_added(&state.lang.quoted_name(&name));
        state.say(Tone::Done, text);
    }
}

/// Handles a reply to the form.
pub(crate) fn reply(state: &mut State, reply: Reply) {
    let Some(Dialog::Form(form)) = state.dialogs.last_mut() else { return };
    match reply {
        Reply::Accept | Reply::Choose | Reply::Add | Reply::Keep => {
            accept(state);
        }
        Reply::Next => form.step(Neighbour::Next),
        Reply::Previous => form.step(Neighbour::Previous),
        Reply::Input(InputReply::NextChoice) => form.pick_neighbour(Neighbour::Next),
        Reply::Input(InputReply::PreviousChoice) => form.pick_neighbour(Neighbour::Previous),
        Reply::Leave if form.is_changed() => {
            let live = state.live_status();
            state.dialogs.push(Dialog::Question(Question::UnsavedForm { live }));
        }
        Reply::Leave | Reply::Discard => {
            if let Some(Dialog::Form(form)) = state.dialogs.pop()
                && form.is_changed()
            {
                state.recall.form = Some(form);
            }
        }
        Reply::Input(InputReply::Recall) => recall(state),
        Reply::GoOn | Reply::Input(_) => {}
    }
}

/// Brings back what was discarded in a form about the same touchpoints or map.
fn recall(state: &mut State) {
    let Some(Dialog::Form(form)) = state.dialogs.last_mut() else { return };
    match state.recall.form.take_if(|discarded| discarded.is_about_same(form)) {
        Some(discarded) => form.take_changes(&discarded),
        None => {
            let text = state.lang.nothing_discarded();
            state.say(Tone::Refused, text);
        }
    }
}
