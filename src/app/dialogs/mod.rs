//! One dialog per file: its keys and what its answer does.

pub mod browser;
pub mod command;
pub mod export;
pub mod form;
pub mod help;
pub(crate) mod import;
mod import_choice;
mod import_counts;
mod import_rows;
pub(crate) mod kept_lines;
pub mod palette;
pub mod prompt;
pub mod question;
pub(crate) mod reach_paste;
pub(crate) mod share;
pub mod themes;
