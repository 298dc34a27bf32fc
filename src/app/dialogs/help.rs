//! The help: the key bindings of a context, filtered by the typed text; Enter runs one.

use crate::app::model::action::Reply;
use crate::app::model::dialog::Dialog;
use crate::app::model::next::Next;
use crate::app::model::state::State;

/// Handles a reply to the help.
pub(crate) fn reply(state: &mut State, reply: Reply) -> Next {
    let Some(Dialog::Help(help)) = state.dialogs.last_mut() else { return Next::nothing() };
    let listed = help.listed(&state.lang, &state.keys);
    match reply {
        Reply::Next => help.chosen = (help.chosen + 1).min(listed.len().saturating_sub(1)),
        Reply::Previous => help.chosen = help.chosen.saturating_sub(1),
        Reply::Accept | Reply::Choose | Reply::Keep => {
            let action = listed.get(help.chosen.min(listed.len().saturating_sub(1))).map(|binding| binding.action);
            state.dialogs.pop();
            if let Some(action) = action {
                return Next::action(action);
            }
        }
        Reply::Leave | Reply::Discard => {
            state.dialogs.pop();
        }
        Reply::Add | Reply::GoOn | Reply::Input(_) => {}
    }
    Next::nothing()
}
