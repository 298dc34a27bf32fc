//! The failures of commands: their messages and exit codes.

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use super::args;
use super::context::CommandContext;
use super::messages::{open_error_message, print_message, remark_lines};
use super::paths::{display_path, shell_quoted};
use crate::app::faults::refusal::refused_save;
use crate::exchange::ExportError;
use crate::exchange::import::ImportFailure;
use crate::exchange::import::shape::choices::Purpose;
use crate::lang::Lang;
use crate::map::what_if::WhatIfError;
use crate::store::{OpenError, SaveError};

/// Why a command failed. Files are named as the user named them.
#[derive(Debug)]
pub(super) enum Failure {
    Open {
        path: PathBuf,
        error: OpenError,
    },
    Save {
        file: String,
        error: SaveError,
    },
    /// A new map would overwrite a file.
    MapExists {
        file: String,
    },
    /// A result would overwrite a file, and --force is missing.
    OutputExists {
        file: String,
    },
    /// The arguments of a command contradict each other. The message is in English, as the help is.
    WrongUse {
        command: &'static str,
        message: String,
    },
    /// A conversion of --what-if is impossible.
    WhatIf(WhatIfError),
    /// A pair of --pair names nothing, or too much.
    WrongPair {
        message: String,
    },
    /// A touchpoint cannot be added, changed, removed or moved.
    CannotEdit {
        message: String,
    },
    /// No reach is known from the step of --from on.
    NoReachFrom {
        position: usize,
    },
    /// A folder contains no maps.
    NoMaps {
        folder: String,
    },
    /// A file has no old versions.
    NoVersions {
        file: String,
    },
    /// A file has only `count` old versions.
    NoSuchVersion {
        file: String,
        number: usize,
        count: usize,
    },
    /// The system has no place for the state folder.
    NoStateFolder,
    /// The system has no place for the configuration folder.
    NoConfigurationFolder,
    CannotSearch {
        folder: String,
        error: io::Error,
    },
    CannotWriteResult(io::Error),
    CannotExport(ExportError),
    /// A file of another format cannot be imported.
    CannotImport {
        file: String,
        failure: ImportFailure,
        /// What it was read for.
        purpose: Purpose,
    },
    /// git is not installed.
    NoGit,
    /// This folder is in no repository of git.
    NoRepository,
    /// git refused. The message is its own.
    GitFailed {
        message: String,
    },
    /// There are warnings, and --strict is set.
    Strict,
    /// A file's name is no title for a map, and --title is missing.
    NoTitle {
        file: String,
    },
    /// The user left the editor while it showed why a file cannot be opened. `picture` is that explanation.
    Unreadable {
        picture: String,
    },
    /// The editor needs a terminal.
    NoTerminal,
    /// The editor needs a terminal that can move its cursor.
    DumbTerminal,
    /// The terminal failed while the editor was open.
    Terminal(io::Error),
}

impl Failure {
    /// Prints what happened and what to do next.
    pub(super) fn report(&self, context: &CommandContext) {
        print_message(&self.message(context));
    }

    fn message(&self, context: &CommandContext) -> String {
        let (lang, colour) = (&context.lang, context.error_colour);
        let sentence = match self {
            Failure::Open { path, error } => {
                let file = display_path(path);
                let message = open_error_message(lang, &file, error, colour);
                let typed = shell_quoted(&file);
                let hint = if context.was_overwriting_interrupted(path) {
                    Some(lang.overwriting_interrupted(&file, &typed))
                } else {
                    let has_backups = error.is_about_content() && context.has_backups(path);
                    has_backups.then(|| lang.versions_kept(&typed))
                };
                return [Some(message), hint].into_iter().flatten().collect::<Vec<_>>().join("\n");
            }
            Failure::Unreadable { picture } => return picture.trim_end().to_owned(),
            Failure::Save { file, error } => refused_save(lang, file, error),
            Failure::MapExists { file } => lang.cli_map_exists(file, &shell_quoted(file)),
            Failure::OutputExists { file } => lang.cli_output_exists(file),
            Failure::WrongUse { command, message } => return args::usage_error(command, message, colour),
            Failure::WhatIf(fault) => lang.what_if_fault(fault),
            Failure::WrongPair { message } | Failure::CannotEdit { message } => message.clone(),
            Failure::NoReachFrom { position } => lang.cli_no_reach_from(*position),
            Failure::NoMaps { folder } => lang.cli_no_maps(folder),
            Failure::NoVersions { file } => lang.version_none(file),
            Failure::NoSuchVersion { file, number, count } => lang.version_no_such(file, *number, *count),
            Failure::NoStateFolder => lang.version_no_folder(),
            Failure::NoConfigurationFolder => lang.no_configuration_folder(),
            Failure::CannotSearch { folder, error } => lang.cli_cannot_search(folder, error),
            Failure::CannotWriteResult(error) => lang.cli_cannot_write_result(error),
            Failure::CannotExport(ExportError::TooManyRows { rows, most }) => lang.too_many_rows(*rows, *most),
            Failure::CannotExport(ExportError::Library(error)) => lang.cli_cannot_export(&error.to_string()),
            Failure::CannotImport { file, failure, purpose } => {
                let mut lines = remark_lines(&failure.remarks, file, lang, Lang::cli_warning);
                lines.extend(remark_lines(&failure.faults, file, lang, Lang::cli_error));
                let count = failure.faults.len();
                let is_measured = purpose.is_counting();
                let refused = if is_measured { lang.measure_refused(count) } else { lang.import_refused(count) };
                lines.push(lang.cli_error(&refused));
                return lines.join("\n");
            }
            Failure::NoGit => lang.git_missing(),
            Failure::NoRepository => lang.git_no_repository(),
            Failure::GitFailed { message } => lang.git_failed(message),
            Failure::Strict => lang.import_strict(),
            Failure::NoTitle { file } => lang.cli_no_title(file),
            Failure::NoTerminal => lang.cli_no_terminal(),
            Failure::DumbTerminal => lang.cli_dumb_terminal(),
            Failure::Terminal(error) => lang.cli_terminal_failed(error),
        };
        lang.cli_error(&sentence)
    }

    /// Returns 2 for wrong usage, or else 1.
    pub(super) fn exit_code(&self) -> ExitCode {
        let is_wrong_use = matches!(
            self,
            Failure::WrongUse { .. }
                | Failure::WhatIf(_)
                | Failure::WrongPair { .. }
                | Failure::NoReachFrom { .. }
                | Failure::NoTitle { .. }
                | Failure::NoTerminal
                | Failure::DumbTerminal
        );
        if is_wrong_use { ExitCode::from(2) } else { ExitCode::FAILURE }
    }
}
