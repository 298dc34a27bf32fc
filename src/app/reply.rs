//! Dispatches replies to the active dialog or screen.

use crate::app::board::{filter, quick_entry};
use crate::app::dialogs::{browser, export, form, help, palette, prompt, question, themes};
use crate::app::model::action::{Go, Reply};
use crate::app::model::dialog::Dialog;
use crate::app::model::next::Next;
use crate::app::model::screen::Screen;
use crate::app::model::state::State;
use crate::app::model::viewport::page;
use crate::app::session::{open, recovery, start, unreadable};

/// Moves in the list of the active dialog.
pub(super) fn go(state: &mut State, movement: Go) -> Next {
    let page = page(state.viewport.dialog);
    let (step, times) = match movement {
        Go::Up | Go::Left => (Reply::Previous, 1),
        Go::Down | Go::Right => (Reply::Next, 1),
        Go::PageUp | Go::First => (Reply::Previous, page),
        Go::PageDown | Go::Last => (Reply::Next, page),
    };
    let mut next = Next::nothing();
    for _ in 0..times {
        next.effects.extend(reply(state, step).effects);
    }
    next
}

/// Passes a reply to the active dialog, or to the screen if no dialog is open.
pub(super) fn reply(state: &mut State, reply: Reply) -> Next {
    match state.dialogs.last() {
        Some(Dialog::QuickEntry(_)) => quick_entry::reply(state, reply),
        Some(Dialog::Form(_)) => form::reply(state, reply),
        Some(Dialog::Prompt(_)) => return prompt::reply(state, reply),
        Some(Dialog::Filter(_)) => filter::reply(state, reply),
        Some(Dialog::Palette(_)) => return palette::reply(state, reply),
        Some(Dialog::Question(_)) => return question::reply(state, reply),
        Some(Dialog::Recovery(_)) => return recovery::reply(state, reply),
        Some(Dialog::Export(_)) => return export::reply(state, reply),
        Some(Dialog::Browser(_)) => return browser::reply(state, reply),
        Some(Dialog::Help(_)) => return help::reply(state, reply),
        Some(Dialog::Themes(_)) => themes::reply(state, reply),
        None => match state.screen {
            Screen::Start(_) => return start::reply(state, reply),
            Screen::Unreadable(_) => unreadable::reply(state, reply),
            Screen::Opening { .. } if reply == Reply::Leave => return open::cancel(state),
            Screen::Opening { .. } | Screen::Board => {}
        },
    }
    Next::nothing()
}
