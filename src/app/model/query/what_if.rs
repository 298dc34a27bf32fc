//! The funnel with the what-if conversions.

use crate::app::model::parameter::ConversionStep;
use crate::app::model::state::State;
use crate::app::model::what_if::WhatIfConversion;
use crate::map::what_if::ConversionChange;
use crate::map::{WhatIfOutcome, WhatIfStep, what_if};

impl State {
    /// Returns the funnel with the what-if conversions; `None` if there are none.
    pub fn what_if_outcome(&self) -> Option<WhatIfOutcome> {
        let funnel = &self.session.insight.current().funnel;
        // A step that lost its conversion in the meantime is left out.
        let of_step = |each: &WhatIfConversion| {
            let index = funnel.step_at(self.map().find(each.step)?)?;
            let conversion = ConversionChange::To(each.conversion);
            funnel.steps[index].conversion.map(|_| WhatIfStep { position: index + 1, conversion })
        };
        let steps: Vec<WhatIfStep> = self.board.what_if.iter().filter_map(of_step).collect();
        if steps.is_empty() { None } else { what_if(funnel, &steps).ok() }
    }

    /// Returns the index of the funnel step at the selection.
    pub(crate) fn selected_step(&self) -> Option<usize> {
        self.session.insight.current().funnel.step_at(self.board.place())
    }

    /// Returns the what-if conversion of a step, or its own conversion.
    pub(crate) fn shown_conversion(&self, index: usize) -> Option<f64> {
        let step = self.session.insight.current().funnel.steps.get(index)?;
        let first = self.map().at(step.place())?.id;
        let tried = self.board.what_if.iter().find(|each| each.step == first);
        step.conversion.map(|own| tried.map_or(own, |each| each.conversion))
    }
}

/// Returns true if the conversion of the selected step is at 0 or 100 % already.
pub(crate) fn is_at_limit(state: &State, step: ConversionStep) -> bool {
    let now = state.selected_step().and_then(|index| state.shown_conversion(index));
    now.is_some_and(|now| if step.points() > 0.0 { now >= 1.0 } else { now <= 0.0 })
}
