//! Leaving the map for something else, so that nothing unsaved is lost on the way.

use crate::app::model::dialog::question::Question;
use crate::app::model::effect::Effect;
use crate::app::model::start::Offer;
use crate::app::model::state::{Dialog, Saving, Screen, State};
use crate::app::model::then::Then;
use crate::app::session::{file, start};
use crate::app::show::tour;

/// Leaves the map, unless something would be lost: then it is asked, or a save on its way waited for.
pub(crate) fn leave(state: &mut State, then: Then) -> Vec<Effect> {
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
pub(crate) fn give_up(state: &mut State, then: Then) -> Vec<Effect> {
    state.document.mark_saved(state.document.revision());
    leave(state, then)
}
