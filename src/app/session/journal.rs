//! The journal: after each change the unsaved map is written to it, so that a crash loses nothing.

use std::mem;
use std::sync::Arc;

use crate::app::model::effect::{Effect, JournalChange, JournalEntry, LARGE_MAP};
use crate::app::model::session::{JournalContent, Session};
use crate::app::model::state::State;
use crate::map::document::Replaced;

/// Writes what has changed in the map to the journal, and empties the journal if nothing is unsaved.
///
/// The effects come first, because a later one may delete a journal that the new entry replaces.
pub(crate) fn sync_journal(state: &mut State, effects: &mut Vec<Effect>) {
    let is_unsaved = state.is_unsaved();
    let session = &mut state.session;
    let replaced = session.document.take_replaced();
    let wanted = match is_unsaved {
        true => JournalContent::Revision(session.document.revision()),
        false if is_to_be_prepared(session) => JournalContent::Prepared,
        false => JournalContent::Nothing,
    };
    let before = mem::replace(&mut session.journal, wanted);
    if before == wanted {
        return;
    }
    let first = match (wanted, before, replaced) {
        (JournalContent::Revision(_), JournalContent::Revision(_), Replaced::Touchpoints(replacements)) => {
            let (header, comments) = (Arc::clone(session.document.map().header()), session.comments.clone());
            vec![Effect::AppendToJournal(Box::new(JournalChange { replacements, header, comments }))]
        }
        (JournalContent::Revision(_), ..) => vec![Effect::WriteJournal(Box::new(entry(session)))],
        (JournalContent::Prepared, JournalContent::Nothing, _) => {
            vec![Effect::PrepareJournal(Box::new(entry(session)))]
        }
        (JournalContent::Prepared, ..) => {
            vec![Effect::ClearJournal, Effect::PrepareJournal(Box::new(entry(session)))]
        }
        (JournalContent::Nothing | JournalContent::Outdated, JournalContent::Prepared, _) => Vec::new(),
        (JournalContent::Nothing | JournalContent::Outdated, ..) => vec![Effect::ClearJournal],
    };
    effects.splice(0..0, first);
}

/// True if the map is saved in a file and so large that its first change should find a prepared journal.
fn is_to_be_prepared(session: &Session) -> bool {
    let is_in_file = session.file.as_ref().is_some_and(|file| !file.read_only && file.base.is_some());
    is_in_file && session.document.map().len() >= LARGE_MAP
}

/// Has the journal written anew if it holds something.
pub(crate) fn write_anew(state: &mut State) {
    if let JournalContent::Revision(_) = state.session.journal {
        state.session.journal = JournalContent::Outdated;
    }
}

fn entry(session: &Session) -> JournalEntry {
    let file = session.file.as_ref();
    JournalEntry {
        map: session.document.map().clone(),
        comments: session.comments.clone(),
        base: file.and_then(|file| file.base.clone()),
        file: file.map(|file| file.path.clone()),
        based_on: file.and_then(|file| file.fingerprint()),
    }
}
