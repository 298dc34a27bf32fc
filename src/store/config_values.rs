//! The values that a setting can have: languages, themes and densities.

use serde::{Deserialize, Deserializer};

/// The codes of the languages that a configuration may name.
pub const LANGUAGES: [&str; 2] = ["en", "es"];

/// The code of an interface language, one of [`LANGUAGES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LanguageCode(&'static str);

impl LanguageCode {
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

/// Defines an enum whose values have a key in `config.ron` and on the command line.
macro_rules! keyed_enum {
    ($(#[$about:meta])* $name:ident { $($(#[$what:meta])* $value:ident = $key:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
        #[serde(try_from = "String")]
        pub enum $name {
            $($(#[$what])* $value,)+
        }

        impl $name {
            /// Every value; the default comes first.
            pub const ALL: [$name; [$($key),+].len()] = [$($name::$value),+];
            /// The keys of [`Self::ALL`], in the same order.
            pub const KEYS: &'static [&'static str] = &[$($key),+];

            /// Returns the key in `config.ron` and on the command line.
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

keyed_enum! {
    /// The colours of the editor.
    ThemeName {
        /// The terminal's own 16 colours.
        #[default]
        Terminal = "terminal",
        /// Dark text on white.
        Light = "light",
        /// Light text on black.
        Dark = "dark",
        /// The strongest contrasts, for projectors and tired eyes.
        HighContrast = "high-contrast",
        /// No colours.
        None = "none",
    }
}

keyed_enum! {
    /// How much a card shows.
    Density {
        /// Everything that fits.
        #[default]
        Comfortable = "comfortable",
        /// The least possible, so that many cards fit on the screen.
        Compact = "compact",
    }
}

impl Density {
    /// Returns the other density.
    pub(crate) const fn other(self) -> Density {
        match self {
            Density::Comfortable => Density::Compact,
            Density::Compact => Density::Comfortable,
        }
    }
}
