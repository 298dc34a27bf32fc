//! The guided tour: lessons on a scratch map; the program notices when each is done.

use crate::app::model::next::{Next, Step};
use crate::app::model::pane::Pane;
use crate::app::model::screen::IfMissing;
use crate::app::model::state::State;
use crate::app::model::tour::{Lesson, Tour};
use crate::lang::Language;
use crate::store::Template;

/// The template of the scratch map.
const SCRATCH_MAP: Template = Template::Travel;

/// Begins the tour on a scratch map.
pub(crate) fn begin(state: &mut State) {
    let from = state.session.file.take().map(|file| file.path);
    if let Some(map) = SCRATCH_MAP.map(state.lang.language() == Language::Spanish, &mut state.ids) {
        state.open_map(map, None);
        state.show.tour = Some(Box::new(Tour::at_lesson(0, None, from, state)));
    }
}

/// Goes to the next lesson if the current one is done.
pub(crate) fn advance(state: &mut State) {
    let Some(tour) = &state.show.tour else { return };
    let (is_done, is_open) = (tour.is_done(state), tour.is_open(state));
    if is_done {
        let finished = tour.lesson();
        to_next(state, Some(finished));
    } else if let Some(tour) = &mut state.show.tour {
        tour.was_open |= is_open;
        tour.redo_count = tour.redo_count.min(state.session.document.redo_count());
    }
}

/// Skips the current lesson; after the last one, ends the tour.
pub(crate) fn skip(state: &mut State) -> Next {
    match state.show.tour.as_ref().map(|tour| tour.lesson()) {
        Some(Lesson::End) | None => end(state),
        Some(_) => {
            // A map that was saved is no scratch map: its dialogs stay open.
            if state.is_scratch_map() {
                state.dialogs.clear();
                state.show.presentation = None;
                state.board.pane = Pane::Columns;
            }
            to_next(state, None);
            Next::nothing()
        }
    }
}

/// Goes to the next lesson; `finished` is the current one unless it was skipped.
fn to_next(state: &mut State, finished: Option<Lesson>) {
    let Some(tour) = &state.show.tour else { return };
    let next = (tour.nth + 1).min(Lesson::ALL.len() - 1);
    let has_skipped = tour.has_skipped || finished.is_none();
    let next = Tour::at_lesson(next, finished, tour.from.clone(), state);
    state.show.tour = Some(Box::new(Tour { has_skipped, ..next }));
}

/// Ends the tour and opens the previous map again; a scratch map that was saved stays open.
pub(crate) fn end(state: &mut State) -> Next {
    let is_scratch = state.is_scratch_map();
    let Some(tour) = state.show.tour.take().filter(|_| is_scratch) else { return Next::nothing() };
    state.dialogs.clear();
    state.session.document.mark_saved(state.session.document.revision());
    match tour.from {
        // The previous map may not have been saved yet.
        Some(path) => Next::step(Step::Open { path, if_missing: IfMissing::NewMap }),
        None => Next::step(Step::ShowStart),
    }
}
