//! The user's settings in `config.ron`.

use std::time::Duration;

use serde::Deserialize;

pub use super::config_values::{Density, LANGUAGES, LanguageCode, ThemeName};
use super::diagnosis::diagnose;
use super::fault::Fault;
use super::ron_dialect::{options, split_byte_order_mark};
use super::shape::CONFIGURATION;
use super::token_tree::TokenTree;
use super::valid_fields::valid_fields;

/// The name of the file in the configuration folder.
pub(crate) const FILE_NAME: &str = "config.ron";

/// The largest file of the configuration folder that is read, 64 KiB. Checking a larger one would take too long.
pub const SIZE_LIMIT: u64 = 64 << 10;

/// The longest time that the key Esc is held. More would make it useless.
const MAX_ESCAPE_TIME: Duration = Duration::from_secs(1);

/// The settings; all are optional.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default, rename = "Configuration")]
pub struct Configuration {
    /// The language of the interface.
    pub language: Option<LanguageCode>,
    /// The colours of the editor.
    pub theme: Option<ThemeName>,
    /// True to draw lines, bars and symbols with ASCII characters only.
    pub ascii: Option<bool>,
    /// True if the editor reacts to the mouse.
    pub mouse: Option<bool>,
    /// How much a card shows.
    pub density: Option<Density>,
    /// True to begin with the start screen if the command line names no file.
    pub start_screen: Option<bool>,
    /// True to show the map's title as the title of the terminal window.
    pub title: Option<bool>,
    /// True to save each change at once, and to show those of others at once.
    pub live: Option<bool>,
    /// How many milliseconds the key Esc is held, because it may be the beginning of another key.
    pub escape_time: Option<u64>,
}

impl Configuration {
    /// Returns how long the key Esc is held.
    pub(crate) fn escape_time(&self) -> Option<Duration> {
        self.escape_time.map(|milliseconds| Duration::from_millis(milliseconds).min(MAX_ESCAPE_TIME))
    }
}

/// Reads the text of a configuration. Returns the settings that are valid, and all faults.
pub fn parse(text: &str) -> (Configuration, Vec<Fault>) {
    let (mark_length, text) = split_byte_order_mark(text);
    let tree = TokenTree::of(text);
    let has_only_comments = tree.is_empty() && tree.faults.is_empty();
    if has_only_comments {
        return (Configuration::default(), Vec::new());
    }
    let error = match options().from_str(text) {
        Ok(configuration) => return (configuration, Vec::new()),
        Err(error) => error,
    };
    let faults = diagnose(text, &CONFIGURATION, Some(&error)).into_iter();
    let fields = valid_fields(&tree, &CONFIGURATION, tree.root_opening()).into_iter();
    let valid = fields.map(|(field, value)| format!("{}: {},", field.name, &text[tree.span(&value)]));
    let configuration = options().from_str(&format!("({})", valid.collect::<String>()));
    (configuration.unwrap_or_default(), faults.map(|fault| fault.moved_by(mark_length).of_settings()).collect())
}
