//! The countdown for a workshop.

use crate::app::model::dialog::Dialog;
use crate::app::model::dialog::prompt::{Prompt, PromptKind};
use crate::app::model::state::State;
use crate::app::model::timer::length_text;

/// Asks for the length of a countdown; pauses or resumes one that has begun.
pub(crate) fn start_or_pause(state: &mut State) {
    if state.show.timer.seconds(state.now).is_some() {
        return state.show.timer.pause_or_resume(state.now);
    }
    let proposed = length_text(state.show.timer.length);
    state.dialogs.push(Dialog::Prompt(Prompt::new(PromptKind::Timer, &proposed)));
}
