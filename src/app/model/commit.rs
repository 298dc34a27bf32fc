//! Changing the map: every change of the editor goes through this file.

use crate::app::model::action::Action;
use crate::app::model::dialog::Dialog;
use crate::app::model::message::Tone;
use crate::app::model::reason::Reason;
use crate::app::model::state::State;
use crate::lang::Lang;
use crate::map::change::{Change, ChangeKind};
use crate::map::document::HistoryResult;
use crate::map::{Edit, JourneyMap, Merged, Name, TouchpointId};

/// Applies a change and selects what it touched. A refused change is reported and alters nothing, and false is returned.
pub fn commit(state: &mut State, edit: Edit) -> bool {
    if state.session.is_read_only() {
        let text = state.refusal_text(Reason::ReadOnly);
        state.say(Tone::Refused, text);
        return false;
    }
    apply(state, edit)
}

/// Replaces the map with the result of an import, and remembers the name of the file for undo.
pub(crate) fn commit_import(state: &mut State, map: JourneyMap, file: &str) -> bool {
    let is_done = commit_in_place(state, Edit::ReplaceMap(map));
    let revision = state.session.document.undo_revision();
    if let Some(revision) = revision.filter(|_| is_done) {
        state.session.imports.push((revision, file.to_owned()));
    }
    is_done
}

/// Applies a change and keeps the selected touchpoint selected.
pub(crate) fn commit_in_place(state: &mut State, edit: Edit) -> bool {
    let selected = state.board.selected();
    let is_done = commit(state, edit);
    if let Some(id) = selected {
        state.board.select(state.session.document.map(), id);
    }
    is_done
}

/// Applies the user's answer to a question about two versions, also to a read-only map, and keeps the selected
/// touchpoint selected.
pub(crate) fn commit_merge(state: &mut State, edit: Edit) {
    keep_selection(state, |state| {
        apply(state, edit);
    });
}

/// Takes in what others changed in the file since `base`, and keeps the selected touchpoint selected.
pub(crate) fn take_in(state: &mut State, base: &JourneyMap, theirs: &JourneyMap, merged: Merged) {
    keep_selection(state, |state| {
        state.session.document.take_in(base, theirs, merged);
        select_touched(state, None);
    });
}

fn keep_selection(state: &mut State, change: impl FnOnce(&mut State)) {
    let (selected, deleted) = (state.board.selected(), deleted_in_form(state).len());
    let before = state.session.document.map().clone();
    change(state);
    if let Some(id) = selected {
        state.board.select(state.session.document.map(), id);
    }
    move_quick_entry(state);
    let State { dialogs, session, .. } = state;
    let map = session.document.map();
    for dialog in dialogs {
        if let Dialog::Form(form) = dialog {
            form.refresh(&before, map);
        } else if let Dialog::Prompt(prompt) = dialog {
            prompt.refresh(map);
        }
    }
    match deleted_in_form(state).as_slice() {
        all if all.len() <= deleted => {}
        [name] if !is_form_about_several(state) => {
            let text = state.lang.form_subject_deleted(&state.lang.quoted_name(name));
            state.say(Tone::Refused, text);
        }
        all => {
            let text = state.lang.form_subjects_deleted(all.len());
            state.say(Tone::Refused, text);
        }
    }
}

/// Returns the names of the touchpoints of the open form that the map has no longer.
fn deleted_in_form(state: &State) -> Vec<Name> {
    let form = state.dialogs.iter().find_map(|dialog| if let Dialog::Form(form) = dialog { Some(form) } else { None });
    let deleted = form.map(|form| form.deleted(state.session.document.map())).unwrap_or_default();
    deleted.into_iter().map(|each| each.name.clone()).collect()
}

fn is_form_about_several(state: &State) -> bool {
    state.dialogs.iter().any(|dialog| matches!(dialog, Dialog::Form(form) if form.is_about_several()))
}

/// A step in the history of changes.
#[derive(Clone, Copy)]
enum HistoryStep {
    Undo,
    Redo,
}

/// Undoes the last change and selects what it touched.
pub(crate) fn undo(state: &mut State) {
    run_history_step(state, HistoryStep::Undo);
}

/// Redoes the next change and selects what it touched.
pub(crate) fn redo(state: &mut State) {
    run_history_step(state, HistoryStep::Redo);
}

fn run_history_step(state: &mut State, step: HistoryStep) {
    let name_of = |state: &State, id: Option<TouchpointId>| {
        id.and_then(|id| state.map().touchpoint(id)).map(|each| each.name.to_string())
    };
    let document = &state.session.document;
    let next = match step {
        HistoryStep::Undo => document.next_undo(),
        HistoryStep::Redo => document.next_redo(),
    };
    let about = next.and_then(Change::last_touchpoint);
    let selected = state.board.selected();
    let undone = document.undo_revision();
    let name_before = name_of(state, about);
    let document = &mut state.session.document;
    let result = match step {
        HistoryStep::Undo => document.undo(),
        HistoryStep::Redo => document.redo(),
    };
    let Some(HistoryResult { change, kept, is_changed }) = result else { return };
    let (kind, place, fields) = (change.kind, change.place(), change.fields());
    let touched = match step {
        HistoryStep::Undo => change.select_after_undo(),
        HistoryStep::Redo => change.select_after_apply(),
    };
    // A merged change has no single place to go to.
    if let Some(place) = place.filter(|_| touched.is_none() && kind != ChangeKind::ReplaceMap) {
        state.board.go_to(state.session.document.map(), place);
    }
    select_touched(state, touched);
    // If the selected touchpoint is among the changed ones, it stays selected.
    let stays = |id: &TouchpointId| kind == ChangeKind::ReplaceMap || change.replaces(*id);
    if let Some(id) = selected.filter(stays) {
        state.board.select(state.session.document.map(), id);
    }
    move_quick_entry(state);
    let name = name_before.or_else(|| name_of(state, about)).unwrap_or_default();
    let sentence = match step {
        HistoryStep::Undo => Lang::undone,
        HistoryStep::Redo => Lang::redone,
    };
    let revision = match step {
        HistoryStep::Undo => undone,
        HistoryStep::Redo => state.session.document.undo_revision(),
    };
    let import = state.session.imports.iter().find(|(each, _)| Some(*each) == revision);
    let done = match (import, step) {
        (Some((_, file)), HistoryStep::Undo) => state.lang.undone_import(file),
        (Some((_, file)), HistoryStep::Redo) => state.lang.redone_import(file),
        (None, HistoryStep::Undo | HistoryStep::Redo) => sentence(&state.lang, kind, &name, &fields),
    };
    let subjects = state.lang.conflict_subjects(&kept);
    let text = match step {
        HistoryStep::Undo | HistoryStep::Redo if kept.is_empty() => done,
        HistoryStep::Undo | HistoryStep::Redo if is_changed => state.lang.kept_besides(&done, &subjects),
        HistoryStep::Undo => state.lang.not_undone(&subjects, &state.key_label(Action::Undo)),
        HistoryStep::Redo => state.lang.not_redone(&subjects),
    };
    state.say(if is_changed { Tone::Done } else { Tone::Refused }, text);
}

fn apply(state: &mut State, edit: Edit) -> bool {
    match state.session.document.commit(edit) {
        Ok(change) => {
            let touched = change.select_after_apply();
            select_touched(state, touched);
            true
        }
        Err(refused) => {
            let text = state.lang.refused(refused);
            state.say(Tone::Refused, text);
            false
        }
    }
}

fn select_touched(state: &mut State, touched: Option<TouchpointId>) {
    let map = state.session.document.map();
    state.board.correct_selection(map);
    if let Some(id) = touched {
        state.board.select(map, id);
    }
}

/// Moves an open quick entry line below the selection, which may have changed with the map.
pub(crate) fn move_quick_entry(state: &mut State) {
    let at = state.place_below();
    let map = state.session.document.map();
    for dialog in &mut state.dialogs {
        if let Dialog::QuickEntry(entry) = dialog {
            entry.at = at;
            entry.count_added(map);
        }
    }
}
