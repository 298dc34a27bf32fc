//! The guided tour: one thing to do after the other on a map to play with, each noticed when it is done.

use crate::app::model::next::{Next, Step};
use crate::app::model::pane::Pane;
use crate::app::model::state::State;
use crate::app::model::tour::{Lesson, Tour};
use crate::lang::Language;
use crate::store::Template;

/// The map that is played with.
const MAP: Template = Template::Travel;

/// Begins the tour on a map of its own.
pub(crate) fn begin(state: &mut State) {
    let from = state.session.file.take().map(|file| file.path);
    if let Some(map) = MAP.map(state.lang.language() == Language::Spanish, &mut state.ids) {
        state.open_map(map, None);
        state.show.tour = Some(Box::new(Tour::at_lesson(0, None, from, state)));
    }
}

/// Goes on to the next lesson when what this one asks for was done.
pub(crate) fn advance(state: &mut State) {
    let Some(tour) = &state.show.tour else { return };
    let (is_done, is_there) = (tour.is_done(state), tour.is_there(state));
    if is_done {
        to_next(state, true);
    } else if let Some(tour) = &mut state.show.tour {
        tour.was_there |= is_there;
        tour.undone = tour.undone.min(state.session.document.redo_count());
    }
}

/// Goes on to the next lesson though this one was not done; behind the last, ends the tour.
pub(crate) fn skip(state: &mut State) -> Next {
    match state.show.tour.as_ref().map(|tour| tour.lesson()) {
        Some(Lesson::End) | None => end(state),
        Some(_) => {
            // What is typed into a map that somebody keeps is not thrown away.
            if state.is_scratch_map() {
                state.dialogs.clear();
                state.show.presentation = None;
                state.board.pane = Pane::Columns;
            }
            to_next(state, false);
            Next::nothing()
        }
    }
}

fn to_next(state: &mut State, is_done: bool) {
    let Some(tour) = &state.show.tour else { return };
    let next = (tour.nth + 1).min(Lesson::ALL.len() - 1);
    let praised = is_done.then(|| tour.lesson());
    state.show.tour = Some(Box::new(Tour::at_lesson(next, praised, tour.from.clone(), state)));
}

/// Ends the tour; its map is forgotten, unless somebody gave it a file, and the one before it is opened again.
pub(crate) fn end(state: &mut State) -> Next {
    let is_play = state.is_scratch_map();
    let Some(tour) = state.show.tour.take().filter(|_| is_play) else { return Next::nothing() };
    state.dialogs.clear();
    state.session.document.mark_saved(state.session.document.revision());
    match tour.from {
        // It may be one that was not saved yet.
        Some(path) => Next::step(Step::Open { path, or_new: true }),
        None => Next::step(Step::ShowStart),
    }
}
