//! What the filter leaves of the map, and which rows of it the board shows.

use std::collections::HashSet;

use crate::app::model::state::State;
use crate::map::{Document, Filter, JourneyMap, Phase, Place, Review, Revision, Touchpoint, TouchpointId};

/// The touchpoints that a filter wants, kept because reading every text of 100,000 of them takes longer than a frame may.
#[derive(Debug)]
pub struct Kept {
    revision: Revision,
    filter: Filter,
    ids: HashSet<TouchpointId>,
    counts: [usize; 3],
}

impl Kept {
    /// Finds what a filter wants of a document, of which the review found this.
    pub fn of(document: &Document, filter: &Filter, review: &Review) -> Kept {
        let rules = review.by_touchpoint();
        let found = |id| rules.get(&id).map_or(&[][..], |rules| rules);
        let (mut ids, mut counts) = (HashSet::new(), [0; 3]);
        for (place, touchpoint) in document.map().touchpoints() {
            if filter.matches(place.phase, touchpoint, found(touchpoint.id)) {
                ids.insert(touchpoint.id);
                counts[place.phase.index()] += 1;
            }
        }
        Kept { revision: document.revision(), filter: filter.clone(), ids, counts }
    }

    /// Whether this is what that filter wants of the document as it is.
    pub fn is_of(&self, document: &Document, filter: &Filter) -> bool {
        self.revision == document.revision() && self.filter == *filter
    }

    /// How many touchpoints of a phase are wanted.
    pub fn count(&self, phase: Phase) -> usize {
        self.counts[phase.index()]
    }

    /// How many touchpoints are wanted.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether no touchpoint is wanted.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    fn contains(&self, id: TouchpointId) -> bool {
        self.ids.contains(&id)
    }
}

/// The rows of a phase that the board shows, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rows {
    /// All of so many.
    All(usize),
    Only(Vec<usize>),
}

impl Rows {
    /// How many rows are shown.
    pub fn len(&self) -> usize {
        match self {
            Rows::All(count) => *count,
            Rows::Only(rows) => rows.len(),
        }
    }

    /// Whether no row is shown.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The row of the phase that is shown as the nth.
    pub fn row(&self, nth: usize) -> usize {
        match self {
            Rows::All(_) => nth,
            Rows::Only(rows) => rows.get(nth).copied().unwrap_or_default(),
        }
    }

    /// As which a row of the phase is shown; where it is hidden, the next that is not.
    pub fn nth(&self, row: usize) -> usize {
        match self {
            Rows::All(_) => row,
            Rows::Only(rows) => rows.partition_point(|&each| each < row).min(rows.len().saturating_sub(1)),
        }
    }
}

impl State {
    /// Whether the filter wants a touchpoint; without a filter all are wanted.
    pub fn is_kept(&self, id: TouchpointId) -> bool {
        self.session.insight.kept().is_none_or(|kept| kept.contains(id))
    }

    /// Whether what the filter does not want is hidden.
    pub fn hides(&self) -> bool {
        self.board.hides && self.session.insight.kept().is_some()
    }

    /// The rows of a phase that are shown: where the rest is hidden, what the filter wants, what is marked and the
    /// selected touchpoint, or the one that is still being typed.
    pub fn rows(&self, map: &JourneyMap, phase: Phase, here: Place) -> Rows {
        let touchpoints = map.phase(phase);
        if !self.hides() {
            return Rows::All(touchpoints.len());
        }
        let is_shown = |row: usize, each: &Touchpoint| {
            self.is_kept(each.id) || here == Place::new(phase, row) || self.board.marked.contains(&each.id)
        };
        Rows::Only((0..touchpoints.len()).filter(|&row| is_shown(row, &touchpoints[row])).collect())
    }

    /// Goes from a hidden touchpoint to the nearest of its phase that the filter wants, if there is one.
    pub(crate) fn go_to_kept(&mut self) {
        let here = self.board.place();
        if !self.hides() || self.board.selected().is_none_or(|id| self.is_kept(id)) {
            return;
        }
        let touchpoints = self.map().phase(here.phase);
        let kept = |&row: &usize| self.is_kept(touchpoints[row].id);
        let row = (here.row..touchpoints.len()).find(kept).or_else(|| (0..here.row).rev().find(kept));
        if let Some(row) = row {
            self.board.go_to(self.session.document.map(), Place::new(here.phase, row));
        }
    }
}
