//! Tests of the whole program in a pseudo-terminal.
#![cfg(unix)]

mod appearance;
mod closing;
mod environment;
mod export;
mod job_control;
mod key_reports;
mod mouse;
mod panic;
#[cfg(target_os = "linux")]
mod presentation;
mod progress;
#[cfg(target_os = "linux")]
mod responsiveness;
mod signals;
mod size_limit;
mod split_keys;
mod taking_in;
mod text_editor;
mod title;
mod window_size;
mod workshop;

use std::path::Path;

/// Runs the program without a terminal. Returns its standard output and exit code.
pub fn run(folder: &Path, arguments: &[&str]) -> (String, i32) {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_periplo"))
        .args(arguments)
        .current_dir(folder)
        .env("HOME", folder)
        .output()
        .expect("the program");
    (String::from_utf8(output.stdout).expect("text"), output.status.code().expect("a code"))
}

/// Creates a folder with the `b2b` template in `a.ron`.
pub fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(run(folder.path(), &["new", "a.ron", "--template", "b2b"]).1, 0);
    folder
}
