//! Tests of the real program: its commands, its terminal, its files, and text that tries to control the terminal.

mod cli;
#[cfg(unix)]
mod safety;
mod sinks;
#[cfg(unix)]
mod terminal;

#[path = "../support/documents.rs"]
#[expect(dead_code, reason = "links and headings are checked by the tests of the library")]
mod documents;
#[path = "../support/payload.rs"]
mod payload;
#[cfg(unix)]
#[path = "../support/pty.rs"]
mod pty;
#[path = "../support/mod.rs"]
#[expect(dead_code, reason = "most of it is used by the tests of the library")]
mod support;
