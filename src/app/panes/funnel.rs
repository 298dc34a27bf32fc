//! The funnel pane: where the funnel begins.

use crate::app::model::message::Tone;
use crate::app::model::query::funnel_beginning::{Beginning, new_beginning};
use crate::app::model::state::State;

/// Lets the funnel begin at the selected step, or at the first one if it begins there already.
pub(crate) fn begin_at_selection(state: &mut State) {
    let Some(beginning) = new_beginning(state) else { return };
    let text = match beginning {
        Beginning::First => {
            state.board.funnel_begin = None;
            state.lang.funnel_begins_at_first()
        }
        Beginning::Step(index, first) => {
            state.board.funnel_begin = Some(first);
            state.lang.funnel_begins_at(index + 1)
        }
    };
    state.say(Tone::Done, text);
}
