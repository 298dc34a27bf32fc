//! The board: selection, marks, search, filter, clipboard, and what is shown beside the columns.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::app::model::drag::Drag;
use crate::app::model::pane::{Pane, SidePane};
use crate::app::model::room::Number;
use crate::app::model::what_if::WhatIfConversion;
use crate::map::search::Pattern;
use crate::map::{Filter, JourneyMap, Phase, Place, Revision, Rule, Touchpoint, TouchpointId};

/// A touchpoint that was deleted alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Deletion {
    pub name: String,
    /// The revision after the deletion.
    pub revision: Revision,
}

/// What Esc removes from the board, one layer at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layer {
    /// Marks and search, and with them a drag and the focus on the side pane.
    MarksAndSearch,
    /// The pane shown instead of the funnel.
    SidePane,
    WidenedPhase,
    Filter,
}

/// What a line of the list in the side pane is about. It stays the same if the list changes around the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LineSubject {
    /// The rule of a finding.
    pub rule: Option<Rule>,
    pub touchpoint: Option<TouchpointId>,
    /// The phase of a finding about a whole phase.
    pub phase: Option<Phase>,
}

/// The selected line of the list in the side pane, and the selected touchpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ListPosition {
    pub line: usize,
    pub subject: LineSubject,
    pub touchpoint: Option<TouchpointId>,
}

/// The selection in one phase: a touchpoint and its last known row.
#[derive(Clone, Copy, Debug, Default)]
struct Cursor {
    id: Option<TouchpointId>,
    row: usize,
}

/// The state of the board.
#[derive(Clone, Debug)]
pub struct Board {
    pub pane: Pane,
    phase: Phase,
    cursors: [Cursor; 3],
    pub marked: BTreeSet<TouchpointId>,
    /// The last marked touchpoint: the start of a range.
    pub anchor: Option<TouchpointId>,
    pub filter: Option<Filter>,
    /// What else Esc would remove when the filter was accepted. While that is all, Esc removes the filter first.
    filter_over: Option<Vec<Layer>>,
    /// True if touchpoints that do not match the filter are hidden; otherwise their cards are small.
    pub hides_rest: bool,
    pub pattern: Option<Pattern>,
    /// Copied touchpoints, in the journey's order.
    pub clipboard: Vec<Arc<Touchpoint>>,
    pub drag: Option<Drag>,
    /// The last deletion.
    pub(crate) deletion: Option<Deletion>,
    pub side: SidePane,
    /// If set, only findings of this rule are listed.
    pub one_rule: Option<Rule>,
    /// The rules whose findings are listed below the line of their group.
    pub open_rules: BTreeSet<Rule>,
    /// The selected line of the list in the side pane.
    pub line: usize,
    /// What that line was about, and which touchpoint was selected, after the last message.
    pub(crate) list_position: Option<ListPosition>,
    /// The selected line of the room pane after the last message, and the first contribution of its pile.
    pub(crate) pile: Option<(usize, Number)>,
    pub what_if: Vec<WhatIfConversion>,
    /// The first touchpoint of the step where the funnel begins; `None` for the first step.
    pub funnel_begin: Option<TouchpointId>,
    /// True if the emotion curve is shown.
    pub curve: bool,
    /// True if the current phase takes nearly the whole width, with all details on its cards.
    pub widened: bool,
}

impl Board {
    /// The board of a map that was just opened, with the first touchpoint selected.
    pub fn new(map: &JourneyMap) -> Board {
        let first = Phase::ALL.into_iter().find(|&phase| !map.phase(phase).is_empty());
        let mut board = Board {
            pane: Pane::Columns,
            phase: first.unwrap_or(Phase::Before),
            cursors: [Cursor::default(); 3],
            marked: BTreeSet::new(),
            anchor: None,
            filter: None,
            filter_over: None,
            hides_rest: false,
            pattern: None,
            clipboard: Vec::new(),
            drag: None,
            deletion: None,
            side: SidePane::Funnel,
            one_rule: None,
            open_rules: BTreeSet::new(),
            line: 0,
            list_position: None,
            pile: None,
            what_if: Vec::new(),
            funnel_begin: None,
            curve: false,
            widened: false,
        };
        board.correct_selection(map);
        board
    }

    /// Returns what Esc removes next; `None` if there is nothing.
    pub(crate) fn next_layer(&self) -> Option<Layer> {
        let others = self.other_layers();
        if self.filter.is_some() && (others.is_empty() || self.filter_over.as_ref() == Some(&others)) {
            return Some(Layer::Filter);
        }
        others.first().copied()
    }

    /// Remembers that the filter is what was set last.
    pub(crate) fn put_filter_first(&mut self) {
        self.filter_over = Some(self.other_layers());
    }

    /// Returns what Esc removes besides the filter, in order.
    fn other_layers(&self) -> Vec<Layer> {
        let has_marks_or_search = !self.marked.is_empty() || self.pattern.is_some() || self.drag.is_some();
        let layers = [
            (has_marks_or_search || self.pane == Pane::Side, Layer::MarksAndSearch),
            (self.side != SidePane::Funnel, Layer::SidePane),
            (self.widened, Layer::WidenedPhase),
        ];
        layers.into_iter().filter(|(is_on, _)| *is_on).map(|(_, layer)| layer).collect()
    }

    /// Returns the current phase.
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// Returns the place of the selected touchpoint, or the beginning of an empty phase.
    pub fn place(&self) -> Place {
        self.place_in(self.phase)
    }

    /// Returns the place of the selection in a phase.
    pub fn place_in(&self, phase: Phase) -> Place {
        Place::new(phase, self.cursors[phase.index()].row)
    }

    /// Returns the selected touchpoint.
    pub fn selected(&self) -> Option<TouchpointId> {
        self.cursors[self.phase.index()].id
    }

    /// Goes to a phase, at its last selected touchpoint.
    pub(crate) fn go_to_phase(&mut self, phase: Phase) {
        self.phase = phase;
    }

    /// Selects the touchpoint at a place, or the nearest one in its phase.
    pub fn go_to(&mut self, map: &JourneyMap, place: Place) {
        self.phase = place.phase;
        let touchpoints = map.phase(place.phase);
        let row = place.row.min(touchpoints.len().saturating_sub(1));
        self.cursors[place.phase.index()] = Cursor { id: touchpoints.get(row).map(|each| each.id), row };
    }

    /// Selects a touchpoint, if the map has it.
    pub fn select(&mut self, map: &JourneyMap, id: TouchpointId) {
        if let Some(place) = map.find(id) {
            self.go_to(map, place);
        }
    }

    /// Corrects the selection and the marks after a change of the map. A touchpoint that is gone is replaced by its neighbour.
    pub(crate) fn correct_selection(&mut self, map: &JourneyMap) {
        for phase in Phase::ALL {
            let cursor = &mut self.cursors[phase.index()];
            let touchpoints = map.phase(phase);
            if touchpoints.get(cursor.row).map(|each| each.id) == cursor.id {
                continue;
            }
            let row = cursor.id.and_then(|id| map.row_in(phase, id)).unwrap_or(cursor.row);
            let row = row.min(touchpoints.len().saturating_sub(1));
            *cursor = Cursor { id: touchpoints.get(row).map(|each| each.id), row };
        }
        if !self.marked.is_empty() {
            self.marked.retain(|&id| map.find(id).is_some());
        }
    }
}
