//! Opening, saving, copies, live editing, outside changes, the journal, recovery and leaving.

pub mod copy;
pub(crate) mod import;
pub mod journal;
pub mod leave;
pub mod live;
mod live_merge;
pub mod open;
pub mod outside;
pub mod overwritten;
pub mod recovery;
pub mod room;
pub mod save;
pub mod start;
pub mod unreadable;
