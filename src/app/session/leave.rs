//! Leaving the map for another one, the tour or the end of the program, without losing unsaved changes.

use crate::app::model::dialog::Dialog;
use crate::app::model::dialog::question::Question;
use crate::app::model::effect::Effect;
use crate::app::model::leave_to::LeaveTo;
use crate::app::model::next::{Next, Step};
use crate::app::model::screen::{IfMissing, Screen};
use crate::app::model::session::Saving;
use crate::app::model::start::Offer;
use crate::app::model::state::State;
use crate::app::session::save::say_saving;

/// Leaves the map; waits for a running save or copy, and asks first if changes are unsaved.
pub(crate) fn leave(state: &mut State, to: LeaveTo) -> Next {
    let waits_for_save = matches!(&state.session.saving, Saving::Writing(writing)
        if writing.again || to != LeaveTo::Quit || writing.revision == state.session.document.revision());
    if waits_for_save || state.session.is_copying {
        state.session.after_save = Some(to);
        state.expect_question();
        say_saving(state);
        return Next::nothing();
    }
    if state.is_unsaved() && state.saves_itself() {
        return Next::step(Step::SaveThenLeave(to));
    }
    if state.is_unsaved() {
        state.dialogs.push(Dialog::Question(Question::UnsavedMap { then: to }));
        return Next::nothing();
    }
    match to {
        LeaveTo::Quit => Next::effect(Effect::Quit),
        LeaveTo::NewMap => Next::step(Step::Begin(Offer::NewMap)),
        LeaveTo::Tour => Next::step(Step::BeginTour),
        LeaveTo::Imported => Next::step(Step::BeginImported),
        LeaveTo::Open(path) => {
            // On the board, a file that does not exist is a new map; on the start screen, it is a name to correct.
            let is_on_board = matches!(state.screen, Screen::Board);
            let if_missing = if is_on_board { IfMissing::NewMap } else { IfMissing::Report };
            Next::step(Step::Open { path, if_missing })
        }
    }
}

/// Leaves the map and gives up its unsaved changes, as the user confirmed.
pub(crate) fn leave_unsaved(state: &mut State, to: LeaveTo) -> Next {
    state.session.document.mark_saved(state.session.document.revision());
    leave(state, to)
}
