//! Settles the conflicts that merges left in notes: asks for a side, and removes the line.

use crate::app::model::action::Action;
use crate::app::model::commit::commit_in_place;
use crate::app::model::dialog::Dialog;
use crate::app::model::dialog::question::Question;
use crate::app::model::message::Tone;
use crate::app::model::next::Next;
use crate::app::model::query::conflicts::open_conflicts;
use crate::app::model::state::State;
use crate::app::panes::list::open_form;
use crate::map::conflict::{ConflictSide, ConflictSubject};
use crate::store::conflict_note::{ConflictNote, conflict_notes};

/// Asks about the first conflict in the notes of the selected touchpoint, or else of the map.
pub(crate) fn ask(state: &mut State) {
    let first = open_conflicts(state).into_iter().next();
    ask_about(state, first);
}

/// Asks about the first conflict in the notes of the map.
pub(crate) fn ask_of_map(state: &mut State) {
    let first = conflict_notes(state.map(), None).into_iter().next();
    ask_about(state, first);
}

fn ask_about(state: &mut State, note: Option<ConflictNote>) {
    if let Some(note) = note {
        state.dialogs.push(Dialog::Question(Question::ConflictNote(Box::new(note))));
    }
}

/// Takes a side in one undo step, and asks about the next conflict of the same notes.
pub(crate) fn settle(state: &mut State, note: &ConflictNote, side: ConflictSide) -> Next {
    // In a live map, the changes of others are taken in while the question is open.
    let Some(note) = note.find_again(state.map()) else {
        let text = state.lang.conflict_changed();
        state.say(Tone::Refused, text);
        ask_about_next(state, note);
        return Next::nothing();
    };
    if note.kind.is_none() && side == ConflictSide::Ours {
        // The note does not say what the two sides did, so the user edits it.
        return match note.subject {
            ConflictSubject::Map => Next::action(Action::EditMap),
            ConflictSubject::Touchpoint { .. } => {
                open_form(state, "notes");
                Next::nothing()
            }
        };
    }
    let edit = match side {
        ConflictSide::Ours => note.take_ours(state.map()),
        ConflictSide::Theirs => note.take_theirs(state.map()),
    };
    if !edit.is_some_and(|edit| commit_in_place(state, edit)) {
        return Next::nothing();
    }
    let text = state.lang.conflict_settled(&state.key_label(Action::Undo));
    state.say(Tone::Done, text);
    ask_about_next(state, &note);
    Next::nothing()
}

/// Asks about the first conflict that the same notes still have.
fn ask_about_next(state: &mut State, settled: &ConflictNote) {
    let id = match settled.subject {
        ConflictSubject::Map => None,
        ConflictSubject::Touchpoint { id, .. } => Some(id),
    };
    let left = conflict_notes(state.map(), id);
    ask_about(state, left.into_iter().next());
}
