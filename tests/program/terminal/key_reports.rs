//! Terminals that report keys as escape codes (the kitty keyboard protocol): other layouts work, and every way out ends it.

use crate::pty::Terminal;
use crate::terminal::folder;

/// What the program sends to ask whether the terminal can report keys.
const QUESTION: &str = "\x1b[?u";

/// Opens the map in a terminal that answers that it can report keys.
fn open(folder: &tempfile::TempDir) -> Terminal {
    let mut terminal = Terminal::open(folder.path(), 100, 30, &["a.ron"]);
    terminal.wait_for("Funnel");
    terminal.wait_for_output(QUESTION);
    terminal.press("\x1b[?0u");
    terminal.wait_for_output("\x1b[>29u");
    assert_eq!(terminal.open_key_reports(), 1);
    terminal
}

#[test]
fn a_terminal_that_does_not_answer_reports_nothing() {
    let folder = folder();
    let mut terminal = Terminal::open(folder.path(), 100, 30, &["a.ron"]);
    terminal.wait_for("Funnel");
    terminal.press("aWalks in\r");
    terminal.leave_quick_entry("1 added");
    terminal.press("qd");
    assert_eq!(terminal.end(), 0);
    let written = String::from_utf8_lossy(&terminal.written);
    assert_eq!(written.matches(QUESTION).count(), 1);
    for asked in ["\x1b[>29u", "\x1b[>5u", "\x1b[=", "\x1b[<u"] {
        assert!(!written.contains(asked), "{asked:?}");
    }
}

#[test]
fn the_keys_of_a_cyrillic_keyboard_act_and_its_text_is_typed() {
    let folder = folder();
    let mut terminal = open(&folder);
    // The letter on the key of the Latin a.
    terminal.press("\x1b[1092:1060:97;;1092u");
    terminal.wait_for_output("\x1b[=5u");
    // Letters that were typed before the terminal knew of the line arrive as reports, later ones as text.
    terminal.press("\x1b[1042:1042:100;2;1042uходит\x1b[13u");
    terminal.wait_for("1 added");
    terminal.wait_for("Входит");
    terminal.press("\x1b[27u");
    terminal.wait("quick entry closed", |screen| !screen.contents().contains("1 added"));
    terminal.wait_for_output("\x1b[=29u");
    // The keys of the Latin q and d.
    terminal.press("\x1b[1081:1049:113u");
    terminal.wait_for("unsaved");
    terminal.press("\x1b[1074:1042:100u");
    assert_eq!(terminal.end(), 0);
    assert!(terminal.is_restored());
}

#[test]
#[cfg(target_os = "linux")]
fn a_stopped_program_ends_the_reports_and_asks_for_them_again() {
    let folder = folder();
    let mut terminal = open(&folder);
    for _ in 0..2 {
        terminal.signal("TSTP");
        terminal.wait_for_state('T');
        terminal.wait("the normal screen", |screen| !screen.alternate_screen());
        assert!(terminal.is_restored());
        terminal.signal("CONT");
        terminal.wait("the board", |screen| screen.alternate_screen() && screen.contents().contains("Funnel"));
        terminal.press("\x1b[58;;58u");
        terminal.wait_for("All actions");
        terminal.press("\x1b[27u");
        terminal.wait("the board", |screen| !screen.contents().contains("All actions"));
    }
    assert_eq!(String::from_utf8_lossy(&terminal.written).matches(QUESTION).count(), 1);
    terminal.signal("TERM");
    assert_eq!(terminal.end(), 143);
    assert!(terminal.is_restored());
}
