//! The rules of `ARCHITECTURE.md`, checked on the source.

mod cycles;
mod files;
mod layers;
mod source;
mod texts;
mod type_names;
