//! Dispatches replies to the active dialog or screen.

use crate::app::board::{filter, quick_entry};
use crate::app::dialogs::{browser, export, form, help, import, kept_lines, palette, prompt, question, share, themes};
use crate::app::model::action::{Go, Reply};
use crate::app::model::dialog::Dialog;
use crate::app::model::next::Next;
use crate::app::model::screen::Screen;
use crate::app::model::state::State;
use crate::app::model::viewport::page;
use crate::app::session::{open, recovery, start, unreadable};
use crate::app::typing;

/// Moves in the list of the active dialog.
pub(super) fn go(state: &mut State, movement: Go) -> Next {
    if let Some(Dialog::Help(help)) = state.dialogs.last_mut() {
        let last = help.listed(&state.lang, &state.keys).len().saturating_sub(1);
        match movement {
            Go::First => help.chosen = 0,
            Go::Last => help.chosen = last,
            Go::Left | Go::Right | Go::Up | Go::Down | Go::PageUp | Go::PageDown => {}
        }
        if matches!(movement, Go::First | Go::Last) {
            return Next::nothing();
        }
    }
    if let Some(Dialog::Import(dialog)) = state.dialogs.last_mut()
        && let Some(last) = dialog.line_count().checked_sub(1)
    {
        match movement {
            Go::First => dialog.go_to(0),
            Go::Last => dialog.go_to(last),
            Go::Left | Go::Right | Go::Up | Go::Down | Go::PageUp | Go::PageDown => {}
        }
        if matches!(movement, Go::First | Go::Last) {
            return Next::nothing();
        }
    }
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

/// Handles a reply: brings back a typed line, or passes the reply on and keeps the line of a dialog that it closes.
pub(super) fn reply(state: &mut State, reply: Reply) -> Next {
    // A click may come too early, as a key may.
    if state.ignores_answers() {
        return Next::nothing();
    }
    if kept_lines::recall(state, reply) {
        return typing::refresh_typed(state);
    }
    let (line, open) = (kept_lines::typed_line(state), state.dialogs.len());
    let next = pass_on(state, reply);
    let is_closed = state.dialogs.len() < open;
    if let Some(line) = line.filter(|_| is_closed) {
        kept_lines::keep(state, line, reply);
    }
    next
}

/// Passes a reply to the active dialog, or to the screen if no dialog is open.
fn pass_on(state: &mut State, reply: Reply) -> Next {
    match state.dialogs.last() {
        Some(Dialog::QuickEntry(_)) => return quick_entry::reply(state, reply),
        Some(Dialog::Form(_)) => form::reply(state, reply),
        Some(Dialog::Prompt(_)) => return prompt::reply(state, reply),
        Some(Dialog::Filter(_)) => filter::reply(state, reply),
        Some(Dialog::Palette(_)) => return palette::reply(state, reply),
        Some(Dialog::Question(_)) => return question::reply(state, reply),
        Some(Dialog::Recovery(_)) => return recovery::reply(state, reply),
        Some(Dialog::Export(_)) => return export::reply(state, reply),
        Some(Dialog::Import(_)) => return import::reply(state, reply),
        Some(Dialog::Browser(_)) => return browser::reply(state, reply),
        Some(Dialog::Help(_)) => return help::reply(state, reply),
        Some(Dialog::Share(_)) => return share::reply(state, reply),
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
