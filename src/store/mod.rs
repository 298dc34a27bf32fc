//! Maps on disk: their text as RON, its faults, and files that are never torn.

pub mod comments;
pub mod config;
mod diagnosis;
pub mod disk;
pub mod fault;
pub mod folders;
pub mod journal;
mod judge;
pub mod keys;
mod letters;
pub mod near;
mod outline;
pub mod recent;
pub mod ron_text;
mod scan;
mod shape;
mod sound;
pub mod spots;
pub mod template;

pub use comments::Comments;
pub use disk::{Fingerprint, Loaded, OpenError, SaveError};
pub use fault::{Expected, Fault, Owner, Problem};
pub use template::Template;
