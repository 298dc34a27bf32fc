//! The words of the interface: one function for each thing that is said, in the user's language.

mod actions;
mod acts;
mod balance;
mod columns;
mod command_line;
mod conflicts;
mod differences;
mod drawing;
mod export;
mod faults;
mod files;
mod filter;
mod funnel_words;
mod import;
mod inventory;
mod markdown;
mod mermaid;
mod messages;
mod numbers;
mod page;
mod palette;
mod presentation;
mod priorities;
mod review;
mod safety;
mod screen;
mod settings;
mod start;
mod summary;
mod tour;
mod values;
mod versions;
mod what_if;
mod words;

use std::str::FromStr;

use i18n_embed::LanguageLoader;
use i18n_embed::fluent::{FluentLanguageLoader, fluent_language_loader};
use rust_embed::RustEmbed;
use words::CardWords;

pub use faults::Explanation;

#[derive(RustEmbed)]
#[folder = "assets/locales"]
struct Locales;

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    #[default]
    English,
    Spanish,
}

impl Language {
    /// Every language of the interface.
    pub const ALL: [Language; 2] = [Language::English, Language::Spanish];

    /// The language's code, as on the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Spanish => "es",
        }
    }

    /// The interface's language for a system's locale, like `es_AR.UTF-8`; English for all that it does not know.
    pub fn of_locale(locale: &str) -> Language {
        locale.get(..2).and_then(|code| code.to_ascii_lowercase().parse().ok()).unwrap_or_default()
    }
}

/// No language of the interface has that code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("use en or es")]
pub struct UnknownLanguage;

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(code: &str) -> Result<Language, UnknownLanguage> {
        Language::ALL.into_iter().find(|language| language.code() == code).ok_or(UnknownLanguage)
    }
}

/// The interface's words in one language.
pub struct Lang {
    language: Language,
    loader: FluentLanguageLoader,
    cards: CardWords,
    /// Whether arrow keys are said in words, where there are no arrows to draw.
    spells_arrows: bool,
}

impl Lang {
    /// The words of a language.
    pub fn new(language: Language) -> Lang {
        let loader = fluent_language_loader!();
        // Both languages are part of the program; a word that one lacks is said in English.
        let wanted: Vec<_> = language.code().parse().into_iter().collect();
        let loaded = loader.load_languages(&Locales, &wanted);
        debug_assert!(loaded.is_ok(), "{loaded:?}");
        loader.set_use_isolating(false);
        Lang { language, cards: CardWords::new(&loader), loader, spells_arrows: false }
    }

    /// The same words with arrow keys said in words too, for terminals that have ASCII alone.
    pub fn spelling_arrows(self) -> Lang {
        Lang { spells_arrows: true, ..self }
    }

    /// The language that these words are of.
    pub fn language(&self) -> Language {
        self.language
    }
}
