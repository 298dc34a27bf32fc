//! The journal: after each change the unsaved map is written to it, so that a crash loses nothing.

use crate::app::model::effect::{Effect, JournalEntry};
use crate::app::model::session::JournalContent;
use crate::app::model::state::State;

/// Writes the map to the journal if it has changed, and empties the journal if nothing is unsaved.
///
/// The effect comes first, because a later one may delete a journal that the new entry replaces.
pub(crate) fn sync_journal(state: &mut State, effects: &mut Vec<Effect>) {
    let revision = state.session.document.revision();
    let is_unsaved = state.is_unsaved();
    let session = &mut state.session;
    if is_unsaved && session.journal != JournalContent::Revision(revision) {
        session.journal = JournalContent::Revision(revision);
        let file = session.file.as_ref();
        let entry = JournalEntry {
            map: session.document.map().clone(),
            comments: session.comments.clone(),
            base: file.and_then(|file| file.base.clone()),
            file: file.map(|file| file.path.clone()),
            based_on: file.and_then(|file| file.fingerprint()),
        };
        effects.insert(0, Effect::WriteJournal(Box::new(entry)));
    } else if !is_unsaved && session.journal != JournalContent::Nothing {
        session.journal = JournalContent::Nothing;
        effects.insert(0, Effect::ClearJournal);
    }
}
