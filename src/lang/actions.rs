//! The names of actions, contexts and keys, and the reasons why an action cannot run now.

use std::collections::HashMap;

use crokey::{KeyCombination, OneToThree};
use crossterm::event::{KeyCode, KeyModifiers};
use i18n_embed_fl::fl;

use super::Lang;

impl Lang {
    /// Returns the name of an action, short enough for the footer.
    pub fn action(&self, key: &str) -> String {
        self.loader.get(&format!("act-{key}"))
    }

    /// Returns what an action does, for the help.
    pub fn action_about(&self, key: &str) -> String {
        self.loader.get_attr(&format!("act-{key}"), "about")
    }

    /// Returns the name of a context of keys.
    pub fn context(&self, key: &str) -> String {
        self.loader.get(&format!("context-{key}"))
    }

    /// Returns why an action cannot run now. `keys` maps each action that the text names to its key.
    pub fn why_not(&self, key: &str, keys: HashMap<&'static str, String>) -> String {
        self.loader.get_args(&format!("reason-{key}"), keys)
    }

    /// Returns the name of a key as it is printed on the keyboard.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "keys that no binding uses keep the name that crossterm gives them"
    )]
    pub fn key(&self, key: KeyCombination) -> String {
        let OneToThree::One(code) = key.codes else {
            return key.to_string();
        };
        let name = match code {
            KeyCode::Char(' ') => fl!(self.loader, "key-space"),
            KeyCode::Char(c) => c.to_string(),
            KeyCode::Enter => fl!(self.loader, "key-enter"),
            KeyCode::Esc => "Esc".to_owned(),
            KeyCode::Tab | KeyCode::BackTab => "Tab".to_owned(),
            KeyCode::Backspace => fl!(self.loader, "key-backspace"),
            KeyCode::Delete => fl!(self.loader, "key-delete"),
            KeyCode::Home => fl!(self.loader, "key-home"),
            KeyCode::End => fl!(self.loader, "key-end"),
            KeyCode::PageUp => fl!(self.loader, "key-page-up"),
            KeyCode::PageDown => fl!(self.loader, "key-page-down"),
            KeyCode::Left if self.spells_arrows => fl!(self.loader, "key-left"),
            KeyCode::Right if self.spells_arrows => fl!(self.loader, "key-right"),
            KeyCode::Up if self.spells_arrows => fl!(self.loader, "key-up"),
            KeyCode::Down if self.spells_arrows => fl!(self.loader, "key-down"),
            KeyCode::Left => "←".to_owned(),
            KeyCode::Right => "→".to_owned(),
            KeyCode::Up => "↑".to_owned(),
            KeyCode::Down => "↓".to_owned(),
            KeyCode::F(number) => format!("F{number}"),
            other => other.to_string(),
        };
        let letter = matches!(code, KeyCode::Char(c) if c.is_alphabetic());
        let mut written = String::new();
        if key.modifiers.contains(KeyModifiers::CONTROL) {
            written.push_str("Ctrl-");
        }
        if key.modifiers.contains(KeyModifiers::ALT) {
            written.push_str("Alt-");
        }
        if key.modifiers.contains(KeyModifiers::SHIFT) && !letter {
            written.push_str(&fl!(self.loader, "key-shift"));
            written.push('-');
        }
        let upper = letter && !key.modifiers.difference(KeyModifiers::ALT).is_empty();
        written + &if upper { name.to_uppercase() } else { name }
    }
}
