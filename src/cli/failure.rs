//! Why a command could not do its work, and what it says then.

use std::io::{self, Write};
use std::process::ExitCode;

use super::pending;
use super::setting::Setting;
use crate::exchange::ExportError;
use crate::exchange::ink::Ink;
use crate::store::{Fault, OpenError};

/// Why a command could not do its work; files are named as the user knows them.
#[derive(Debug)]
pub enum Failure {
    NoSuchFile {
        file: String,
    },
    CannotRead {
        file: String,
        error: io::Error,
    },
    /// The text of a file is not a map.
    Invalid {
        file: String,
        text: String,
        faults: Vec<Fault>,
    },
    NoMaps {
        folder: String,
    },
    NoSuchFolder {
        file: String,
        folder: String,
    },
    MapExists {
        file: String,
    },
    OutputExists {
        file: String,
    },
    CannotWrite {
        file: String,
        error: io::Error,
    },
    CannotWriteResult(io::Error),
    CannotExport(ExportError),
    /// A file's name gives no title, and no other is given.
    NoTitle {
        file: String,
    },
    NoTerminal,
    DumbTerminal,
    /// The terminal failed while the editor ran.
    Terminal(io::Error),
}

impl Failure {
    /// The failure to open a file.
    pub fn open(file: String, error: OpenError) -> Failure {
        match error {
            OpenError::NotFound => Failure::NoSuchFile { file },
            OpenError::Unreadable(error) if error.kind() == io::ErrorKind::NotFound => Failure::NoSuchFile { file },
            OpenError::Unreadable(error) => Failure::CannotRead { file, error },
            OpenError::Invalid { text, faults } => Failure::Invalid { file, text, faults },
        }
    }

    /// Says on standard error what happened and what to do next.
    pub fn report(&self, setting: &Setting) {
        let lang = &setting.lang;
        let message = match self {
            Failure::Invalid { file, text, faults } => {
                let coloured = setting.error_ink == Ink::Coloured;
                return say(pending::picture(lang, file, text, faults, coloured).trim_end());
            }
            Failure::NoSuchFile { file } => lang.missing_file(file, &typed(file)),
            Failure::CannotRead { file, error } => lang.cannot_read(file, error),
            Failure::NoMaps { folder } => lang.no_maps(folder),
            Failure::NoSuchFolder { file, folder } => lang.no_such_folder(file, folder),
            Failure::MapExists { file } => lang.map_exists(file, &typed(file)),
            Failure::OutputExists { file } => lang.output_exists(file),
            Failure::CannotWrite { file, error } => lang.cannot_write(file, error),
            Failure::CannotWriteResult(error) => lang.cannot_write_result(error),
            Failure::CannotExport(error) => lang.cannot_export(&error.to_string()),
            Failure::NoTitle { file } => lang.no_title(file),
            Failure::NoTerminal => lang.no_terminal(),
            Failure::DumbTerminal => lang.dumb_terminal(),
            Failure::Terminal(error) => lang.terminal_failed(error),
        };
        say(&lang.error(&message));
    }

    /// 2 for wrong use, else 1.
    pub fn exit_code(&self) -> ExitCode {
        match self {
            Failure::NoTitle { .. } | Failure::NoTerminal | Failure::DumbTerminal => ExitCode::from(2),
            Failure::NoSuchFile { .. }
            | Failure::CannotRead { .. }
            | Failure::Invalid { .. }
            | Failure::NoMaps { .. }
            | Failure::NoSuchFolder { .. }
            | Failure::MapExists { .. }
            | Failure::OutputExists { .. }
            | Failure::CannotWrite { .. }
            | Failure::CannotWriteResult(_)
            | Failure::CannotExport(_)
            | Failure::Terminal(_) => ExitCode::FAILURE,
        }
    }
}

/// Writes a line to standard error.
pub fn say(line: &str) {
    // When standard error is closed there is nobody to tell.
    let _ = writeln!(io::stderr(), "{line}");
}

/// A file's name as it is typed in a shell.
pub fn typed(file: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "/._-+,:@%".contains(c);
    let file = &if file.starts_with('-') {
        format!("./{file}")
    } else {
        file.to_owned()
    };
    if !file.is_empty() && file.chars().all(is_plain) {
        file.to_owned()
    } else {
        format!("'{}'", file.replace('\'', r"'\''"))
    }
}
