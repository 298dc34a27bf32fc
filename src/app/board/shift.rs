//! Moving touchpoints up, down, and to the neighbouring phases.

use crate::app::model::commit::commit_in_place;
use crate::app::model::state::State;
use crate::map::step::step_around;
use crate::map::{Direction, Edit, Phase, Place};

/// Moves the target touchpoints.
pub(crate) fn shift(state: &mut State, direction: Direction) {
    let ids = state.targets().into_iter().map(|(_, each)| each.id).collect();
    let place = state.board.place();
    if let Some(to) = over_hidden(state, direction) {
        commit_in_place(state, Edit::Move { ids, to });
        return;
    }
    let edit = match direction {
        Direction::Up => Some(Edit::MoveUp(ids)),
        Direction::Down => Some(Edit::MoveDown(ids)),
        // Next to where it was in time: at the end of the phase before, at the beginning of the next one.
        Direction::Left => {
            let end = |phase: Phase| Place::new(phase, state.map().phase(phase).len());
            place.phase.previous().map(|phase| Edit::Move { ids, to: end(phase) })
        }
        Direction::Right => place.phase.next().map(|phase| Edit::Move { ids, to: Place::new(phase, 0) }),
    };
    if let Some(edit) = edit {
        commit_in_place(state, edit);
    }
}

/// Returns the place beyond the next visible touchpoint, if hidden ones lie between.
fn over_hidden(state: &State, direction: Direction) -> Option<Place> {
    let here = state.board.place();
    let rows = state.visible_rows(state.map(), here.phase, here);
    let own = state.targets().into_iter().map(|(place, _)| place).filter(|place| place.phase == here.phase);
    let own: Vec<usize> = own.map(|place| place.row).collect();
    let (from, next) = match direction {
        Direction::Up => (*own.first()?, rows.position(*own.first()?).checked_sub(1)?),
        Direction::Down => (*own.last()?, rows.position(*own.last()?) + 1),
        Direction::Left | Direction::Right => return None,
    };
    let to = Place::new(here.phase, rows.row(Some(next).filter(|&next| next < rows.len())?));
    // If none is hidden between, the usual move applies, which passes one alternative at a time.
    if from.abs_diff(to.row) < 2 {
        return None;
    }
    let step = step_around(state.map().phase(to.phase), to.row);
    let row = if direction == Direction::Up { step.start } else { step.end };
    Some(Place::new(to.phase, row))
}
