//! Mermaid's journey diagrams, written so that nothing in them is misread, and read as Mermaid itself reads them.

mod block;
mod clean;
mod comment;
mod directive;
mod entity;
mod front_matter;
pub mod journey;
mod lexer;
mod name;
pub mod phases;
mod read;
mod telling;
mod write;

pub use read::{read, read_page};
pub use write::document;
