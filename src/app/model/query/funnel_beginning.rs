//! The step at which the funnel begins, as the user chose it.

use crate::app::model::state::State;
use crate::map::{Funnel, TouchpointId};

/// A choice of the step where the funnel begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Beginning {
    /// The first step of the journey.
    First,
    /// The step with this index, whose first touchpoint has this id.
    Step(usize, TouchpointId),
}

/// Returns where the funnel can begin next: at the selected step, or at the first one again if it begins there already.
/// Returns `None` if no reach is known from the selected step on.
pub(crate) fn new_beginning(state: &State) -> Option<Beginning> {
    let index = state.selected_step()?;
    let funnel = &state.session.insight.current().funnel;
    if index == 0 || index == funnel.begin {
        return Some(Beginning::First);
    }
    Funnel::beginning_at(state.map(), index).buyers?;
    let first = state.map().at(funnel.steps[index].place())?;
    Some(Beginning::Step(index, first.id))
}
