//! What-if: conversions that are tried out, reset, or written into the map.

use crate::app::model::action::{Action, ConversionStep};
use crate::app::model::commit::commit_in_place;
use crate::app::model::message::Tone;
use crate::app::model::state::State;
use crate::app::model::what_if::WhatIfConversion;
use crate::map::Funnel;

/// Conversions that differ by less are the same.
const EPSILON: f64 = 1e-9;

/// Raises or lowers the conversion of the selected step, within 0 and 100 %.
pub(crate) fn adjust(state: &mut State, step: ConversionStep) {
    let now = state.selected_step().and_then(|index| state.shown_conversion(index));
    if let Some(now) = now {
        set_conversion(state, (now + step.points() / 100.0).clamp(0.0, 1.0));
    }
}

/// Sets the what-if conversion of the selected step.
pub(crate) fn set_conversion(state: &mut State, conversion: f64) {
    let funnel = &state.session.insight.current().funnel;
    let step = state.selected_step().map(|index| &funnel.steps[index]);
    let Some((step, first)) = step.and_then(|step| Some((step, state.map().at(step.place())?.id))) else { return };
    let own = step.conversion;
    state.board.what_if.retain(|each| each.step != first);
    // Raising and lowering again gives the step's own conversion, despite rounding.
    if own.is_none_or(|own| (own - conversion).abs() > EPSILON) {
        state.board.what_if.push(WhatIfConversion { step: first, conversion });
    }
}

/// Writes the what-if reaches into the map as assumed, in one change.
pub fn apply(state: &mut State) {
    let Some(outcome) = state.what_if_outcome() else { return };
    let edit = outcome.to_edit(state.map(), &state.session.insight.current().funnel);
    if commit_in_place(state, edit) {
        state.board.what_if.clear();
        let text = state.lang.what_if_written(&state.key_label(Action::Undo));
        state.say(Tone::Done, text);
    }
}

/// Removes the what-if conversions of steps that have no conversion in a funnel, and returns how many they were.
pub(crate) fn remove_without_conversion(state: &mut State, funnel: &Funnel) -> usize {
    let map = state.session.document.map();
    let has_conversion = |each: &WhatIfConversion| {
        let index = map.find(each.step).and_then(|place| funnel.step_at(place));
        index.is_some_and(|index| funnel.steps[index].conversion.is_some())
    };
    let before = state.board.what_if.len();
    state.board.what_if.retain(has_conversion);
    before - state.board.what_if.len()
}

/// Removes all what-if conversions.
pub(crate) fn reset(state: &mut State) {
    state.board.what_if.clear();
    let text = state.lang.what_if_reset();
    state.say(Tone::Done, text);
}
