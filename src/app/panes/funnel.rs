//! The funnel pane: where the funnel begins.

use crate::app::model::message::Tone;
use crate::app::model::query::funnel_beginning::{Beginning, new_beginning};
use crate::app::model::state::State;
use crate::app::panes::what_if;
use crate::map::Funnel;

/// Lets the funnel begin at the selected step, or at the first one if it begins there already.
pub(crate) fn begin_at_selection(state: &mut State) {
    let Some(beginning) = new_beginning(state) else { return };
    let (begin, index, text) = match beginning {
        Beginning::First => (None, 0, state.lang.funnel_begins_at_first()),
        Beginning::Step(index, first) => (Some(first), index, state.lang.funnel_begins_at(index + 1)),
    };
    let funnel = Funnel::beginning_at(state.map(), index);
    state.board.funnel_begin = begin;
    let text = match what_if::remove_without_conversion(state, &funnel) {
        0 => text,
        removed => format!("{text} {}", state.lang.what_if_removed(removed)),
    };
    state.say(Tone::Done, text);
}
