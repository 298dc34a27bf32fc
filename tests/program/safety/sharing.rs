//! Two programs have the same map open.

use std::time::SystemTime;

use super::{Sandbox, names};
use crate::pty::Terminal;
use periplo::store::disk::{self, Backup, BackupStore};

/// Opens the map in two programs that both edit it.
fn shared(sandbox: &Sandbox) -> (Terminal, Terminal) {
    let first = sandbox.open_map();
    let mut second = sandbox.open(&["shop.ron"]);
    second.wait_for("only read:");
    second.press("2");
    second.wait_for("both work on");
    (first, second)
}

#[test]
fn a_second_program_shows_who_has_the_map_open_and_is_read_only() {
    let sandbox = Sandbox::new();
    let mut first = sandbox.open_map();
    let mut second = sandbox.open(&["shop.ron"]);
    second.wait_for("only read:");
    second.wait_for("ana has this map open");
    second.press("1");
    second.wait("the question closed", |screen| !screen.contents().contains("only read:"));
    second.press("m");
    second.wait_for("W saves a copy");
    first.press("aCompares prices\r\x13");
    first.wait_for("Saved");
    second.wait_for("Compares prices");
    second.press("q");
    assert_eq!(second.end(), 0);
    first.press("\x1b");
    first.wait("quick entry closed", |screen| !screen.contents().contains("added"));
    first.press("q");
    assert_eq!(first.end(), 0);
    assert_eq!(names(&sandbox.saved()), ["Asks around", "Compares prices", "Chooses", "Pays"]);
}

#[test]
fn two_programs_sharing_a_map_lose_no_changes() {
    let sandbox = Sandbox::new();
    let (mut first, mut second) = shared(&sandbox);
    first.press("aFrom the first\r");
    first.wait_for("1 added");
    second.press("aFrom the second\r");
    second.wait_for("1 added");
    first.press("\x13");
    first.wait_for("Saved");
    second.press("\x13");
    second.wait_for("From the first");
    second.wait_for("Saved");
    first.wait_for("From the second");
    for mut terminal in [first, second] {
        terminal.press("\x1b");
        terminal.wait("quick entry closed", |screen| !screen.contents().contains("added"));
        terminal.press("q");
        assert_eq!(terminal.end(), 0);
    }
    assert_eq!(names(&sandbox.saved()), ["Asks around", "From the second", "From the first", "Chooses", "Pays"]);
}

#[test]
fn an_older_copy_put_back_is_told_to_everybody() {
    let sandbox = Sandbox::new();
    let (mut first, mut second) = shared(&sandbox);
    let copy = sandbox.folder().join("copy.ron");
    std::fs::copy(sandbox.file(), &copy).expect("copied");
    first.press("aCompares prices\r");
    first.leave_quick_entry("1 added");
    first.press("\x13");
    first.wait_for("Saved");
    second.wait_for("Compares prices");
    // The copy comes back with its old time.
    let modified = std::fs::metadata(&copy).expect("metadata").modified().expect("a time");
    std::fs::copy(&copy, sandbox.file()).expect("put back");
    let file = std::fs::File::options().write(true).open(sandbox.file()).expect("opened");
    file.set_modified(modified).expect("the old time");
    for terminal in [&mut first, &mut second] {
        terminal.wait_for("bring it back");
        assert!(terminal.text().contains("1 touchpoint"), "{}", terminal.text());
    }
    first.answer("1\x13");
    first.wait_for("Saved");
    second.answer("2");
    second.wait("the question closed", |screen| !screen.contents().contains("bring it back"));
    second.wait_for("Compares prices");
    for mut terminal in [first, second] {
        terminal.press("q");
        assert_eq!(terminal.end(), 0);
    }
    assert_eq!(names(&sandbox.saved()), ["Asks around", "Compares prices", "Chooses", "Pays"]);
    let backups = BackupStore::new(&sandbox.state().join("periplo"), SystemTime::now());
    let kept = backups.list(&sandbox.file()).expect("old versions");
    let has_all = |backup: &Backup| names(&disk::load(&backup.path).expect("a map").map).len() == 4;
    assert!(kept.iter().any(has_all), "what was there is among the old versions");
}

#[test]
fn simultaneous_saves_lose_no_changes() {
    let sandbox = Sandbox::new();
    let (mut first, mut second) = shared(&sandbox);
    for terminal in [&mut first, &mut second] {
        terminal.press("a");
    }
    for round in 1..=8 {
        first.press(&format!("First {round}\r"));
        second.press(&format!("Second {round}\r"));
        for terminal in [&mut first, &mut second] {
            terminal.wait_for(&format!("Before {}", 2 * round));
        }
        first.press("\x13");
        second.press("\x13");
        for terminal in [&mut first, &mut second] {
            terminal.wait_for(&format!("Before {}", 2 * round + 1));
        }
        for terminal in [&mut first, &mut second] {
            terminal.wait("all saved", |screen| !screen.contents().contains("unsaved"));
        }
    }
    let mut saved = names(&sandbox.saved());
    saved.sort();
    for name in (1..=8).flat_map(|round| [format!("First {round}"), format!("Second {round}")]) {
        assert!(saved.contains(&name), "{name} is lost: {saved:?}");
    }
}

#[test]
fn a_new_map_begun_by_two_programs_is_merged() {
    let sandbox = Sandbox::new();
    let mut first = sandbox.open(&["new.ron"]);
    first.wait_for("Before 0");
    let mut second = sandbox.open(&["new.ron"]);
    second.wait_for("only read:");
    second.press("2");
    second.wait_for("both work on");
    first.press("aFrom the first\r\x13");
    first.wait_for("Saved");
    second.press("aFrom the second\r\x13");
    second.wait_for("From the first");
    second.wait("all saved", |screen| !screen.contents().contains("unsaved"));
    let saved = disk::load(&sandbox.folder().join("new.ron")).expect("a map");
    let mut saved = names(&saved.map);
    saved.sort();
    assert_eq!(saved, ["From the first", "From the second"]);
}
