//! How a command ended, if it did not fail.

use std::process::ExitCode;

/// How a command ended, if it did not fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    Done,
    /// Some files could not be read. The result contains the others.
    Incomplete,
    /// The command found what it looks for: differences, conflicts, warnings, errors or unconfirmed changes.
    HasFindings,
    /// This signal ended the editor.
    Signal(i32),
}

impl Outcome {
    /// Returns the exit code of the program.
    pub(super) fn exit_code(self) -> ExitCode {
        match self {
            Outcome::Done => ExitCode::SUCCESS,
            Outcome::Incomplete | Outcome::HasFindings => ExitCode::FAILURE,
            Outcome::Signal(number) => ExitCode::from(u8::try_from(128 + number).unwrap_or(1)),
        }
    }
}
