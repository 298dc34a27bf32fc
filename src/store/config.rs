//! The user's configuration, as written in `config.ron`.

use serde::{Deserialize, Deserializer};

use super::diagnosis::diagnose;
use super::fault::Fault;
use super::ron_text::{options, without_mark};
use super::shape::CONFIGURATION;

/// The name of the configuration's file in its folder.
pub const FILE_NAME: &str = "config.ron";

/// The codes of the languages that a configuration may ask for.
pub const LANGUAGES: [&str; 2] = ["en", "es"];

/// What the user wants to be always so; all of it is optional.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default, rename = "Configuration")]
pub struct Configuration {
    /// The language of the interface.
    pub language: Option<LanguageCode>,
}

/// The code of a language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LanguageCode(&'static str);

impl LanguageCode {
    /// The code itself, one of [`LANGUAGES`].
    pub const fn code(self) -> &'static str {
        self.0
    }
}

impl<'de> Deserialize<'de> for LanguageCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<LanguageCode, D::Error> {
        let written = String::deserialize(deserializer)?;
        let known = LANGUAGES.into_iter().find(|&code| code == written);
        known.map(LanguageCode).ok_or_else(|| serde::de::Error::custom("one of en, es"))
    }
}

/// Reads the text of a configuration; an empty one asks for nothing.
pub fn parse(text: &str) -> Result<Configuration, Vec<Fault>> {
    let (mark, text) = without_mark(text);
    if text.trim().is_empty() {
        return Ok(Configuration::default());
    }
    let refused = match options().from_str(text) {
        Ok(configuration) => return Ok(configuration),
        Err(refused) => refused,
    };
    let faults = diagnose(text, &CONFIGURATION, &refused);
    Err(faults.into_iter().map(|fault| fault.moved(mark)).collect())
}
