//! A temporary folder in which tests run the real program, with an empty environment.

use std::path::Path;

use assert_cmd::Command;
use tempfile::TempDir;

/// A temporary folder in which the program runs.
pub struct Sandbox(TempDir);

/// What the program wrote, and its exit code.
#[derive(Debug, PartialEq, Eq)]
pub struct CommandResult {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Sandbox {
    pub fn new() -> Sandbox {
        Sandbox(TempDir::new().expect("a folder"))
    }

    /// Creates a folder with these files.
    pub fn with(files: &[(&str, &str)]) -> Sandbox {
        let sandbox = Sandbox::new();
        for (name, text) in files {
            let path = sandbox.path().join(name);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            std::fs::write(path, text).expect("a file");
        }
        sandbox
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path().join(name)).expect(name)
    }

    /// Returns a command that runs the program in this folder.
    pub fn command(&self) -> Command {
        let mut command = Command::cargo_bin("periplo").expect("the program");
        command.env_clear().env("HOME", self.path()).env("TERM", "xterm").current_dir(self.path());
        command
    }

    /// Runs the program with these arguments.
    pub fn run(&self, arguments: &[&str]) -> CommandResult {
        run_command(self.command().args(arguments))
    }
}

/// Runs a command to its end.
pub fn run_command(command: &mut Command) -> CommandResult {
    let output = command.output().expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    CommandResult {
        code: output.status.code().expect("no signal"),
        stdout: text(output.stdout),
        stderr: text(output.stderr),
    }
}

/// Asserts that a command ended with this exit code, these words on standard error and no standard output.
#[track_caller]
pub fn assert_fails(result: &CommandResult, code: i32, words: &str) {
    assert_eq!((result.code, result.stdout.as_str()), (code, ""), "{}", result.stderr);
    assert!(result.stderr.contains(words), "{}", result.stderr);
}
