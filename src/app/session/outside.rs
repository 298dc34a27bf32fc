//! What others do to the open file: taken in, merged with what is unsaved here, and told.

use std::path::PathBuf;

use crate::app::board::quick_entry;
use crate::app::model::action::Action;
use crate::app::model::commit;
use crate::app::model::dialog::question::Question;
use crate::app::model::dialog::recovery::Waiting;
use crate::app::model::effect::{Effect, Target};
use crate::app::model::file_name::shown;
use crate::app::model::state::{Dialog, Noted, Saving, Screen, State, Tone};
use crate::app::session::file;
use crate::map::difference::differences;
use crate::map::merge::merge;
use crate::map::{Conflict, Edit, Header, JourneyMap};
use crate::store::{Comments, Loaded, OpenError};

/// Has the open file read, unless a save on its way finds out for itself.
pub(crate) fn look(state: &State, path: PathBuf) -> Vec<Effect> {
    let own = state.file.as_ref().is_some_and(|file| file.path == path);
    if own && state.saving == Saving::Idle { vec![Effect::Look { path }] } else { Vec::new() }
}

/// Takes in what the open file is now; while something is typed that must not change under it, as soon as it is done.
pub(crate) fn changed(state: &mut State, path: PathBuf, outcome: Result<Loaded, OpenError>) -> Vec<Effect> {
    let own = state.file.as_ref().is_some_and(|file| file.path == path);
    if !own || !matches!(state.screen, Screen::Board) {
        return Vec::new();
    }
    state.outside = Some(outcome);
    take_in(state)
}

/// Takes in what waits to be taken in, if nothing stands in its way.
pub(crate) fn take_in(state: &mut State) -> Vec<Effect> {
    // A save on its way finds out for itself.
    if !matches!(state.dialogs.as_slice(), [] | [Dialog::QuickEntry(_)]) || state.saving != Saving::Idle {
        return Vec::new();
    }
    match state.outside.take() {
        // Nobody empties a map on purpose; a program that died while it wrote does.
        Some(Ok(loaded)) if loaded.is_blank => unreadable(state, false),
        Some(Ok(loaded)) => merged(state, loaded),
        Some(Err(error)) => unreadable(state, matches!(error, OpenError::NotFound)),
        None => Vec::new(),
    }
}

/// Brings in the map that the file holds now.
fn merged(state: &mut State, loaded: Loaded) -> Vec<Effect> {
    let save = std::mem::take(&mut state.save_merged);
    let Some(open) = &mut state.file else { return Vec::new() };
    open.gone = false;
    let target = Target::Known(loaded.fingerprint);
    if open.target == target {
        // It was away, or something else, and is back.
        if open.base.as_ref() == Some(state.document.map()) {
            state.document.mark_saved(state.document.revision());
        }
        return if save { file::save(state) } else { Vec::new() };
    }
    // Where there was no file when this map was begun, both began with nothing.
    let begun = || JourneyMap::new(Header::clone(state.document.map().header()));
    let base = open.base.replace(loaded.map.clone()).unwrap_or_else(begun);
    open.target = target;
    let base_comments = std::mem::replace(&mut open.comments, loaded.comments.clone());
    state.noted = Noted::Outdated;
    let file = shown(&open.path);
    let unsaved = state.document.is_dirty();
    let merged = merge(&base, state.document.map(), &loaded.map);
    let count = differences(state.document.map(), &merged.map).len();
    let ours = (state.document.map(), &state.comments);
    state.comments = Comments::merge((&base, &base_comments), ours, (&loaded.map, &loaded.comments));
    let back_to_file = merged.map == loaded.map;
    if count > 0 {
        adopt(state, Edit::ReplaceMap(merged.map));
    }
    // What was saved before is in the file no more, and undoing leads back to it unsaved.
    state.document.mark_unsaved();
    if back_to_file {
        state.document.mark_saved(state.document.revision());
    }
    if count > 0 {
        let undo = state.key(Action::Undo);
        let text =
            if unsaved { state.lang.merged(&file, count, &undo) } else { state.lang.reloaded(&file, count, &undo) };
        state.say(Tone::Done, text);
    }
    state.disputes.retain(|left| !merged.conflicts.iter().any(|each| each.is_about_same(left)));
    let asked = !merged.conflicts.is_empty();
    ask_conflicts(state, merged.conflicts);
    match (save, asked) {
        (true, false) => file::save(state),
        (save, _) => {
            state.save_merged = save;
            Vec::new()
        }
    }
}

/// Makes the change of another hand and stays where the user is.
fn adopt(state: &mut State, edit: Edit) {
    commit::take_in(state, edit);
    quick_entry::follow(state);
}

/// Tells that the file is gone or cannot be read; nothing is saved over it without a yes.
fn unreadable(state: &mut State, is_gone: bool) -> Vec<Effect> {
    let asked = std::mem::take(&mut state.save_merged);
    let Some(open) = &mut state.file else { return Vec::new() };
    let path = open.path.clone();
    open.gone = is_gone;
    // Whatever was saved is nowhere but here.
    state.document.mark_unsaved();
    let (question, text) = if is_gone {
        (Question::Gone { path: path.clone() }, state.lang.file_gone(&shown(&path)))
    } else {
        (Question::ChangedOutside { path: path.clone() }, state.lang.file_no_longer_a_map(&shown(&path)))
    };
    state.say(Tone::Failed, text);
    if asked {
        state.waiting.push_back(Waiting::Ask(question));
    } else {
        state.after_save = None;
    }
    Vec::new()
}

/// Asks which side is to hold, one conflict after the other.
pub(crate) fn ask_conflicts(state: &mut State, conflicts: Vec<Conflict>) {
    state.waiting.extend(conflicts.into_iter().map(|conflict| Waiting::Ask(Question::Conflict(Box::new(conflict)))));
}

/// Keeps a conflict that nobody wanted to settle yet; the save that asked is not gone on with, and the next asks again.
pub(crate) fn leave_open(state: &mut State, conflict: Conflict) {
    state.save_merged = false;
    state.after_save = None;
    state.disputes.push(conflict);
    let text = state.lang.conflicts_left_open(&state.key(Action::Save));
    state.say(Tone::Refused, text);
}

/// Asks what was left open, as far as the map and its file still do not agree.
pub(crate) fn ask_again(state: &mut State) {
    let left = std::mem::take(&mut state.disputes);
    let Some(theirs) = state.file.as_ref().and_then(|file| file.base.as_ref()) else { return };
    let open = left.iter().filter_map(|conflict| conflict.still(state.document.map(), theirs)).collect();
    ask_conflicts(state, open);
}

/// Whether a conflict waits for an answer.
pub(crate) fn is_disputed(state: &State) -> bool {
    state.waiting.iter().any(|each| matches!(each, Waiting::Ask(Question::Conflict(_))))
}

/// Puts their side of a conflict into the map, or ours; goes on with the save that asked when it was the last.
pub(crate) fn settle(state: &mut State, conflict: &Conflict, theirs: bool) -> Vec<Effect> {
    let edit = if theirs { conflict.theirs(state.map()) } else { conflict.ours(state.map()) };
    if let Some(edit) = edit {
        adopt(state, edit);
    }
    if is_disputed(state) || !std::mem::take(&mut state.save_merged) { Vec::new() } else { file::save(state) }
}
