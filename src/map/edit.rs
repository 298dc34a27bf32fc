//! Changes as values: what is asked of a map, and what it did to it.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::field::{Field, HEADER, TOUCHPOINT};
use super::regroup::Regroup;
use super::{Header, JourneyMap, Phase, Place, Touchpoint, TouchpointId};

/// Which way touchpoints move within their phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Up,
    Down,
}

/// A change that somebody wants made to a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Replaces what the map says of itself.
    Describe(Header),
    /// Adds touchpoints in front of the one at `at`, or behind its step when that is asked in the middle of one.
    Add { at: Place, touchpoints: Vec<Touchpoint> },
    /// Replaces touchpoints by those of the same identities.
    Replace(Vec<Touchpoint>),
    /// Takes touchpoints out.
    Delete(Vec<TouchpointId>),
    /// Moves touchpoints in front of the one that stands at `to` now.
    Move { ids: Vec<TouchpointId>, to: Place },
    /// Moves touchpoints by one step, or by one alternative within their step.
    Shift { ids: Vec<TouchpointId>, direction: Direction },
    /// Replaces the whole map by another, as it was reloaded or merged.
    Adopt(JourneyMap),
}

/// Why a change was not made; the map is as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The map has no such touchpoint.
    #[error("no touchpoint {0}")]
    Unknown(TouchpointId),
    /// The map has a touchpoint of that identity already.
    #[error("touchpoint {0} is in the map already")]
    Taken(TouchpointId),
    /// Everything is as the change would have it.
    #[error("nothing to change")]
    Nothing,
}

/// What sort of change was made, and to how many touchpoints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    Describe,
    Add(usize),
    Replace(usize),
    Delete(usize),
    Move(usize),
    Adopt,
}

/// A change that was made, with all that is needed to reverse and repeat it.
#[derive(Clone, Debug)]
pub struct Change {
    pub deed: Deed,
    about: Option<TouchpointId>,
    header: Option<Reheading>,
    splices: Vec<Splice>,
}

#[derive(Clone, Debug)]
struct Reheading {
    old: Arc<Header>,
    new: Arc<Header>,
}

/// Touchpoints at a place, replaced by others.
#[derive(Clone, Debug)]
pub(super) struct Splice {
    pub at: Place,
    pub removed: Vec<Arc<Touchpoint>>,
    pub inserted: Vec<Arc<Touchpoint>>,
}

impl Change {
    /// The touchpoint to look at after this change was made, when it left one in the map.
    pub fn seen_after(&self) -> Option<TouchpointId> {
        match self.deed {
            Deed::Describe | Deed::Delete(_) | Deed::Adopt => None,
            Deed::Add(_) | Deed::Replace(_) | Deed::Move(_) => self.about,
        }
    }

    /// The touchpoint to look at after this change was reversed, when that put one back.
    pub fn seen_before(&self) -> Option<TouchpointId> {
        match self.deed {
            Deed::Describe | Deed::Add(_) | Deed::Adopt => None,
            Deed::Delete(_) | Deed::Replace(_) | Deed::Move(_) => self.about,
        }
    }

    /// The last touchpoint that the change is about.
    pub fn about(&self) -> Option<TouchpointId> {
        self.about
    }

    /// The fields that differ where this change replaced what was there, by their names in the file.
    pub fn fields(&self) -> Vec<&'static str> {
        let header = self.header.iter().flat_map(|header| {
            let differs = |field: &&Field<Header>| !(field.same)(&header.old, &header.new);
            HEADER.iter().filter(differs).map(|field| field.key)
        });
        let replaced = self.splices.iter().filter(|_| matches!(self.deed, Deed::Replace(_)));
        let pairs: Vec<_> = replaced.flat_map(|splice| splice.removed.iter().zip(&splice.inserted)).collect();
        let differs = |field: &&Field<Touchpoint>| pairs.iter().any(|(old, new)| !(field.same)(old, new));
        let touchpoint = TOUCHPOINT.iter().filter(differs).map(|field| field.key);
        if self.deed == Deed::Adopt { Vec::new() } else { header.chain(touchpoint).collect() }
    }

    /// Whether this change can alter the funnel: what stands where, in which step, with which reach and evidence.
    pub fn renumbers(&self) -> bool {
        let counts =
            |touchpoint: &Touchpoint| (touchpoint.id, touchpoint.reach, touchpoint.evidence, touchpoint.with_previous);
        self.splices.iter().any(|splice| {
            let removed = splice.removed.iter().map(|each| counts(each));
            !removed.eq(splice.inserted.iter().map(|each| counts(each)))
        })
    }

    /// Where this change ended, when it touched touchpoints.
    pub fn place(&self) -> Option<Place> {
        self.splices.last().map(|splice| splice.at)
    }
}

impl JourneyMap {
    /// Makes a change, the only way to alter a map; a refused change alters nothing.
    pub fn apply(&mut self, edit: Edit) -> Result<Change, Refused> {
        let about = match &edit {
            Edit::Describe(_) | Edit::Adopt(_) => None,
            Edit::Add { touchpoints, .. } | Edit::Replace(touchpoints) => touchpoints.last().map(|each| each.id),
            Edit::Delete(ids) | Edit::Move { ids, .. } | Edit::Shift { ids, .. } => ids.last().copied(),
        };
        let (deed, header, splices) = match edit {
            Edit::Describe(header) => {
                if header == **self.header() {
                    return Err(Refused::Nothing);
                }
                (Deed::Describe, self.rehead(&Arc::new(header)), Vec::new())
            }
            Edit::Add { at, touchpoints } => {
                let mut ids = HashSet::with_capacity(touchpoints.len());
                let again = touchpoints.iter().map(|each| each.id).find(|&id| !ids.insert(id));
                let here = || self.touchpoints().map(|(_, each)| each.id).find(|id| ids.contains(id));
                if let Some(id) = again.or_else(here) {
                    return Err(Refused::Taken(id));
                }
                let deed = Deed::Add(touchpoints.len());
                let mut regroup = Regroup::new(self);
                regroup.insert(at, touchpoints.into_iter().map(Arc::new).collect());
                (deed, None, regroup.finish())
            }
            Edit::Replace(touchpoints) => {
                let deed = Deed::Replace(touchpoints.len());
                let places = self.places(touchpoints.iter().map(|touchpoint| touchpoint.id))?;
                let mut regroup = Regroup::new(self);
                for (place, touchpoint) in places.into_iter().zip(touchpoints) {
                    regroup.replace(place, touchpoint);
                }
                (deed, None, regroup.finish())
            }
            Edit::Delete(ids) => {
                self.places(ids.iter().copied())?;
                let mut regroup = Regroup::new(self);
                regroup.remove_all(&ids);
                (Deed::Delete(ids.len()), None, regroup.finish())
            }
            Edit::Move { ids, to } => {
                self.places(ids.iter().copied())?;
                let mut regroup = Regroup::new(self);
                regroup.relocate(&ids, to);
                (Deed::Move(ids.len()), None, regroup.finish())
            }
            Edit::Shift { ids, direction } => {
                self.places(ids.iter().copied())?;
                let mut regroup = Regroup::new(self);
                regroup.shift(&ids, direction);
                (Deed::Move(ids.len()), None, regroup.finish())
            }
            Edit::Adopt(other) => {
                let header = self.rehead(other.header());
                let splices = Phase::ALL.into_iter().filter_map(|phase| self.adopt(phase, other.phase(phase)));
                (Deed::Adopt, header, splices.collect())
            }
        };
        if header.is_none() && splices.iter().all(|splice| splice.removed == splice.inserted) {
            return Err(Refused::Nothing);
        }
        Ok(Change { deed, about, header, splices })
    }

    /// Gives the map another header, if it is another.
    fn rehead(&mut self, new: &Arc<Header>) -> Option<Reheading> {
        let reheading = Reheading { old: Arc::clone(self.header()), new: Arc::clone(new) };
        if reheading.old == reheading.new {
            return None;
        }
        self.set_header(Arc::clone(new));
        Some(reheading)
    }

    /// Replaces what differs of a phase, from the first to the last touchpoint that does.
    fn adopt(&mut self, phase: Phase, new: &[Arc<Touchpoint>]) -> Option<Splice> {
        let old = self.phase(phase);
        let same = |(one, other): &(&Arc<Touchpoint>, &Arc<Touchpoint>)| one == other;
        let start = old.iter().zip(new).take_while(same).count();
        let end = old[start..].iter().rev().zip(new[start..].iter().rev()).take_while(same).count();
        let (count, inserted) = (old.len() - start - end, new[start..new.len() - end].to_vec());
        if count == 0 && inserted.is_empty() {
            return None;
        }
        let at = Place::new(phase, start);
        let removed = self.splice(at, count, &inserted);
        Some(Splice { at, removed, inserted })
    }

    /// Undoes a change; right only on the map as that change left it.
    pub(super) fn reverse(&mut self, change: &Change) {
        if let Some(header) = &change.header {
            self.set_header(Arc::clone(&header.old));
        }
        for splice in change.splices.iter().rev() {
            self.splice(splice.at, splice.inserted.len(), &splice.removed);
        }
    }

    /// Makes a reversed change again; right only on the map as it was before that change.
    pub(super) fn repeat(&mut self, change: &Change) {
        if let Some(header) = &change.header {
            self.set_header(Arc::clone(&header.new));
        }
        for splice in &change.splices {
            self.splice(splice.at, splice.removed.len(), &splice.inserted);
        }
    }

    fn places(&self, ids: impl ExactSizeIterator<Item = TouchpointId>) -> Result<Vec<Place>, Refused> {
        if ids.len() < 16 {
            return ids.map(|id| self.find(id).ok_or(Refused::Unknown(id))).collect();
        }
        let places: HashMap<_, _> = self.touchpoints().map(|(place, each)| (each.id, place)).collect();
        ids.map(|id| places.get(&id).copied().ok_or(Refused::Unknown(id))).collect()
    }
}
