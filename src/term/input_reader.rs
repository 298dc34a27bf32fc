//! The input reader: a thread that reads events from the terminal, and pauses while another program has the terminal.

#[cfg(not(unix))]
mod other;
mod thread;
#[cfg(unix)]
mod unix;

#[cfg(not(unix))]
pub(super) use other::InputReader;
#[cfg(unix)]
pub(super) use unix::InputReader;
