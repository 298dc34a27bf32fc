//! Where the program runs: its language, its colours, its folders, its clock and its chance.
#![expect(clippy::disallowed_methods, reason = "here the environment and the clock are read")]

use std::collections::hash_map::RandomState;
use std::ffi::{OsStr, OsString};
use std::hash::{BuildHasher, Hasher};
use std::io::{IsTerminal, stderr, stdin, stdout};
use std::path::PathBuf;
use std::time::SystemTime;

use clap::ColorChoice;
use directories::ProjectDirs;

use super::args::{Arguments, Common};
use super::failure::{refused, say};
use super::preferences::Preferences;
use super::source::label;
use crate::exchange::terminal_text::ColourMode;
use crate::lang::Lang;
use crate::map::IdSource;
use crate::map::text::one_line;
use crate::store::OpenError;
use crate::store::config;
use crate::store::disk::{self, BackupStore};
use crate::store::folders::{self, FolderSources};
use crate::store::journal::JournalOwner;
use crate::term::journal::JournalConfig;

/// What a command needs to know besides its own arguments.
pub struct Setting {
    pub lang: Lang,
    /// The colours of standard output.
    pub colour: ColourMode,
    /// The colours of standard error.
    pub error_colour: ColourMode,
    /// What holds of all that can be set.
    pub preferences: Preferences,
    /// The folder of the configuration; none where the system knows no place for it.
    pub configuration_folder: Option<PathBuf>,
    /// What is wrong with the settings in the configuration.
    pub configuration_error: Option<OpenError>,
    /// The folder of old versions; none where the system knows no place for it.
    pub state_folder: Option<PathBuf>,
    /// When the program was started.
    pub now: SystemTime,
}

/// The cells of a line where no terminal says how wide it is.
const USUAL_WIDTH: usize = 80;
/// The cells beyond which a line gets hard to follow.
const WIDEST: usize = 140;

impl Setting {
    /// Reads configuration and environment for what the arguments leave open.
    pub fn read(arguments: &Arguments) -> Setting {
        let around = surroundings(&arguments.common);
        let folder = folders::configuration_folder(&around, disk::is_folder);
        let configured = folder.as_ref().map(|folder| disk::load_configuration(&folder.join(config::FILE_NAME)));
        let (configuration, error) = configured.unwrap_or_default();
        let preferences = Preferences::new(arguments, &configuration);
        Setting {
            lang: Lang::new(preferences.language.value),
            colour: colour_mode(arguments.common.color, stdout().is_terminal()),
            error_colour: colour_mode(arguments.common.color, stderr().is_terminal()),
            preferences,
            configuration_folder: folder,
            configuration_error: error,
            state_folder: folders::state_folder(&around, disk::is_folder),
            now: SystemTime::now(),
        }
    }

    /// The path of a file of the configuration.
    pub fn configuration_file(&self, name: &str) -> Option<PathBuf> {
        self.configuration_folder.as_ref().map(|folder| folder.join(name))
    }

    /// Explains on standard error what is wrong with the settings in the configuration; the rest of them holds.
    pub fn report_configuration(&self) {
        if let Some(error) = &self.configuration_error {
            self.report_fault(config::FILE_NAME, error);
        }
    }

    /// Explains on standard error what is wrong with a file of the configuration.
    pub fn report_fault(&self, name: &str, error: &OpenError) {
        if let Some(path) = self.configuration_file(name) {
            say(&refused(&self.lang, &label(&path), error, self.error_colour));
        }
    }

    /// Where old versions of files are kept, as of now.
    pub fn backups(&self) -> Option<BackupStore> {
        self.state_folder.as_ref().map(|folder| BackupStore::new(folder, self.now))
    }

    /// A source of identities that nobody can foretell.
    pub fn ids(&self) -> IdSource {
        IdSource::new(seed())
    }

    /// The cells of a line on standard output.
    pub fn width(&self) -> usize {
        if !stdout().is_terminal() {
            return USUAL_WIDTH;
        }
        match crossterm::terminal::size() {
            Ok((0, _)) | Err(_) => USUAL_WIDTH,
            Ok((columns, _)) => usize::from(columns).min(WIDEST),
        }
    }
}

/// What arguments, environment and platform say of folders.
fn surroundings(common: &Common) -> FolderSources {
    let variable = |name: &str| std::env::var_os(name).map(PathBuf::from);
    let unix = |name: &str| if cfg!(windows) { None } else { variable(name) };
    let platform = ProjectDirs::from("", "", "periplo");
    FolderSources {
        config_flag: common.config.clone(),
        periplo_config: variable("PERIPLO_CONFIG"),
        xdg_config_home: unix("XDG_CONFIG_HOME"),
        xdg_state_home: unix("XDG_STATE_HOME"),
        home: std::env::home_dir(),
        platform_config: platform.as_ref().map(|folders| folders.config_dir().to_owned()),
        platform_state: platform
            .map(|folders| folders.state_dir().unwrap_or_else(|| folders.data_local_dir()).to_owned()),
    }
}

/// Where journals are kept, and whose they are.
pub fn desk(state_folder: Option<PathBuf>) -> JournalConfig {
    let variable = |name: &str| std::env::var_os(name).map(|value| one_line(&value.to_string_lossy()).into_owned());
    let user = ["USER", "LOGNAME", "USERNAME"].into_iter().find_map(variable).unwrap_or_default();
    let owner = JournalOwner { user, host: host(), process: std::process::id() };
    JournalConfig { state_folder, owner }
}

#[cfg(unix)]
fn host() -> String {
    one_line(&rustix::system::uname().nodename().to_string_lossy()).into_owned()
}

#[cfg(not(unix))]
fn host() -> String {
    std::env::var_os("COMPUTERNAME").map(|name| one_line(&name.to_string_lossy()).into_owned()).unwrap_or_default()
}

/// The user's editor, with its arguments: that of the environment, else the first of the usual ones that is there.
pub fn editor() -> Option<OsString> {
    let named = ["VISUAL", "EDITOR"].into_iter().filter_map(std::env::var_os).find(|editor| !editor.is_empty());
    if cfg!(windows) {
        return named.or_else(|| Some("notepad".into()));
    }
    let folders = || std::env::var_os("PATH").map(|path| std::env::split_paths(&path).collect::<Vec<_>>());
    let is_there = |name: &&str| folders().unwrap_or_default().iter().any(|folder| folder.join(name).is_file());
    named.or_else(|| ["sensible-editor", "nano", "vi"].into_iter().find(is_there).map(OsString::from))
}

/// A number that nobody can foretell: the standard library seeds its hashers at random.
pub fn seed() -> u64 {
    RandomState::new().build_hasher().finish()
}

/// Whether keys can be read and a screen be drawn: both streams are terminals.
pub fn has_terminal() -> bool {
    stdin().is_terminal() && stdout().is_terminal()
}

/// Whether the terminal can only write line after line.
pub fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == OsStr::new("dumb"))
}

/// Whether the terminal's window is known to take a title: the system's own console takes none.
pub fn takes_title() -> bool {
    let names = ["", "dumb", "linux"].map(OsStr::new);
    let is_named = std::env::var_os("TERM").is_some_and(|term| !names.contains(&&*term));
    // On Windows terminals have no name, and one of them tells of itself.
    is_named || cfg!(windows) && std::env::var_os("WT_SESSION").is_some()
}

/// Whether the environment wants no colours.
pub fn no_color() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}

/// The encoding that the locale names, if it names one: that of `es_ES.ISO-8859-1@euro` is `ISO-8859-1`.
pub fn encoding() -> Option<String> {
    let set = |name: &&str| std::env::var_os(name).filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(set)?.to_string_lossy().into_owned();
    let (_, encoding) = locale.split_once('.')?;
    Some(encoding.split('@').next().unwrap_or(encoding).to_owned())
}

fn colour_mode(choice: ColorChoice, terminal: bool) -> ColourMode {
    let coloured = match choice {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto => terminal && !no_color() && !is_dumb(),
    };
    if coloured { ColourMode::Coloured } else { ColourMode::Plain }
}
