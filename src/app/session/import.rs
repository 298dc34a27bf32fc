//! Beginning a map with what was taken in from a file of another kind. The file itself is never bound or written.

use crate::app::model::action::Action;
use crate::app::model::commit::commit_import;
use crate::app::model::dialog::Dialog;
use crate::app::model::effect::Effect;
use crate::app::model::message::Tone;
use crate::app::model::next::Next;
use crate::app::model::state::{State, untitled};
use crate::map::{Header, JourneyMap};

/// Begins an unsaved map with the proposal of the preview, as one change.
pub(crate) fn begin(state: &mut State) -> Next {
    let found = state.dialogs.iter().rev().find_map(|dialog| {
        if let Dialog::Import(dialog) = dialog { Some((dialog.name.clone(), dialog.proposal.clone()?)) } else { None }
    });
    let Some((name, proposal)) = found else { return Next::nothing() };
    let previews = state.dialogs.extract_if(.., |dialog| matches!(dialog, Dialog::Import(_)));
    let freed = previews.filter_map(|dialog| if let Dialog::Import(dialog) = dialog { Some(dialog) } else { None });
    let effects = freed.map(Effect::Free).collect();
    state.open_map(JourneyMap::new(Header::new(untitled(&state.lang))), None);
    if commit_import(state, proposal.map.clone(), &name) {
        let text = state.lang.import_begun(proposal.map.len(), &name, &state.key_label(Action::Save));
        state.say(Tone::Done, text);
    }
    Next { effects, ..Next::nothing() }
}
