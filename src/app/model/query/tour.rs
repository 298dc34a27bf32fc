//! How far the guided tour is, and whether its lesson is done.

use std::path::PathBuf;

use crate::app::model::dialog::Dialog;
use crate::app::model::pane::SidePane;
use crate::app::model::state::State;
use crate::app::model::tour::{Lesson, Tour};
use crate::map::{JourneyMap, Phase, Touchpoint, TouchpointId};

impl Tour {
    /// The tour at the beginning of a lesson.
    pub(crate) fn at_lesson(nth: usize, finished: Option<Lesson>, from: Option<PathBuf>, state: &State) -> Tour {
        let (map, place) = (state.map().clone(), state.board.place());
        let redo_count = state.session.document.redo_count();
        Tour { nth, finished, has_skipped: false, was_open: false, redo_count, from, map, place }
    }

    /// Returns true while the screen of the lesson is open.
    pub(crate) fn is_open(&self, state: &State) -> bool {
        let lesson = self.lesson();
        (lesson == Lesson::WhatIf && !state.board.what_if.is_empty())
            || (lesson == Lesson::Review && state.board.side == SidePane::Review)
            || (lesson == Lesson::Present && state.show.presentation.is_some())
            || (lesson == Lesson::Export && matches!(state.dialogs.last(), Some(Dialog::Export(_))))
    }

    /// Returns true if the user has done what the lesson asks for and closed all dialogs.
    pub(crate) fn is_done(&self, state: &State) -> bool {
        if !state.dialogs.is_empty() {
            return false;
        }
        let now = state.map();
        let changed = |differs: fn(&Touchpoint, &Touchpoint) -> bool| {
            now.touchpoints().any(|(_, new)| self.map.touchpoint(new.id).is_some_and(|old| differs(old, new)))
        };
        match self.lesson() {
            Lesson::GoToPhase => state.board.phase() != self.place.phase,
            Lesson::Add => now.len() > self.map.len(),
            Lesson::Tag => {
                changed(|old, new| new.kind != old.kind && new.kind.is_some())
                    && changed(|old, new| new.intent != old.intent && new.intent.is_some())
            }
            Lesson::Critical => changed(|old, new| new.critical && !old.critical),
            Lesson::Move => common_order(now, &self.map) != common_order(&self.map, now),
            Lesson::Undo => state.session.document.redo_count() > self.redo_count,
            Lesson::Reach => changed(|old, new| new.reach != old.reach),
            Lesson::WhatIf | Lesson::Review | Lesson::Present | Lesson::Export => self.was_open && !self.is_open(state),
            Lesson::End => false,
        }
    }
}

/// Returns the touchpoints of a map that another map has too, in order.
fn common_order(map: &JourneyMap, other: &JourneyMap) -> [Vec<TouchpointId>; 3] {
    let ids = |phase| map.phase(phase).iter().map(|touchpoint| touchpoint.id).filter(|&id| other.find(id).is_some());
    Phase::ALL.map(|phase| ids(phase).collect())
}

/// Returns an example reach between those of the neighbouring steps, so that the funnel narrows.
pub fn example_reach(state: &State) -> u128 {
    let funnel = &state.session.insight.current().funnel;
    let (steps, here) = (&funnel.steps, state.selected_step());
    let before = here.and_then(|here| steps[..here].iter().rev().find_map(|step| step.reach)).or(funnel.buyers);
    let after = here.and_then(|here| steps[here + 1..].iter().find_map(|step| step.reach)).unwrap_or_default();
    before.unwrap_or(after).midpoint(after) / 10 * 10
}
