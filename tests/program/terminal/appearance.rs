//! Themes, ASCII, the mouse and configuration errors in a terminal.

use std::path::Path;

use crate::pty::Terminal;
use crate::terminal::folder;

/// Writes a configuration. Returns its folder, for the variable PERIPLO_CONFIG.
fn configured(folder: &Path, config: &str, keys: &str) -> String {
    let place = folder.join("configuration");
    std::fs::create_dir_all(&place).expect("a folder");
    std::fs::write(place.join("config.ron"), config).expect("a file");
    std::fs::write(place.join("keys.ron"), keys).expect("a file");
    place.to_string_lossy().into_owned()
}

/// Opens a map and quits. Returns everything that the program wrote.
fn written(variables: &[(&str, &str)], arguments: &[&str]) -> String {
    let folder = folder();
    let mut terminal = Terminal::open_in(folder.path(), 100, 30, variables, &[arguments, &["a.ron"]].concat());
    terminal.wait_for("quit");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    String::from_utf8_lossy(&terminal.written).into_owned()
}

#[test]
fn configuration_errors_are_shown_on_the_screen_and_valid_settings_are_used() {
    let folder = folder();
    let keys = "(board: (quick_entry: [\"f9\"], undo: [\"zz\"]))";
    let place = configured(folder.path(), "(language: \"es\", theme: dark, mouse: false)", keys);
    let mut terminal = Terminal::open_in(folder.path(), 120, 30, &[("PERIPLO_CONFIG", &place)], &["a.ron"]);
    terminal.wait_for("config.ron y keys.ron tienen fallos");
    // On a slow machine the message appears before the map is read.
    terminal.wait_for("Embudo");
    terminal.press("\x1b[20~Paga\r");
    terminal.wait_for("Paga");
    terminal.press("\x03\x03");
    terminal.wait_for("sin guardar");
    terminal.press("d");
    assert_eq!(terminal.end(), 0);
    let written = String::from_utf8_lossy(&terminal.written);
    assert!(!written.contains("\x1b[?1000h"), "the mouse is not captured");
}

#[test]
fn the_command_line_chooses_the_theme() {
    let dark = "48;5;234";
    assert!(written(&[], &["--theme", "dark"]).contains(dark));
    assert!(
        written(&[("NO_COLOR", "1")], &["--theme", "dark"]).contains(dark),
        "the option comes before the environment"
    );
    for (variables, arguments) in [
        (&[][..], &["--theme", "dark", "--color", "never"][..]),
        (&[("NO_COLOR", "1")], &[]),
        (&[], &["--theme", "none"]),
    ] {
        let written = written(variables, arguments);
        assert!(!written.contains("38;5;") && !written.contains("48;5;"), "{arguments:?}");
    }
}

#[test]
fn a_theme_can_be_chosen_despite_no_color() {
    let folder = folder();
    let mut terminal = Terminal::open_in(folder.path(), 100, 30, &[("NO_COLOR", "1")], &["a.ron"]);
    terminal.wait_for("Funnel");
    terminal.press("C");
    terminal.wait_for("High contrast");
    terminal.press("kk");
    terminal.wait("the theme", |screen| screen.cell(0, 0).is_some_and(|cell| cell.bgcolor() == vt100::Color::Idx(234)));
    terminal.press("\r");
    terminal.wait_for("theme: \"dark\"");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn with_the_ascii_setting_only_ascii_is_written() {
    assert!(written(&[], &["--ascii"]).is_ascii());
    assert!(written(&[("LANG", "en_GB.ISO-8859-1")], &[]).is_ascii());
    assert!(!written(&[("LANG", "en_GB.UTF-8")], &[]).is_ascii());
}

#[test]
fn the_mouse_is_captured_unless_turned_off() {
    assert!(written(&[], &[]).contains("\x1b[?1000h"));
    assert!(!written(&[], &["--no-mouse"]).contains("\x1b[?1000h"));
}

#[test]
fn arrow_keys_have_names_in_ascii() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut terminal = Terminal::open(folder.path(), 80, 24, &["--ascii", "--lang", "en"]);
    terminal.wait_for("flash-sale");
    let screen = terminal.text();
    assert!(screen.contains("Down next") && !screen.contains("v next"), "{screen}");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}
