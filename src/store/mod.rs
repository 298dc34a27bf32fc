//! Maps on disk: their text as RON, its faults, and files that are never torn.

pub mod comments;
pub mod config;
mod diagnosis;
pub mod disk;
pub mod fault;
mod file_map;
pub mod folders;
pub mod journal;
pub mod keys;
mod lexer;
pub mod locate;
pub mod recent;
pub mod ron_text;
mod shape;
pub mod suggestion;
pub mod template;
mod token_faults;
mod token_tree;
mod valid_fields;
mod value_faults;

pub use comments::Comments;
pub use disk::{Fingerprint, Loaded, OpenError, SaveError};
pub use fault::{Expected, Fault, FieldOwner, Problem};
pub use template::Template;
