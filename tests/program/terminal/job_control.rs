//! Job control: the terminal is restored when the program stops, and redrawn when it continues.
#![cfg(target_os = "linux")]

use std::time::Instant;

use crate::pty::{TIMEOUT, Terminal, command};
use crate::terminal::folder;

fn open(folder: &tempfile::TempDir) -> Terminal {
    let mut terminal = Terminal::open(folder.path(), 80, 24, &["a.ron"]);
    terminal.wait_for("Funnel");
    terminal
}

#[test]
fn sigtstp_restores_the_terminal_and_sigcont_redraws() {
    let folder = folder();
    let mut terminal = open(&folder);
    for _ in 0..3 {
        terminal.signal("TSTP");
        terminal.wait_for_state('T');
        terminal.wait("the normal screen", |screen| !screen.alternate_screen() && !screen.hide_cursor());
        assert!(terminal.is_restored(), "{}", terminal.modes());
        terminal.screen.process(b"\x1b[2J\x1b[Hthe shell");
        terminal.signal("CONT");
        terminal.wait_for("Funnel");
        assert!(terminal.screen.screen().alternate_screen());
        assert!(!terminal.modes().contains("ICANON"), "{}", terminal.modes());
    }
    terminal.press("aWalks in\r");
    terminal.leave_quick_entry("1 added");
    terminal.press("qd");
    assert_eq!(terminal.end(), 0);
    assert!(terminal.is_restored());
}

#[test]
fn the_window_can_change_its_size_while_the_program_is_stopped() {
    let folder = folder();
    let mut terminal = open(&folder);
    terminal.signal("TSTP");
    terminal.wait_for_state('T');
    terminal.resize(120, 40);
    terminal.signal("CONT");
    // The last row of the screen contains the footer.
    terminal.wait("all rows", |screen| screen.rows(0, 120).nth(39).is_some_and(|row| row.contains("help")));
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn after_sigstop_the_program_redraws() {
    let folder = folder();
    let mut terminal = open(&folder);
    terminal.signal("STOP");
    terminal.wait_for_state('T');
    terminal.screen.process(b"\x1b[?1049l\x1b[2J\x1b[Hsomebody else");
    terminal.signal("CONT");
    terminal.wait_for("Funnel");
    assert!(terminal.screen.screen().alternate_screen());
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_signal_sent_to_a_stopped_program_ends_it_on_sigcont() {
    let folder = folder();
    let mut terminal = open(&folder);
    terminal.signal("TSTP");
    terminal.wait_for_state('T');
    terminal.signal("TERM");
    terminal.signal("CONT");
    assert_eq!(terminal.end(), 143);
    assert!(terminal.is_restored());
}

/// Starts the program in the background of a shell, waits until it is stopped, and lets the shell run `then`.
fn in_the_background(folder: &tempfile::TempDir, then: &str) -> Terminal {
    let script = format!("set -m; \"$0\" a.ron & job=$!; echo \"job $job.\"; read go; {then}; echo \"code $?.\"");
    let shell = command("/bin/sh", folder.path(), &[], &["-c", &script, env!("CARGO_BIN_EXE_periplo")]);
    let mut terminal = Terminal::start(shell, 80, 24);
    terminal.wait("the job", |screen| screen.contents().contains('.'));
    let text = terminal.text();
    let job = text.split_once("job ").and_then(|(_, rest)| rest.split_once('.')).expect("a job").0.to_owned();
    let stat = || std::fs::read_to_string(format!("/proc/{job}/stat")).unwrap_or_default();
    let end = Instant::now() + TIMEOUT;
    while !stat().contains(") T ") {
        assert!(Instant::now() < end, "never stopped: {}", stat());
        std::thread::yield_now();
    }
    assert!(!terminal.screen.screen().alternate_screen(), "nothing is drawn from the background");
    terminal.press("\r");
    terminal
}

#[test]
fn a_program_started_in_the_background_stops_until_it_is_in_the_foreground() {
    let folder = folder();
    let mut terminal = in_the_background(&folder, "fg >/dev/null");
    terminal.wait_for("Funnel");
    terminal.press("q");
    terminal.wait_for("code 0.");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_signal_ends_a_program_in_the_background() {
    let folder = folder();
    // Exit code 147 means that the job is still stopped.
    let wait = "code=147; while [ $code = 147 ]; do wait $job; code=$?; done; (exit $code)";
    let mut terminal = in_the_background(&folder, &format!("kill -s TERM $job; kill -s CONT $job; {wait}"));
    terminal.wait_for("code 143.");
    assert_eq!(terminal.end(), 0);
    assert!(!String::from_utf8_lossy(&terminal.written).contains("\x1b["), "nothing is drawn from the background");
}
