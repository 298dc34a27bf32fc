//! What the open file held before, to recognise an older version that another program writes over a newer one.

use std::collections::HashSet;

use crate::map::JourneyMap;
use crate::map::losses::{EarlierValues, Losses, WrittenBy};
use crate::store::{Fingerprint, Loaded};

/// What the file held before, as far as it is known.
#[derive(Clone, Debug, Default)]
pub struct EarlierVersions {
    /// The hashes of its contents.
    contents: HashSet<u64>,
    values: EarlierValues,
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

    /// Returns what got lost when another program than Periplo wrote the content that was read now.
    pub(crate) fn losses(&self, before: &JourneyMap, fingerprint: Fingerprint, now: &Loaded) -> Option<Losses> {
        if now.history.leads_from(fingerprint) {
            return None;
        }
        let is_older = self.contents.contains(&now.fingerprint.hash);
        let by = if is_older { WrittenBy::OlderVersion } else { WrittenBy::Unknown(&self.values) };
        Losses::between(before, &now.map, by)
    }
}
