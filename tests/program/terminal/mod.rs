//! The whole program in a pseudo-terminal.
#![cfg(unix)]

mod closing;
mod editor;
mod export;
#[cfg(target_os = "linux")]
mod keys_answer;
mod looks;
mod mouse;
mod panic;
#[cfg(target_os = "linux")]
mod presentation;
mod progress;
mod signals;
mod surroundings;
mod suspending;
mod window;
mod workshop;

use std::path::Path;

/// Runs the program without a terminal; gives what it says and its exit code.
pub fn run(folder: &Path, arguments: &[&str]) -> (String, i32) {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_periplo"))
        .args(arguments)
        .current_dir(folder)
        .env("HOME", folder)
        .output()
        .expect("the program");
    (String::from_utf8(output.stdout).expect("text"), output.status.code().expect("a code"))
}

/// A folder with a map of a company that orders computers in `a.ron`.
pub fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(run(folder.path(), &["new", "a.ron", "--template", "b2b"]).1, 0);
    folder
}
