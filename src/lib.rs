//! Periplo: customer journey maps in the terminal.
//!
//! The rooms of the house, from the ground up; each uses only those above it in this list.
//! `ARCHITECTURE.md` tells why.
//!
//! | room | what it is |
//! | --- | --- |
//! | [`map`] | the journey as data and its rules |
//! | [`store`] | maps on disk |
//! | [`lang`] | the words of the interface |
//! | [`exchange`] | maps to other formats |
//! | [`app`] | the thinking: keys, messages, state |
//! | [`view`] | the screen |
//! | [`term`] | the terminal |
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
pub mod store;
pub mod term;
pub mod view;
