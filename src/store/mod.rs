//! Maps on disk: their text as RON, its faults, and files that are never torn.

pub mod disk;
pub mod fault;
pub mod ron_text;
pub mod template;

pub use disk::{Fingerprint, Loaded, OpenError, SaveError};
pub use fault::{Fault, Problem};
pub use template::Template;
