//! The presentation: the journey step by step on a projector, and votes given by number.

use crate::app::model::action::{Action, TagEdit, Turn};
use crate::app::model::message::Tone;
use crate::app::model::next::Next;
use crate::app::model::pane::Pane;
use crate::app::model::presentation::{Page, Presentation, TypedNumber, numbered_place};
use crate::app::model::query::presentation::typed_number;
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

/// Adds a digit to the typed number, and gives the vote if no longer number begins so.
pub(crate) fn type_digit(state: &mut State, digit: usize) -> Next {
    let Some(presentation) = &mut state.show.presentation else { return Next::nothing() };
    let number = presentation.with_digit(digit);
    let last = state.session.document.map().len();
    if !(1..=last).contains(&number) {
        presentation.typed = None;
        let text = state.lang.no_touchpoint_numbered(number as u64, last as u64);
        state.say(Tone::Refused, text);
        return Next::nothing();
    }
    presentation.typed = Some(TypedNumber::new(number, state.now));
    if number.saturating_mul(10) > last { give_vote(state) } else { Next::nothing() }
}

/// Gives the vote if the typed number has waited long enough for another digit.
pub(crate) fn give_due_vote(state: &mut State) -> Next {
    let is_due = typed_number(state).is_some_and(|typed| typed.due <= state.now);
    if is_due { give_vote(state) } else { Next::nothing() }
}

/// Goes to the touchpoint with the typed number and gives it a vote.
pub(crate) fn give_vote(state: &mut State) -> Next {
    if select_typed(state) { Next::action(Action::Change(TagEdit::MoreVotes)) } else { Next::nothing() }
}

/// Goes to the touchpoint with the typed number, and forgets the number. Returns false if there is none.
pub(crate) fn select_typed(state: &mut State) -> bool {
    let typed = typed_number(state);
    forget_number(state);
    let map = state.session.document.map();
    let place = typed.and_then(|typed| numbered_place(map, typed.number));
    place.is_some_and(|place| {
        state.board.go_to(map, place);
        true
    })
}

/// Forgets the typed number.
pub(crate) fn forget_number(state: &mut State) {
    if let Some(presentation) = &mut state.show.presentation {
        presentation.typed = None;
    }
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
            (Stop::At(_), page @ (Page::Overview | Page::Ranking | Page::Room)) => page,
        };
    }
}
