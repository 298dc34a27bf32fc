//! Where a new touchpoint goes.

use crate::app::model::state::State;
use crate::map::Place;
use crate::map::step::below_step;

impl State {
    /// Returns the place below the step of the selected touchpoint.
    pub(crate) fn place_below(&self) -> Place {
        below_step(self.map(), self.board.place())
    }
}
