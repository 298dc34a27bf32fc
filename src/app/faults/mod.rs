//! Typed errors as sentences and as pictures of the source.

pub mod explain;
pub mod line;
pub mod picture;
pub mod refusal;
pub mod sentences;
