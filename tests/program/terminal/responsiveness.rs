//! Keys work during long exports, in large folders and during many resizes.

use std::time::Instant;

use crate::pty::{TIMEOUT, Terminal};
use crate::terminal::folder;

/// Writes a map with so many touchpoints that an export takes long.
fn huge(folder: &tempfile::TempDir, count: usize) {
    let touchpoint = |nth: usize| format!("        (name: \"Asks for the {nth}th time\"),\n");
    let touchpoints: String = (0..count).map(touchpoint).collect();
    let map = format!("(\n    format: 1,\n    title: \"Huge\",\n    before: [\n{touchpoints}    ],\n)\n");
    std::fs::write(folder.path().join("huge.ron"), map).expect("written");
}

#[test]
fn keys_and_saves_work_during_an_export_of_ten_thousand_touchpoints() {
    let folder = folder();
    huge(&folder, 10_000);
    let mut terminal = Terminal::open(folder.path(), 80, 24, &["huge.ron", "--lang", "en"]);
    terminal.wait_for("10000 touchpoints");
    // The third format is the poster.
    terminal.press("x\x1b[B\x1b[B\r");
    terminal.wait_for("Writing huge.svg");
    let begun = Instant::now();
    terminal.press("aWalks in\r");
    terminal.wait_for("1 added");
    terminal.leave_quick_entry("1 added");
    terminal.press("\x13");
    terminal.wait_for("Saved huge.ron");
    let waited = begun.elapsed();
    assert!(!folder.path().join("huge.svg").exists(), "the export is still running after {waited:?}");
    assert!(waited < TIMEOUT / 2, "{waited:?}");
    terminal.signal("KILL");
}

#[test]
fn keys_work_in_a_folder_with_a_pipe_and_ten_thousand_maps() {
    let folder = folder();
    let many = folder.path().join("many");
    std::fs::create_dir(&many).expect("a folder");
    for nth in 0..10_000 {
        std::fs::write(many.join(format!("map-{nth:05}.ron")), "").expect("a file");
    }
    let pipe = std::process::Command::new("mkfifo").arg(many.join("a-pipe.ron")).status().expect("mkfifo");
    assert!(pipe.success());
    let mut terminal = Terminal::open(folder.path(), 80, 24, &["a.ron", "--lang", "en"]);
    terminal.wait_for("Funnel");
    terminal.press("\x0fmany/\r");
    terminal.wait_for("map-00000");
    terminal.press("09999");
    terminal.wait("one map left", |screen| {
        screen.contents().contains("map-09999") && !screen.contents().contains("map-00000")
    });
    terminal.press(&"\x7f".repeat("09999".len()));
    terminal.wait_for("map-00000");
    terminal.press("a-pipe.ron\r");
    terminal.wait_for("not a regular file");
    terminal.press("q");
    assert_ne!(terminal.end(), 0);
}

#[test]
fn text_typed_during_many_resizes_arrives_and_the_last_size_is_drawn() {
    let folder = folder();
    let mut terminal = Terminal::open(folder.path(), 80, 24, &["a.ron", "--lang", "en"]);
    terminal.wait_for("Funnel");
    terminal.press("a");
    for (nth, letter) in "Weathers the storm".chars().cycle().take(180).enumerate() {
        let nth = u16::try_from(nth).expect("few");
        terminal.resize(20 + nth * 7 % 120, 5 + nth * 3 % 40);
        terminal.press(&letter.to_string());
    }
    terminal.resize(120, 40);
    terminal.press("\r");
    terminal.wait_for("1 added");
    terminal.leave_quick_entry("1 added");
    terminal.wait("all rows", |screen| screen.rows(0, 120).nth(39).is_some_and(|row| row.contains("help")));
    terminal.wait_for("Weathers the storm");
    terminal.press("qd");
    assert_eq!(terminal.end(), 0);
}
