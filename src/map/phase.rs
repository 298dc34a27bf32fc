//! The three phases of a journey.

use serde::{Deserialize, Serialize};

/// A part of the journey: before, during or after the purchase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Phase {
    Before,
    During,
    After,
}

impl Phase {
    /// The phases in the journey's order.
    pub const ALL: [Phase; 3] = [Phase::Before, Phase::During, Phase::After];

    /// Returns the phase's position in the journey, from 0.
    pub const fn index(self) -> usize {
        match self {
            Phase::Before => 0,
            Phase::During => 1,
            Phase::After => 2,
        }
    }

    /// Returns the next phase, if there is one.
    pub(crate) const fn next(self) -> Option<Phase> {
        match self {
            Phase::Before => Some(Phase::During),
            Phase::During => Some(Phase::After),
            Phase::After => None,
        }
    }

    /// Returns the previous phase, if there is one.
    pub(crate) const fn previous(self) -> Option<Phase> {
        match self {
            Phase::Before => None,
            Phase::During => Some(Phase::Before),
            Phase::After => Some(Phase::During),
        }
    }

    /// Returns the phase's name in files and machine formats.
    pub const fn key(self) -> &'static str {
        match self {
            Phase::Before => "before",
            Phase::During => "during",
            Phase::After => "after",
        }
    }
}
