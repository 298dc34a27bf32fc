//! The panes beside the columns.

pub(crate) mod conflicts;
pub(crate) mod funnel;
pub mod list;
pub mod review;
pub(crate) mod room;
pub mod what_if;
