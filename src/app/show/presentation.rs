//! The presentation: the journey step by step on a projector, and votes given by number.

use crate::app::model::action::{Action, TagEdit, Turn};
use crate::app::model::next::Next;
use crate::app::model::pane::Pane;
use crate::app::model::presentation::{Page, Presentation};
use crate::app::model::query::presentation::numbered_place;
use crate::app::model::query::turn::{Stop, last_of_funnel, stop};
use crate::app::model::state::State;

/// Begins at the selected touchpoint; marks are removed, because the presentation does not show them.
pub(crate) fn begin(state: &mut State) {
    state.board.marked.clear();
    state.board.drag = None;
    state.board.pane = Pane::Columns;
    state.show.presentation = Some(Presentation::default());
}

/// Blacks out the screen until the next key.
pub(crate) fn black_out(state: &mut State) {
    if let Some(presentation) = &mut state.show.presentation {
        presentation.is_black = true;
    }
}

/// Limits the presentation to the current phase, or shows the whole journey again.
pub(crate) fn toggle_one_phase(state: &mut State) {
    if let Some(presentation) = &mut state.show.presentation {
        presentation.one_phase = !presentation.one_phase;
    }
}

/// Shows a page. If it is shown already, shows the page before again: the overview for a ranking opened there, else the
/// current step.
pub(crate) fn toggle_page(state: &mut State, page: Page) {
    let Some(presentation) = &mut state.show.presentation else { return };
    if presentation.page == page {
        presentation.page = std::mem::take(&mut presentation.back);
    } else {
        let from_overview = presentation.page == Page::Overview;
        presentation.back = if from_overview { Page::Overview } else { Page::Step };
        presentation.page = page;
    }
}

/// Shows the current step as large cards; if it is shown already, opens the form.
pub(crate) fn enlarge(state: &mut State) -> Next {
    match &mut state.show.presentation {
        Some(presentation) if presentation.page != Page::Step => {
            presentation.page = Page::Step;
            Next::nothing()
        }
        Some(_) | None => Next::action(Action::EditTouchpoint),
    }
}

/// Goes to the touchpoint with number `nth + 1` and gives it a vote.
pub(crate) fn vote(state: &mut State, nth: usize) -> Next {
    let Some(place) = numbered_place(state, nth) else { return Next::nothing() };
    state.board.go_to(state.session.document.map(), place);
    Next::action(Action::Change(TagEdit::MoreVotes))
}

/// Goes where a turn leads, if there is anything further.
pub(crate) fn turn(state: &mut State, turn: Turn) {
    let Some(stop) = stop(state, turn) else { return };
    let map = state.session.document.map();
    let place = match stop {
        Stop::At(place) => Some(place),
        Stop::Funnel => last_of_funnel(map),
    };
    if let Some(place) = place {
        state.board.go_to(map, place);
    }
    if let Some(presentation) = &mut state.show.presentation {
        presentation.page = match (stop, presentation.page) {
            (Stop::Funnel, _) => Page::Funnel,
            (Stop::At(_), Page::Step | Page::Funnel) => Page::Step,
            (Stop::At(_), page @ (Page::Overview | Page::Ranking)) => page,
        };
    }
}
