//! What commands show while they work for long: a bar if they read many files, a line if they read one.

use std::collections::BTreeSet;
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::Path;

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

/// Starts an import of what is written into a pipe, and waits until it says that it is reading.
fn import_from_a_pipe(folder: &Path) -> (Terminal, File) {
    let pipe = folder.join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
    let script = "exec \"$0\" import --lang es - --format csv -o cards.ron <pipe";
    let shell = command("/bin/sh", folder, &[], &["-c", script, env!("CARGO_BIN_EXE_periplo")]);
    let mut terminal = Terminal::start(shell, 100, 24);
    let mut writer = OpenOptions::new().write(true).open(&pipe).expect("a reader");
    writer.write_all("fase,punto de contacto\nantes,Mira\n".as_bytes()).expect("written");
    terminal.wait_for("leyendo");
    (terminal, writer)
}

#[test]
fn a_long_import_says_that_it_is_reading_and_erases_that() {
    let folder = folder();
    let (mut terminal, writer) = import_from_a_pipe(folder.path());
    drop(writer);
    assert_eq!(terminal.end(), 0);
    let screen = terminal.text();
    assert!(!screen.contains("leyendo") && screen.contains("cards.ron"), "{screen}");
}

#[test]
fn an_import_that_is_interrupted_leaves_nothing_behind() {
    let folder = folder();
    let files = || {
        let entries =
            std::fs::read_dir(folder.path()).expect("a folder").map(|entry| entry.expect("a file").file_name());
        entries.filter(|name| name != "pipe").collect::<BTreeSet<_>>()
    };
    let before = files();
    let (mut terminal, writer) = import_from_a_pipe(folder.path());
    terminal.signal("INT");
    terminal.wait_for_exit();
    drop(writer);
    assert_eq!(files(), before);
}
