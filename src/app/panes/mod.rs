//! The panes beside the columns.

pub mod list;
pub mod review;
pub mod what_if;
