//! What-if: conversions put in place of steps' own, until they are put back or written into the map.

use super::action::{Action, Lift};
use super::commit::commit_in_place;
use super::state::{State, Tone};
use crate::map::supposed::Conversion;
use crate::map::{Outcome, Supposed, TouchpointId, what_if};

/// What two shares may differ by, for nothing but their digits.
const HAIR: f64 = 1e-9;

/// A conversion that a step is supposed to have.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Supposition {
    /// The first touchpoint of the step.
    pub step: TouchpointId,
    /// The share of the customers that come through, 0 … 1.
    pub conversion: f64,
}

impl State {
    /// What the funnel would be with all that is supposed; none while nothing is.
    pub fn outcome(&self) -> Option<Outcome> {
        let supposed = supposed(self);
        if supposed.is_empty() { None } else { what_if(&self.insight.insight().funnel, &supposed).ok() }
    }

    /// The step of the funnel that one is at, by its index.
    pub fn step_here(&self) -> Option<usize> {
        self.insight.insight().funnel.step_at(self.board.place())
    }

    /// The conversion of a step: the supposed one, else its own.
    pub fn conversion_of(&self, index: usize) -> Option<f64> {
        let step = self.insight.insight().funnel.steps.get(index)?;
        let first = self.map().at(step.place())?.id;
        let supposed = self.supposed.iter().find(|each| each.step == first);
        step.conversion.map(|own| supposed.map_or(own, |each| each.conversion))
    }
}

/// What is supposed of steps that still can have a conversion.
fn supposed(state: &State) -> Vec<Supposed> {
    let funnel = &state.insight.insight().funnel;
    let of_step = |each: &Supposition| {
        let index = funnel.step_at(state.map().find(each.step)?)?;
        let conversion = Conversion::To(each.conversion);
        funnel.steps[index].conversion.map(|_| Supposed { position: index + 1, conversion })
    };
    state.supposed.iter().filter_map(of_step).collect()
}

/// Raises or lowers the conversion of the step that one is at, within 0 and 100 %.
pub(super) fn lift(state: &mut State, lift: Lift) {
    let now = state.step_here().and_then(|index| state.conversion_of(index));
    if let Some(now) = now {
        suppose(state, (now + lift.points() / 100.0).clamp(0.0, 1.0));
    }
}

/// Whether the conversion of the step that one is at goes no further that way.
pub(super) fn is_end(state: &State, lift: Lift) -> bool {
    let now = state.step_here().and_then(|index| state.conversion_of(index));
    now.is_some_and(|now| if lift.points() > 0.0 { now >= 1.0 } else { now <= 0.0 })
}

/// Supposes that the step that one is at lets this share of the customers through.
pub(super) fn suppose(state: &mut State, conversion: f64) {
    let funnel = &state.insight.insight().funnel;
    let step = state.step_here().map(|index| &funnel.steps[index]);
    let Some((step, first)) = step.and_then(|step| Some((step, state.map().at(step.place())?.id))) else { return };
    let own = step.conversion;
    state.supposed.retain(|each| each.step != first);
    // Up and down again is where it was, whatever its digits.
    if own.is_none_or(|own| (own - conversion).abs() > HAIR) {
        state.supposed.push(Supposition { step: first, conversion });
    }
}

/// Writes what would be into the map, as assumed reaches, in one change.
pub(super) fn assume(state: &mut State) {
    let Some(outcome) = state.outcome() else { return };
    let edit = outcome.assumed(state.map(), &state.insight.insight().funnel);
    if commit_in_place(state, edit) {
        state.supposed.clear();
        let text = state.lang.assumed(&state.key(Action::Undo));
        state.say(Tone::Done, text);
    }
}

/// Puts all conversions back to what they are.
pub(super) fn put_back(state: &mut State) {
    state.supposed.clear();
    let text = state.lang.put_back();
    state.say(Tone::Done, text);
}
