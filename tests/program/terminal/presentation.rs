//! The timer of a presentation redraws and rings. Without a timer nothing wakes the program.

use std::time::{Duration, Instant};

use crate::pty::Terminal;
use crate::terminal::folder;

/// Longer than several ticks of the timer.
const OBSERVATION: Duration = Duration::from_millis(1_500);
/// If the event loop does not wake for this long, it is idle. A running timer wakes it less often.
const IDLE_TIME: Duration = Duration::from_millis(300);

/// Returns how often the event loop has woken so far.
fn wakeups(terminal: &Terminal) -> u64 {
    let id = terminal.id();
    let status = std::fs::read_to_string(format!("/proc/{id}/task/{id}/status")).expect("a status");
    let line = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:")).expect("a count");
    line.trim().parse().expect("a number")
}

fn wait(time: Duration) {
    let end = Instant::now() + time;
    while let Some(rest) = end.checked_duration_since(Instant::now()) {
        std::thread::park_timeout(rest);
    }
}

/// Waits until the event loop is idle, and returns how often it wakes after that.
///
/// The screen can be read before the event loop that wrote it is idle again, which would count as a wakeup.
fn wakeups_when_idle(terminal: &Terminal) -> u64 {
    let mut before = wakeups(terminal);
    for _ in 0..20 {
        wait(IDLE_TIME);
        let now = wakeups(terminal);
        if now == before {
            break;
        }
        before = now;
    }
    wait(OBSERVATION);
    wakeups(terminal) - before
}

#[test]
fn a_timer_redraws_and_rings_once_at_its_end() {
    let folder = folder();
    let mut terminal = Terminal::open(folder.path(), 80, 24, &["a.ron"]);
    terminal.wait_for("Before");
    terminal.press("P");
    terminal.wait_for("step 1 of ");
    terminal.press("t3s\r");
    for seen in ["0:02", "0:01", "Time is up"] {
        terminal.wait_for(seen);
    }
    terminal.press("l");
    terminal.wait("no message", |screen| !screen.contents().contains("Time is up"));
    terminal.press("q");
    terminal.wait_for("Ctrl-S");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    assert_eq!(terminal.written.iter().filter(|&&byte| byte == 0x07).count(), 1, "one bell");
}

#[test]
fn without_a_running_timer_the_program_does_not_wake() {
    let folder = folder();
    let mut terminal = Terminal::open(folder.path(), 80, 24, &["a.ron"]);
    terminal.wait_for("Before");
    terminal.press("P");
    terminal.wait_for("step 1 of ");
    assert_eq!(wakeups_when_idle(&terminal), 0, "the presentation has no timer");
    terminal.press("t5\r");
    terminal.wait_for("4:59");
    assert!(wakeups_when_idle(&terminal) >= 1, "the timer shows every second");
    terminal.press("t");
    terminal.wait_for("paused");
    assert_eq!(wakeups_when_idle(&terminal), 0, "the timer is paused");
}

#[test]
fn a_timer_is_right_after_the_program_was_stopped() {
    let folder = folder();
    let mut terminal = Terminal::open(folder.path(), 80, 24, &["a.ron"]);
    terminal.wait_for("Before");
    terminal.press("P");
    terminal.wait_for("step 1 of ");
    terminal.press("t2s\r");
    terminal.wait_for("0:02");
    terminal.signal("STOP");
    terminal.wait_for_state('T');
    wait(OBSERVATION + OBSERVATION);
    terminal.signal("CONT");
    terminal.wait_for("Time is up");
    assert!(!terminal.text().contains("0:01"));
}
