//! The real program in a folder of its own, with nothing of the environment that runs the tests.

use std::path::Path;

use assert_cmd::Command;
use tempfile::TempDir;

/// A folder in which the program runs.
pub struct Room(TempDir);

/// What the program wrote, and how it ended.
#[derive(Debug, PartialEq, Eq)]
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Room {
    pub fn new() -> Room {
        Room(TempDir::new().expect("a folder"))
    }

    /// A folder with these files.
    pub fn with(files: &[(&str, &str)]) -> Room {
        let room = Room::new();
        for (name, text) in files {
            let path = room.path().join(name);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            std::fs::write(path, text).expect("a file");
        }
        room
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
    pub fn run(&self, arguments: &[&str]) -> Said {
        said(self.command().args(arguments))
    }
}

/// Runs a command.
pub fn said(command: &mut Command) -> Said {
    let output = command.output().expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    Said { code: output.status.code().expect("no signal"), out: text(output.stdout), err: text(output.stderr) }
}

/// Holds when a command ended with that code, these words on standard error and nothing on standard output.
#[track_caller]
pub fn assert_fails(said: &Said, code: i32, words: &str) {
    assert_eq!((said.code, said.out.as_str()), (code, ""), "{}", said.err);
    assert!(said.err.contains(words), "{}", said.err);
}
