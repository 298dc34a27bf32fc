//! Other programs change, delete or replace the open file.

use std::time::{Duration, Instant};

use super::{Sandbox, names};

#[test]
fn a_change_is_noticed_within_two_seconds() {
    let sandbox = Sandbox::new();
    let mut terminal = sandbox.open_map();
    let text = std::fs::read_to_string(sandbox.file()).expect("text");
    for (nth, name) in ["Hears of it", "Was told of it"].into_iter().enumerate() {
        let text = text.replace("before: [", &format!("before: [(name: \"{name}\"), "));
        // First the file is overwritten, then it is replaced.
        let written = Instant::now();
        if nth == 0 {
            std::fs::write(sandbox.file(), text).expect("written");
        } else {
            std::fs::write(sandbox.folder().join("new"), text).expect("written");
            std::fs::rename(sandbox.folder().join("new"), sandbox.file()).expect("replaced");
        }
        terminal.wait_for(name);
        assert!(written.elapsed() < Duration::from_secs(4), "twice the limit, for a busy machine");
    }
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn changes_of_both_sides_are_merged_and_saved() {
    let sandbox = Sandbox::new();
    let mut terminal = sandbox.open_map();
    terminal.press("m");
    terminal.wait_for("unsaved");
    let text = std::fs::read_to_string(sandbox.file()).expect("text");
    std::fs::write(sandbox.file(), text.replace("Pays", "Pays by card")).expect("written");
    terminal.wait_for("Pays by card");
    terminal.wait_for("unsaved");
    terminal.press("\x13");
    terminal.wait_for("Saved");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    assert_eq!(names(&sandbox.saved()), ["Asks around", "Chooses", "Pays by card"]);
    assert!(sandbox.saved().phase(periplo::map::Phase::Before)[0].critical);
}

#[test]
fn a_deleted_file_is_reported_and_written_only_after_confirmation() {
    let sandbox = Sandbox::new();
    let mut terminal = sandbox.open_map();
    std::fs::remove_file(sandbox.file()).expect("removed");
    terminal.wait_for("moved or deleted");
    terminal.press("\x13");
    terminal.wait_for("write it again");
    assert!(!sandbox.file().exists());
    terminal.answer("d");
    terminal.wait_for("Saved");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    assert_eq!(names(&sandbox.saved()), ["Asks around", "Chooses", "Pays"]);
}

#[test]
fn a_file_that_becomes_invalid_is_reported_and_kept() {
    let sandbox = Sandbox::new();
    let mut terminal = sandbox.open_map();
    std::fs::write(sandbox.file(), "<<<<<<< ours\n").expect("written");
    terminal.wait_for("not a map any more");
    terminal.wait_for("unsaved");
    terminal.press("\x13");
    terminal.wait_for("replace that file");
    terminal.answer("\x1b");
    terminal.wait("the question closed", |screen| !screen.contents().contains("replace that file"));
    assert_eq!(std::fs::read_to_string(sandbox.file()).expect("text"), "<<<<<<< ours\n");
    terminal.press("qd");
    assert_eq!(terminal.end(), 0);
}
