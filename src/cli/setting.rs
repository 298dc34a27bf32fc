//! Where the program runs: its language, its colours and its chance.

use std::collections::hash_map::RandomState;
use std::ffi::OsStr;
use std::hash::{BuildHasher, Hasher};
use std::io::{IsTerminal, stderr, stdin, stdout};

use clap::ColorChoice;

use super::args::Common;
use super::pending;
use crate::exchange::ink::Ink;
use crate::lang::{Lang, Language};
use crate::map::IdSource;

/// What a command needs to know besides its own arguments.
pub struct Setting {
    pub lang: Lang,
    /// The colours of standard output.
    pub ink: Ink,
    /// The colours of standard error.
    pub error_ink: Ink,
}

/// The cells of a line where no terminal says how wide it is.
const USUAL_WIDTH: usize = 80;
/// The cells beyond which a line gets hard to follow.
const WIDEST: usize = 140;

impl Setting {
    /// Reads the environment for what the arguments leave open.
    pub fn read(common: &Common) -> Setting {
        let language = common
            .lang
            .or_else(|| pending::configured_language(common.config.as_deref()))
            .or_else(|| sys_locale::get_locale().map(|locale| Language::of_locale(&locale)))
            .unwrap_or_default();
        Setting {
            lang: Lang::new(language),
            ink: ink(common.color, stdout().is_terminal()),
            error_ink: ink(common.color, stderr().is_terminal()),
        }
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

fn ink(choice: ColorChoice, terminal: bool) -> Ink {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let coloured = match choice {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto => terminal && !refused && !is_dumb(),
    };
    if coloured { Ink::Coloured } else { Ink::Plain }
}
