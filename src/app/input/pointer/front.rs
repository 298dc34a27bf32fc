//! The mouse over what stands in front: rows are chosen, fields gone to, answers picked, and the wheel goes from row to row.

use crate::app::model::action::{Action, Reply};
use crate::app::model::dialog::Dialog;
use crate::app::model::dialog::export::Choice;
use crate::app::model::next::{Next, Step};
use crate::app::model::screen::Screen;
use crate::app::model::state::State;
use crate::store::config::ThemeName;

/// The row of the list in front that is chosen or seen first, and how many rows there are.
fn rows(state: &State) -> Option<(usize, usize)> {
    let listed = match state.dialogs.last() {
        Some(Dialog::QuickEntry(line)) => (line.chosen, line.completions().len()),
        Some(Dialog::Form(form)) => (form.focus, form.rows.len()),
        // Above the first row is the line.
        Some(Dialog::Filter(filtering)) => (filtering.chosen.map_or(0, |(row, _)| row + 1), filtering.rows.len() + 1),
        Some(Dialog::Palette(palette)) => {
            (palette.chosen, palette.listed(&state.lang, &state.keys, &state.recall.actions).len())
        }
        Some(Dialog::Recovery(recovery)) => (recovery.top, recovery.differences.len()),
        Some(Dialog::Export(dispatch)) => (dispatch.picked, Choice::all().count()),
        Some(Dialog::Browser(browser)) => (browser.chosen, browser.listed().len()),
        Some(Dialog::Help(help)) => (help.chosen, help.listed(&state.lang, &state.keys).len()),
        Some(Dialog::Themes(_)) => {
            let here = ThemeName::ALL.iter().position(|&theme| theme == state.settings.theme);
            (here.unwrap_or_default(), ThemeName::ALL.len())
        }
        Some(Dialog::Prompt(_) | Dialog::Question(_)) => return None,
        None => match &state.screen {
            Screen::Start(start) => (start.chosen, start.offers().count()),
            Screen::Unreadable(page) => (page.top, page.picture.lines().count()),
            Screen::Opening { .. } | Screen::Board => return None,
        },
    };
    Some(listed)
}

/// Whether a row of the list in front is the chosen one.
pub(crate) fn is_chosen(state: &State, row: usize) -> bool {
    rows(state).is_some_and(|(chosen, _)| chosen == row)
}

/// Chooses a row of the list in front, where it has one of that number.
pub(crate) fn choose(state: &mut State, row: usize) -> Next {
    if rows(state).is_none_or(|(_, count)| row >= count) {
        return Next::nothing();
    }
    match state.dialogs.last_mut() {
        Some(Dialog::QuickEntry(line)) => {
            line.chosen = row;
            line.complete();
        }
        Some(Dialog::Export(dispatch)) => {
            dispatch.pick(row);
            return Next::step(Step::EstimateExport);
        }
        Some(Dialog::Form(form)) => form.focus = row,
        Some(Dialog::Filter(filtering)) => match row.checked_sub(1) {
            Some(row) => filtering.go_to(row, filtering.chosen.map_or(0, |(_, nth)| nth)),
            None => filtering.chosen = None,
        },
        Some(Dialog::Palette(palette)) => palette.chosen = row,
        Some(Dialog::Recovery(recovery)) => recovery.top = row,
        Some(Dialog::Browser(browser)) => browser.choose(row),
        Some(Dialog::Help(help)) => help.chosen = row,
        Some(Dialog::Themes(_)) => state.settings.theme = ThemeName::ALL[row],
        Some(Dialog::Prompt(_) | Dialog::Question(_)) => {}
        None => match &mut state.screen {
            Screen::Start(start) => start.chosen = row,
            Screen::Unreadable(page) => page.top = row,
            Screen::Opening { .. } | Screen::Board => {}
        },
    }
    Next::nothing()
}

/// Opens the chosen row, where that does not write a file.
pub(crate) fn open(state: &mut State) -> Next {
    match state.dialogs.last() {
        Some(Dialog::Palette(_) | Dialog::Browser(_) | Dialog::Help(_) | Dialog::Themes(_)) | None => {
            Next::action(Action::Reply(Reply::Accept))
        }
        Some(
            Dialog::QuickEntry(_)
            | Dialog::Form(_)
            | Dialog::Prompt(_)
            | Dialog::Export(_)
            | Dialog::Filter(_)
            | Dialog::Question(_)
            | Dialog::Recovery(_),
        ) => Next::nothing(),
    }
}

/// Goes one row further or back, not round at the ends.
pub(crate) fn turn(state: &mut State, down: bool) -> Next {
    let Some((row, count)) = rows(state) else { return Next::nothing() };
    let next = if down { row + 1 } else { row.saturating_sub(1) };
    // What completes a line is chosen by pressing on it.
    if matches!(state.dialogs.last(), Some(Dialog::QuickEntry(_))) || next >= count || next == row {
        return Next::nothing();
    }
    choose(state, next)
}

/// Goes to a field of the form, and into its text.
pub(crate) fn go_to_field(state: &mut State, row: usize, line: usize, before: usize) {
    if let Some(Dialog::Form(form)) = state.dialogs.last_mut()
        && let Some(field) = form.rows.get_mut(row)
    {
        field.fresh = false;
        field.answer.place(line, before);
        form.focus = row;
    }
}

/// Picks an answer in a field of the form.
pub(crate) fn pick(state: &mut State, row: usize, nth: usize) {
    if let Some(Dialog::Form(form)) = state.dialogs.last_mut()
        && let Some(field) = form.rows.get_mut(row)
    {
        field.pick(nth);
        form.focus = row;
    }
}

/// Ticks something below the line that filters, or no longer.
pub(crate) fn tick(state: &mut State, row: usize, nth: usize) -> Next {
    let Some(Dialog::Filter(dialog)) = state.dialogs.last_mut() else { return Next::nothing() };
    dialog.go_to(row, nth);
    Next::action(Action::Reply(Reply::Choose))
}

/// Puts the cursor into the line that is typed.
pub(crate) fn go_to_letter(state: &mut State, before: usize) {
    if let Some(line) = state.dialogs.last_mut().and_then(Dialog::focus_line) {
        line.place(before);
    }
}
