//! The list beside the columns: showing it and moving in it; the selection on the board goes along.

use crate::app::model::action::Go;
use crate::app::model::board::ListPosition;
use crate::app::model::dialog::form::Form;
use crate::app::model::pane::{Pane, SidePane};
use crate::app::model::query::list::{
    last_line_of_rule, line_about, line_count, line_of_touchpoint, place_of_line, selected_line, subject_of_line,
};
use crate::app::model::state::State;
use crate::app::model::viewport::page;

/// Shows a pane beside the columns and moves there; if it is shown already, shows the funnel again.
pub fn show(state: &mut State, pane: SidePane) {
    let is_shown = state.board.side == pane && state.board.pane == Pane::Side;
    state.board.side = if is_shown { SidePane::Funnel } else { pane };
    state.board.pane = if is_shown { Pane::Columns } else { Pane::Side };
    state.board.line = 0;
    state.refresh();
    if state.board.pane == Pane::Side && pane != SidePane::Funnel {
        select_touchpoint(state);
    }
}

/// Moves in the list.
pub(crate) fn go(state: &mut State, movement: Go) {
    let (line, last) = (selected_line(state), line_count(state).saturating_sub(1));
    let page = page(state.viewport.side);
    let line = match movement {
        Go::Up | Go::Left => line.saturating_sub(1),
        Go::Down | Go::Right => line + 1,
        Go::First => 0,
        Go::Last => last,
        Go::PageUp => line.saturating_sub(page),
        Go::PageDown => line + page,
    };
    select_line(state, line.min(last));
}

/// Selects a line, and its touchpoint on the board.
pub(crate) fn select_line(state: &mut State, line: usize) {
    state.board.line = line;
    select_touchpoint(state);
}

/// Selects the touchpoint of the selected line on the board.
pub(crate) fn select_touchpoint(state: &mut State) {
    if let Some(place) = place_of_line(state, selected_line(state)) {
        state.board.go_to(state.session.document.map(), place);
    }
}

/// Returns the line to select after the selected finding is gone: one about the same rule if there is one.
fn line_instead_of(state: &State, gone: ListPosition) -> usize {
    let rule = gone.subject.rule;
    let is_same_rule = subject_of_line(state, gone.line).is_some_and(|subject| subject.rule == rule);
    let last_of_rule = rule.filter(|_| !is_same_rule).and_then(|rule| last_line_of_rule(state, rule));
    last_of_rule.unwrap_or(gone.line)
}

/// Keeps the selected line and the selected touchpoint together after a message, so that keys act on what is highlighted.
///
/// A line whose finding is gone gives way to the next one of its rule, or to the one before it. A selection that was moved
/// on the board takes the list along, or, if the list has no line about it, the keys back to the columns.
pub(crate) fn sync_selection(state: &mut State) {
    if !state.dialogs.is_empty() || state.show.presentation.is_some() {
        return;
    }
    let before = state.board.list_position.take();
    if let Some(before) = before.filter(|before| before.line == state.board.line) {
        state.board.line = line_about(state, before.subject).unwrap_or_else(|| line_instead_of(state, before));
    }
    let line = selected_line(state);
    let Some(subject) = subject_of_line(state, line) else { return };
    state.board.line = line;
    let selected = state.board.selected();
    let was_moved = before
        .and_then(|before| before.touchpoint)
        .is_some_and(|touchpoint| Some(touchpoint) != selected && state.map().find(touchpoint).is_some());
    let follows_board = was_moved || state.board.pane == Pane::Columns;
    if subject.touchpoint != selected && follows_board {
        match selected.and_then(|id| line_of_touchpoint(state, id)) {
            Some(line) => state.board.line = line,
            None => state.board.pane = Pane::Columns,
        }
    } else if subject.touchpoint != selected {
        select_touchpoint(state);
    }
    let line = state.board.line;
    if let Some(subject) = subject_of_line(state, line) {
        state.board.list_position = Some(ListPosition { line, subject, touchpoint: state.board.selected() });
    }
}

/// Opens the form of the selected touchpoint at a field.
pub(crate) fn open_form(state: &mut State, key: &str) {
    let touchpoint = state.board.selected().and_then(|id| state.map().touchpoint(id));
    if let Some(touchpoint) = touchpoint {
        let form = Form::of_touchpoint(touchpoint).focused_on(key);
        state.open_form(form);
    }
}
