//! The choices in the preview of a file that is taken in: each key changes what the selected row was taken for.

use crate::app::model::dialog::Dialog;
use crate::app::model::dialog::import::{ImportDialog, ImportRow, ImportTarget};
use crate::app::model::message::Tone;
use crate::app::model::neighbour::Neighbour;
use crate::app::model::screen::Screen;
use crate::app::model::state::State;
use crate::exchange::import::shape::choices::Shape;
use crate::exchange::import::shape::role::Role;
use crate::exchange::import::shape::values::CardMark;
use crate::map::Phase;

/// Returns the preview that is open, also behind other dialogs.
pub(super) fn find(state: &mut State) -> Option<&mut ImportDialog> {
    let mut dialogs = state.dialogs.iter_mut().rev();
    dialogs.find_map(|dialog| if let Dialog::Import(dialog) = dialog { Some(&mut **dialog) } else { None })
}

/// Returns the next or the previous of all values, beginning at the other end after the last one.
pub(super) fn neighbour<T: PartialEq + Clone>(all: &[T], here: Option<T>, which: Neighbour) -> Option<T> {
    let nth = here.and_then(|here| all.iter().position(|each| *each == here));
    let next = match (which, nth) {
        (Neighbour::Next, Some(nth)) => nth + 1,
        (Neighbour::Next, None) => 0,
        (Neighbour::Previous, Some(nth)) => nth + all.len() - 1,
        (Neighbour::Previous, None) => all.len().saturating_sub(1),
    };
    all.get(next.checked_rem(all.len())?).cloned()
}

/// Takes the selected row for the next or the previous meaning. Returns true if the content has to be interpreted again.
pub(crate) fn change(state: &mut State, which: Neighbour) -> bool {
    let has_open_map = matches!(state.screen, Screen::Board);
    let Some(Dialog::Import(dialog)) = state.dialogs.last_mut() else { return false };
    let is_changed = match dialog.chosen_row() {
        Some(ImportRow::Target) => return switch_target(state, which),
        Some(ImportRow::Unmatched) => return add_unmatched(state),
        Some(ImportRow::LeftOut(reason)) => {
            dialog.opened = if dialog.opened == Some(reason) { None } else { Some(reason) };
            dialog.list_rows(has_open_map);
            return false;
        }
        Some(ImportRow::Shape) => {
            let read = dialog.proposal.as_ref().and_then(|proposal| proposal.read.shape);
            dialog.choices.shape = neighbour(&Shape::ALL, dialog.choices.shape.or(read), which);
            true
        }
        Some(ImportRow::Phase) => {
            dialog.choices.phase = neighbour(&Phase::ALL, dialog.choices.phase, which);
            dialog.is_phase_chosen = true;
            true
        }
        Some(ImportRow::Table) => choose_table(dialog, which),
        Some(ImportRow::Headings) => {
            dialog.choices.has_headings = dialog.has_headings.map(|has_headings| !has_headings);
            true
        }
        Some(ImportRow::Diagram) => choose_diagram(dialog, which),
        Some(ImportRow::Map) => choose_map(dialog, which),
        Some(ImportRow::Column(nth)) => {
            let Some(read) = dialog.columns.get(nth).map(|column| column.role) else { return false };
            let roles: Vec<Role> = Role::choosable().collect();
            let role = neighbour(&roles, Some(dialog.chosen_role(nth).unwrap_or(read)), which);
            dialog.choose_role(nth, role);
            true
        }
        Some(ImportRow::Group(nth)) => choose_group(dialog, nth, which),
        Some(ImportRow::Mark(nth)) => choose_meaning(dialog, nth, which),
        Some(ImportRow::Stage(nth)) => choose_phase(dialog, nth, which),
        Some(ImportRow::LeftOutRow(_) | ImportRow::Warning(_) | ImportRow::Fault(_)) | None => false,
    };
    if !is_changed {
        let text = state.lang.import_no_choice();
        state.say(Tone::Refused, text);
    }
    is_changed
}

/// Chooses the next or the previous table: by its name, or by its number if the name is missing or used before.
fn choose_table(dialog: &mut ImportDialog, which: Neighbour) -> bool {
    let Some(content) = dialog.content.clone() else { return false };
    let tables = content.tables();
    let positions: Vec<usize> = (0..tables.len()).collect();
    let Some(next) = neighbour(&positions, Some(dialog.table()), which) else { return false };
    let by_name = tables[next].filter(|name| content.position_of_table(name) == Some(next));
    dialog.choices.sheet = Some(by_name.map_or_else(|| (next + 1).to_string(), str::to_owned));
    true
}

/// Chooses the next or the previous diagram, by its number. The sections of another diagram have other names.
fn choose_diagram(dialog: &mut ImportDialog, which: Neighbour) -> bool {
    let count = dialog.content.as_ref().map_or(0, |content| content.diagrams().len());
    let numbers: Vec<usize> = (1..=count).collect();
    let here = dialog.choices.diagram.as_deref().and_then(|number| number.parse().ok()).unwrap_or(1);
    let Some(next) = neighbour(&numbers, Some(here), which) else { return false };
    dialog.choices.diagram = Some(next.to_string());
    dialog.choices.phases.clear();
    true
}

/// Chooses the next or the previous map of an inventory.
fn choose_map(dialog: &mut ImportDialog, which: Neighbour) -> bool {
    let Some(proposal) = dialog.proposal.clone() else { return false };
    let maps = &proposal.read.values.maps;
    let here = dialog.choices.map.as_ref().filter(|map| maps.contains(map)).or(maps.first()).cloned();
    let Some(next) = neighbour(maps, here, which) else { return false };
    dialog.choices.map = Some(next);
    true
}

/// Lets the next or the previous group of a column count; between the last and the first group, all count.
fn choose_group(dialog: &mut ImportDialog, nth: usize, which: Neighbour) -> bool {
    let Some(proposal) = dialog.proposal.clone() else { return false };
    let Some(group) = proposal.read.values.groups.get(nth) else { return false };
    let values = group.values.iter().map(|(value, _)| Some(value.as_str()));
    let all: Vec<Option<&str>> = [None].into_iter().chain(values).collect();
    let here = dialog.choices.filter(&group.heading).map(str::to_owned);
    let Some(next) = neighbour(&all, Some(here.as_deref()), which) else { return false };
    dialog.choices.choose_filter(&group.heading, next);
    true
}

/// Gives a tag or a colour the next or the previous meaning.
fn choose_meaning(dialog: &mut ImportDialog, nth: usize, which: Neighbour) -> bool {
    let Some(mark) = dialog.mark(nth).cloned() else { return false };
    let here = dialog.choices.meaning(mark.by, &mark.text).unwrap_or(&mark.own).clone();
    let Some(next) = neighbour(&CardMark::meanings(), Some(here), which) else { return false };
    dialog.choices.choose_meaning(mark.by, &mark.text, next);
    true
}

/// Puts a stage into the next or the previous phase.
fn choose_phase(dialog: &mut ImportDialog, nth: usize, which: Neighbour) -> bool {
    let stage = dialog.proposal.as_ref().and_then(|proposal| proposal.read.stages.get(nth)).cloned();
    let Some(stage) = stage else { return false };
    let here = dialog.choices.phase_of(&stage.name).unwrap_or(stage.phase);
    let Some(phase) = neighbour(&Phase::ALL, Some(here), which) else { return false };
    dialog.choices.choose_phase(&stage.name, Some(phase));
    true
}

/// Leaves the selected column out.
pub(crate) fn leave_out(state: &mut State) -> bool {
    let Some(Dialog::Import(dialog)) = state.dialogs.last_mut() else { return false };
    if let Some(ImportRow::Column(nth)) = dialog.chosen_row() {
        dialog.choose_role(nth, Some(Role::LeftOut));
        return true;
    }
    let text = state.lang.import_only_columns();
    state.say(Tone::Refused, text);
    false
}

/// Takes the selected row for what was guessed again.
pub(crate) fn put_back(state: &mut State) -> bool {
    let Some(Dialog::Import(dialog)) = state.dialogs.last_mut() else { return false };
    let before = dialog.choices.clone();
    let proposal = dialog.proposal.clone();
    let read = proposal.as_ref().map(|proposal| &proposal.read);
    match dialog.chosen_row() {
        Some(ImportRow::Shape | ImportRow::Fault(_)) => dialog.choices.shape = None,
        Some(ImportRow::Table) => dialog.choices.sheet = None,
        Some(ImportRow::Headings) => dialog.choices.has_headings = None,
        Some(ImportRow::Diagram) => dialog.choices.diagram = None,
        Some(ImportRow::Map) => dialog.choices.map = None,
        Some(ImportRow::Column(nth)) => dialog.choose_role(nth, None),
        Some(ImportRow::Group(nth)) => {
            if let Some(group) = read.and_then(|read| read.values.groups.get(nth)) {
                dialog.choices.choose_filter(&group.heading, None);
            }
        }
        Some(ImportRow::Mark(nth)) => {
            if let Some(mark) = read.and_then(|read| read.values.marks.get(nth)) {
                dialog.choices.forget_meaning(mark.by, &mark.text);
            }
        }
        Some(ImportRow::Stage(nth)) => {
            if let Some(stage) = read.and_then(|read| read.stages.get(nth)) {
                dialog.choices.choose_phase(&stage.name, None);
            }
        }
        Some(
            ImportRow::Target
            | ImportRow::Unmatched
            | ImportRow::Phase
            | ImportRow::LeftOut(_)
            | ImportRow::LeftOutRow(_)
            | ImportRow::Warning(_),
        )
        | None => {}
    }
    let is_changed = dialog.choices != before;
    if !is_changed {
        let text = state.lang.import_not_chosen();
        state.say(Tone::Refused, text);
    }
    is_changed
}

/// Takes the content into the next or the previous target: a new map, the open map, or its reaches.
pub(crate) fn switch_target(state: &mut State, which: Neighbour) -> bool {
    let has_open_map = matches!(state.screen, Screen::Board);
    let Some(Dialog::Import(dialog)) = state.dialogs.last_mut() else { return false };
    if !has_open_map {
        let text = state.lang.import_no_open_map();
        state.say(Tone::Refused, text);
        return false;
    }
    let targets: &[ImportTarget] = if dialog.offers_reaches {
        &[ImportTarget::NewMap, ImportTarget::OpenMap, ImportTarget::Reaches]
    } else {
        &[ImportTarget::NewMap, ImportTarget::OpenMap]
    };
    dialog.target = neighbour(targets, Some(dialog.target), which).unwrap_or(ImportTarget::NewMap);
    dialog.is_target_chosen = true;
    true
}

/// Adds the rows that match no touchpoint of the open map, or leaves them out.
pub(crate) fn add_unmatched(state: &mut State) -> bool {
    let Some(Dialog::Import(dialog)) = state.dialogs.last_mut() else { return false };
    if dialog.proposal.as_ref().is_none_or(|proposal| proposal.unmatched.is_empty()) {
        let text = state.lang.import_all_matched();
        state.say(Tone::Refused, text);
        return false;
    }
    let adds_unmatched = dialog.proposal.as_ref().is_some_and(|proposal| proposal.adds_unmatched);
    dialog.adds_unmatched = Some(!adds_unmatched);
    true
}
