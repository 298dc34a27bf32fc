//! Mermaid's journey diagrams, written so that nothing in them is misread, and read as Mermaid itself reads them.

mod clean;
mod code_block;
mod directive;
mod entity;
mod field_text;
mod front_matter;
mod id_comment;
pub mod journey;
mod lexer;
mod messages;
pub mod phases;
mod read;
mod write;

pub use read::{read, read_page};
pub use write::document;
