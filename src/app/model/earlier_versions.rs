//! What the open file held before, to recognise an older version that another program writes over a newer one.

use std::collections::HashSet;

use crate::map::JourneyMap;
use crate::map::losses::{EarlierValues, Losses, Renamed, WrittenBy, renamed, with_agreed_changes};
use crate::store::{Fingerprint, Loaded};

/// What the file held before, as far as it is known.
#[derive(Clone, Debug, Default)]
pub struct EarlierVersions {
    /// The hashes of its contents.
    contents: HashSet<u64>,
    values: EarlierValues,
}

/// What another program took out of the file or renamed in it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Overwritten {
    pub losses: Option<Losses>,
    /// The touchpoints that count as renamed.
    pub renamed: Vec<Renamed>,
}

impl EarlierVersions {
    /// Returns the versions that a file names as the ones before it.
    pub fn of(loaded: &Loaded) -> EarlierVersions {
        let mut earlier = EarlierVersions::default();
        earlier.extend(loaded);
        earlier
    }

    /// Remembers the versions that a file names as the ones before it.
    pub(crate) fn extend(&mut self, loaded: &Loaded) {
        self.contents.extend(loaded.history.hashes());
    }

    /// Remembers a map with its fingerprint, which another map follows.
    pub(crate) fn record(&mut self, map: &JourneyMap, fingerprint: Fingerprint, next: &JourneyMap) {
        self.contents.insert(fingerprint.hash);
        self.values.record(map, next);
    }

    /// Compares the map before with what was read now, if another program than Periplo wrote that. What the user took
    /// out of `ours` too is not lost.
    pub(crate) fn overwritten(
        &self,
        (before, fingerprint): (&JourneyMap, Fingerprint),
        ours: &JourneyMap,
        now: &Loaded,
    ) -> Overwritten {
        if now.history.leads_from(fingerprint) {
            return Overwritten::default();
        }
        let is_older = self.contents.contains(&now.fingerprint.hash);
        let by = if is_older { WrittenBy::OlderVersion } else { WrittenBy::AnotherProgram(&self.values) };
        let before = with_agreed_changes(before, ours, &now.map);
        Overwritten { losses: Losses::between(&before, &now.map, by), renamed: renamed(&before, &now.map, by) }
    }
}
