//! The texts of the interface in the user's language: one method of `Lang` for each message, one file for each topic.

mod actions;
mod backups;
mod balance;
mod board;
mod command_line;
mod counted;
mod dialogs;
mod editing;
mod edits;
mod entry;
mod export;
mod faults;
mod fields;
mod files;
mod filter;
mod funnel;
mod import;
mod import_preview;
mod inventory;
mod live;
mod measure;
mod merge;
mod mermaid;
mod numbers;
mod page;
mod plan;
mod presentation;
mod priorities;
mod recovery;
mod review;
mod room;
mod settings;
mod source;
mod start;
mod table;
mod terms;
mod tour;
mod values;
mod what_if;

use std::str::FromStr;
use std::sync::LazyLock;

use i18n_embed::LanguageLoader;
use i18n_embed::fluent::{FluentLanguageLoader, fluent_language_loader};
use rust_embed::RustEmbed;
use table::messages;
use terms::CardWords;

pub(crate) use faults::Explanation;
pub(crate) use numbers::{ShortNumber, is_multiple, number_width};
pub(crate) use what_if::written_difference;

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

    /// Returns the language's code, as on the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Spanish => "es",
        }
    }

    /// Returns the language of a system locale, like `es_AR.UTF-8`; English if the interface lacks that language.
    pub(crate) fn of_locale(locale: &str) -> Language {
        locale.get(..2).and_then(|code| code.to_ascii_lowercase().parse().ok()).unwrap_or_default()
    }
}

/// The error for a language code that the interface does not support.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("use en or es")]
pub struct UnknownLanguage;

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(code: &str) -> Result<Language, UnknownLanguage> {
        Language::ALL.into_iter().find(|language| language.code() == code).ok_or(UnknownLanguage)
    }
}

/// What is read from the files of a language.
struct Texts {
    loader: FluentLanguageLoader,
    cards: CardWords,
}

impl Texts {
    fn load(language: Language) -> Texts {
        let loader = fluent_language_loader!();
        // A text that is missing in the language is shown in English.
        let wanted: Vec<_> = language.code().parse().into_iter().collect();
        let loaded = loader.load_languages(&Locales, &wanted);
        debug_assert!(loaded.is_ok(), "{loaded:?}");
        loader.set_use_isolating(false);
        Texts { cards: CardWords::new(&loader), loader }
    }
}

/// The texts of the interface in one language.
pub struct Lang {
    language: Language,
    loader: &'static FluentLanguageLoader,
    cards: &'static CardWords,
    /// True if arrow keys are written as words, for terminals with ASCII only.
    spells_arrows: bool,
}

impl Lang {
    /// Returns the texts of a language, which are read once.
    pub fn new(language: Language) -> Lang {
        static ENGLISH: LazyLock<Texts> = LazyLock::new(|| Texts::load(Language::English));
        static SPANISH: LazyLock<Texts> = LazyLock::new(|| Texts::load(Language::Spanish));
        let Texts { loader, cards } = match language {
            Language::English => &*ENGLISH,
            Language::Spanish => &*SPANISH,
        };
        Lang { language, loader, cards, spells_arrows: false }
    }

    /// Returns the same texts with arrow keys written as words, for terminals with ASCII only.
    pub(crate) fn spelling_arrows(self) -> Lang {
        Lang { spells_arrows: true, ..self }
    }

    /// Returns the language of these texts.
    pub fn language(&self) -> Language {
        self.language
    }
}
