//! What stands in front of the screen and takes the keys.

pub mod browser;
pub mod command;
pub mod export;
pub mod field;
pub mod filter;
pub mod filter_choices;
pub mod form;
pub mod help;
pub mod palette;
pub mod prompt;
pub mod question;
pub mod quick_entry;
pub mod recovery;
pub mod themes;
