//! Interrupted inventories: closed pipes, full disks and signals leave no partial file.
#![cfg(unix)]

use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::cli::sandbox::Sandbox;

const RICH: &str = include_str!("../../exchange/rich.ron");
/// Longer than any step takes on a slow machine.
const TIMEOUT: Duration = Duration::from_secs(30);

/// Creates a folder of many maps, whose inventory is larger than every buffer.
fn sandbox() -> Sandbox {
    let files: Vec<String> = (0..300).map(|nth| format!("maps/{nth:03}.ron")).collect();
    Sandbox::with(&files.iter().map(|name| (name.as_str(), RICH)).collect::<Vec<_>>())
}

fn program(sandbox: &Sandbox) -> Command {
    in_sandbox(Command::new(sandbox.command().get_program()), sandbox)
}

/// Returns the program, started by a shell that runs a script first.
fn program_after(script: &str, sandbox: &Sandbox) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", &format!("{script}; exec \"$0\" \"$@\"")]).arg(sandbox.command().get_program());
    in_sandbox(command, sandbox)
}

fn in_sandbox(mut command: Command, sandbox: &Sandbox) -> Command {
    command.env_clear().env("HOME", sandbox.path()).env("LANG", "en").current_dir(sandbox.path());
    command
}

/// Returns the names in the folder besides the maps.
fn other_files(sandbox: &Sandbox) -> Vec<String> {
    let entries = std::fs::read_dir(sandbox.path()).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<String> = entries.map(|name| name.into_string().unwrap()).collect();
    names.retain(|name| name != "maps");
    names.sort();
    names
}

#[test]
fn a_closed_pipe_is_not_an_error() {
    let sandbox = sandbox();
    for format in ["csv", "jsonl", "json", "xlsx"] {
        let mut command = program(&sandbox);
        command.args(["inventory", "maps", "--format", format]).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut reader = BufReader::new(child.stdout.take().unwrap());
        reader.read_until(b'\n', &mut Vec::new()).unwrap();
        drop(reader);
        let mut result = String::new();
        child.stderr.take().unwrap().read_to_string(&mut result).unwrap();
        assert_eq!((child.wait().unwrap().code(), result.as_str()), (Some(0), ""), "{format}");
    }
}

/// The shell limits the size of files, so that writing fails as on a full disk.
#[test]
fn a_failed_write_leaves_the_old_file_and_nothing_else() {
    let sandbox = sandbox();
    std::fs::write(sandbox.path().join("old.jsonl"), "precious").unwrap();
    for arguments in
        [&["-o", "new.jsonl"][..], &["-o", "old.jsonl", "--force"], &["-o", "old.jsonl", "--force", "--format", "xlsx"]]
    {
        let mut command = program_after("ulimit -f 4", &sandbox);
        let output = command.args(["inventory", "maps"]).args(arguments).output().unwrap();
        let result = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{result}");
        assert!(result.contains("jsonl") && result.contains("files cannot be that large here"), "{result}");
        assert_eq!(
            (other_files(&sandbox), sandbox.read("old.jsonl").as_str()),
            (vec!["old.jsonl".to_owned()], "precious")
        );
    }
}

/// Starts an inventory that waits for a map on standard input, and returns once its temporary file exists.
fn start_and_wait(sandbox: &Sandbox, arguments: &[&str], temporary: &str) -> Child {
    let mut command = program(sandbox);
    command.args(["inventory", "maps", "-"]).args(arguments).stdin(Stdio::piped()).stderr(Stdio::piped());
    let child = command.spawn().unwrap();
    let end = Instant::now() + TIMEOUT;
    while !other_files(sandbox).iter().any(|name| name.starts_with(temporary)) {
        assert!(Instant::now() < end, "{:?}", other_files(sandbox));
        std::thread::sleep(Duration::from_millis(5));
    }
    child
}

#[test]
fn a_signal_leaves_the_old_file_and_nothing_else() {
    for (signal, number) in [("INT", 2), ("TERM", 15)] {
        for (arguments, temporary) in
            [(&["-o", "new.jsonl"][..], ".periplo-"), (&["-o", "old.jsonl", "--force"], ".old.jsonl.")]
        {
            let sandbox = sandbox();
            std::fs::write(sandbox.path().join("old.jsonl"), "precious").unwrap();
            let mut child = start_and_wait(&sandbox, arguments, temporary);
            let sent = Command::new("kill").args(["-s", signal, &child.id().to_string()]).status().unwrap();
            assert!(sent.success());
            assert_eq!(child.wait().unwrap().signal(), Some(number));
            assert_eq!(
                (other_files(&sandbox), sandbox.read("old.jsonl").as_str()),
                (vec!["old.jsonl".to_owned()], "precious")
            );
        }
    }
}

#[test]
fn the_output_file_appears_when_it_is_complete() {
    let sandbox = sandbox();
    let mut child = start_and_wait(&sandbox, &["-o", "new.jsonl"], ".periplo-");
    assert!(!sandbox.path().join("new.jsonl").exists());
    let mut input = child.stdin.take().unwrap();
    input.write_all(RICH.as_bytes()).unwrap();
    drop(input);
    assert_eq!(child.wait().unwrap().code(), Some(0));
    assert_eq!(other_files(&sandbox), ["new.jsonl"]);
    assert_eq!(sandbox.read("new.jsonl").lines().count(), 301 * 7);
}

/// The next inventory also removes the temporary files of the killed one.
#[test]
fn a_killed_inventory_leaves_no_output_file() {
    let sandbox = sandbox();
    let mut child = start_and_wait(&sandbox, &["-o", "new.jsonl"], ".periplo-");
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(!sandbox.path().join("new.jsonl").exists());
    let long_ago = std::time::SystemTime::now() - Duration::from_secs(120);
    for name in other_files(&sandbox) {
        std::fs::File::options().write(true).open(sandbox.path().join(name)).unwrap().set_modified(long_ago).unwrap();
    }
    assert_eq!(program(&sandbox).args(["inventory", "maps", "-o", "new.jsonl"]).status().unwrap().code(), Some(0));
    assert_eq!(other_files(&sandbox), ["new.jsonl"]);
}
