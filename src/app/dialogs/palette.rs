//! The palette: every action by its name, found by a few of its letters; Enter does it.

use crate::app::dialogs::command;
use crate::app::input::availability::refusal;
use crate::app::model::action::Reply;
use crate::app::model::dialog::palette::{Item, RECENT};
use crate::app::model::effect::Effect;
use crate::app::model::state::{Dialog, State, Tone};
use crate::app::perform::perform;

/// Carries out a reply to the palette.
pub(crate) fn reply(state: &mut State, reply: Reply) -> Vec<Effect> {
    let Some(Dialog::Palette(palette)) = state.dialogs.last_mut() else { return Vec::new() };
    match reply {
        Reply::Next => {
            let last = palette.listed(&state.lang, &state.keys, &state.recent).len().saturating_sub(1);
            palette.chosen = (palette.chosen + 1).min(last);
        }
        Reply::Previous => palette.chosen = palette.chosen.saturating_sub(1),
        Reply::Accept | Reply::Choose | Reply::Add | Reply::Keep => {
            let item = palette.item(&state.lang, &state.keys, &state.recent);
            return carry_out(state, item);
        }
        Reply::Leave | Reply::Discard => {
            state.dialogs.pop();
        }
        Reply::NextChoice | Reply::PreviousChoice | Reply::Complete => {}
    }
    Vec::new()
}

/// What is typed into the palette, as it may be shown.
fn typed(state: &State) -> String {
    match state.dialogs.last() {
        Some(Dialog::Palette(palette)) => palette.typed(),
        Some(_) | None => String::new(),
    }
}

/// Does what was chosen; what cannot be done now, or does not exist, is told, and the palette stays.
fn carry_out(state: &mut State, item: Option<Item>) -> Vec<Effect> {
    match item {
        None => {
            let typed = typed(state);
            let text = state.lang.no_such_action(&typed);
            state.say(Tone::Refused, text);
            Vec::new()
        }
        Some(Item::Act(action)) => {
            if let Some(reason) = refusal(state, action) {
                let text = state.why_not(reason);
                state.say(Tone::Refused, text);
                return Vec::new();
            }
            state.dialogs.pop();
            state.recent.retain(|each| *each != action);
            state.recent.insert(0, action);
            state.recent.truncate(RECENT);
            perform(state, action)
        }
        Some(Item::Command(command)) => {
            if let Some(text) = command::refusal(state, &command) {
                state.say(Tone::Refused, text);
                return Vec::new();
            }
            state.dialogs.pop();
            command::carry_out(state, command)
        }
    }
}
