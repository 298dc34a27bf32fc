//! Streams that are not a terminal, environment variables and window sizes.

use std::fs::File;
use std::process::{Command, Stdio};

use portable_pty::{PtySize, native_pty_system};

use crate::pty::{Terminal, slave};
use crate::terminal::folder;

#[test]
fn without_a_terminal_the_editor_refuses_and_prints_no_escape_sequence() {
    let folder = folder();
    let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).expect("a terminal");
    // True for each of standard input, output and error that is the terminal.
    for [input, output, errors] in
        [[false, true, true], [true, false, true], [false, false, true], [true, true, false], [false; 3]]
    {
        let path = |name: &str| folder.path().join(name);
        let file = |name: &str| File::create(path(name)).expect("a file");
        let stream =
            |is_terminal: bool, other: Stdio| if is_terminal { slave(pair.master.as_ref()).into() } else { other };
        let mut child = Command::new(env!("CARGO_BIN_EXE_periplo"))
            .args(["--lang", "en", if input && output { "--no-such" } else { "a.ron" }])
            .current_dir(folder.path())
            .env("HOME", folder.path())
            .stdin(stream(input, Stdio::null()))
            .stdout(stream(output, file("out").into()))
            .stderr(stream(errors, file("err").into()))
            .spawn()
            .expect("the program");
        assert_eq!(child.wait().expect("an end").code(), Some(2));
        if !output {
            assert_eq!(std::fs::read_to_string(path("out")).expect("text"), "");
        }
        if !errors {
            let message = std::fs::read_to_string(path("err")).expect("text");
            assert!(!message.is_empty() && !message.contains('\x1b'), "{message:?}");
        }
    }
    // The terminal received only text and perhaps colours, but no change of modes.
    let mut reader = pair.master.try_clone_reader().expect("a reader");
    drop(pair);
    let mut shown = Vec::new();
    let _end = std::io::Read::read_to_end(&mut reader, &mut shown);
    let shown = String::from_utf8_lossy(&shown);
    assert_eq!(shown.matches("needs a terminal").count(), 3, "{shown}");
    assert!(!shown.contains("\x1b[?"), "{shown:?}");
}

#[test]
fn an_empty_term_variable_is_accepted() {
    let folder = folder();
    let mut terminal = Terminal::open_in(folder.path(), 80, 24, &[("TERM", "")], &["a.ron"]);
    terminal.wait_for("Funnel");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn the_c_locale_is_english_and_not_ascii() {
    for variables in [[("LANG", "C"), ("LC_ALL", "C")], [("LANG", "POSIX"), ("LC_ALL", "")]] {
        let folder = folder();
        let mut terminal = Terminal::open_in(folder.path(), 80, 24, &variables, &["a.ron"]);
        terminal.wait_for("Funnel");
        assert!(terminal.text().contains("▌") || terminal.text().contains("│"), "{}", terminal.text());
        terminal.press("q");
        assert_eq!(terminal.end(), 0);
    }
}

#[test]
fn with_no_color_no_colour_is_written() {
    let folder = folder();
    let mut terminal = Terminal::open_in(folder.path(), 120, 40, &[("NO_COLOR", "1")], &["a.ron"]);
    terminal.wait_for("Funnel");
    terminal.press("aPays :D\r");
    terminal.leave_quick_entry("1 added");
    terminal.press("?");
    terminal.wait_for("Undo the last");
    terminal.press("\x1b");
    terminal.wait("the board", |screen| !screen.contents().contains("Undo the last"));
    terminal.press("qd");
    assert_eq!(terminal.end(), 0);
    let written = String::from_utf8_lossy(&terminal.written).into_owned();
    let mut styles = 0;
    for piece in written.split("\x1b[").skip(1) {
        let Some((parameters, _)) = piece.split_once(|c: char| c.is_ascii_alphabetic()) else { continue };
        if piece.as_bytes()[parameters.len()] != b'm' {
            continue;
        }
        styles += 1;
        for parameter in parameters.split(';') {
            let code: u32 = parameter.parse().unwrap_or(0);
            let is_colour = matches!(code, 30..=38 | 40..=48 | 58 | 90..=97 | 100..=107);
            assert!(!is_colour, "{parameters:?} is a colour");
        }
    }
    assert!(styles > 0, "bold and reversed text is still used");
}

#[test]
fn of_several_resizes_the_last_one_is_drawn() {
    let folder = folder();
    let mut terminal = Terminal::open(folder.path(), 80, 24, &["a.ron"]);
    terminal.wait_for("Funnel");
    for (columns, rows) in [(30, 6), (100, 30), (20, 5), (120, 40)] {
        terminal.resize(columns, rows);
    }
    terminal.wait("all rows", |screen| screen.rows(0, 120).nth(39).is_some_and(|row| row.contains("help")));
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}
