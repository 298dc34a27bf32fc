//! What-if: conversions put in place of steps' own, until they are put back or written into the map.

use crate::app::model::action::{Action, ConversionStep};
use crate::app::model::commit::commit_in_place;
use crate::app::model::message::Tone;
use crate::app::model::state::State;
use crate::app::model::what_if::{HAIR, Supposition};

/// Raises or lowers the conversion of the step that one is at, within 0 and 100 %.
pub(crate) fn adjust(state: &mut State, step: ConversionStep) {
    let now = state.step_here().and_then(|index| state.conversion_of(index));
    if let Some(now) = now {
        set_conversion(state, (now + step.points() / 100.0).clamp(0.0, 1.0));
    }
}

/// Supposes that the step that one is at lets this share of the customers through.
pub(crate) fn set_conversion(state: &mut State, conversion: f64) {
    let funnel = &state.session.insight.insight().funnel;
    let step = state.step_here().map(|index| &funnel.steps[index]);
    let Some((step, first)) = step.and_then(|step| Some((step, state.map().at(step.place())?.id))) else { return };
    let own = step.conversion;
    state.board.supposed.retain(|each| each.step != first);
    // Up and down again is where it was, whatever its digits.
    if own.is_none_or(|own| (own - conversion).abs() > HAIR) {
        state.board.supposed.push(Supposition { step: first, conversion });
    }
}

/// Writes what would be into the map, as assumed reaches, in one change.
pub(crate) fn apply(state: &mut State) {
    let Some(outcome) = state.outcome() else { return };
    let edit = outcome.to_edit(state.map(), &state.session.insight.insight().funnel);
    if commit_in_place(state, edit) {
        state.board.supposed.clear();
        let text = state.lang.what_if_written(&state.key(Action::Undo));
        state.say(Tone::Done, text);
    }
}

/// Puts all conversions back to what they are.
pub(crate) fn reset(state: &mut State) {
    state.board.supposed.clear();
    let text = state.lang.what_if_reset();
    state.say(Tone::Done, text);
}
