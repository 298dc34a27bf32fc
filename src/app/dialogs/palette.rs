//! The palette: all actions by name, found by a few letters; Enter runs one.

use crate::app::dialogs::command;
use crate::app::input::availability::refusal;
use crate::app::model::action::Reply;
use crate::app::model::dialog::Dialog;
use crate::app::model::dialog::palette::{PaletteItem, RECENT};
use crate::app::model::message::Tone;
use crate::app::model::next::Next;
use crate::app::model::state::State;

/// Handles a reply to the palette.
pub(crate) fn reply(state: &mut State, reply: Reply) -> Next {
    let Some(Dialog::Palette(palette)) = state.dialogs.last_mut() else { return Next::nothing() };
    match reply {
        Reply::Next => {
            let last = palette.listed(&state.lang, &state.keys, &state.recall.actions).len().saturating_sub(1);
            palette.chosen = (palette.chosen + 1).min(last);
        }
        Reply::Previous => palette.chosen = palette.chosen.saturating_sub(1),
        Reply::Accept | Reply::Choose | Reply::Add | Reply::Keep => {
            let item = palette.item(&state.lang, &state.keys, &state.recall.actions);
            return run_item(state, item);
        }
        Reply::Leave | Reply::Discard => {
            state.dialogs.pop();
        }
        Reply::GoOn | Reply::Input(_) => {}
    }
    Next::nothing()
}

/// Returns the typed text, safe to show.
fn typed(state: &State) -> String {
    match state.dialogs.last() {
        Some(Dialog::Palette(palette)) => palette.typed(),
        Some(_) | None => String::new(),
    }
}

/// Runs the chosen item; if it is refused or unknown, the palette stays open.
fn run_item(state: &mut State, item: Option<PaletteItem>) -> Next {
    match item {
        None => {
            let typed = typed(state);
            let text = state.lang.no_such_action(&typed);
            state.say(Tone::Refused, text);
            Next::nothing()
        }
        Some(PaletteItem::Action(action)) => {
            if let Some(reason) = refusal(state, action) {
                let text = state.refusal_text(reason);
                state.say(Tone::Refused, text);
                return Next::nothing();
            }
            state.dialogs.pop();
            state.recall.actions.retain(|each| *each != action);
            state.recall.actions.insert(0, action);
            state.recall.actions.truncate(RECENT);
            Next::action(action)
        }
        Some(PaletteItem::Command(command)) => {
            if let Some(text) = command::refusal(state, &command) {
                state.say(Tone::Refused, text);
                return Next::nothing();
            }
            state.dialogs.pop();
            command::run(state, command)
        }
    }
}
