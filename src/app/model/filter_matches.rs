//! The touchpoints that match the filter.

use std::collections::HashSet;

use crate::map::fnv::BuildFnv;
use crate::map::{Document, Filter, Phase, Review, Revision, TouchpointId};

/// The touchpoints that match a filter; cached, because searching all texts of 100,000 touchpoints takes longer than a frame.
#[derive(Debug)]
pub struct FilterMatches {
    revision: Revision,
    filter: Filter,
    ids: HashSet<TouchpointId, BuildFnv>,
    counts: [usize; 3],
}

impl FilterMatches {
    /// Finds the matches in a document with the findings of a review.
    pub fn of(document: &Document, filter: &Filter, review: &Review) -> FilterMatches {
        let rules = review.by_touchpoint();
        let found = |id| rules.get(&id).map_or(&[][..], |rules| rules);
        let (mut ids, mut counts) = (HashSet::default(), [0; 3]);
        for (place, touchpoint) in document.map().touchpoints() {
            if filter.matches(place.phase, touchpoint, found(touchpoint.id)) {
                ids.insert(touchpoint.id);
                counts[place.phase.index()] += 1;
            }
        }
        FilterMatches { revision: document.revision(), filter: filter.clone(), ids, counts }
    }

    /// Returns true if these are the matches of that filter in the document as it is.
    pub(crate) fn is_current(&self, document: &Document, filter: &Filter) -> bool {
        self.revision == document.revision() && self.filter == *filter
    }

    /// Returns the number of matches in a phase.
    pub fn count(&self, phase: Phase) -> usize {
        self.counts[phase.index()]
    }

    pub fn len(&self) -> usize {
        self.ids.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    pub(crate) fn contains(&self, id: TouchpointId) -> bool {
        self.ids.contains(&id)
    }
}
