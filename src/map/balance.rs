//! How the touchpoints of a map are spread over phases, kinds and intents.

use super::{Intent, JourneyMap, Kind, Phase};

/// Touchpoints counted per phase, kind and intent; what is not tagged is counted as such.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    counts: [[[usize; 3]; 4]; 3],
}

impl Balance {
    /// Counts the touchpoints of a map.
    pub fn of(map: &JourneyMap) -> Balance {
        let mut balance = Balance::default();
        for (place, touchpoint) in map.touchpoints() {
            balance.counts[place.phase.index()][kind_index(touchpoint.kind)][intent_index(touchpoint.intent)] += 1;
        }
        balance
    }

    /// Touchpoints of a phase with that kind, or with none.
    pub fn of_kind(&self, phase: Phase, kind: Option<Kind>) -> usize {
        self.counts[phase.index()][kind_index(kind)].iter().sum()
    }

    /// Touchpoints of a phase with that intent, or with none.
    pub fn of_intent(&self, phase: Phase, intent: Option<Intent>) -> usize {
        self.counts[phase.index()].iter().map(|intents| intents[intent_index(intent)]).sum()
    }
}

const fn kind_index(kind: Option<Kind>) -> usize {
    match kind {
        Some(Kind::Online) => 0,
        Some(Kind::Offline) => 1,
        Some(Kind::Product) => 2,
        None => 3,
    }
}

const fn intent_index(intent: Option<Intent>) -> usize {
    match intent {
        Some(Intent::Intentional) => 0,
        Some(Intent::Unintentional) => 1,
        None => 2,
    }
}
