//! Why a command could not do its work, and what it says then.

use std::io::{self, Write};
use std::process::ExitCode;

use super::args;
use super::setting::Setting;
use crate::app::faults::refusal::{refused_open, refused_save};
use crate::exchange::ExportError;
use crate::exchange::import::{ImportFailure, Remark};
use crate::exchange::terminal_text::{ColourMode, strip_controls};
use crate::lang::Lang;
use crate::map::what_if::WhatIfError;
use crate::store::{OpenError, SaveError};

/// Why a command could not do its work; files are named as the user knows them.
#[derive(Debug)]
pub enum Failure {
    Open {
        file: String,
        error: OpenError,
    },
    Save {
        file: String,
        error: SaveError,
    },
    /// A new map would take the place of a file.
    MapExists {
        file: String,
    },
    /// A result would take the place of a file.
    OutputExists {
        file: String,
    },
    /// The arguments of a command do not go together; said in the English of their help.
    WrongUse {
        command: &'static str,
        message: String,
    },
    /// A step cannot have the conversion that it is supposed to have.
    WhatIf(WhatIfError),
    NoMaps {
        folder: String,
    },
    /// No old version of a file is kept.
    NoVersions {
        file: String,
    },
    /// There are fewer old versions than the number asked for.
    NoSuchVersion {
        file: String,
        number: usize,
        count: usize,
    },
    /// The system knows no place for the state.
    NoStateFolder,
    /// The system knows no place for the configuration.
    NoConfigurationFolder,
    CannotSearch {
        folder: String,
        error: io::Error,
    },
    CannotWriteResult(io::Error),
    CannotExport(ExportError),
    /// A file of another format cannot be read as a map, for these reasons.
    CannotImport {
        file: String,
        refused: ImportFailure,
    },
    /// Only a file without any remark was wanted.
    Strict,
    /// A file's name gives no title, and no other is given.
    NoTitle {
        file: String,
    },
    /// The editor showed why a file cannot be opened, and was left.
    Unreadable {
        picture: String,
    },
    NoTerminal,
    DumbTerminal,
    /// The terminal failed while the editor ran.
    Terminal(io::Error),
}

impl Failure {
    /// Says on standard error what happened and what to do next.
    pub fn report(&self, setting: &Setting) {
        say(&self.message(&setting.lang, setting.error_colour));
    }

    fn message(&self, lang: &Lang, colour: ColourMode) -> String {
        let sentence = match self {
            Failure::Open { file, error } => return refused(lang, file, error, colour),
            Failure::Unreadable { picture } => return picture.trim_end().to_owned(),
            Failure::Save { file, error } => refused_save(lang, file, error),
            Failure::MapExists { file } => lang.cli_map_exists(file, &typed(file)),
            Failure::OutputExists { file } => lang.cli_output_exists(file),
            Failure::WrongUse { command, message } => return args::refusal(command, message, colour),
            Failure::WhatIf(fault) => lang.what_if_fault(fault),
            Failure::NoMaps { folder } => lang.cli_no_maps(folder),
            Failure::NoVersions { file } => lang.version_none(file),
            Failure::NoSuchVersion { file, number, count } => lang.version_no_such(file, *number, *count),
            Failure::NoStateFolder => lang.version_no_folder(),
            Failure::NoConfigurationFolder => lang.no_configuration_folder(),
            Failure::CannotSearch { folder, error } => lang.cli_cannot_search(folder, error),
            Failure::CannotWriteResult(error) => lang.cli_cannot_write_result(error),
            Failure::CannotExport(ExportError::TooManyRows { rows, most }) => lang.too_many_rows(*rows, *most),
            Failure::CannotExport(ExportError::Library(error)) => lang.cli_cannot_export(&error.to_string()),
            Failure::CannotImport { file, refused } => {
                let mut told = listed(&refused.remarks, file, lang, Lang::cli_warning);
                told.extend(listed(&refused.faults, file, lang, Lang::cli_error));
                told.push(lang.cli_error(&lang.import_refused(refused.faults.len())));
                return told.join("\n");
            }
            Failure::Strict => lang.import_strict(),
            Failure::NoTitle { file } => lang.cli_no_title(file),
            Failure::NoTerminal => lang.cli_no_terminal(),
            Failure::DumbTerminal => lang.cli_dumb_terminal(),
            Failure::Terminal(error) => lang.cli_terminal_failed(error),
        };
        lang.cli_error(&sentence)
    }

    /// 2 for wrong use, else 1.
    pub fn exit_code(&self) -> ExitCode {
        match self {
            Failure::WrongUse { .. }
            | Failure::WhatIf(_)
            | Failure::NoTitle { .. }
            | Failure::NoTerminal
            | Failure::DumbTerminal => ExitCode::from(2),
            Failure::Open { .. }
            | Failure::Unreadable { .. }
            | Failure::Save { .. }
            | Failure::MapExists { .. }
            | Failure::OutputExists { .. }
            | Failure::NoMaps { .. }
            | Failure::NoVersions { .. }
            | Failure::NoSuchVersion { .. }
            | Failure::NoStateFolder
            | Failure::NoConfigurationFolder
            | Failure::CannotSearch { .. }
            | Failure::CannotWriteResult(_)
            | Failure::CannotExport(_)
            | Failure::CannotImport { .. }
            | Failure::Strict
            | Failure::Terminal(_) => ExitCode::FAILURE,
        }
    }
}

/// Says why a file could not be opened: the pictures of its faults, or an error in a sentence.
pub fn refused(lang: &Lang, file: &str, error: &OpenError, colour: ColourMode) -> String {
    let said = refused_open(lang, file, error, colour == ColourMode::Coloured);
    let said = said.trim_end();
    match error {
        // The pictures of faults say themselves that they are of errors.
        OpenError::Invalid { .. } => said.to_owned(),
        OpenError::NotFound
        | OpenError::NotAFile(_)
        | OpenError::TooLarge { .. }
        | OpenError::Unreadable(_)
        | OpenError::NotText { .. } => lang.cli_error(said),
    }
}

/// The most remarks about a file that are told; of the others only the number is.
const TOLD: usize = 50;

/// Remarks about a file, one a line with its place, each behind the word that `word` puts there.
pub fn listed(remarks: &[Remark], file: &str, lang: &Lang, word: fn(&Lang, &str) -> String) -> Vec<String> {
    let line = |remark: &Remark| match remark.line {
        Some(line) => word(lang, &format!("{file}:{line}: {}", remark.text)),
        None => word(lang, &format!("{file}: {}", remark.text)),
    };
    let hidden = remarks.len().saturating_sub(TOLD);
    let more = (hidden > 0).then(|| word(lang, &lang.import_more_remarks(&lang.number(hidden as u128))));
    remarks.iter().take(TOLD).map(line).chain(more).collect()
}

/// Writes a line to standard error.
pub fn say(line: &str) {
    // When standard error is closed there is nobody to tell.
    let _ = writeln!(io::stderr(), "{}", strip_controls(line));
}

/// A file's name as it is typed in a shell.
pub fn typed(file: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "/._-+,:@%".contains(c);
    let file = &if file.starts_with('-') { format!("./{file}") } else { file.to_owned() };
    if !file.is_empty() && file.chars().all(is_plain) {
        file.to_owned()
    } else {
        format!("'{}'", file.replace('\'', r"'\''"))
    }
}
