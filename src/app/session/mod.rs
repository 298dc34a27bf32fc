//! Opening, saving, outside changes, the journal, recovery and leaving.

pub mod file;
pub mod journal;
pub mod leave;
pub mod outside;
pub mod recovery;
pub mod start;
pub mod unreadable;
