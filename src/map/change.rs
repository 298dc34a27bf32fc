//! A change that was made to a map, with what is needed to undo and redo it.

use std::sync::Arc;

use super::field::{Field, HEADER, TOUCHPOINT};
use super::replacement::Replacement;
use super::{Header, JourneyMap, Place, Touchpoint, TouchpointId};

/// The kind of a change, with the number of touchpoints that it concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    SetHeader,
    Add(usize),
    Replace(usize),
    Delete(usize),
    Move(usize),
    ReplaceMap,
}

/// A change that was made to a map.
#[derive(Clone, Debug)]
pub struct Change {
    pub kind: ChangeKind,
    pub(super) last_touchpoint: Option<TouchpointId>,
    pub(super) header: Option<HeaderChange>,
    /// The replacements of touchpoints, in the order in which they were made.
    pub(super) splices: Vec<Splice>,
}

/// The map's header before and after a change.
#[derive(Clone, Debug)]
pub(super) struct HeaderChange {
    pub old: Arc<Header>,
    pub new: Arc<Header>,
}

/// A run of touchpoints, starting at `at`, that was replaced by another run; either may be empty.
#[derive(Clone, Debug)]
pub(super) struct Splice {
    pub at: Place,
    pub removed: Vec<Arc<Touchpoint>>,
    pub inserted: Vec<Arc<Touchpoint>>,
}

impl Change {
    /// Returns the touchpoint to select after the change was made or redone, if it is in the map then.
    pub(crate) fn select_after_apply(&self) -> Option<TouchpointId> {
        match self.kind {
            ChangeKind::SetHeader | ChangeKind::Delete(_) | ChangeKind::ReplaceMap => None,
            ChangeKind::Add(_) | ChangeKind::Replace(_) | ChangeKind::Move(_) => self.last_touchpoint,
        }
    }

    /// Returns the touchpoint to select after the change was undone, if it is in the map then.
    pub(crate) fn select_after_undo(&self) -> Option<TouchpointId> {
        match self.kind {
            ChangeKind::SetHeader | ChangeKind::Add(_) | ChangeKind::ReplaceMap => None,
            ChangeKind::Delete(_) | ChangeKind::Replace(_) | ChangeKind::Move(_) => self.last_touchpoint,
        }
    }

    /// Returns true if the values of a touchpoint were changed.
    pub(crate) fn replaces(&self, id: TouchpointId) -> bool {
        matches!(self.kind, ChangeKind::Replace(_))
            && self.splices.iter().flat_map(|splice| &splice.inserted).any(|each| each.id == id)
    }

    /// Returns true if a touchpoint came into the map.
    pub(crate) fn adds(&self, id: TouchpointId) -> bool {
        let has = |touchpoints: &[Arc<Touchpoint>]| touchpoints.iter().any(|each| each.id == id);
        self.splices.iter().any(|splice| has(&splice.inserted) && !has(&splice.removed))
    }

    /// Returns the last of the touchpoints named in the edit, whether it is still in the map or not.
    pub(crate) fn last_touchpoint(&self) -> Option<TouchpointId> {
        self.last_touchpoint
    }

    /// Returns the keys of the fields that got another value; empty for additions, deletions and moves, and when the
    /// whole map was replaced.
    pub(crate) fn fields(&self) -> Vec<&'static str> {
        let header = self.header.iter().flat_map(|header| {
            let differs = |field: &&Field<Header>| !field.is_same(&header.old, &header.new);
            HEADER.iter().filter(differs).map(|field| field.key)
        });
        let replaced = self.splices.iter().filter(|_| matches!(self.kind, ChangeKind::Replace(_)));
        let pairs: Vec<_> = replaced.flat_map(|splice| splice.removed.iter().zip(&splice.inserted)).collect();
        let differs = |field: &&Field<Touchpoint>| pairs.iter().any(|(old, new)| !field.is_same(old, new));
        let touchpoint = TOUCHPOINT.iter().filter(differs).map(|field| field.key);
        if self.kind == ChangeKind::ReplaceMap { Vec::new() } else { header.chain(touchpoint).collect() }
    }

    /// True if the change can alter the funnel or the sentences about it: the order of touchpoints, their names, steps,
    /// reaches or evidence, or what the reaches count.
    pub(crate) fn affects_funnel(&self) -> bool {
        fn inputs(touchpoint: &Arc<Touchpoint>) -> impl PartialEq + '_ {
            let Touchpoint { id, reach, evidence, with_previous, name, .. } = &**touchpoint;
            (id, reach, evidence, with_previous, name)
        }
        let is_same = |splice: &Splice| splice.removed.iter().map(inputs).eq(splice.inserted.iter().map(inputs));
        let counts_others = self.header.as_ref().is_some_and(|header| header.old.unit != header.new.unit);
        counts_others || !self.splices.iter().all(is_same)
    }

    /// Returns the place of the last touchpoints that were replaced, if any were.
    pub fn place(&self) -> Option<Place> {
        self.splices.last().map(|splice| splice.at)
    }

    /// Returns what making the change replaces, one replacement after another.
    pub(super) fn replacements(&self) -> impl Iterator<Item = Replacement> + '_ {
        self.splices.iter().map(|Splice { at, removed, inserted }| Replacement {
            at: *at,
            removed: removed.len(),
            inserted: inserted.clone(),
        })
    }

    /// Returns what undoing the change replaces, one replacement after another.
    pub(super) fn replacements_of_undo(&self) -> impl Iterator<Item = Replacement> + '_ {
        self.splices.iter().rev().map(|Splice { at, removed, inserted }| Replacement {
            at: *at,
            removed: inserted.len(),
            inserted: removed.clone(),
        })
    }

    /// Undoes the change on `map`, which must be as the change left it.
    pub(super) fn undo(&self, map: &mut JourneyMap) {
        if let Some(header) = &self.header {
            map.set_header(Arc::clone(&header.old));
        }
        for splice in self.splices.iter().rev() {
            map.splice(splice.at, splice.inserted.len(), &splice.removed);
        }
    }

    /// Makes the change again on `map`, which must be as it was before the change.
    pub(super) fn redo(&self, map: &mut JourneyMap) {
        if let Some(header) = &self.header {
            map.set_header(Arc::clone(&header.new));
        }
        for splice in &self.splices {
            map.splice(splice.at, splice.removed.len(), &splice.inserted);
        }
    }
}
