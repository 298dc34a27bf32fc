//! Opening, saving, outside changes, the journal, recovery and leaving.

pub mod journal;
pub mod leave;
pub mod open;
pub mod outside;
pub mod overwritten;
pub mod recovery;
pub mod save;
pub mod start;
pub mod unreadable;
