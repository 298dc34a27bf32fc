//! Another program wrote an older or a shortened version over the open file: what is missing is kept and offered.

use std::path::Path;

use crate::app::faults::refusal::refused_save;
use crate::app::model::action::Action;
use crate::app::model::commit::commit_merge;
use crate::app::model::dialog::Dialog;
use crate::app::model::dialog::question::Question;
use crate::app::model::dialog::recovery::Waiting;
use crate::app::model::effect::Effect;
use crate::app::model::file_name::{shell_quoted, shown};
use crate::app::model::message::Tone;
use crate::app::model::next::Next;
use crate::app::model::state::State;
use crate::app::session::outside;
use crate::map::losses::{Losses, Renamed};
use crate::map::{Edit, JourneyMap};
use crate::store::{Comments, SaveError};

/// Keeps what the file held as an old version, and asks whether to bring back what is missing now.
pub(super) fn offer(state: &mut State, losses: Losses, map: JourneyMap, comments: Comments) -> Option<Effect> {
    let path = state.session.path()?.clone();
    if state.session.is_read_only() {
        let text = state.lang.overwritten(&shown(&path), &losses);
        state.say(Tone::Failed, text);
    } else {
        let question = Question::Overwritten { path: path.clone(), losses: Box::new(losses) };
        state.session.waiting.push_back(Waiting::Ask(question));
    }
    Some(Effect::KeepVersion { path, map, comments })
}

/// Keeps what the file held as an old version, and says which touchpoints count as renamed.
pub(super) fn report_renamed(
    state: &mut State,
    renamed: &[Renamed],
    map: JourneyMap,
    comments: Comments,
) -> Option<Effect> {
    let path = state.session.path()?.clone();
    let text = state.lang.taken_as_renamed(&shown(&path), renamed, &shell_quoted(&shown(&path)));
    state.say(Tone::Done, text);
    Some(Effect::KeepVersion { path, map, comments })
}

/// Removes what somebody else brought back from the questions about losses, and the questions that have nothing left.
pub(super) fn remove_settled_offers(state: &mut State) {
    let map = state.session.document.map();
    state.session.waiting.retain_mut(|waiting| match waiting {
        Waiting::Ask(question) => refresh_question(question, map),
        Waiting::Offer(_) => true,
    });
    let count = state.dialogs.len();
    state.dialogs.retain_mut(|dialog| {
        if let Dialog::Question(question) = dialog { refresh_question(question, map) } else { true }
    });
    if state.dialogs.len() < count {
        let text = state.lang.brought_back_elsewhere();
        state.say(Tone::Done, text);
    }
}

/// Updates what a question about losses says is missing. Returns false if nothing is missing any more.
fn refresh_question(question: &mut Question, map: &JourneyMap) -> bool {
    let Question::Overwritten { losses, .. } = question else { return true };
    let Some(left) = losses.left_in(map) else { return false };
    **losses = left;
    true
}

/// Puts what is missing back into the map, unsaved.
pub(crate) fn bring_back(state: &mut State, losses: &Losses) -> Next {
    let whole = losses.put_back(state.map());
    if whole != *state.map() {
        commit_merge(state, Edit::ReplaceMap(whole));
        let undo = state.key_label(Action::Undo);
        let text = if state.saves_itself() {
            state.lang.brought_back_live(&undo)
        } else {
            state.lang.brought_back(&state.key_label(Action::Save), &undo)
        };
        state.say(Tone::Done, text);
    }
    outside::go_on_with_save(state)
}

/// Leaves out what is missing.
pub(crate) fn leave_out(state: &mut State) -> Next {
    let path = state.session.path().map(|path| shell_quoted(&shown(path))).unwrap_or_default();
    let text = state.lang.left_out(&path);
    state.say(Tone::Done, text);
    outside::go_on_with_save(state)
}

/// Reports that an old version could not be kept.
pub(crate) fn version_kept(state: &mut State, path: &Path, outcome: &Result<(), SaveError>) {
    if let Err(error) = outcome {
        let text = refused_save(&state.lang, &shown(path), error);
        state.say(Tone::Failed, text);
    }
}
