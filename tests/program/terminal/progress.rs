//! The progress bar of commands that read many files.

use std::fs::OpenOptions;
use std::io::Write;

use crate::pty::{Terminal, command};
use crate::terminal::folder;

#[test]
fn the_progress_bar_counts_files_and_disappears() {
    let folder = folder();
    let map = std::fs::read_to_string(folder.path().join("a.ron")).expect("a map");
    let pipe = folder.path().join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
    std::fs::write(folder.path().join("broken.ron"), "(format: 1, title: 7)").expect("a file");
    let script = "cat pipe | \"$0\" inventory --lang es - broken.ron -o all.jsonl";
    let shell = command("/bin/sh", folder.path(), &[], &["-c", script, env!("CARGO_BIN_EXE_periplo")]);
    let mut terminal = Terminal::start(shell, 100, 24);
    let mut writer = OpenOptions::new().write(true).open(&pipe).expect("a reader");
    terminal.wait_for("0 de 2 archivos leídos");
    writer.write_all(map.as_bytes()).expect("written");
    drop(writer);
    assert_eq!(terminal.end(), 1);
    let screen = terminal.text();
    assert!(!screen.contains("leídos"), "{screen}");
    assert!(screen.contains("broken.ron:1:20") && !screen.contains("░"), "{screen}");
    let lines = std::fs::read_to_string(folder.path().join("all.jsonl")).expect("the inventory");
    assert!(lines.lines().count() > 5);
}
