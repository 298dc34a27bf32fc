//! The list of themes: the chosen one is applied at once.

use crate::app::model::action::{InputReply, Reply};
use crate::app::model::dialog::Dialog;
use crate::app::model::dialog::themes::Themes;
use crate::app::model::message::Tone;
use crate::app::model::state::State;
use crate::store::config::ThemeName;

/// Opens the list of themes.
pub fn open(state: &mut State) {
    state.dialogs.push(Dialog::Themes(Themes { before: state.settings.theme }));
}

/// Handles a reply to the list.
pub(crate) fn reply(state: &mut State, reply: Reply) {
    let Some(Dialog::Themes(themes)) = state.dialogs.last() else { return };
    let before = themes.before;
    match reply {
        Reply::Next | Reply::Input(InputReply::NextChoice) => step(state, 1),
        Reply::Previous | Reply::Input(InputReply::PreviousChoice) => step(state, ThemeName::ALL.len() - 1),
        Reply::Accept | Reply::Choose | Reply::Keep => {
            state.dialogs.pop();
            if state.settings.theme != before {
                let text = state.lang.theme_not_saved(state.settings.theme.key());
                state.say(Tone::Done, text);
            }
        }
        Reply::Leave | Reply::Discard => {
            state.settings.theme = before;
            state.dialogs.pop();
        }
        Reply::Add | Reply::GoOn | Reply::Input(_) => {}
    }
}

/// Chooses the theme `by` lines further, wrapping at the end.
fn step(state: &mut State, by: usize) {
    let all = ThemeName::ALL;
    let here = all.iter().position(|&theme| theme == state.settings.theme).unwrap_or_default();
    state.settings.theme = all[(here + by) % all.len()];
}
