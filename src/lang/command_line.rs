//! Messages of the command line.

use std::io;

use i18n_embed_fl::fl;

use super::{Lang, messages};
use crate::map::text::one_line;

messages! {
    // Errors and warnings.
    cli_error(message: &str) = "cli-error";
    cli_note(message: &str) = "cli-note";
    cli_warning(message: &str) = "cli-warning";
    cli_mistyped_command(word: &str, meant: &str) = "cli-mistyped-command";
    cli_unknown_command(word: &str) = "cli-unknown-command";
    cli_file_with_command() = "cli-file-with-command";
    cli_editor_option_with_command() = "cli-editor-option-with-command";
    cli_editor_with_stdin() = "cli-editor-with-stdin";
    cli_no_terminal() = "cli-no-terminal";
    cli_dumb_terminal() = "cli-dumb-terminal";
    cli_name_is_command(file: &str) = "cli-name-is-command";
    cli_cannot_export(reason: &str) = "cli-cannot-export";
    cli_output_exists(file: &str) = "cli-output-exists";

    // New maps and templates.
    cli_map_written(file: &str, typed: &str) = "cli-map-written";
    cli_map_exists(file: &str, typed: &str) = "cli-map-exists";
    cli_no_reach_from(position: usize) = "cli-no-reach-from";
    cli_no_maps(folder: &str) = "cli-no-maps";
    cli_no_title(file: &str) = "cli-no-title";
    cli_title_of_stream() = "cli-title-of-stream";

    // Setting up git.
    git_missing() = "git-missing";
    git_no_repository() = "git-no-repository";
    git_failed(message: &str) = "git-failed";
    git_is_set_up(folder: &str) = "git-is-set-up";
    git_will_write(folder: &str) = "git-will-write";
    git_ask() = "git-ask";
    git_nothing_written() = "git-nothing-written";
    git_done() = "git-done";
    git_done_commit() = "git-done-commit";

    // Warnings of inventories.
    cli_repeated_ids(file: &str, count: usize, name: &str) = "cli-repeated-ids";
}

impl Lang {
    /// Says that a folder could not be searched for maps, and why.
    pub(crate) fn cli_cannot_search(&self, folder: &str, error: &io::Error) -> String {
        fl!(self.loader, "cli-cannot-search", folder = folder, reason = self.reason(error))
    }

    /// Says that the result could not be written to the standard output, and why.
    pub(crate) fn cli_cannot_write_result(&self, error: &io::Error) -> String {
        fl!(self.loader, "cli-cannot-write-result", reason = self.reason(error))
    }

    /// Says that the terminal failed while the editor ran, and why.
    pub(crate) fn cli_terminal_failed(&self, error: &io::Error) -> String {
        fl!(self.loader, "cli-terminal-failed", reason = self.reason(error))
    }

    /// Returns the headings of the list of templates: name, title and touchpoints.
    pub(crate) fn template_columns(&self) -> [String; 3] {
        [
            fl!(self.loader, "cli-template-name"),
            fl!(self.loader, "cli-template-title"),
            fl!(self.loader, "cli-template-touchpoints"),
        ]
    }

    /// Returns the reason of a system error, in the system's own words if it is a rare one.
    #[expect(clippy::wildcard_enum_match_arm, reason = "the system's reasons are open-ended")]
    pub(crate) fn reason(&self, error: &io::Error) -> String {
        match error.kind() {
            io::ErrorKind::PermissionDenied => fl!(self.loader, "cli-reason-permission"),
            io::ErrorKind::NotADirectory => fl!(self.loader, "cli-reason-not-a-folder"),
            io::ErrorKind::StorageFull => fl!(self.loader, "cli-reason-full"),
            io::ErrorKind::ReadOnlyFilesystem => fl!(self.loader, "cli-reason-read-only"),
            io::ErrorKind::QuotaExceeded => fl!(self.loader, "cli-reason-quota"),
            io::ErrorKind::FileTooLarge => fl!(self.loader, "cli-reason-too-large"),
            io::ErrorKind::TooManyLinks => fl!(self.loader, "cli-reason-links"),
            _ => one_line(&error.to_string()).into_owned(),
        }
    }
}
