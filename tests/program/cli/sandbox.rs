//! The real program in a folder of its own, with nothing of the environment that runs the tests.

use std::path::Path;

use assert_cmd::Command;
use tempfile::TempDir;

/// A folder in which the program runs.
pub struct Sandbox(TempDir);

/// What the program wrote, and how it ended.
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

    /// A folder with these files.
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

    /// The program, about to run here.
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

/// Runs a command.
pub fn run_command(command: &mut Command) -> CommandResult {
    let output = command.output().expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    CommandResult {
        code: output.status.code().expect("no signal"),
        stdout: text(output.stdout),
        stderr: text(output.stderr),
    }
}

/// Holds when a command ended with that code, these words on standard error and nothing on standard output.
#[track_caller]
pub fn assert_fails(result: &CommandResult, code: i32, words: &str) {
    assert_eq!((result.code, result.stdout.as_str()), (code, ""), "{}", result.stderr);
    assert!(result.stderr.contains(words), "{}", result.stderr);
}
