//! Periplo: customer journey maps in the terminal.
//!
//! The modules in layers, from the lowest to the highest. A module imports only from modules above it in this list;
//! `ARCHITECTURE.md` explains why.
//!
//! | module | contents |
//! | --- | --- |
//! | [`map`] | the journey as data, and its rules |
//! | [`store`] | maps on disk |
//! | [`lang`] | the texts of the interface |
//! | [`exchange`] | maps to and from other formats |
//! | [`app`] | keys, messages and state of the editor |
//! | [`view`] | draws the state |
//! | [`room`] | lets telephones take part |
//! | [`term`] | the terminal, the event loop and the effects |
//! | [`cli`] | the command line |

#![warn(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm
)]

pub mod app;
pub mod cli;
pub mod exchange;
pub mod lang;
pub mod map;
pub mod room;
pub mod store;
pub mod term;
pub mod view;
