//! What the command line says.

use std::io;

use i18n_embed_fl::fl;

use super::Lang;
use crate::map::text::one_line;

impl Lang {
    /// An error's message behind the word that says so.
    pub fn error(&self, message: &str) -> String {
        fl!(self.loader, "cli-error", message = message)
    }

    /// A warning's message behind the word that says so.
    pub fn warning(&self, message: &str) -> String {
        fl!(self.loader, "cli-warning", message = message)
    }

    /// That a folder could not be searched for maps, and why.
    pub fn cannot_search(&self, folder: &str, error: &io::Error) -> String {
        fl!(self.loader, "cli-cannot-search", folder = folder, reason = self.reason(error))
    }

    /// That the result could not be written to the standard output, and why.
    pub fn cannot_write_result(&self, error: &io::Error) -> String {
        fl!(self.loader, "cli-cannot-write-result", reason = self.reason(error))
    }

    /// That a new map would take the place of a file.
    pub fn map_exists(&self, file: &str, typed: &str) -> String {
        fl!(self.loader, "cli-map-exists", file = file, typed = typed)
    }

    /// That a result would take the place of a file.
    pub fn output_exists(&self, file: &str) -> String {
        fl!(self.loader, "cli-output-exists", file = file)
    }

    /// That a new map was written, and how it is opened.
    pub fn map_written(&self, file: &str, typed: &str) -> String {
        fl!(self.loader, "cli-map-written", file = file, typed = typed)
    }

    /// That a folder has no map below it.
    pub fn no_maps(&self, folder: &str) -> String {
        fl!(self.loader, "cli-no-maps", folder = folder)
    }

    /// That touchpoints of a file have the ids of earlier ones.
    pub fn warn_of_repeated_ids(&self, file: &str, count: usize, name: &str) -> String {
        fl!(self.loader, "cli-repeated-ids", file = file, count = count, name = name)
    }

    /// That the editor was started without a terminal.
    pub fn no_terminal(&self) -> String {
        fl!(self.loader, "cli-no-terminal")
    }

    /// That the editor was started in a terminal that can only write line after line.
    pub fn dumb_terminal(&self) -> String {
        fl!(self.loader, "cli-dumb-terminal")
    }

    /// That the terminal failed while the editor ran, and why.
    pub fn terminal_failed(&self, error: &io::Error) -> String {
        fl!(self.loader, "cli-terminal-failed", reason = self.reason(error))
    }

    /// That a format could not be written, and why.
    pub fn cannot_export(&self, reason: &str) -> String {
        fl!(self.loader, "cli-cannot-export", reason = reason)
    }

    /// That a file's name cannot be the title of its map.
    pub fn no_title(&self, file: &str) -> String {
        fl!(self.loader, "cli-no-title", file = file)
    }

    /// The title of a map that has neither file nor title.
    pub fn title_of_stream(&self) -> String {
        fl!(self.loader, "cli-title-of-stream")
    }

    /// The heads of the columns of the list of templates: name, title and touchpoints.
    pub fn template_columns(&self) -> [String; 3] {
        [
            fl!(self.loader, "cli-template-name"),
            fl!(self.loader, "cli-template-title"),
            fl!(self.loader, "cli-template-touchpoints"),
        ]
    }

    /// Why the system refused, in its own words where no others are known.
    #[expect(clippy::wildcard_enum_match_arm, reason = "the system's reasons are open-ended")]
    pub fn reason(&self, error: &io::Error) -> String {
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
