//! What the open file held before, to recognise an older version that another program writes over a newer one.

use std::collections::HashSet;

use crate::map::JourneyMap;
use crate::map::losses::{EarlierValues, Losses, Renamed, WrittenBy, renamed, without_agreed};
use crate::store::{Fingerprint, Loaded};

/// What the file held before, as far as it is known.
#[derive(Clone, Debug, Default)]
pub struct EarlierVersions {
    /// The hashes of its contents.
    contents: HashSet<u64>,
    values: EarlierValues,
}

/// What another program did when it wrote over the file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Overwritten {
    pub losses: Option<Losses>,
    /// The touchpoints that are taken for renamed ones.
    pub renamed: Vec<Renamed>,
}

impl EarlierVersions {
    /// Returns the versions of which a content tells that they came before it.
    pub fn of(loaded: &Loaded) -> EarlierVersions {
        let mut earlier = EarlierVersions::default();
        earlier.extend(loaded);
        earlier
    }

    /// Remembers the versions of which a content tells that they came before it.
    pub(crate) fn extend(&mut self, loaded: &Loaded) {
        self.contents.extend(loaded.history.hashes());
    }

    /// Remembers a map with its fingerprint, which another map follows.
    pub(crate) fn record(&mut self, map: &JourneyMap, fingerprint: Fingerprint, next: &JourneyMap) {
        self.contents.insert(fingerprint.hash);
        self.values.record(map, next);
    }

    /// Returns what a content that was read now shows, if another program than Periplo wrote it over the map before.
    /// What the user, too, took out of `ours` is not lost.
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
        let before = without_agreed(before, ours, &now.map);
        Overwritten { losses: Losses::between(&before, &now.map, by), renamed: renamed(&before, &now.map, by) }
    }
}
