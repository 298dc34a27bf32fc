//! When its terminal closes, the program ends quickly, without a busy loop.
#![cfg(target_os = "linux")]

use std::time::{Duration, Instant};

use crate::pty::{Terminal, command};
use crate::terminal::folder;

/// The program takes less than a second. A busy machine may take longer.
const EXIT_TIMEOUT: Duration = Duration::from_secs(5);
/// The processor time that ending may take, in hundredths of a second.
const MAX_TICKS: u64 = 50;

/// Closes the terminal, and asserts that the program ends quickly with the right exit code.
fn assert_ends_when_closed(mut terminal: Terminal) {
    terminal.wait_for("Funnel");
    let (_, before) = terminal.process().expect("a process");
    terminal.close("j");
    let closed = Instant::now();
    terminal.wait_for_state('Z');
    assert!(closed.elapsed() < EXIT_TIMEOUT, "{:?}", closed.elapsed());
    let (_, after) = terminal.process().expect("a process");
    assert!(after - before < MAX_TICKS, "{} ticks", after - before);
    assert_eq!(terminal.wait_for_exit(), 129);
}

#[test]
fn a_closed_terminal_ends_the_program() {
    let folder = folder();
    assert_ends_when_closed(Terminal::open(folder.path(), 80, 24, &["a.ron"]));
}

#[test]
fn a_closed_terminal_ends_a_program_that_ignores_sighup() {
    let folder = folder();
    let script = "trap '' HUP; exec \"$0\" \"$@\"";
    let shell = command("/bin/sh", folder.path(), &[], &["-c", script, env!("CARGO_BIN_EXE_periplo"), "a.ron"]);
    assert_ends_when_closed(Terminal::start(shell, 80, 24));
}

#[test]
fn a_closed_terminal_outside_the_session_ends_the_program() {
    let folder = folder();
    assert_ends_when_closed(Terminal::open_elsewhere(folder.path(), 80, 24, &["a.ron"]));
}

#[test]
fn a_terminal_closed_while_the_program_is_stopped_ends_it_on_sigcont() {
    let folder = folder();
    let mut terminal = Terminal::open_elsewhere(folder.path(), 80, 24, &["a.ron"]);
    terminal.wait_for("Funnel");
    terminal.signal("TSTP");
    terminal.wait_for_state('T');
    // The terminal echoes input now. The echo ends the thread that reads.
    terminal.close("x");
    terminal.signal("CONT");
    terminal.wait_for_state('Z');
    assert_eq!(terminal.wait_for_exit(), 129);
}
