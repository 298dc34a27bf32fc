//! The lists beside the columns: what is listed, moving over it, and acting on what is chosen.

use super::action::Go;
use super::board::{Pane, Side};
use super::form::{Form, Subject};
use super::insight::Listed;
use super::state::{Dialog, State};
use crate::map::{Place, Touchpoint};

/// Lines that a page key goes over.
const PAGE: usize = 8;

/// Shows something beside the columns and goes there; what is shown already makes room for the funnel again.
pub(super) fn show(state: &mut State, side: Side) {
    let again = state.board.side == side && state.board.pane == Pane::Side;
    state.board.side = if again { Side::Funnel } else { side };
    state.board.pane = if again { Pane::Columns } else { Pane::Side };
    state.board.line = 0;
    state.refresh();
    if state.board.pane == Pane::Side && side != Side::Funnel {
        look(state);
    }
}

/// How many lines the list has.
pub fn lines(state: &State) -> usize {
    match state.insight.listed() {
        Listed::Nothing | Listed::Balance(_) => 0,
        Listed::Priorities(priorities) => priorities.ranked.len() + priorities.unranked.len(),
    }
}

/// The place that a line of the list is about.
fn place_of(state: &State, line: usize) -> Option<Place> {
    match state.insight.listed() {
        Listed::Nothing | Listed::Balance(_) => None,
        Listed::Priorities(priorities) => {
            priorities.ranked.iter().chain(&priorities.unranked).nth(line).map(|priority| priority.place)
        }
    }
}

/// The line of the list that one is on.
pub fn line(state: &State) -> usize {
    state.board.line.min(lines(state).saturating_sub(1))
}

/// Whether there is something in the list.
pub(super) fn is_listed(state: &State) -> bool {
    lines(state) > 0
}

/// Moves over the list; the selection goes along on the board.
pub(super) fn go(state: &mut State, way: Go) {
    let (line, last) = (line(state), lines(state).saturating_sub(1));
    let line = match way {
        Go::Up | Go::Left => line.saturating_sub(1),
        Go::Down | Go::Right => line + 1,
        Go::First => 0,
        Go::Last => last,
        Go::PageUp => line.saturating_sub(PAGE),
        Go::PageDown => line + PAGE,
    };
    go_to(state, line.min(last));
}

/// Goes to a line of the list.
pub(super) fn go_to(state: &mut State, line: usize) {
    state.board.line = line;
    look(state);
}

/// Selects on the board what the line is about.
fn look(state: &mut State) {
    if let Some(place) = place_of(state, line(state)) {
        state.board.go_to(state.document.map(), place);
    }
}

/// Opens the form of the selected touchpoint at a field.
pub(super) fn open_form(state: &mut State, key: &str) {
    let touchpoint = state.board.selected().and_then(|id| state.map().touchpoint(id));
    if let Some(touchpoint) = touchpoint {
        let mut form = Form::new(Subject::Touchpoint(Touchpoint::clone(touchpoint)));
        form.focus = form.rows.iter().position(|row| row.key == key).unwrap_or(0);
        state.dialogs.push(Dialog::Form(Box::new(form)));
    }
}
