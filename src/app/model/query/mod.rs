//! Queries on the state that need several of its parts.

pub(crate) mod conflicts;
pub(crate) mod funnel_beginning;
pub mod key_labels;
pub mod list;
pub mod live;
pub mod place_below;
pub mod presentation;
pub mod room;
pub mod save_name;
pub mod shown_map;
pub mod tour;
pub mod turn;
pub mod visible_rows;
pub mod what_if;
