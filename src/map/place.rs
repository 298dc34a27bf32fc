//! Where a touchpoint stands: a phase and a row in it.

use super::Phase;

/// A position in a journey map; in front of the touchpoint at `row`, or at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    pub phase: Phase,
    /// Row in the phase, from 0.
    pub row: usize,
}

impl Place {
    /// The place at `row` of `phase`.
    pub const fn new(phase: Phase, row: usize) -> Place {
        Place { phase, row }
    }
}
