//! Reads the environment: variables, terminals, folders, users and random numbers.
#![expect(clippy::disallowed_methods, reason = "this module reads the environment")]

use std::collections::hash_map::RandomState;
use std::ffi::{OsStr, OsString};
use std::hash::{BuildHasher, Hasher};
use std::io::{IsTerminal, stderr, stdin, stdout};
use std::path::PathBuf;

use clap::ColorChoice;
use directories::ProjectDirs;

use crate::exchange::terminal_text::ColourMode;
use crate::map::text::one_line;
use crate::store::folders::FolderSources;
use crate::store::journal::JournalOwner;

/// Collects everything that decides where the program's folders are. `config_flag` is the value of `--config`.
pub(super) fn folder_sources(config_flag: Option<PathBuf>) -> FolderSources {
    let variable = |name: &str| std::env::var_os(name).map(PathBuf::from);
    let unix = |name: &str| if cfg!(windows) { None } else { variable(name) };
    let platform = ProjectDirs::from("", "", "periplo");
    FolderSources {
        config_flag,
        periplo_config: variable("PERIPLO_CONFIG"),
        xdg_config_home: unix("XDG_CONFIG_HOME"),
        xdg_state_home: unix("XDG_STATE_HOME"),
        home: std::env::home_dir(),
        platform_config: platform.as_ref().map(|folders| folders.config_dir().to_owned()),
        platform_state: platform
            .map(|folders| folders.state_dir().unwrap_or_else(|| folders.data_local_dir()).to_owned()),
    }
}

/// Returns the user, computer and process that the journals of this run are marked with.
pub(super) fn journal_owner() -> JournalOwner {
    let variable = |name: &str| std::env::var_os(name).map(|value| one_line(&value.to_string_lossy()).into_owned());
    let named = ["USER", "LOGNAME", "USERNAME"].into_iter().filter_map(variable).find(|user| !user.is_empty());
    let user = named.or_else(account_name).unwrap_or_default();
    JournalOwner { user, host: host_name(), process: std::process::id() }
}

/// Returns the name of the account that runs the program, as far as the list of local accounts has it.
#[cfg(unix)]
fn account_name() -> Option<String> {
    let accounts = std::fs::read("/etc/passwd").ok()?;
    name_of_account(&String::from_utf8_lossy(&accounts), rustix::process::getuid().as_raw())
}

#[cfg(not(unix))]
const fn account_name() -> Option<String> {
    None
}

/// Returns the name of an account in a list of accounts, which has lines such as `ana:x:1000:…`.
#[cfg(unix)]
fn name_of_account(accounts: &str, id: u32) -> Option<String> {
    let of_id = |line: &&str| line.split(':').nth(2) == Some(id.to_string().as_str());
    let name = accounts.lines().find(of_id)?.split(':').next()?;
    Some(one_line(name).into_owned()).filter(|name| !name.is_empty())
}

#[cfg(unix)]
fn host_name() -> String {
    one_line(&rustix::system::uname().nodename().to_string_lossy()).into_owned()
}

#[cfg(not(unix))]
fn host_name() -> String {
    std::env::var_os("COMPUTERNAME").map(|name| one_line(&name.to_string_lossy()).into_owned()).unwrap_or_default()
}

/// Returns the command of the user's text editor: from VISUAL or EDITOR, or else the first common one that is installed.
pub(super) fn text_editor() -> Option<OsString> {
    let named = ["VISUAL", "EDITOR"].into_iter().filter_map(std::env::var_os).find(|editor| !editor.is_empty());
    if cfg!(windows) {
        return named.or_else(|| Some("notepad".into()));
    }
    let folders = || std::env::var_os("PATH").map(|path| std::env::split_paths(&path).collect::<Vec<_>>());
    let is_installed = |name: &&str| folders().unwrap_or_default().iter().any(|folder| folder.join(name).is_file());
    named.or_else(|| ["sensible-editor", "nano", "vi"].into_iter().find(is_installed).map(OsString::from))
}

/// Returns a random number. It comes from the standard library, which seeds its hashers at random.
pub(super) fn random_seed() -> u64 {
    RandomState::new().build_hasher().finish()
}

/// Returns true if standard input and standard output are terminals, as the editor needs.
pub(super) fn has_terminal() -> bool {
    stdin().is_terminal() && stdout().is_terminal()
}

/// Returns the width of the terminal that shows standard error; `None` if it is no terminal.
pub(super) fn error_terminal_width() -> Option<usize> {
    let size = stderr().is_terminal().then(crossterm::terminal::size)?;
    size.ok().map(|(columns, _)| usize::from(columns)).filter(|&columns| columns > 0)
}

/// Returns true if the terminal cannot move its cursor (`TERM=dumb`).
pub(super) fn is_dumb_terminal() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == OsStr::new("dumb"))
}

/// Returns true if the terminal is known to support window titles. The Linux console does not.
pub(super) fn supports_title() -> bool {
    let without_title = ["", "dumb", "linux"].map(OsStr::new);
    let is_named = std::env::var_os("TERM").is_some_and(|term| !without_title.contains(&&*term));
    // On Windows there is no TERM, but Windows Terminal sets WT_SESSION.
    is_named || cfg!(windows) && std::env::var_os("WT_SESSION").is_some()
}

/// Returns true if the program runs inside tmux.
pub(super) fn is_inside_tmux() -> bool {
    std::env::var_os("TMUX").is_some_and(|value| !value.is_empty())
}

/// Returns true if NO_COLOR is set and not empty.
pub(super) fn no_color() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}

/// Returns the encoding that the locale names, if any: `ISO-8859-1` for `es_ES.ISO-8859-1@euro`.
pub(super) fn locale_encoding() -> Option<String> {
    let variable = |name: &&str| std::env::var_os(name).filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(variable)?.to_string_lossy().into_owned();
    let (_, encoding) = locale.split_once('.')?;
    Some(encoding.split('@').next().unwrap_or(encoding).to_owned())
}

/// Decides whether to use colours on a stream.
pub(super) fn colour_mode(choice: ColorChoice, is_terminal: bool) -> ColourMode {
    let coloured = match choice {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto => is_terminal && !no_color() && !is_dumb_terminal(),
    };
    if coloured { ColourMode::Coloured } else { ColourMode::Plain }
}
