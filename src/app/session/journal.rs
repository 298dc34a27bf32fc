//! What a crash must not take: after each change, the unsaved map goes into the journal.

use crate::app::model::effect::{Effect, Note, Target};
use crate::app::model::state::{Noted, State};

/// Has the map written down when it has changed, or forgotten when nothing is unsaved any more.
pub(crate) fn follow(state: &mut State, effects: &mut Vec<Effect>) {
    let revision = state.document.revision();
    let unsaved = state.is_unsaved();
    if unsaved && state.noted != Noted::Revision(revision) {
        state.noted = Noted::Revision(revision);
        let file = state.file.as_ref();
        let based_on = file.and_then(|file| match file.target {
            Target::Known(fingerprint) => Some(fingerprint),
            Target::New | Target::Named(_) | Target::Any => None,
        });
        let note = Note {
            map: state.map().clone(),
            comments: state.comments.clone(),
            base: file.and_then(|file| file.base.clone()),
            file: file.map(|file| file.path.clone()),
            based_on,
        };
        // First of all: what another effect removes may be what was noted before.
        effects.insert(0, Effect::Note(Box::new(note)));
    } else if !unsaved && state.noted != Noted::Nothing {
        state.noted = Noted::Nothing;
        effects.insert(0, Effect::Forget);
    }
}
