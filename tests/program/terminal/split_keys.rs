//! Keys whose bytes arrive in pieces act as the same keys.

use std::time::{Duration, Instant};

use crate::pty::Terminal;
use crate::terminal::folder;

/// Waits for a time, in the middle of a key.
fn pause(time: Duration) {
    let end = Instant::now() + time;
    while Instant::now() < end {
        std::thread::sleep(end.saturating_duration_since(Instant::now()));
    }
}

/// Opens the map with a long time for Esc, so that a busy machine is no slow line.
fn open(folder: &tempfile::TempDir, escape_time: u64) -> Terminal {
    let config = folder.path().join("config");
    std::fs::create_dir_all(&config).unwrap();
    std::fs::write(config.join("config.ron"), format!("(escape_time: {escape_time})")).unwrap();
    let mut terminal = Terminal::open(folder.path(), 100, 30, &["a.ron", "--config", "config"]);
    terminal.wait_for("Funnel");
    terminal
}

#[test]
fn keys_that_arrive_byte_by_byte_change_no_map() {
    let folder = folder();
    let before = std::fs::read(folder.path().join("a.ron")).unwrap();
    let mut terminal = open(&folder, 1_000);
    for key in ["\x1b[D", "\x1b[A", "\x1b[H", "\x1bOD", "\x1bOH", "\x1b[5~", "\x1b[15~", "\x1b[15~", "\x1b[<64;40;10M"]
    {
        for byte in key.chars() {
            terminal.press(&byte.to_string());
            pause(Duration::from_millis(5));
        }
    }
    // A paste is no row of commands either.
    terminal.press(":");
    for part in ["\x1b", "[20", "0~", "do", "lu", "\x1b", "[201~"] {
        terminal.press(part);
        pause(Duration::from_millis(5));
    }
    terminal.wait_for("dolu");
    terminal.press("\x1b");
    terminal.wait("the palette closed", |screen| !screen.contents().contains("dolu"));
    terminal.press("q");
    assert_eq!(terminal.end(), 0, "nothing is unsaved");
    assert_eq!(std::fs::read(folder.path().join("a.ron")).unwrap(), before);
}

#[test]
fn ten_thousand_arrow_keys_at_once_change_no_map() {
    let folder = folder();
    let mut terminal = open(&folder, 30);
    terminal.press(&"\x1b[D\x1b[H\x1bOD\x1b[A".repeat(2_500));
    terminal.press("aComes last\r");
    terminal.wait_for("1 added");
    terminal.leave_quick_entry("1 added");
    terminal.press("u");
    terminal.press("q");
    assert_eq!(terminal.end(), 0, "nothing is unsaved");
}

#[test]
fn esc_acts_although_nothing_follows_it() {
    let folder = folder();
    for escape_time in [0, 30, 300] {
        let mut terminal = open(&folder, escape_time);
        terminal.press(":Half typed");
        terminal.wait_for("Half typed");
        terminal.press("\x1b");
        terminal.wait("the palette closed", |screen| !screen.contents().contains("Half typed"));
        terminal.press("q");
        assert_eq!(terminal.end(), 0);
    }
}

#[test]
fn a_paste_without_its_end_does_not_swallow_the_keys_after_it() {
    let folder = folder();
    let mut terminal = open(&folder, 30);
    terminal.press(":\x1b[200~never closed");
    terminal.wait_for("never closed");
    terminal.press("\x1b");
    terminal.wait("the palette closed", |screen| !screen.contents().contains("never closed"));
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}
