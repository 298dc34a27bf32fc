//! The one place where the editor changes the map.

use crate::app::model::reason::Reason;
use crate::app::model::state::{State, Tone};
use crate::lang::Lang;
use crate::map::change::{Change, ChangeKind};
use crate::map::{Edit, EditError, TouchpointId};

/// Makes a change and goes to what it touched; a refused change is told and leaves everything as it was.
pub(crate) fn commit(state: &mut State, edit: Edit) -> bool {
    if state.is_read_only() {
        let text = state.why_not(Reason::ReadOnly);
        state.say(Tone::Refused, text);
        return false;
    }
    make(state, edit)
}

/// Makes a change that the user did not make on the board and stays at the selected touchpoint; a map that is only
/// looked at is changed by it too.
pub(crate) fn take_in(state: &mut State, edit: Edit) -> bool {
    let selected = state.board.selected();
    let made = make(state, edit);
    if let Some(id) = selected {
        state.board.select(state.document.map(), id);
    }
    made
}

fn make(state: &mut State, edit: Edit) -> bool {
    match state.document.commit(edit) {
        Ok(change) => {
            let seen = change.select_after_apply();
            settle(state, seen);
            true
        }
        Err(refused @ (EditError::UnknownId(_) | EditError::DuplicateId(_) | EditError::NoChange)) => {
            let text = state.lang.refused(refused);
            state.say(Tone::Refused, text);
            false
        }
    }
}

/// Makes a change and stays at the selected touchpoint, wherever that is then.
pub(crate) fn commit_in_place(state: &mut State, edit: Edit) -> bool {
    let selected = state.board.selected();
    let made = commit(state, edit);
    if let Some(id) = selected {
        state.board.select(state.document.map(), id);
    }
    made
}

/// Reverses the last change, or makes it again, and goes to what it touched.
pub(crate) fn travel(state: &mut State, back: bool) {
    let named = |state: &State, id: Option<TouchpointId>| {
        id.and_then(|id| state.map().touchpoint(id)).map(|each| each.name.to_string())
    };
    let document = &state.document;
    let next = if back { document.next_undo() } else { document.next_redo() };
    let about = next.and_then(Change::last_touchpoint);
    let name_before = named(state, about);
    let change = if back { state.document.undo() } else { state.document.redo() };
    let Some(change) = change else { return };
    let (deed, place, fields) = (change.kind, change.place(), change.fields());
    let seen = if back { change.select_after_undo() } else { change.select_after_apply() };
    // What others did is all over the map; there is no place in it to go to.
    if let Some(place) = place.filter(|_| seen.is_none() && deed != ChangeKind::ReplaceMap) {
        state.board.go_to(state.document.map(), place);
    }
    settle(state, seen);
    let name = name_before.or_else(|| named(state, about)).unwrap_or_default();
    let said = if back { Lang::undone } else { Lang::redone };
    let text = said(&state.lang, deed, &name, &fields);
    state.say(Tone::Done, text);
}

fn settle(state: &mut State, seen: Option<TouchpointId>) {
    let map = state.document.map();
    state.board.settle(map);
    if let Some(id) = seen {
        state.board.select(map, id);
    }
}
