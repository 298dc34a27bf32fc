//! `periplo [FILE]` and `periplo tour`: the editor.

use super::Outcome;
use super::config::{complaint, keymap};
use super::failure::Failure;
use super::setting::{Setting, desk, editor, has_terminal, is_dumb, seed, takes_title};
use super::source::label;
use crate::app::model::msg::Opening;
use crate::lang::Lang;
use crate::store::disk;
use crate::term::terminal::TerminalOptions;
use crate::term::{self, Ending, Options};

/// Opens the editor.
pub fn open(opening: Opening, setting: &Setting) -> Result<Outcome, Failure> {
    if !has_terminal() {
        return Err(Failure::NoTerminal);
    }
    if is_dumb() {
        return Err(Failure::DumbTerminal);
    }
    if let Opening::Map(path) = &opening {
        disk::check_parent_folder(path).map_err(|error| Failure::Save { file: label(path), error })?;
    }
    let (keys, error) = keymap(setting.configuration_folder.as_deref());
    let lang = Lang::new(setting.lang.language());
    let options = Options {
        lang: if setting.preferences.ascii.value { lang.spelling_arrows() } else { lang },
        opening,
        seed: seed(),
        settings: setting.preferences.settings(),
        keys,
        complaint: complaint(setting, error.as_ref()),
        terminal: TerminalOptions {
            mouse: setting.preferences.mouse.value,
            title: setting.preferences.title.value && takes_title(),
        },
        journal: desk(setting.state_folder.clone()),
        text_editor: editor(),
    };
    match term::run(options).map_err(Failure::Terminal)? {
        Ending::Left => Ok(Outcome::Done),
        Ending::Signal(number) => Ok(Outcome::Signal(number)),
        // The screen that explained it is gone; here the explanation stays.
        Ending::Unreadable { picture } => Err(Failure::Unreadable { picture }),
    }
}
