//! Writing a copy of the map into another file; the map stays with its own file.

use std::path::{Path, PathBuf};

use crate::app::faults::refusal::refused_save;
use crate::app::model::dialog::Dialog;
use crate::app::model::dialog::palette::Palette;
use crate::app::model::dialog::question::Question;
use crate::app::model::dialog::recovery::Waiting;
use crate::app::model::effect::{Effect, Target};
use crate::app::model::file_name::shown;
use crate::app::model::message::Tone;
use crate::app::model::next::{Next, Step};
use crate::app::model::session::Saving;
use crate::app::model::state::State;
use crate::store::SaveError;
use crate::store::disk::Saved;

/// Writes a copy under a name that the user typed; `.ron` is added to a name without an ending.
pub(crate) fn write(state: &mut State, typed: PathBuf) -> Next {
    let (path, target) = Target::of_typed(typed);
    write_to(state, path, target)
}

/// Writes a copy at a path.
pub(crate) fn write_to(state: &mut State, path: PathBuf, target: Target) -> Next {
    state.session.is_copying = true;
    state.expect_question();
    let text = state.lang.saving(&shown(&path));
    state.say(Tone::Done, text);
    let (map, comments) = (state.map().clone(), state.session.comments.clone());
    Next::effect(Effect::WriteCopy { path, map, comments, target })
}

/// Handles the result of writing a copy.
pub(crate) fn written(state: &mut State, path: PathBuf, outcome: Result<Saved, SaveError>) -> Next {
    state.session.is_copying = false;
    match outcome {
        Ok(saved) => {
            report(state, &path, &saved);
            // A save that is still running leaves the map when it ends.
            let is_last = state.session.saving == Saving::Idle;
            // The map is not left while a dialog is open that was opened since.
            match state.session.after_save.take_if(|_| is_last).filter(|_| state.dialogs.is_empty()) {
                Some(to) => Next::step(Step::Leave(to)),
                None => Next::nothing(),
            }
        }
        Err(SaveError::Exists) => {
            state.session.waiting.push_back(Waiting::Ask(Question::OverwriteCopy { path }));
            Next::nothing()
        }
        Err(error) => {
            state.session.after_save = None;
            let why = refused_save(&state.lang, &shown(&path), &error);
            // The name can be corrected.
            if state.dialogs.is_empty() {
                state.dialogs.push(Dialog::Palette(Palette::writing_copy(state.context(), &path)));
            }
            state.say(Tone::Failed, why);
            Next::nothing()
        }
    }
}

/// Says where the copy is, and which file the map stays with.
fn report(state: &mut State, copy: &Path, saved: &Saved) {
    let own = state.session.path().map(|own| shown(own)).unwrap_or_default();
    let text = state.lang.copy_written(&shown(copy), saved.fingerprint.length, &own);
    state.say(Tone::Done, text);
}
