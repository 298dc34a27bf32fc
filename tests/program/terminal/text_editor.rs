//! Fixing an invalid file in the user's text editor.

use std::ffi::OsStr;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use periplo::term::text_editor::{arguments, name};

use crate::pty::Terminal;

const BAD: &str = "(\n  format: 1,\n  title: \"t\",\n  before: [(nmae: \"Asks around\")],\n)\n";

/// Creates a folder with an invalid file and a text editor that runs this script.
fn folder(script: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("bad.ron"), BAD).expect("written");
    std::fs::create_dir(folder.path().join("my tools")).expect("a folder");
    let editor = folder.path().join("my tools/vi");
    std::fs::write(&editor, format!("#!/bin/sh\n{script}\n")).expect("written");
    std::fs::set_permissions(&editor, std::fs::Permissions::from_mode(0o755)).expect("may be run");
    folder
}

/// Opens the invalid file, with these variables in the environment.
fn open(folder: &Path, variables: &[(&str, &str)], arguments: &[&str]) -> Terminal {
    let mut terminal = Terminal::open_in(folder, 120, 40, variables, &[arguments, &["bad.ron"]].concat());
    terminal.wait_for("nmae");
    terminal
}

#[test]
fn a_file_fixed_in_the_text_editor_opens_on_the_board() {
    let folder = folder("printf '%s\\n' \"$@\" >arguments; sed -i 's/nmae/name/' \"$3\"; printf 'in the editor'");
    let editor = "'./my tools/vi' --quiet";
    let mut terminal = open(folder.path(), &[("VISUAL", editor), ("EDITOR", "false")], &[]);
    assert!(terminal.text().contains("e edit"), "{}", terminal.text());
    terminal.press("e");
    terminal.wait_for("Asks around");
    terminal.wait_for("Before 1");
    let given = std::fs::read_to_string(folder.path().join("arguments")).expect("text");
    assert_eq!(given, "--quiet\n+4\nbad.ron\n");
    let written = String::from_utf8_lossy(&terminal.written).into_owned();
    let left = written.rfind("in the editor").expect("the text editor's output");
    assert!(written[..left].contains("\x1b[?1049l"), "the text editor ran on the normal screen");
    terminal.press("1\x13");
    terminal.wait_for("Saved");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    assert!(terminal.is_restored());
}

#[test]
fn a_file_that_is_still_invalid_is_explained_again() {
    let folder = folder("sed -i 's/nmae/naem/' \"$2\"");
    let mut terminal = open(folder.path(), &[("EDITOR", "./my\\ tools/vi")], &[]);
    terminal.press("\r");
    terminal.wait_for("naem");
    terminal.press("q");
    assert_eq!(terminal.end(), 1);
}

#[test]
fn a_text_editor_that_fails_or_is_missing_is_reported() {
    let folder = folder("exit 3");
    let cases = [
        (vec![("EDITOR", "'./my tools/vi'")], "en", "vi failed with code 3"),
        (vec![("EDITOR", "'./my tools/vi'")], "es", "vi ha fallado con el código 3"),
        (vec![("EDITOR", "/no/such -x")], "en", "such cannot be started"),
        (vec![("PATH", "/no")], "en", "No editor was found"),
        (vec![("PATH", "/no"), ("VISUAL", ""), ("EDITOR", "")], "es", "No se ha encontrado ningún editor"),
    ];
    for (variables, language, message) in cases {
        let mut terminal = open(folder.path(), &variables, &["--lang", language]);
        terminal.press("e");
        terminal.wait_for(message);
        terminal.wait_for("nmae");
        terminal.press("q");
        assert_eq!(terminal.end(), 1, "{message}");
    }
    assert_eq!(std::fs::read_to_string(folder.path().join("bad.ron")).expect("text"), BAD);
}

#[test]
fn a_file_fixed_elsewhere_can_be_read_again() {
    let folder = folder("exit 3");
    let mut terminal = open(folder.path(), &[], &[]);
    std::fs::write(folder.path().join("bad.ron"), BAD.replace("nmae", "name")).expect("written");
    terminal.press("r");
    terminal.wait_for("Before 1");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn keys_and_signals_of_the_terminal_go_to_the_running_text_editor() {
    let folder = folder("printf 'in the editor'; read line; sed -i \"s/nmae/$line/\" \"$2\"; exec sleep 60");
    let mut terminal = open(folder.path(), &[("EDITOR", "'./my tools/vi'")], &[]);
    terminal.press("e");
    terminal.wait_for("in the editor");
    terminal.press("nema\r");
    let changed = || std::fs::read_to_string(folder.path().join("bad.ron")).is_ok_and(|text| text.contains("nema"));
    while !changed() {
        std::thread::yield_now();
    }
    assert!(terminal.modes().contains("ISIG"), "{}", terminal.modes());
    // Ctrl-C ends only the text editor.
    terminal.press("\x03");
    terminal.wait_for("from outside");
    terminal.wait_for("nema");
    terminal.press("q");
    assert_eq!(terminal.end(), 1);
    assert!(terminal.is_restored());
}

#[test]
fn a_signal_ends_the_program_and_its_text_editor() {
    let folder = folder("trap 'echo gone >ended; exit' TERM; printf 'in the editor'; while :; do sleep 0.05; done");
    let mut terminal = open(folder.path(), &[("EDITOR", "'./my tools/vi'")], &[]);
    terminal.press("e");
    terminal.wait_for("in the editor");
    terminal.signal("TERM");
    assert_eq!(terminal.end(), 143);
    assert!(folder.path().join("ended").exists());
    assert!(terminal.is_restored());
}

#[test]
fn terminal_modes_left_by_a_text_editor_are_restored() {
    let folder = folder("printf '\\033[?1049h\\033[?1003h\\033[?25l'; stty raw -echo; exit 9");
    let mut terminal = open(folder.path(), &[("EDITOR", "'./my tools/vi'")], &[]);
    terminal.press("e");
    terminal.wait_for("code 9");
    terminal.wait_for("nmae");
    terminal.press("q");
    assert_eq!(terminal.end(), 1);
    assert!(terminal.is_restored(), "{}", terminal.modes());
}

#[cfg(target_os = "linux")]
#[test]
fn stopping_the_text_editor_stops_the_program_too() {
    let folder =
        folder("printf 'in the editor'; kill -s TSTP 0; printf 'again'; read line; sed -i 's/nmae/name/' \"$2\"");
    let mut terminal = open(folder.path(), &[("EDITOR", "'./my tools/vi'")], &[]);
    terminal.press("e");
    terminal.wait_for("in the editor");
    terminal.wait_for_state('T');
    assert!(terminal.is_restored());
    // A shell continues the whole process group.
    let group = format!("-{}", terminal.id());
    assert!(std::process::Command::new("kill").args(["-s", "CONT", "--", &group]).status().expect("kill").success());
    terminal.wait_for("again");
    assert!(!terminal.screen.screen().alternate_screen(), "the text editor still has the terminal");
    terminal.press("\r");
    terminal.wait_for("Before 1");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn each_text_editor_gets_the_line_in_its_own_syntax() {
    let arguments_of = |editor: &str, path: &str, line| {
        let arguments = arguments(OsStr::new(editor), Path::new(path), line);
        arguments.iter().map(|each| each.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(arguments_of("vi", "a.ron", Some(7)), "+7 a.ron");
    assert_eq!(arguments_of("/usr/bin/nano -w", "a.ron", Some(7)), "+7 a.ron");
    assert_eq!(arguments_of("emacsclient -t", "a.ron", Some(7)), "+7 a.ron");
    assert_eq!(arguments_of("hx", "a.ron", Some(7)), "a.ron:7");
    assert_eq!(arguments_of("\"/opt/my apps/code\" --wait", "a.ron", Some(7)), "--goto a.ron:7");
    assert_eq!(arguments_of("subl -w", "a.ron", Some(7)), "a.ron:7");
    assert_eq!(arguments_of("ed", "a.ron", Some(7)), "a.ron");
    assert_eq!(arguments_of("vi", "a.ron", None), "a.ron");
    assert_eq!(arguments_of("vi", "-x.ron", Some(7)), "+7 ./-x.ron");
    assert_eq!(name(OsStr::new("'C:\\Program Files\\Notepad.exe' /x")), "Notepad");
    assert_eq!(name(OsStr::new("")), "");
}
