//! Edits and navigation on the board.

pub mod change;
pub mod copies;
pub mod filter;
pub mod jump;
pub mod mark;
pub mod movement;
pub mod quick_entry;
pub mod shift;
