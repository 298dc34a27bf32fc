//! Turning pages in the presentation: what comes next on each page.

use crate::app::model::action::Turn;
use crate::app::model::neighbour::Neighbour;
use crate::app::model::presentation::Page;
use crate::app::model::state::State;
use crate::map::navigation::{first_of_step, next_step, next_touchpoint, previous_step, previous_touchpoint};
use crate::map::ranking::ranking;
use crate::map::step::step_around;
use crate::map::{JourneyMap, Phase, Place};

/// Where a turn leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    At(Place),
    Funnel,
}

/// Returns true if there is nothing further in that direction.
pub(crate) fn is_end(state: &State, turn: Turn) -> bool {
    let page = state.show.presentation.unwrap_or_default().page;
    stop(state, turn).is_none_or(|stop| match stop {
        Stop::At(place) => page != Page::Funnel && place == state.board.place(),
        Stop::Funnel => page == Page::Funnel,
    })
}

/// Returns where a turn leads; `None` if there is nothing further in that direction.
pub(crate) fn stop(state: &State, turn: Turn) -> Option<Stop> {
    let presentation = state.show.presentation.unwrap_or_default();
    let (map, here) = (state.map(), state.board.place());
    let only_phase = presentation.one_phase.then_some(here.phase);
    match presentation.page {
        Page::Step => match turn {
            Turn::Next => next(map, here, only_phase),
            Turn::Previous => previous(map, here, only_phase),
            Turn::Down => alternative(map, here, Neighbour::Next).or_else(|| next(map, here, only_phase)),
            Turn::Up => {
                alternative(map, here, Neighbour::Previous).or_else(|| last_of(map, previous(map, here, only_phase)?))
            }
            Turn::First | Turn::Last | Turn::NextPhase | Turn::PreviousPhase => jump(state, turn),
        },
        Page::Funnel => match turn {
            Turn::Next | Turn::Down => {
                let after = Place::new(Phase::After, 0);
                (only_phase.is_none() && map.at(after).is_some()).then_some(Stop::At(after))
            }
            Turn::Previous | Turn::Up => last_of_funnel(map).map(Stop::At),
            Turn::First | Turn::Last | Turn::NextPhase | Turn::PreviousPhase => jump(state, turn),
        },
        Page::Overview => match turn {
            Turn::Down => next_touchpoint(map, here).filter(|place| is_in(only_phase, *place)).map(Stop::At),
            Turn::Up => previous_touchpoint(map, here).filter(|place| is_in(only_phase, *place)).map(Stop::At),
            Turn::Next | Turn::NextPhase => here.phase.next().map(|phase| Stop::At(state.board.place_in(phase))),
            Turn::Previous | Turn::PreviousPhase => {
                here.phase.previous().map(|phase| Stop::At(state.board.place_in(phase)))
            }
            Turn::First | Turn::Last => jump(state, turn),
        },
        Page::Room => None,
        Page::Ranking => {
            let ranking = ranking(map);
            let at = ranking.iter().position(|ranked| ranked.place == here);
            let to = match (turn, at) {
                (Turn::Last, _) => ranking.len().checked_sub(1),
                (Turn::First, _) | (_, None) => Some(0),
                (Turn::Next | Turn::Down | Turn::NextPhase, Some(at)) => Some(at + 1),
                (Turn::Previous | Turn::Up | Turn::PreviousPhase, Some(at)) => at.checked_sub(1),
            };
            to.and_then(|to| ranking.get(to)).map(|ranked| Stop::At(ranked.place))
        }
    }
}

fn is_in(only_phase: Option<Phase>, place: Place) -> bool {
    only_phase.is_none_or(|phase| place.phase == phase)
}

/// Returns the next step, or the funnel after the last step before the buyers.
fn next(map: &JourneyMap, here: Place, only_phase: Option<Phase>) -> Option<Stop> {
    let step = next_step(map, here).filter(|place| is_in(only_phase, *place));
    let leaves = here.phase != Phase::After && step.is_none_or(|place| place.phase == Phase::After);
    let ends_here = only_phase.is_none_or(|phase| phase == Phase::During || map.phase(Phase::During).is_empty());
    let is_funnel = leaves && ends_here && last_of_funnel(map).is_some();
    if is_funnel { Some(Stop::Funnel) } else { step.map(Stop::At) }
}

/// Returns the previous step, or the funnel before the first step after the purchase.
fn previous(map: &JourneyMap, here: Place, only_phase: Option<Phase>) -> Option<Stop> {
    let step = previous_step(map, here).filter(|place| is_in(only_phase, *place));
    let enters = here.phase == Phase::After && step.is_none_or(|place| place.phase != Phase::After);
    let is_funnel = enters && only_phase.is_none() && last_of_funnel(map).is_some();
    if is_funnel { Some(Stop::Funnel) } else { step.map(Stop::At) }
}

/// Returns the next or the previous alternative in the same step.
fn alternative(map: &JourneyMap, here: Place, which: Neighbour) -> Option<Stop> {
    let column = map.phase(here.phase);
    let row = match which {
        Neighbour::Next => here.row + 1,
        Neighbour::Previous => here.row.checked_sub(1)?,
    };
    let step = (here.row < column.len()).then(|| step_around(column, here.row))?;
    step.contains(&row).then_some(Stop::At(Place::new(here.phase, row)))
}

/// Returns the last alternative of a step.
fn last_of(map: &JourneyMap, stop: Stop) -> Option<Stop> {
    let Stop::At(place) = stop else { return Some(stop) };
    let end = step_around(map.phase(place.phase), place.row).end;
    Some(Stop::At(Place::new(place.phase, end - 1)))
}

/// Returns the last step before the buyers.
pub(crate) fn last_of_funnel(map: &JourneyMap) -> Option<Place> {
    let phase = [Phase::During, Phase::Before].into_iter().find(|&phase| !map.phase(phase).is_empty())?;
    Some(first_of_step(map, Place::new(phase, map.phase(phase).len() - 1)))
}

/// Returns the first or the last step, or the first of the neighbouring phase.
fn jump(state: &State, turn: Turn) -> Option<Stop> {
    let (map, here) = (state.map(), state.board.place());
    let only_phase = state.show.presentation.is_some_and(|presentation| presentation.one_phase).then_some(here.phase);
    let mut all = map.touchpoints().map(|(place, _)| place).filter(|place| is_in(only_phase, *place));
    let place = match turn {
        Turn::First => all.next(),
        Turn::Last => all.next_back().map(|place| first_of_step(map, place)),
        Turn::NextPhase => here.phase.next().map(|phase| Place::new(phase, 0)),
        Turn::PreviousPhase => here.phase.previous().map(|phase| Place::new(phase, 0)),
        Turn::Next | Turn::Previous | Turn::Down | Turn::Up => None,
    };
    place.map(Stop::At)
}
