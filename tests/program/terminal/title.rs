//! The title of the terminal's window: set, changed, restored, and free of control characters.

use crate::pty::Terminal;
use crate::terminal::{folder, run};

/// Returns the titles that the program set, in order.
fn titles(terminal: &Terminal) -> Vec<String> {
    let written = String::from_utf8_lossy(&terminal.written).into_owned();
    let begun = written.split("\x1b]0;").skip(1);
    begun.map(|rest| rest.split_once("\x1b\\").expect("every title ends").0.to_owned()).collect()
}

fn count(terminal: &Terminal, sequence: &str) -> usize {
    String::from_utf8_lossy(&terminal.written).matches(sequence).count()
}

const SAVE_TITLE: &str = "\x1b[22;0t";
const RESTORE_TITLE: &str = "\x1b[23;0t";

#[test]
fn the_title_shows_the_map_and_unsaved_changes_and_is_restored() {
    let folder = folder();
    let mut terminal = Terminal::open(folder.path(), 80, 24, &["a.ron", "--lang", "en"]);
    terminal.wait_for("Funnel");
    terminal.press("jjkkv");
    terminal.wait_for("unsaved");
    terminal.press("u");
    terminal.wait_for("Undone");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    let titles = titles(&terminal);
    let last: Vec<&str> = titles.iter().rev().take(3).rev().map(String::as_str).collect();
    let [saved, unsaved, again] = last[..] else { panic!("{titles:?}") };
    assert!(saved.starts_with("Periplo — ") && !saved.contains('•'), "{titles:?}");
    assert_eq!(unsaved, format!("{saved} •"));
    assert_eq!(again, saved);
    assert!(titles.len() <= 4, "the title is written only when it changes: {titles:?}");
    assert_eq!((count(&terminal, SAVE_TITLE), count(&terminal, RESTORE_TITLE)), (1, 1));
}

#[cfg(target_os = "linux")]
#[test]
fn the_title_is_restored_on_stop_and_on_signals() {
    let folder = folder();
    let mut terminal = Terminal::open(folder.path(), 80, 24, &["a.ron", "--lang", "en"]);
    terminal.wait_for("Funnel");
    for round in 1..3 {
        terminal.signal("TSTP");
        terminal.wait_for_state('T');
        terminal.wait("the normal screen", |screen| !screen.alternate_screen());
        assert_eq!((count(&terminal, SAVE_TITLE), count(&terminal, RESTORE_TITLE)), (round, round));
        let before = titles(&terminal).len();
        terminal.screen.process(b"\x1b[2J");
        terminal.signal("CONT");
        terminal.wait_for("Funnel");
        // The title is written after the first frame, so another frame is awaited.
        terminal.press("t");
        terminal.wait_for(if round == 1 { "Cards take" } else { "Cards show" });
        assert_eq!(titles(&terminal).len(), before + 1, "the title is set again");
    }
    terminal.signal("TERM");
    assert_eq!(terminal.end(), 143);
    assert_eq!((count(&terminal, SAVE_TITLE), count(&terminal, RESTORE_TITLE)), (3, 3));
}

fn assert_no_title(mut terminal: Terminal) {
    terminal.wait_for("Funnel");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    assert_eq!(titles(&terminal), Vec::<String>::new());
    assert_eq!((count(&terminal, SAVE_TITLE), count(&terminal, RESTORE_TITLE)), (0, 0));
}

#[test]
fn unknown_terminals_get_no_title() {
    for name in ["linux", ""] {
        let folder = folder();
        assert_no_title(Terminal::open_in(folder.path(), 80, 24, &[("TERM", name)], &["a.ron"]));
    }
}

#[test]
fn the_title_can_be_turned_off() {
    let folder = folder();
    std::fs::create_dir(folder.path().join("here")).expect("a folder");
    std::fs::write(folder.path().join("here/config.ron"), "(title: false)").expect("written");
    assert_no_title(Terminal::open(folder.path(), 80, 24, &["a.ron", "--lang", "en", "--config", "here"]));
}

#[test]
fn titles_contain_no_control_characters() {
    let folder = folder();
    let hostile = "Buy\\u{1b}]0;owned\\u{7}\\u{9b}31m\\u{202e}\\u{9d}2;owned\\u{9c} this";
    let map = format!("(format: 1, title: \"{hostile} {}\")", "long ".repeat(30));
    std::fs::write(folder.path().join("h.ron"), map).expect("written");
    let mut terminal = Terminal::open(folder.path(), 80, 24, &["h.ron"]);
    terminal.wait_for("this");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    let named = "x\x1b]0;owned\x07\u{9d}2;owned.ron";
    std::fs::write(folder.path().join(named), "no map").expect("written");
    let mut other = Terminal::open(folder.path(), 80, 24, &[named]);
    other.wait("a title", |_| true);
    other.wait_for("owned.ron");
    other.press("q");
    other.end();
    for title in titles(&terminal).into_iter().chain(titles(&other)) {
        assert!(title.starts_with("Periplo"), "{title:?}");
        assert!(!title.chars().any(|c| c.is_control() || c == '\u{202e}'), "{title:?}");
        assert!(title.chars().count() < 80, "{title:?}");
    }
    assert!(titles(&terminal).iter().any(|title| title.contains("Buy")));
    assert_eq!(run(folder.path(), &["templates"]).1, 0);
}
