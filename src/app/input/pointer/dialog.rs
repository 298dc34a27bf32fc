//! The mouse in the front dialog: selects rows, moves the cursor into fields, picks choices, scrolls lists.

use crate::app::model::action::{Action, Reply};
use crate::app::model::dialog::Dialog;
use crate::app::model::dialog::export::ExportChoice;
use crate::app::model::next::{Next, Step};
use crate::app::model::pointer::DialogTarget;
use crate::app::model::screen::Screen;
use crate::app::model::state::State;
use crate::store::config::ThemeName;

/// Returns the selected row of the front list, or its first visible one, and the number of rows.
fn selected_and_count(state: &State) -> Option<(usize, usize)> {
    let selected_and_count = match state.dialogs.last() {
        Some(Dialog::QuickEntry(entry)) => (entry.chosen, entry.completions().len()),
        Some(Dialog::Form(form)) => (form.focus, form.rows.len()),
        // Row 0 is the filter line itself.
        Some(Dialog::Filter(dialog)) => (dialog.chosen.map_or(0, |(row, _)| row + 1), dialog.rows.len() + 1),
        Some(Dialog::Palette(palette)) => {
            (palette.chosen, palette.listed(&state.lang, &state.keys, &state.recall.actions).len())
        }
        Some(Dialog::Recovery(recovery)) => (recovery.top, recovery.differences.len()),
        Some(Dialog::Export(dialog)) => (dialog.chosen, ExportChoice::all().count()),
        Some(Dialog::Import(dialog)) => (dialog.line(), dialog.line_count()),
        Some(Dialog::Browser(browser)) => (browser.chosen, browser.listed().len()),
        Some(Dialog::Help(help)) => (help.chosen, help.listed(&state.lang, &state.keys).len()),
        Some(Dialog::Share(share)) if state.session.hosted.link().is_none() => (share.chosen, share.addresses.len()),
        Some(Dialog::Themes(_)) => {
            let here = ThemeName::ALL.iter().position(|&theme| theme == state.settings.theme);
            (here.unwrap_or_default(), ThemeName::ALL.len())
        }
        Some(Dialog::Prompt(_) | Dialog::Question(_) | Dialog::Share(_)) => return None,
        None => match &state.screen {
            Screen::Start(start) => (start.chosen, start.offers().count()),
            Screen::Unreadable(page) => (page.top, page.picture.lines().count()),
            Screen::Opening { .. } | Screen::Board => return None,
        },
    };
    Some(selected_and_count)
}

/// Handles a press on the front dialog.
pub(crate) fn press(state: &mut State, target: DialogTarget) -> Next {
    match target {
        DialogTarget::Row(row) => return select(state, row),
        DialogTarget::Field { row, line, before } => move_into_field(state, row, line, before),
        DialogTarget::Choice { row, nth } => pick(state, row, nth),
        DialogTarget::Checkbox { row, nth } => return toggle(state, row, nth),
        DialogTarget::Input(before) => move_cursor(state, before),
        DialogTarget::Empty => {}
    }
    Next::nothing()
}

/// True if that row of the front list is selected.
pub(crate) fn is_selected(state: &State, row: usize) -> bool {
    selected_and_count(state).is_some_and(|(chosen, _)| chosen == row)
}

/// Selects a row of the front list, if it exists.
fn select(state: &mut State, row: usize) -> Next {
    if selected_and_count(state).is_none_or(|(_, count)| row >= count) {
        return Next::nothing();
    }
    match state.dialogs.last_mut() {
        Some(Dialog::QuickEntry(entry)) => {
            entry.chosen = row;
            entry.complete();
        }
        Some(Dialog::Export(dialog)) => {
            dialog.pick(row);
            return Next::step(Step::EstimateExport);
        }
        Some(Dialog::Form(form)) => form.focus = row,
        Some(Dialog::Filter(dialog)) => match row.checked_sub(1) {
            Some(row) => dialog.go_to(row, dialog.chosen.map_or(0, |(_, nth)| nth)),
            None => dialog.chosen = None,
        },
        Some(Dialog::Palette(palette)) => palette.chosen = row,
        Some(Dialog::Recovery(recovery)) => recovery.top = row,
        Some(Dialog::Import(dialog)) => dialog.go_to(row),
        Some(Dialog::Browser(browser)) => browser.choose(row),
        Some(Dialog::Help(help)) => help.chosen = row,
        Some(Dialog::Share(share)) => share.chosen = row,
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

/// Opens the selected row.
pub(crate) fn open(state: &State) -> Next {
    let opens = state.dialogs.last().is_none_or(Dialog::opens_rows_by_click);
    if opens { Next::action(Action::Reply(Reply::Accept)) } else { Next::nothing() }
}

/// Selects the next or previous row and stops at the ends.
pub(crate) fn scroll(state: &mut State, down: bool) -> Next {
    let Some((row, count)) = selected_and_count(state) else { return Next::nothing() };
    let next = if down { row + 1 } else { row.saturating_sub(1) };
    // A completion is written at once when it is selected, so the wheel does not select one.
    if matches!(state.dialogs.last(), Some(Dialog::QuickEntry(_))) || next >= count || next == row {
        return Next::nothing();
    }
    select(state, next)
}

/// Focuses a field of the form and moves the cursor into its text.
fn move_into_field(state: &mut State, row: usize, line: usize, before: usize) {
    if let Some(Dialog::Form(form)) = state.dialogs.last_mut()
        && let Some(field) = form.rows.get_mut(row)
    {
        field.is_proposal = false;
        field.answer.place_cursor(line, before);
        form.focus = row;
    }
}

/// Picks a choice in a field of the form.
fn pick(state: &mut State, row: usize, nth: usize) {
    if let Some(Dialog::Form(form)) = state.dialogs.last_mut()
        && let Some(field) = form.rows.get_mut(row)
    {
        field.pick(nth);
        form.focus = row;
    }
}

/// Toggles a checkbox below the filter line.
fn toggle(state: &mut State, row: usize, nth: usize) -> Next {
    let Some(Dialog::Filter(dialog)) = state.dialogs.last_mut() else { return Next::nothing() };
    dialog.go_to(row, nth);
    Next::action(Action::Reply(Reply::Choose))
}

/// Moves the cursor of the input line.
fn move_cursor(state: &mut State, before: usize) {
    if let Some(line) = state.dialogs.last_mut().and_then(Dialog::focus_line) {
        line.place_cursor(before);
    }
}
