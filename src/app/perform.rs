//! Carrying out actions on the board and the start screen.

use super::action::{Action, Towards};
use super::availability::refusal;
use super::board::Pane;
use super::browser;
use super::change::change;
use super::commit::{commit, commit_in_place, travel};
use super::dialog;
use super::effect::Effect;
use super::file;
use super::form::{self, Form, Subject};
use super::help::Help;
use super::movement;
use super::prompt::{self, Prompt, Wish};
use super::question::Question;
use super::quick_entry;
use super::side;
use super::start::{self, Offer};
use super::state::{Dialog, Saving, Screen, State, Tone};
use super::themes;
use super::unreadable;
use super::what_if;
use crate::map::edit::Direction;
use crate::map::step::detached;
use crate::map::{Edit, Header, Place, Touchpoint};

/// Does what an action means, or says why that cannot be done now.
pub(super) fn perform(state: &mut State, action: Action) -> Vec<Effect> {
    if let Some(reason) = refusal(state, action) {
        let text = state.lang.why_not(reason.key());
        state.say(Tone::Refused, text);
        return Vec::new();
    }
    match action {
        Action::Go(way) => movement::go(state, way),
        Action::NextPane => {
            state.board.pane = match state.board.pane {
                Pane::Columns => Pane::Side,
                Pane::Side => Pane::Columns,
            };
        }
        Action::QuickEntry => quick_entry::open(state),
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
        Action::GiveReach => prompt::ask_reach(state),
        Action::Delete => {
            let targets = state.targets();
            let name = targets.first().map(|(_, each)| each.name.to_string()).unwrap_or_default();
            let ids: Vec<_> = targets.into_iter().map(|(_, each)| each.id).collect();
            let count = ids.len();
            if commit(state, Edit::Delete(ids)) {
                let text = state.lang.deleted(count, &name);
                state.say(Tone::Done, text);
            }
        }
        Action::Copy => {
            let places: Vec<Place> = state.targets().into_iter().map(|(place, _)| place).collect();
            state.board.clipboard = detached(state.map(), &places);
            let text = state.lang.copied(places.len());
            state.say(Tone::Done, text);
        }
        Action::Paste => {
            let copied = state.board.clipboard.clone();
            let touchpoints = copied.iter().map(|each| Touchpoint { id: state.fresh_id(), ..Touchpoint::clone(each) });
            let touchpoints: Vec<_> = touchpoints.collect();
            let at = quick_entry::below(state);
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
        Action::Undo | Action::Redo => {
            travel(state, action == Action::Undo);
            quick_entry::follow(state);
        }
        Action::Search => {
            let from = state.board.place();
            state
                .dialogs
                .push(Dialog::Prompt(Prompt::new(Wish::Search { from, before: state.board.pattern.clone() }, "")));
        }
        Action::NextHit => go_to_hit(state, false),
        Action::PreviousHit => go_to_hit(state, true),
        Action::ClearBoard => {
            state.board.marked.clear();
            state.board.pattern = None;
            state.board.pane = Pane::Columns;
            state.board.drag = None;
        }
        Action::Show(side) => side::show(state, side),
        Action::Lift(lift) => what_if::lift(state, lift),
        Action::GiveConversion => prompt::ask_conversion(state),
        Action::PutBack if state.supposed.is_empty() => return perform(state, Action::ClearBoard),
        Action::PutBack => {
            state.supposed.clear();
            let text = state.lang.put_back();
            state.say(Tone::Done, text);
        }
        Action::Assume => what_if::assume(state),
        Action::Attend => side::open_form(state, "action"),
        Action::Mend => side::mend(state),
        Action::Accept => side::accept(state),
        Action::FindAgain => side::find_again(state),
        Action::OneRule => side::one_rule(state),
        Action::ToggleCurve => state.board.curve = !state.board.curve,
        Action::Themes => themes::open(state),
        Action::Save => {
            // What stands in a form is meant to be saved too.
            let is_form = matches!(state.dialogs.last(), Some(Dialog::Form(_)));
            if !is_form || form::accept(state) {
                return file::save(state);
            }
        }
        Action::SaveAs => file::ask_where_to_save(state),
        Action::Help => {
            let help = Help::new(state.context());
            state.dialogs.push(Dialog::Help(help));
        }
        Action::Quit => return quit(state),
        Action::Open => return browser::open(state, ""),
        Action::NewMap => return start::begin(state, Offer::NewMap),
        Action::EditFile => return unreadable::edit(state),
        Action::ReadAgain => return unreadable::read_again(state),
        Action::Reply(reply) => return dialog::reply(state, reply),
    }
    Vec::new()
}

/// Ends the program, unless something would be lost.
fn quit(state: &mut State) -> Vec<Effect> {
    if let Saving::Busy { revision, again } = state.saving
        && (again || revision == state.document.revision())
    {
        state.after_save = Some(Action::Quit);
        return Vec::new();
    }
    if state.document.is_dirty() && matches!(state.screen, Screen::Board) {
        state.dialogs.push(Dialog::Question(Question::UnsavedMap { then: Action::Quit }));
        return Vec::new();
    }
    vec![Effect::Quit]
}

fn shift(state: &mut State, towards: Towards) {
    let ids = state.targets().into_iter().map(|(_, each)| each.id).collect();
    let place = state.board.place();
    let across = |phase: Option<_>| phase.map(|phase| Place::new(phase, place.row));
    let edit = match towards {
        Towards::Up => Some(Edit::Shift { ids, direction: Direction::Up }),
        Towards::Down => Some(Edit::Shift { ids, direction: Direction::Down }),
        Towards::Left => across(place.phase.previous()).map(|to| Edit::Move { ids, to }),
        Towards::Right => across(place.phase.next()).map(|to| Edit::Move { ids, to }),
    };
    if let Some(edit) = edit {
        commit_in_place(state, edit);
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
