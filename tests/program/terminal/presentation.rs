//! Time in the terminal: a timer redraws by itself and rings, and without one nothing wakes the program.

use std::time::{Duration, Instant};

use crate::pty::Terminal;
use crate::terminal::folder;

/// Longer than several ticks of anything that ticks.
const A_WHILE: Duration = Duration::from_millis(1_500);
/// How long the pump does nothing when it rests; a running timer wakes it less often.
const A_REST: Duration = Duration::from_millis(300);

/// How often the pump was woken so far.
fn wakings(terminal: &Terminal) -> u64 {
    let id = terminal.id();
    let status = std::fs::read_to_string(format!("/proc/{id}/task/{id}/status")).expect("a status");
    let line = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:")).expect("a count");
    line.trim().parse().expect("a number")
}

/// Waits as long as that.
fn wait(time: Duration) {
    let end = Instant::now() + time;
    while let Some(rest) = end.checked_duration_since(Instant::now()) {
        std::thread::park_timeout(rest);
    }
}

/// The wakings within a while, from when the frame that was waited for is written to its end and the pump rests.
///
/// A screen can be read before the pump, which wrote it, has gone back to sleep; that is no waking.
fn wakings_in_a_while(terminal: &Terminal) -> u64 {
    let mut before = wakings(terminal);
    for _ in 0..20 {
        wait(A_REST);
        let now = wakings(terminal);
        if now == before {
            break;
        }
        before = now;
    }
    wait(A_WHILE);
    wakings(terminal) - before
}

#[test]
fn a_timer_redraws_by_itself_and_rings_once_when_time_is_up() {
    let folder = folder();
    let mut terminal = Terminal::open(folder.path(), 80, 24, &["a.ron"]);
    terminal.wait_for("Before");
    terminal.press("P");
    terminal.wait_for("1 / ");
    terminal.press("t3s\r");
    for seen in ["0:02", "0:01", "Time is up"] {
        terminal.wait_for(seen);
    }
    terminal.press("l");
    terminal.wait("the line gone", |screen| !screen.contents().contains("Time is up"));
    terminal.press("q");
    terminal.wait_for("Ctrl-S");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    assert_eq!(terminal.written.iter().filter(|&&byte| byte == 0x07).count(), 1, "one bell");
}

#[test]
fn nothing_wakes_the_program_while_no_timer_runs() {
    let folder = folder();
    let mut terminal = Terminal::open(folder.path(), 80, 24, &["a.ron"]);
    terminal.wait_for("Before");
    terminal.press("P");
    terminal.wait_for("1 / ");
    assert_eq!(wakings_in_a_while(&terminal), 0, "a step is shown");
    terminal.press("t5\r");
    terminal.wait_for("4:59");
    assert!(wakings_in_a_while(&terminal) >= 1, "each second is shown");
    terminal.press("t");
    terminal.wait_for("paused");
    assert_eq!(wakings_in_a_while(&terminal), 0, "the timer stands still");
}

#[test]
fn a_program_that_was_stopped_has_the_right_time_when_it_goes_on() {
    let folder = folder();
    let mut terminal = Terminal::open(folder.path(), 80, 24, &["a.ron"]);
    terminal.wait_for("Before");
    terminal.press("P");
    terminal.wait_for("1 / ");
    terminal.press("t2s\r");
    terminal.wait_for("0:02");
    terminal.signal("STOP");
    terminal.wait_for_state('T');
    wait(A_WHILE + A_WHILE);
    terminal.signal("CONT");
    terminal.wait_for("Time is up");
    assert!(!terminal.text().contains("0:01"));
}
