//! What a process that ended left unsaved: shown touchpoint by touchpoint, and offered.

use crate::app::model::dialog::question::Question;
use crate::app::model::effect::Target;
use crate::app::model::state::{Screen, State};
use crate::map::difference::differences;
use crate::map::merge::{Merged, merge};
use crate::map::{Difference, Header, JourneyMap};
use crate::store::Fingerprint;
use crate::store::disk::journal::AbandonedJournal;

/// Unsaved changes that were left behind, as they would come into the map.
#[derive(Clone, Debug)]
pub struct Recovery {
    pub left: AbandonedJournal,
    /// Whether the file was changed after those changes were begun.
    pub stale: bool,
    pub(crate) merged: Merged,
    /// What taking them would change.
    pub differences: Vec<Difference>,
    /// The first difference that is shown.
    pub top: usize,
}

/// Something to ask as soon as nothing else takes the keys.
#[derive(Clone, Debug)]
pub enum Waiting {
    Ask(Question),
    Offer(Box<AbandonedJournal>),
}

/// Whether the open file holds touchpoints.
pub(crate) fn is_saved(state: &State) -> bool {
    held(state).is_some() && state.file.as_ref().and_then(|file| file.base.as_ref()).is_some_and(|map| !map.is_empty())
}

/// What the open file held when it was read or written last.
pub(crate) fn held(state: &State) -> Option<Fingerprint> {
    state.file.as_ref().and_then(|file| match file.target {
        Target::Known(fingerprint) => Some(fingerprint),
        Target::New | Target::Named(_) | Target::Any => None,
    })
}

impl Recovery {
    pub(crate) fn new(state: &State, left: AbandonedJournal) -> Recovery {
        let record = &left.record;
        let here = match state.screen {
            Screen::Board => state.map().clone(),
            Screen::Start(_) | Screen::Opening { .. } | Screen::Unreadable(_) => empty(&record.map),
        };
        let stale = is_saved(state) && held(state) != record.based_on;
        let merged = match &record.base {
            // A file that is gone or empty has changed nothing that could be merged: what was left is all there is.
            Some(base) if is_saved(state) && *base != here && !left.of_other_file => merge(base, &record.map, &here),
            Some(_) | None => Merged { map: record.map.clone(), conflicts: Vec::new() },
        };
        let differences = differences(&here, &merged.map);
        Recovery { left, stale, merged, differences, top: 0 }
    }
}

/// A map that has only what another says of itself.
pub(crate) fn empty(map: &JourneyMap) -> JourneyMap {
    JourneyMap::new(Header::clone(map.header()))
}
