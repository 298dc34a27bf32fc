//! The user's settings, as written in `config.ron`.

use serde::{Deserialize, Deserializer};

use super::diagnosis::diagnose;
use super::fault::{Fault, Problem};
use super::ron_text::{options, without_mark};
use super::shape::CONFIGURATION;
use super::token_tree::TokenTree;
use super::valid_fields::valid_fields;

/// The name of the file of settings in the configuration folder.
pub const FILE_NAME: &str = "config.ron";

/// The most bytes of a file of the configuration that is read, 64 KiB: faults are searched for one by one.
pub const SIZE_LIMIT: u64 = 64 << 10;

/// The codes of the languages that a configuration may ask for.
pub const LANGUAGES: [&str; 2] = ["en", "es"];

/// What the user wants to be always so; all of it is optional.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default, rename = "Configuration")]
pub struct Configuration {
    /// The language of the interface.
    pub language: Option<LanguageCode>,
    /// The colours of the editor.
    pub theme: Option<ThemeName>,
    /// Whether lines, bars and signs are drawn with ASCII alone.
    pub ascii: Option<bool>,
    /// Whether the editor listens to the mouse.
    pub mouse: Option<bool>,
    /// How much a card shows.
    pub density: Option<Density>,
    /// Whether the program begins with the start screen where no file is named.
    pub start_screen: Option<bool>,
    /// Whether the terminal's window is called after the map.
    pub title: Option<bool>,
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

/// Something that is one of a few, each with a name.
macro_rules! named {
    ($(#[$about:meta])* $name:ident { $($(#[$what:meta])* $value:ident = $key:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
        #[serde(try_from = "String")]
        pub enum $name {
            $($(#[$what])* $value,)+
        }

        impl $name {
            /// Every value, the usual one first.
            pub const ALL: [$name; [$($key),+].len()] = [$($name::$value),+];
            /// The names of all, in the same order.
            pub const KEYS: &'static [&'static str] = &[$($key),+];

            /// The name in `config.ron` and on the command line.
            pub const fn key(self) -> &'static str {
                match self {
                    $($name::$value => $key,)+
                }
            }
        }

        impl TryFrom<String> for $name {
            type Error = &'static str;

            fn try_from(written: String) -> Result<$name, &'static str> {
                $name::ALL.into_iter().find(|value| value.key() == written).ok_or("none of the known words")
            }
        }
    };
}

named! {
    /// The colours of the editor, by name.
    ThemeName {
        /// The sixteen colours that the terminal has been given.
        #[default]
        Terminal = "terminal",
        /// Dark on white.
        Light = "light",
        /// Light on black.
        Dark = "dark",
        /// The strongest contrasts, for projectors and tired eyes.
        HighContrast = "high-contrast",
        /// No colours at all.
        None = "none",
    }
}

named! {
    /// How much a card shows.
    Density {
        /// Whatever there is room for.
        #[default]
        Comfortable = "comfortable",
        /// As little as possible, to see many cards.
        Compact = "compact",
    }
}

impl Density {
    /// The other one.
    pub const fn other(self) -> Density {
        match self {
            Density::Comfortable => Density::Compact,
            Density::Compact => Density::Comfortable,
        }
    }
}

/// Reads the text of a configuration: gives what can be used of it, and all that is wrong.
pub fn parse(text: &str) -> (Configuration, Vec<Fault>) {
    let (mark, text) = without_mark(text);
    let outline = TokenTree::of(text);
    if outline.tokens.is_empty() && outline.faults.is_empty() {
        // Nothing, or nothing but comments.
        return (Configuration::default(), Vec::new());
    }
    let refused = match options().from_str(text) {
        Ok(configuration) => return (configuration, Vec::new()),
        Err(refused) => refused,
    };
    let faults = diagnose(text, &CONFIGURATION, Some(&refused)).into_iter().map(|fault| fault.moved(mark));
    let sound = valid_fields(&outline, &CONFIGURATION, outline.opening()).into_iter();
    let fields = sound.map(|(field, value)| format!("{}: {},", field.name, &text[outline.span(&value)]));
    let rest = options().from_str(&format!("({})", fields.collect::<String>()));
    (rest.unwrap_or_default(), faults.map(Fault::of_settings).collect())
}

impl Fault {
    /// The fault as it is said of a text that should hold settings and not a map.
    pub(super) fn of_settings(self) -> Fault {
        let is_of_maps = matches!(self.problem, Problem::NotAMap | Problem::LooksLikeJson);
        if is_of_maps { Fault { problem: Problem::NotSettings, ..self } } else { self }
    }
}
