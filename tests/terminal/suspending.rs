//! Stopped and going on: the terminal is its user's in between, and the screen is drawn anew afterwards.
#![cfg(target_os = "linux")]

use crate::folder;
use crate::support::Terminal;

fn open(folder: &tempfile::TempDir) -> Terminal {
    let mut terminal = Terminal::open(folder.path(), 80, 24, &["a.ron"]);
    terminal.wait_for("Funnel");
    terminal
}

#[test]
fn a_stopped_program_gives_the_terminal_back_and_draws_anew_when_it_goes_on() {
    let folder = folder();
    let mut terminal = open(&folder);
    for _ in 0..3 {
        terminal.signal("TSTP");
        terminal.wait_for_state('T');
        terminal.wait("the ordinary screen", |screen| !screen.alternate_screen() && !screen.hide_cursor());
        assert!(terminal.is_given_back(), "{}", terminal.modes());
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
    assert!(terminal.is_given_back());
}

#[test]
fn the_window_may_have_another_size_when_a_stopped_program_goes_on() {
    let folder = folder();
    let mut terminal = open(&folder);
    terminal.signal("TSTP");
    terminal.wait_for_state('T');
    terminal.resize(120, 40);
    terminal.signal("CONT");
    // At this width the funnel is a pane of its own, with a line at the bottom of the screen.
    terminal.wait("all rows", |screen| screen.rows(0, 120).nth(39).is_some_and(|row| row.contains("help")));
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_program_stopped_by_force_draws_anew_when_it_goes_on() {
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
fn a_stopped_program_ends_by_a_signal_when_it_goes_on() {
    let folder = folder();
    let mut terminal = open(&folder);
    terminal.signal("TSTP");
    terminal.wait_for_state('T');
    terminal.signal("TERM");
    terminal.signal("CONT");
    assert_eq!(terminal.end(), 143);
    assert!(terminal.is_given_back());
}
