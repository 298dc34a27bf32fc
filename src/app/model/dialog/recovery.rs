//! The recovery dialog: unsaved changes that another process left behind, shown touchpoint by touchpoint.

use crate::app::model::dialog::question::Question;
use crate::app::model::screen::Screen;
use crate::app::model::session::Session;
use crate::app::model::state::State;
use crate::map::difference::differences;
use crate::map::merge::{Merged, merge};
use crate::map::{Difference, Header, JourneyMap};
use crate::store::disk::journal::AbandonedJournal;

/// Unsaved changes that were left behind, merged with the map as it is now.
#[derive(Clone, Debug)]
pub struct Recovery {
    pub left: AbandonedJournal,
    /// True if the file was changed after those changes were begun.
    pub is_stale: bool,
    pub(crate) merged: Merged,
    /// What taking them would change.
    pub differences: Vec<Difference>,
    /// The first difference that is shown.
    pub top: usize,
}

/// Something to ask as soon as no dialog is open.
#[derive(Clone, Debug)]
pub enum Waiting {
    Ask(Question),
    Offer(Box<AbandonedJournal>),
}

impl Recovery {
    pub(crate) fn new(state: &State, left: AbandonedJournal) -> Recovery {
        let record = &left.record;
        let here = match state.screen {
            Screen::Board => state.map().clone(),
            Screen::Start(_) | Screen::Opening { .. } | Screen::Unreadable(_) => without_touchpoints(&record.map),
        };
        let file = state.session.file.as_ref();
        let has_content = has_saved_touchpoints(&state.session);
        let is_stale = has_content && file.and_then(|file| file.fingerprint()) != record.based_on;
        let merged = match &record.base {
            Some(base) if has_content && *base != here && !left.of_other_file => merge(base, &record.map, &here),
            // A file that is gone or empty has no changes to merge.
            Some(_) | None => Merged { map: record.map.clone(), conflicts: Vec::new() },
        };
        let differences = differences(&here, &merged.map);
        Recovery { left, is_stale, merged, differences, top: 0 }
    }
}

/// Returns true if the file of the map exists and holds touchpoints.
pub(crate) fn has_saved_touchpoints(session: &Session) -> bool {
    let file = session.file.as_ref().filter(|file| file.fingerprint().is_some());
    file.and_then(|file| file.base.as_ref()).is_some_and(|map| !map.is_empty())
}

/// Returns an empty map with the header of another.
pub(crate) fn without_touchpoints(map: &JourneyMap) -> JourneyMap {
    JourneyMap::new(Header::clone(map.header()))
}
