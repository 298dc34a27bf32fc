//! Leaving the map for something else, so that nothing unsaved is lost on the way.

use std::path::PathBuf;

use super::effect::Effect;
use super::file;
use super::question::Question;
use super::start::{self, Offer};
use super::state::{Dialog, Saving, Screen, State};
use super::tour;

/// What leads away from the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Then {
    /// The program ends.
    Quit,
    /// An empty map is begun.
    NewMap,
    /// The guided tour begins.
    Tour,
    /// A file is opened.
    Open(PathBuf),
}

/// Leaves the map, unless something would be lost: then it is asked, or a save on its way waited for.
pub(super) fn leave(state: &mut State, then: Then) -> Vec<Effect> {
    if let Saving::Busy { revision, again, .. } = state.saving
        && (again || then != Then::Quit || revision == state.document.revision())
    {
        state.after_save = Some(then);
        file::tell_saving(state);
        return Vec::new();
    }
    if state.is_unsaved() {
        state.dialogs.push(Dialog::Question(Question::UnsavedMap { then }));
        return Vec::new();
    }
    match then {
        Then::Quit => vec![Effect::Quit],
        Then::NewMap => {
            start::begin(state, Offer::NewMap);
            Vec::new()
        }
        Then::Tour => {
            tour::begin(state);
            Vec::new()
        }
        Then::Open(path) => {
            // On the board, a file that is not there yet is a new map; at the start it is a name to correct.
            let or_new = matches!(state.screen, Screen::Board);
            file::open(state, path, or_new)
        }
    }
}

/// Leaves the map with all that is unsaved in it: somebody said so.
pub(super) fn give_up(state: &mut State, then: Then) -> Vec<Effect> {
    state.document.mark_saved(state.document.revision());
    leave(state, then)
}
