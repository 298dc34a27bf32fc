//! The window's title: set, changed, given back, and never a way into the terminal.

use crate::pty::Terminal;
use crate::terminal::{folder, run};

/// The titles that the program gave the window, one after the other.
fn titles(terminal: &Terminal) -> Vec<String> {
    let written = String::from_utf8_lossy(&terminal.written).into_owned();
    let begun = written.split("\x1b]0;").skip(1);
    begun.map(|rest| rest.split_once("\x1b\\").expect("every title ends").0.to_owned()).collect()
}

fn count(terminal: &Terminal, sequence: &str) -> usize {
    String::from_utf8_lossy(&terminal.written).matches(sequence).count()
}

const KEPT: &str = "\x1b[22;0t";
const BROUGHT_BACK: &str = "\x1b[23;0t";

#[test]
fn the_window_tells_the_map_and_whether_it_is_saved_and_has_its_own_title_back_at_the_end() {
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
    assert!(titles.len() <= 4, "it is written only when it changes: {titles:?}");
    assert_eq!((count(&terminal, KEPT), count(&terminal, BROUGHT_BACK)), (1, 1));
}

#[cfg(target_os = "linux")]
#[test]
fn a_program_that_is_stopped_or_ended_by_a_signal_gives_the_title_back() {
    let folder = folder();
    let mut terminal = Terminal::open(folder.path(), 80, 24, &["a.ron", "--lang", "en"]);
    terminal.wait_for("Funnel");
    for round in 1..3 {
        terminal.signal("TSTP");
        terminal.wait_for_state('T');
        terminal.wait("the screen given back", |screen| !screen.alternate_screen());
        assert_eq!((count(&terminal, KEPT), count(&terminal, BROUGHT_BACK)), (round, round));
        let told = titles(&terminal).len();
        terminal.screen.process(b"\x1b[2J");
        terminal.signal("CONT");
        terminal.wait_for("Funnel");
        // The title follows what is drawn first.
        terminal.press("t");
        terminal.wait_for(if round == 1 { "Cards take" } else { "Cards show" });
        assert_eq!(titles(&terminal).len(), told + 1, "the title is told anew");
    }
    terminal.signal("TERM");
    assert_eq!(terminal.end(), 143);
    assert_eq!((count(&terminal, KEPT), count(&terminal, BROUGHT_BACK)), (3, 3));
}

fn is_given_none(mut terminal: Terminal) {
    terminal.wait_for("Funnel");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    assert_eq!(titles(&terminal), Vec::<String>::new());
    assert_eq!((count(&terminal, KEPT), count(&terminal, BROUGHT_BACK)), (0, 0));
}

#[test]
fn a_terminal_that_is_not_known_to_have_a_title_is_given_none() {
    for name in ["linux", ""] {
        let folder = folder();
        is_given_none(Terminal::open_in(folder.path(), 80, 24, &[("TERM", name)], &["a.ron"]));
    }
}

#[test]
fn who_wants_no_title_is_given_none() {
    let folder = folder();
    std::fs::create_dir(folder.path().join("here")).expect("a folder");
    std::fs::write(folder.path().join("here/config.ron"), "(title: false)").expect("written");
    is_given_none(Terminal::open(folder.path(), 80, 24, &["a.ron", "--lang", "en", "--config", "here"]));
}

#[test]
fn no_title_of_a_map_and_no_name_of_a_file_commands_the_terminal() {
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
    for told in titles(&terminal).into_iter().chain(titles(&other)) {
        assert!(told.starts_with("Periplo"), "{told:?}");
        assert!(!told.chars().any(|c| c.is_control() || c == '\u{202e}'), "{told:?}");
        assert!(told.chars().count() < 80, "{told:?}");
    }
    assert!(titles(&terminal).iter().any(|told| told.contains("Buy")));
    assert_eq!(run(folder.path(), &["templates"]).1, 0);
}
