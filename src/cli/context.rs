//! What every command needs besides its own arguments: language, colours, settings, folders and the time.
#![expect(clippy::disallowed_methods, reason = "this module reads the clock")]

use std::io::{IsTerminal, stderr, stdout};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use time::{OffsetDateTime, UtcOffset};

use super::args::ProgramArgs;
use super::environment::{colour_mode, folder_sources, random_seed};
use super::messages::{open_error_message, print_message};
use super::paths::{display_path, is_stdin};
use super::preferences::Preferences;
use crate::exchange::TextLayout;
use crate::exchange::terminal_text::ColourMode;
use crate::lang::Lang;
use crate::map::{Date, IdSource};
use crate::store::OpenError;
use crate::store::config;
use crate::store::disk::{self, BackupStore, IfExists};
use crate::store::folders;

/// The width of lines, in cells, if standard output is not a terminal.
const DEFAULT_WIDTH: usize = 80;
/// The greatest width: longer lines are hard to read.
const MAX_WIDTH: usize = 140;

/// What every command needs besides its own arguments.
pub(super) struct CommandContext {
    pub lang: Lang,
    /// Whether standard output is coloured.
    pub colour: ColourMode,
    /// Whether standard error is coloured.
    pub error_colour: ColourMode,
    pub preferences: Preferences,
    /// The folder of the configuration; none if the system has no place for it.
    pub configuration_folder: Option<PathBuf>,
    /// What is wrong with `config.ron`, if anything.
    pub configuration_error: Option<OpenError>,
    /// The folder of backups and journals; none if the system has no place for it.
    pub state_folder: Option<PathBuf>,
    /// When the program was started.
    pub now: SystemTime,
}

impl CommandContext {
    /// Creates the context from the arguments, the configuration and the environment.
    pub(super) fn new(arguments: &ProgramArgs) -> CommandContext {
        let sources = folder_sources(arguments.common.config.clone());
        let folder = folders::configuration_folder(&sources, disk::is_folder);
        let loaded = folder.as_ref().map(|folder| disk::load_configuration(&folder.join(config::FILE_NAME)));
        let (configuration, error) = loaded.unwrap_or_default();
        let preferences = Preferences::new(arguments, &configuration);
        CommandContext {
            lang: Lang::new(preferences.language.value),
            colour: colour_mode(arguments.common.color, stdout().is_terminal()),
            error_colour: colour_mode(arguments.common.color, stderr().is_terminal()),
            preferences,
            configuration_folder: folder,
            configuration_error: error,
            state_folder: folders::state_folder(&sources, disk::is_folder),
            now: SystemTime::now(),
        }
    }

    /// Returns the path of a file in the configuration folder.
    pub(super) fn configuration_file(&self, name: &str) -> Option<PathBuf> {
        self.configuration_folder.as_ref().map(|folder| folder.join(name))
    }

    /// Prints what is wrong with `config.ron`, if anything. Its valid settings are used anyway.
    pub(super) fn report_configuration(&self) {
        if let Some(error) = &self.configuration_error {
            self.report_configuration_error(config::FILE_NAME, error);
        }
    }

    /// Prints what is wrong with a file of the configuration.
    pub(super) fn report_configuration_error(&self, name: &str, error: &OpenError) {
        if let Some(path) = self.configuration_file(name) {
            print_message(&open_error_message(&self.lang, &display_path(&path), error, self.error_colour));
        }
    }

    /// Returns the store of backups, with the current time.
    pub(super) fn backups(&self) -> Option<BackupStore> {
        self.state_folder.as_ref().map(|folder| BackupStore::new(folder, self.now))
    }

    /// Returns what to do if an output file exists: with `force` it is overwritten, after its content was kept.
    pub(super) fn if_exists(&self, force: bool) -> IfExists {
        if force { IfExists::Overwrite(self.backups()) } else { IfExists::Refuse }
    }

    /// True if old versions of a file are kept.
    pub(super) fn has_backups(&self, path: &Path) -> bool {
        !is_stdin(path) && self.backups().is_some_and(|backups| backups.has_backups(path))
    }

    /// True if overwriting a file was interrupted; what it held before is kept.
    pub(super) fn was_overwriting_interrupted(&self, path: &Path) -> bool {
        !is_stdin(path) && self.backups().is_some_and(|backups| backups.was_overwriting_interrupted(path))
    }

    /// Returns the current day in the local time zone, or in UTC if the zone is unknown.
    pub(super) fn today(&self) -> Option<Date> {
        const SECONDS_OF_A_DAY: i64 = 86_400;
        let now = OffsetDateTime::from(self.now);
        let offset = UtcOffset::local_offset_at(now).unwrap_or(UtcOffset::UTC);
        let day = (now.unix_timestamp() + i64::from(offset.whole_seconds())).div_euclid(SECONDS_OF_A_DAY);
        Date::of_unix_day(u64::try_from(day).ok()?)
    }

    /// Returns a source of random ids.
    pub(super) fn ids(&self) -> IdSource {
        IdSource::new(random_seed())
    }

    /// Returns the width of lines on standard output, in cells.
    pub(super) fn width(&self) -> usize {
        if !stdout().is_terminal() {
            return DEFAULT_WIDTH;
        }
        match crossterm::terminal::size() {
            Ok((0, _)) | Err(_) => DEFAULT_WIDTH,
            Ok((columns, _)) => usize::from(columns).min(MAX_WIDTH),
        }
    }

    /// Returns the layout of text results on standard output.
    pub(super) fn text_layout(&self) -> TextLayout<'_> {
        TextLayout { lang: &self.lang, width: self.width(), colour: self.colour }
    }
}
