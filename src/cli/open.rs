//! `periplo [FILE]` and `periplo tour`: the editor.

use std::mem::take;

use super::config::{configuration_warning, load_keymap};
use super::context::CommandContext;
use super::environment::{
    has_terminal, is_dumb_terminal, is_inside_tmux, journal_owner, random_seed, supports_title, text_editor,
};
use super::failure::Failure;
use super::outcome::Outcome;
use super::paths::display_path;
use crate::app::model::file_name::with_ending;
use crate::app::model::msg::Opening;
use crate::app::model::room::effect::RoomSettings;
use crate::lang::Lang;
use crate::store::disk;
use crate::term::journal::JournalConfig;
use crate::term::terminal::TerminalOptions;
use crate::term::{self, Ending, Options};

/// Opens the editor.
pub(super) fn open(opening: Opening, context: &CommandContext) -> Result<Outcome, Failure> {
    open_with_room(opening, RoomSettings::default(), context)
}

/// Opens the editor with these settings of the room.
pub(super) fn open_with_room(
    mut opening: Opening,
    room: RoomSettings,
    context: &CommandContext,
) -> Result<Outcome, Failure> {
    if !has_terminal() {
        return Err(Failure::NoTerminal);
    }
    if is_dumb_terminal() {
        return Err(Failure::DumbTerminal);
    }
    if let Opening::Map(path) = &mut opening {
        if !disk::path_exists(path) {
            *path = with_ending(take(path));
        }
        disk::check_parent_folder(path).map_err(|error| Failure::Save { file: display_path(path), error })?;
    }
    let preferences = &context.preferences;
    let (keys, keys_error) = load_keymap(context.configuration_folder.as_deref());
    let lang = Lang::new(context.lang.language());
    let options = Options {
        lang: if preferences.ascii.value { lang.spelling_arrows() } else { lang },
        opening,
        seed: random_seed(),
        today: context.today(),
        settings: preferences.settings(),
        room,
        keys,
        configuration_warning: configuration_warning(context, keys_error.as_ref()),
        terminal: TerminalOptions {
            mouse: preferences.mouse.value,
            title: preferences.title.value && supports_title(),
            tmux: is_inside_tmux(),
            escape_time: preferences.escape_time.value,
        },
        journal: JournalConfig { state_folder: context.state_folder.clone(), owner: journal_owner() },
        text_editor: text_editor(),
    };
    match term::run(options).map_err(Failure::Terminal)? {
        Ending::Left => Ok(Outcome::Done),
        Ending::Signal(number) => Ok(Outcome::Signal(number)),
        // The explanation disappeared with the screen, so it is printed again.
        Ending::Unreadable { picture } => Err(Failure::Unreadable { picture }),
    }
}
