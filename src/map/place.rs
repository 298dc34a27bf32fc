//! The place of a touchpoint: a phase and a row in it.

use super::Phase;

/// A position in a journey map. As a target, it means in front of the touchpoint at `row`, or the end of the phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    pub phase: Phase,
    /// The row in the phase, from 0.
    pub row: usize,
}

impl Place {
    /// Returns the place at `row` of `phase`.
    pub const fn new(phase: Phase, row: usize) -> Place {
        Place { phase, row }
    }
}
