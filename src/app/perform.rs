//! Carrying out actions on the board and the start screen.

use std::sync::Arc;

use super::action::{Action, Towards};
use super::availability::refusal;
use super::board::Pane;
use super::change::change;
use super::commit::{commit, travel};
use super::dialog;
use super::effect::Effect;
use super::file;
use super::form::{Form, Subject};
use super::help::Help;
use super::movement;
use super::prompt::{Prompt, Wish};
use super::question::Question;
use super::quick_entry::QuickEntry;
use super::start::Offer;
use super::state::{Dialog, Saving, Screen, State, Tone, untitled};
use crate::lang::Language;
use crate::map::edit::Direction;
use crate::map::step::step_around;
use crate::map::{Edit, Header, JourneyMap, Place, Touchpoint};

/// Does what an action means, or says why that cannot be done now.
pub fn perform(state: &mut State, action: Action) -> Vec<Effect> {
    if let Some(reason) = refusal(state, action) {
        let text = state.lang.why_not(reason.key());
        state.say(Tone::Refused, text);
        return Vec::new();
    }
    match action {
        Action::Go(way) => movement::go(state, way),
        Action::NextPane => {
            state.board.pane = match state.board.pane {
                Pane::Columns => Pane::Funnel,
                Pane::Funnel => Pane::Columns,
            };
        }
        Action::QuickEntry => open_quick_entry(state),
        Action::EditTouchpoint => {
            let touchpoint = state.board.selected().and_then(|id| state.map().touchpoint(id));
            if let Some(touchpoint) = touchpoint {
                let form = Form::new(Subject::Touchpoint(Touchpoint::clone(touchpoint)));
                state.dialogs.push(Dialog::Form(Box::new(form)));
            }
        }
        Action::EditMap => {
            let header = Header::clone(state.map().header());
            state.dialogs.push(Dialog::Form(Box::new(Form::new(Subject::Map(header)))));
        }
        Action::Shift(towards) => shift(state, towards),
        Action::Change(facet) => change(state, facet),
        Action::GiveReach => ask_reach(state),
        Action::Delete => {
            let ids = state.board.targets();
            let name = ids.first().and_then(|&id| state.map().touchpoint(id)).map(|each| each.name.to_string());
            let count = ids.len();
            if commit(state, Edit::Delete(ids)) {
                let text = state.lang.deleted(count, &name.unwrap_or_default());
                state.say(Tone::Done, text);
            }
        }
        Action::Copy => {
            let wanted = state.board.targets();
            let copied = state.map().touchpoints().map(|(_, each)| each).filter(|each| wanted.contains(&each.id));
            let copied: Vec<_> = copied.map(Arc::clone).collect();
            let text = state.lang.copied(copied.len());
            state.board.clipboard = copied;
            state.say(Tone::Done, text);
        }
        Action::Paste => {
            let copied = state.board.clipboard.clone();
            let touchpoints = copied.iter().enumerate().map(|(nth, each)| {
                let id = state.ids.fresh(|id| state.document.map().find(id).is_some());
                // What was copied together with its step stays a step; it joins no other.
                let with_previous = each.with_previous && nth > 0;
                Touchpoint { id, with_previous, ..Touchpoint::clone(each) }
            });
            let touchpoints: Vec<_> = touchpoints.collect();
            let at = below(state);
            commit(state, Edit::Add { at, touchpoints });
        }
        Action::Mark => {
            if let Some(id) = state.board.selected()
                && !state.board.marked.remove(&id)
            {
                state.board.marked.insert(id);
            }
            movement::go(state, super::action::Go::Down);
        }
        Action::Undo => travel(state, true),
        Action::Redo => travel(state, false),
        Action::Search => {
            let from = state.board.place();
            state.dialogs.push(Dialog::Prompt(Prompt::new(Wish::Search { from }, "")));
        }
        Action::NextHit => go_to_hit(state, false),
        Action::PreviousHit => go_to_hit(state, true),
        Action::ClearBoard => {
            state.board.marked.clear();
            state.board.pattern = None;
            state.board.pane = Pane::Columns;
            state.board.drag = None;
        }
        Action::Save => return file::save(state),
        Action::SaveAs => file::ask_where_to_save(state),
        Action::Help => {
            let help = Help::new(state.context());
            state.dialogs.push(Dialog::Help(help));
        }
        Action::Quit => return quit(state),
        Action::Open => state.dialogs.push(Dialog::Prompt(Prompt::new(Wish::Open, ""))),
        Action::NewMap => start_with(state, Offer::NewMap),
        Action::Reply(reply) => return dialog::reply(state, reply),
    }
    Vec::new()
}

/// Ends the program, unless something would be lost.
fn quit(state: &mut State) -> Vec<Effect> {
    if state.saving == Saving::Busy(state.document.revision()) {
        state.after_save = Some(Action::Quit);
        return Vec::new();
    }
    if state.document.is_dirty() && matches!(state.screen, Screen::Board) {
        state.dialogs.push(Dialog::Question(Question::UnsavedMap { then: Action::Quit }));
        return Vec::new();
    }
    vec![Effect::Quit]
}

/// Where something new goes: behind the step of the selected touchpoint.
pub fn below(state: &State) -> Place {
    let place = state.board.place();
    let column = state.map().phase(place.phase);
    let row = if place.row < column.len() { step_around(column, place.row).end } else { column.len() };
    Place::new(place.phase, row)
}

/// Opens quick entry below the selection.
pub fn open_quick_entry(state: &mut State) {
    let at = below(state);
    let id = state.ids.fresh(|id| state.document.map().find(id).is_some());
    state.dialogs.push(Dialog::QuickEntry(QuickEntry::new(at, id, state.lang.language() == Language::Spanish)));
}

fn ask_reach(state: &mut State) {
    let ids = state.board.targets();
    let mut reaches = ids.iter().filter_map(|&id| state.map().touchpoint(id)).map(|each| each.reach);
    let first = reaches.next().flatten();
    let shared = first.filter(|_| reaches.all(|reach| reach == first));
    let text = shared.map(|reach| reach.to_string()).unwrap_or_default();
    state.dialogs.push(Dialog::Prompt(Prompt::new(Wish::Reach(ids), &text)));
}

fn shift(state: &mut State, towards: Towards) {
    let selected = state.board.selected();
    let ids = state.board.targets();
    let place = state.board.place();
    let across = |phase: Option<_>| phase.map(|phase| Place::new(phase, place.row));
    let edit = match towards {
        Towards::Up => Some(Edit::Shift { ids, direction: Direction::Up }),
        Towards::Down => Some(Edit::Shift { ids, direction: Direction::Down }),
        Towards::Left => across(place.phase.previous()).map(|to| Edit::Move { ids, to }),
        Towards::Right => across(place.phase.next()).map(|to| Edit::Move { ids, to }),
    };
    if let Some(edit) = edit {
        commit(state, edit);
    }
    if let Some(id) = selected {
        state.board.select(state.document.map(), id);
    }
}

fn go_to_hit(state: &mut State, backwards: bool) {
    let Some(pattern) = &state.board.pattern else { return };
    let (map, here) = (state.document.map(), state.board.place());
    match pattern.next(map, Some(here), backwards) {
        Some(place) => state.board.go_to(map, place),
        None => {
            let text = state.lang.not_found();
            state.say(Tone::Refused, text);
        }
    }
}

/// Puts on the board what the start screen offers.
pub fn start_with(state: &mut State, offer: Offer) {
    let map = match offer {
        Offer::NewMap => Some(JourneyMap::new(Header::new(untitled(&state.lang)))),
        Offer::Template(template) => template.map(state.lang.language() == Language::Spanish, &mut state.ids),
        Offer::Open => {
            state.dialogs.push(Dialog::Prompt(Prompt::new(Wish::Open, "")));
            None
        }
    };
    if let Some(map) = map {
        state.show(map, None);
    }
}
