//! Carrying out actions on the board and the start screen.

use std::sync::Arc;

use super::action::{Action, Towards};
use super::availability::refusal;
use super::board::{Layer, Pane};
use super::browser;
use super::change::change;
use super::commit::{commit, commit_in_place, travel};
use super::dialog;
use super::effect::Effect;
use super::export;
use super::file;
use super::filter;
use super::form::{self, Form, Subject};
use super::help::Help;
use super::jump;
use super::leave::{Then, leave};
use super::mark;
use super::movement;
use super::palette::Palette;
use super::presentation::{self, Page};
use super::prompt::{self, Prompt, Wish};
use super::quick_entry;
use super::side;
use super::state::{Dialog, Screen, State, Tone, untitled};
use super::themes;
use super::timer;
use super::tour;
use super::unreadable;
use super::what_if;
use crate::map::edit::Direction;
use crate::map::step::{behind_step, detached, step_around};
use crate::map::{Edit, Header, Place, Touchpoint, TouchpointId};
use crate::store::config::Density;

/// Does what an action means, or says why that cannot be done now.
pub(super) fn perform(state: &mut State, action: Action) -> Vec<Effect> {
    if let Some(reason) = refusal(state, action) {
        let text = state.why_not(reason);
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
        Action::QuickEntry => {
            if matches!(state.screen, Screen::Start(_)) {
                leave(state, Then::NewMap);
            }
            quick_entry::open(state);
        }
        Action::EditTouchpoint => {
            let touchpoints = state.targets().into_iter().map(|(_, each)| Touchpoint::clone(each)).collect();
            state.dialogs.push(Dialog::Form(Box::new(Form::new(Subject::Touchpoints(touchpoints)))));
        }
        Action::EditMap => {
            let header = Header::clone(state.map().header());
            let is_untitled = header.title == untitled(&state.lang);
            let form = Form::new(Subject::Map(header));
            let form = if is_untitled { form.unanswered() } else { form };
            state.dialogs.push(Dialog::Form(Box::new(form)));
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
                state.go_to_kept();
                let text = state.lang.deleted(count, &name, &state.key(Action::Undo));
                state.say(Tone::Done, text);
            }
        }
        Action::Copy => {
            let places: Vec<Place> = state.targets().into_iter().map(|(place, _)| place).collect();
            state.board.clipboard = detached(state.map(), &places);
            let text = state.lang.copied(places.len(), &state.key(Action::Paste));
            state.say(Tone::Done, text);
        }
        Action::CopyText => return export::copy_touchpoints(state),
        Action::Paste => {
            let copied = state.board.clipboard.clone();
            let at = quick_entry::below(state);
            if add_copies(state, at, &copied).is_some() {
                let text = state.lang.pasted(copied.len());
                state.say(Tone::Done, text);
            }
        }
        Action::Duplicate => {
            let places: Vec<Place> = state.targets().into_iter().map(|(place, _)| place).collect();
            let copied = detached(state.map(), &places);
            let at = places.last().map_or_else(|| quick_entry::below(state), |&last| behind_step(state.map(), last));
            if let Some(copies) = add_copies(state, at, &copied) {
                mark::move_to(state, copies);
                let name = copied.first().map(|each| each.name.to_string()).unwrap_or_default();
                let [edit, clear] = [Action::EditTouchpoint, Action::ClearBoard].map(|action| state.key(action));
                let text = state.lang.duplicated(copied.len(), &name, &edit, &clear);
                state.say(Tone::Done, text);
            }
        }
        Action::Mark => mark::mark(state),
        Action::MarkRange => mark::mark_range(state),
        Action::MarkAll => mark::mark_all(state),
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
        Action::NextHit => jump::to_hit(state, false),
        Action::PreviousHit => jump::to_hit(state, true),
        Action::NextFinding => jump::to_finding(state, false),
        Action::PreviousFinding => jump::to_finding(state, true),
        Action::NextUntagged => jump::to_untagged(state),
        Action::Filter => filter::open(state),
        Action::HideRest => filter::hide(state),
        Action::Palette => {
            let palette = Palette::new(state.context());
            state.dialogs.push(Dialog::Palette(palette));
        }
        Action::ClearBoard => {
            if let Some(layer) = state.board.to_clear() {
                clear(state, layer);
            }
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
        Action::ToggleCurve => {
            state.board.curve = !state.board.curve;
            let text = state.lang.curve_now(state.board.curve);
            state.say(Tone::Done, text);
        }
        Action::ToggleDensity => {
            state.settings.density = state.settings.density.other();
            let text = state.lang.density_now(state.settings.density == Density::Compact);
            state.say(Tone::Done, text);
        }
        Action::Widen => state.board.widened = !state.board.widened,
        Action::Themes => themes::open(state),
        Action::Tour => return leave(state, Then::Tour),
        Action::SkipLesson => return tour::skip(state),
        Action::EndTour => return tour::end(state),
        Action::Present => presentation::begin(state),
        Action::Turn(turn) => presentation::turn(state, turn),
        Action::Enlarge => presentation::enlarge(state),
        Action::ToggleOnePhase => presentation::toggle_one_phase(state),
        Action::ToggleOverview => presentation::toggle(state, Page::Overview),
        Action::ToggleRanking => presentation::toggle(state, Page::Ranking),
        Action::Blacken => presentation::blacken(state),
        Action::Countdown => timer::start_or_pause(state),
        Action::StopCountdown => state.timer.stop(),
        Action::Vote(nth) => presentation::vote(state, nth),
        Action::LeavePresentation => state.presentation = None,
        Action::Save => {
            // What stands in a form is meant to be saved too.
            let is_form = matches!(state.dialogs.last(), Some(Dialog::Form(_)));
            if !is_form || form::accept(state) {
                return file::save(state);
            }
        }
        Action::Export => return export::open(state),
        Action::SaveAs => file::ask_where_to_save(state),
        Action::Help => {
            let help = Help::new(state.context());
            state.dialogs.push(Dialog::Help(help));
        }
        Action::Quit => return leave(state, Then::Quit),
        Action::Open => return browser::open(state, ""),
        Action::NewMap => return leave(state, Then::NewMap),
        Action::EditFile => return unreadable::edit(state),
        Action::ReadAgain => return unreadable::read_again(state),
        Action::Reply(reply) => return dialog::reply(state, reply),
    }
    Vec::new()
}

/// Adds copies at a place, with identities of their own, and gives those; none when they were refused.
fn add_copies(state: &mut State, at: Place, copied: &[Arc<Touchpoint>]) -> Option<Vec<TouchpointId>> {
    let touchpoints = copied.iter().map(|each| Touchpoint { id: state.fresh_id(), ..Touchpoint::clone(each) });
    let touchpoints: Vec<_> = touchpoints.collect();
    let ids = touchpoints.iter().map(|each| each.id).collect();
    commit(state, Edit::Add { at, touchpoints }).then_some(ids)
}

/// Takes one layer off the board.
fn clear(state: &mut State, layer: Layer) {
    let board = &mut state.board;
    board.anchor = None;
    match layer {
        Layer::Picked => {
            board.marked.clear();
            board.pattern = None;
            board.drag = None;
            board.pane = Pane::Columns;
        }
        Layer::Width => board.widened = false,
        Layer::Filter => filter::clear(state),
    }
}

fn shift(state: &mut State, towards: Towards) {
    let ids = state.targets().into_iter().map(|(_, each)| each.id).collect();
    let place = state.board.place();
    let across = |phase: Option<_>| phase.map(|phase| Place::new(phase, place.row));
    if let Some(to) = over_hidden(state, towards) {
        commit_in_place(state, Edit::Move { ids, to });
        return;
    }
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

/// Where touchpoints go up or down over the next that is shown, with all that is hidden between them.
fn over_hidden(state: &State, towards: Towards) -> Option<Place> {
    let here = state.board.place();
    let rows = state.rows(state.map(), here.phase, here);
    let own = state.targets().into_iter().map(|(place, _)| place).filter(|place| place.phase == here.phase);
    let own: Vec<usize> = own.map(|place| place.row).collect();
    let (from, next) = match towards {
        Towards::Up => (*own.first()?, rows.nth(*own.first()?).checked_sub(1)?),
        Towards::Down => (*own.last()?, rows.nth(*own.last()?) + 1),
        Towards::Left | Towards::Right => return None,
    };
    let to = Place::new(here.phase, rows.row(Some(next).filter(|&next| next < rows.len())?));
    // A neighbour that is no more than one row away is passed as ever, alternative by alternative.
    if from.abs_diff(to.row) < 2 {
        return None;
    }
    let step = step_around(state.map().phase(to.phase), to.row);
    let row = if towards == Towards::Up { step.start } else { step.end };
    Some(Place::new(to.phase, row))
}
