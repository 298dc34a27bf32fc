//! Reads and writes the program's files: the RON text of maps, its faults and comments, and safe access to the disk.

pub mod comments;
pub mod config;
mod config_values;
pub mod conflict_note;
mod diagnosis;
pub mod disk;
pub mod fault;
mod file_map;
mod fingerprint;
pub mod folders;
mod format_number;
mod group_faults;
mod inner_quotes;
pub mod journal;
pub mod keys;
mod lexer;
pub(crate) mod locate;
mod map_text;
pub mod recent;
mod ron_dialect;
pub mod ron_text;
pub mod room_journal;
mod shape;
mod spanish_names;
pub mod suggestion;
pub mod template;
mod token_faults;
mod token_list;
mod token_tree;
mod valid_fields;
mod value_faults;

pub use comments::Comments;
pub use disk::{Loaded, OpenError, SaveError};
pub use fault::{Expected, Fault, FieldOwner, Problem};
pub use fingerprint::Fingerprint;
pub use template::Template;
