//! The rows of a phase that the board shows while a filter hides the others.

use crate::app::model::state::State;
use crate::map::{JourneyMap, Phase, Place, Touchpoint, TouchpointId};

/// The visible rows of a phase, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VisibleRows {
    /// All rows; the value is their number.
    All(usize),
    Only(Vec<usize>),
}

impl VisibleRows {
    pub fn len(&self) -> usize {
        match self {
            VisibleRows::All(count) => *count,
            VisibleRows::Only(rows) => rows.len(),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the row of the phase at a visible position.
    pub(crate) fn row(&self, position: usize) -> usize {
        match self {
            VisibleRows::All(_) => position,
            VisibleRows::Only(rows) => rows.get(position).copied().unwrap_or_default(),
        }
    }

    /// Returns the visible position of a row; for a hidden row, that of the next visible one.
    pub(crate) fn position(&self, row: usize) -> usize {
        match self {
            VisibleRows::All(_) => row,
            VisibleRows::Only(rows) => rows.partition_point(|&each| each < row).min(rows.len().saturating_sub(1)),
        }
    }
}

impl State {
    /// Returns true if a touchpoint matches the filter, or there is no filter.
    pub fn matches_filter(&self, id: TouchpointId) -> bool {
        self.session.insight.filter_matches().is_none_or(|matches| matches.contains(id))
    }

    /// Returns true if touchpoints that do not match the filter are hidden.
    pub fn hides_unmatched(&self) -> bool {
        self.board.hides_rest && self.session.insight.filter_matches().is_some()
    }

    /// Returns the visible rows of a phase: all, or the matches of the filter, the marked touchpoints and the one at `here`.
    pub fn visible_rows(&self, map: &JourneyMap, phase: Phase, here: Place) -> VisibleRows {
        let touchpoints = map.phase(phase);
        if !self.hides_unmatched() {
            return VisibleRows::All(touchpoints.len());
        }
        let is_visible = |row: usize, each: &Touchpoint| {
            self.matches_filter(each.id) || here == Place::new(phase, row) || self.board.marked.contains(&each.id)
        };
        VisibleRows::Only((0..touchpoints.len()).filter(|&row| is_visible(row, &touchpoints[row])).collect())
    }

    /// Moves the selection from a hidden touchpoint to the nearest match in its phase.
    pub(crate) fn select_visible(&mut self) {
        let here = self.board.place();
        if !self.hides_unmatched() || self.board.selected().is_none_or(|id| self.matches_filter(id)) {
            return;
        }
        let touchpoints = self.map().phase(here.phase);
        let matches = |&row: &usize| self.matches_filter(touchpoints[row].id);
        let row = (here.row..touchpoints.len()).find(matches).or_else(|| (0..here.row).rev().find(matches));
        if let Some(row) = row {
            self.board.go_to(self.session.document.map(), Place::new(here.phase, row));
        }
    }
}
