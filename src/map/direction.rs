//! The four directions in which touchpoints move on the board.

/// A direction on the board: up and down within a phase, left and right between phases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    Left,
    Right,
    Up,
    Down,
}
