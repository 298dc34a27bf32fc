//! Where one is on the board: the selected touchpoint of each phase, what is marked, searched and copied.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::app::model::drag::Drag;
use crate::app::model::pane::{Pane, SidePane};
use crate::app::model::what_if::WhatIfConversion;
use crate::map::search::Pattern;
use crate::map::{Filter, JourneyMap, Phase, Place, Rule, Touchpoint, TouchpointId};

/// What Esc takes off the board, one layer after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// What is marked, searched and dragged, and being at the side.
    Picked,
    /// What stands in the place of the funnel.
    Side,
    /// That one phase is widened.
    Width,
    Filter,
}

/// What is selected in one phase: a touchpoint, and the row at which it was seen last.
#[derive(Clone, Copy, Debug, Default)]
struct Cursor {
    id: Option<TouchpointId>,
    row: usize,
}

/// The board's own state; what it shows is in the map.
#[derive(Clone, Debug)]
pub struct Board {
    pub pane: Pane,
    phase: Phase,
    cursors: [Cursor; 3],
    pub marked: BTreeSet<TouchpointId>,
    /// The touchpoint that was marked last, from which a range goes.
    pub anchor: Option<TouchpointId>,
    pub filter: Option<Filter>,
    /// Whether what the filter does not want is hidden, rather than made small.
    pub hides: bool,
    pub pattern: Option<Pattern>,
    /// Copied touchpoints, in the journey's order.
    pub clipboard: Vec<Arc<Touchpoint>>,
    /// What is being dragged.
    pub drag: Option<Drag>,
    pub side: SidePane,
    /// The rule of which alone findings are listed.
    pub one_rule: Option<Rule>,
    /// The line of the list at the side that one is on.
    pub line: usize,
    /// The what-if conversions of steps.
    pub what_if: Vec<WhatIfConversion>,
    /// Whether the emotion curve is shown.
    pub curve: bool,
    /// Whether the phase that one is in has nearly all the width, with all that its cards know.
    pub widened: bool,
}

impl Board {
    /// The board as it is when a map opens: on the first touchpoint.
    pub fn new(map: &JourneyMap) -> Board {
        let first = Phase::ALL.into_iter().find(|&phase| !map.phase(phase).is_empty());
        let mut board = Board {
            pane: Pane::Columns,
            phase: first.unwrap_or(Phase::Before),
            cursors: [Cursor::default(); 3],
            marked: BTreeSet::new(),
            anchor: None,
            filter: None,
            hides: false,
            pattern: None,
            clipboard: Vec::new(),
            drag: None,
            side: SidePane::Funnel,
            one_rule: None,
            line: 0,
            what_if: Vec::new(),
            curve: false,
            widened: false,
        };
        board.settle(map);
        board
    }

    /// What clearing the board takes off now; none when there is nothing of that.
    pub fn next_layer(&self) -> Option<Layer> {
        let is_picked = !self.marked.is_empty() || self.pattern.is_some() || self.drag.is_some();
        let layers = [
            (is_picked || self.pane == Pane::Side, Layer::Picked),
            (self.side != SidePane::Funnel, Layer::Side),
            (self.widened, Layer::Width),
            (self.filter.is_some(), Layer::Filter),
        ];
        layers.into_iter().find(|(is_on, _)| *is_on).map(|(_, layer)| layer)
    }

    /// The phase that one is in.
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// The place that one is at: that of the selected touchpoint, or the beginning of an empty phase.
    pub fn place(&self) -> Place {
        self.place_in(self.phase)
    }

    /// The place that one would be at in another phase.
    pub fn place_in(&self, phase: Phase) -> Place {
        Place::new(phase, self.cursors[phase.index()].row)
    }

    /// The selected touchpoint.
    pub fn selected(&self) -> Option<TouchpointId> {
        self.cursors[self.phase.index()].id
    }

    /// Goes to a phase, at the touchpoint that was selected there last.
    pub fn go_to_phase(&mut self, phase: Phase) {
        self.phase = phase;
    }

    /// Goes to a place, or the nearest touchpoint of its phase.
    pub fn go_to(&mut self, map: &JourneyMap, place: Place) {
        self.phase = place.phase;
        let touchpoints = map.phase(place.phase);
        let row = place.row.min(touchpoints.len().saturating_sub(1));
        self.cursors[place.phase.index()] = Cursor { id: touchpoints.get(row).map(|each| each.id), row };
    }

    /// Goes to a touchpoint, where the map has it.
    pub fn select(&mut self, map: &JourneyMap, id: TouchpointId) {
        if let Some(place) = map.find(id) {
            self.go_to(map, place);
        }
    }

    /// Makes the selection hold again after the map has changed: the same touchpoints, or their neighbours.
    pub fn settle(&mut self, map: &JourneyMap) {
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
