//! The presentation: the journey shown to a room, one step at a time, and votes given by number.

use crate::app::board::change::change;
use crate::app::input::availability::refusal;
use crate::app::model::action::{Action, Facet, Turn};
use crate::app::model::board::Pane;
use crate::app::model::presentation::{Page, Presentation, numbered};
use crate::app::model::state::State;
use crate::app::perform::perform;
use crate::app::show::turn::turn;
use crate::map::Place;

/// Begins at the selected touchpoint; nothing is marked any more, since no mark would be seen.
pub(crate) fn begin(state: &mut State) {
    state.board.marked.clear();
    state.board.drag = None;
    state.board.pane = Pane::Columns;
    state.presentation = Some(Presentation::default());
}

/// Shows something again where nothing was shown; false when that was not so.
pub(crate) fn light(state: &mut State) -> bool {
    state.presentation.as_mut().is_some_and(|presentation| std::mem::take(&mut presentation.is_black))
}

/// Shows nothing until the next key.
pub(crate) fn blacken(state: &mut State) {
    if let Some(presentation) = &mut state.presentation {
        presentation.is_black = true;
    }
}

/// Shows only the phase that one is in, or the whole journey again.
pub(crate) fn toggle_one_phase(state: &mut State) {
    if let Some(presentation) = &mut state.presentation {
        presentation.one_phase = !presentation.one_phase;
    }
}

/// Whether the page that is shown is of all phases, whichever one is in.
pub(crate) fn has_all_phases(state: &State) -> bool {
    state.presentation.is_some_and(|presentation| matches!(presentation.page, Page::Funnel | Page::Ranking))
}

/// Shows a page, or the step that one is at again.
pub(crate) fn toggle(state: &mut State, page: Page) {
    if let Some(presentation) = &mut state.presentation {
        presentation.page = if presentation.page == page { Page::Step } else { page };
    }
}

/// Shows the step that one is at as large cards; where it is shown so, opens all its fields.
pub(crate) fn enlarge(state: &mut State) {
    match &mut state.presentation {
        Some(presentation) if presentation.page != Page::Step => presentation.page = Page::Step,
        Some(_) | None => {
            perform(state, Action::EditTouchpoint);
        }
    }
}

/// The place that has the number after `nth`.
pub(crate) fn numbered_place(state: &State, nth: usize) -> Option<Place> {
    let (page, here) = (state.presentation?.page, state.board.place());
    let row = numbered(state.map(), page, here).nth(nth)?;
    Some(Place::new(here.phase, row))
}

/// Gives a vote to the touchpoint with the number after `nth`, and goes there.
pub(crate) fn vote(state: &mut State, nth: usize) {
    if let Some(place) = numbered_place(state, nth) {
        state.board.go_to(state.document.map(), place);
        change(state, Facet::MoreVotes);
    }
}

/// Turns over by the wheel, as far as there is something.
pub(crate) fn wheel(state: &mut State, down: bool) {
    let turned = if down { Turn::Down } else { Turn::Up };
    if refusal(state, Action::Turn(turned)).is_none() {
        turn(state, turned);
    }
}
