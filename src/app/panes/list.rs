//! The list beside the columns: showing it and moving in it; the selection on the board goes along.

use crate::app::model::action::Go;
use crate::app::model::dialog::Dialog;
use crate::app::model::dialog::form::Form;
use crate::app::model::pane::{Pane, SidePane};
use crate::app::model::query::list::{line_count, place_of_line, selected_line};
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

/// Opens the form of the selected touchpoint at a field.
pub(crate) fn open_form(state: &mut State, key: &str) {
    let touchpoint = state.board.selected().and_then(|id| state.map().touchpoint(id));
    if let Some(touchpoint) = touchpoint {
        let form = Form::of_touchpoint(touchpoint).focused_on(key);
        state.dialogs.push(Dialog::Form(Box::new(form)));
    }
}
