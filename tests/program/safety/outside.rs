//! The file changed, deleted and replaced while the program has it open.

use std::time::{Duration, Instant};

use super::{Room, names};

#[test]
fn a_change_is_noticed_within_two_seconds() {
    let room = Room::new();
    let mut terminal = room.open_map();
    let text = std::fs::read_to_string(room.file()).expect("text");
    for (nth, name) in ["Hears of it", "Was told of it"].into_iter().enumerate() {
        let text = text.replace("before: [", &format!("before: [(name: \"{name}\"), "));
        // First as by a program that writes over the file, then as by one that replaces it.
        let written = Instant::now();
        if nth == 0 {
            std::fs::write(room.file(), text).expect("written");
        } else {
            std::fs::write(room.folder().join("new"), text).expect("written");
            std::fs::rename(room.folder().join("new"), room.file()).expect("replaced");
        }
        terminal.wait_for(name);
        assert!(written.elapsed() < Duration::from_secs(4), "a busy machine gets twice the time");
    }
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn changes_of_both_sides_are_merged_and_saved() {
    let room = Room::new();
    let mut terminal = room.open_map();
    terminal.press("m");
    terminal.wait_for("unsaved");
    let text = std::fs::read_to_string(room.file()).expect("text");
    std::fs::write(room.file(), text.replace("Pays", "Pays by card")).expect("written");
    terminal.wait_for("Pays by card");
    terminal.wait_for("unsaved");
    terminal.press("\x13");
    terminal.wait_for("Saved");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    assert_eq!(names(&room.saved()), ["Asks around", "Chooses", "Pays by card"]);
    assert!(room.saved().phase(periplo::map::Phase::Before)[0].critical);
}

#[test]
fn a_file_that_is_taken_away_is_told_and_written_only_after_a_yes() {
    let room = Room::new();
    let mut terminal = room.open_map();
    std::fs::remove_file(room.file()).expect("removed");
    terminal.wait_for("moved or deleted");
    terminal.press("\x13");
    terminal.wait_for("write it anew");
    assert!(!room.file().exists());
    terminal.press("d");
    terminal.wait_for("Saved");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    assert_eq!(names(&room.saved()), ["Asks around", "Chooses", "Pays"]);
}

#[test]
fn a_file_that_becomes_something_else_is_told_and_kept() {
    let room = Room::new();
    let mut terminal = room.open_map();
    std::fs::write(room.file(), "<<<<<<< ours\n").expect("written");
    terminal.wait_for("no map any more");
    terminal.wait_for("unsaved");
    terminal.press("\x13");
    terminal.wait_for("replace that file");
    terminal.press("\x1b");
    terminal.wait("the question closed", |screen| !screen.contents().contains("replace that file"));
    assert_eq!(std::fs::read_to_string(room.file()).expect("text"), "<<<<<<< ours\n");
    terminal.press("qd");
    assert_eq!(terminal.end(), 0);
}
