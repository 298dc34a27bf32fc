//! The panes beside the columns.

pub mod side;
pub mod what_if;
