//! What-if: conversions put in place of steps' own, until they are put back or written into the map.

use crate::app::model::action::ConversionStep;
use crate::app::model::state::State;
use crate::map::what_if::ConversionChange;
use crate::map::{TouchpointId, WhatIfOutcome, WhatIfStep, what_if};

/// What two shares may differ by, for nothing but their digits.
pub(crate) const HAIR: f64 = 1e-9;

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
    pub fn outcome(&self) -> Option<WhatIfOutcome> {
        let supposed = supposed(self);
        if supposed.is_empty() { None } else { what_if(&self.session.insight.insight().funnel, &supposed).ok() }
    }

    /// The step of the funnel that one is at, by its index.
    pub fn step_here(&self) -> Option<usize> {
        self.session.insight.insight().funnel.step_at(self.board.place())
    }

    /// The conversion of a step: the supposed one, else its own.
    pub fn conversion_of(&self, index: usize) -> Option<f64> {
        let step = self.session.insight.insight().funnel.steps.get(index)?;
        let first = self.map().at(step.place())?.id;
        let supposed = self.board.supposed.iter().find(|each| each.step == first);
        step.conversion.map(|own| supposed.map_or(own, |each| each.conversion))
    }
}

/// What is supposed of steps that still can have a conversion.
pub(crate) fn supposed(state: &State) -> Vec<WhatIfStep> {
    let funnel = &state.session.insight.insight().funnel;
    let of_step = |each: &Supposition| {
        let index = funnel.step_at(state.map().find(each.step)?)?;
        let conversion = ConversionChange::To(each.conversion);
        funnel.steps[index].conversion.map(|_| WhatIfStep { position: index + 1, conversion })
    };
    state.board.supposed.iter().filter_map(of_step).collect()
}

/// Whether the conversion of the step that one is at goes no further that way.
pub(crate) fn is_end(state: &State, step: ConversionStep) -> bool {
    let now = state.step_here().and_then(|index| state.conversion_of(index));
    now.is_some_and(|now| if step.points() > 0.0 { now >= 1.0 } else { now <= 0.0 })
}
