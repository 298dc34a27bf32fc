//! Mermaid's journey diagrams: written so that Mermaid shows every text as it is, and read as Mermaid reads them.

mod characters;
mod cleanup;
pub(crate) mod code_block;
mod directive;
mod entity;
mod field_text;
mod front_matter;
mod id_comment;
pub mod journey;
mod js_number;
mod lexer;
mod mapped_text;
mod messages;
pub mod parser;
mod read;
pub mod section_phases;
mod write;

pub(crate) use read::{journeys_on_page, read_diagram_of_page, titles_on_page};
pub use read::{read, read_page};
pub use write::document;
