//! Terminals that close under the program: it ends soon, and uses no processor for it.
#![cfg(target_os = "linux")]

use std::time::{Duration, Instant};

use crate::pty::{Terminal, command};
use crate::terminal::folder;

/// The program takes less than a second; a busy machine gets more.
const SOON: Duration = Duration::from_secs(5);
/// Hundredths of a second of the processor that the rest of the program's life may take.
const TICKS: u64 = 50;

/// Closes the terminal and looks at how the program ends.
fn ends_when_closed(mut terminal: Terminal) {
    terminal.wait_for("Funnel");
    let (_, before) = terminal.process().expect("a process");
    terminal.close("j");
    let closed = Instant::now();
    terminal.wait_for_state('Z');
    assert!(closed.elapsed() < SOON, "{:?}", closed.elapsed());
    let (_, after) = terminal.process().expect("a process");
    assert!(after - before < TICKS, "{} ticks", after - before);
    assert_eq!(terminal.wait_for_exit(), 129);
}

#[test]
fn a_closed_terminal_ends_the_program() {
    let folder = folder();
    ends_when_closed(Terminal::open(folder.path(), 80, 24, &["a.ron"]));
}

#[test]
fn a_closed_terminal_ends_a_program_that_was_started_to_ignore_that() {
    let folder = folder();
    let script = "trap '' HUP; exec \"$0\" \"$@\"";
    let shell = command("/bin/sh", folder.path(), &[], &["-c", script, env!("CARGO_BIN_EXE_periplo"), "a.ron"]);
    ends_when_closed(Terminal::start(shell, 80, 24));
}

#[test]
fn a_closed_terminal_of_another_session_ends_the_program() {
    let folder = folder();
    ends_when_closed(Terminal::open_elsewhere(folder.path(), 80, 24, &["a.ron"]));
}

#[test]
fn a_terminal_closed_while_the_program_is_stopped_ends_it_when_it_goes_on() {
    let folder = folder();
    let mut terminal = Terminal::open_elsewhere(folder.path(), 80, 24, &["a.ron"]);
    terminal.wait_for("Funnel");
    terminal.signal("TSTP");
    terminal.wait_for_state('T');
    // Lines of the terminal are echoed now, which ends the thread that reads.
    terminal.close("x");
    terminal.signal("CONT");
    terminal.wait_for_state('Z');
    assert_eq!(terminal.wait_for_exit(), 129);
}
