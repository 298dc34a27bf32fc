//! Edits: the changes that can be made to a map, and how the map applies them.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::change::{Change, ChangeKind, HeaderChange, Splice};
use super::change_recorder::ChangeRecorder;
use super::{Header, JourneyMap, Phase, Place, TOUCHPOINT_LIMIT, Touchpoint, TouchpointId};

/// With fewer ids, searching the map for each is faster than indexing all of its touchpoints.
const MIN_IDS_FOR_INDEX: usize = 16;

/// A change to be made to a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Replaces the header.
    SetHeader(Header),
    /// Inserts touchpoints in front of the one at `at`, or below its step if they would split the step.
    Add { at: Place, touchpoints: Vec<Touchpoint> },
    /// Replaces the touchpoints that have the ids of these.
    Replace(Vec<Touchpoint>),
    /// Deletes touchpoints.
    Delete(Vec<TouchpointId>),
    /// Moves touchpoints in front of the one that is at `to` before the move.
    Move { ids: Vec<TouchpointId>, to: Place },
    /// Moves touchpoints up by one step, or by one alternative within their step.
    MoveUp(Vec<TouchpointId>),
    /// Moves touchpoints down by one step, or by one alternative within their step.
    MoveDown(Vec<TouchpointId>),
    /// Replaces the whole map, after a reload or a merge.
    ReplaceMap(JourneyMap),
}

/// Why an edit was rejected; the map is unchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The map has no touchpoint with this id.
    #[error("no touchpoint {0}")]
    UnknownId(TouchpointId),
    /// The map has a touchpoint with this id already, or two of the new ones have it.
    #[error("touchpoint {0} is in the map already")]
    DuplicateId(TouchpointId),
    /// The map would have more touchpoints than a file can hold.
    #[error("more than {TOUCHPOINT_LIMIT} touchpoints")]
    TooManyTouchpoints,
    /// The edit would leave the map as it is.
    #[error("nothing to change")]
    NoChange,
}

impl Edit {
    fn kind(&self) -> ChangeKind {
        match self {
            Edit::SetHeader(_) => ChangeKind::SetHeader,
            Edit::Add { touchpoints, .. } => ChangeKind::Add(touchpoints.len()),
            Edit::Replace(touchpoints) => ChangeKind::Replace(touchpoints.len()),
            Edit::Delete(ids) => ChangeKind::Delete(ids.len()),
            Edit::Move { ids, .. } | Edit::MoveUp(ids) | Edit::MoveDown(ids) => ChangeKind::Move(ids.len()),
            Edit::ReplaceMap(_) => ChangeKind::ReplaceMap,
        }
    }

    fn last_touchpoint(&self) -> Option<TouchpointId> {
        match self {
            Edit::SetHeader(_) | Edit::ReplaceMap(_) => None,
            Edit::Add { touchpoints, .. } | Edit::Replace(touchpoints) => touchpoints.last().map(|each| each.id),
            Edit::Delete(ids) | Edit::Move { ids, .. } | Edit::MoveUp(ids) | Edit::MoveDown(ids) => ids.last().copied(),
        }
    }
}

impl JourneyMap {
    /// Applies an edit; this is the only way to change a map, and an edit that is rejected changes nothing.
    pub fn apply(&mut self, edit: Edit) -> Result<Change, EditError> {
        let (kind, last_touchpoint) = (edit.kind(), edit.last_touchpoint());
        let mut header = None;
        let splices = match edit {
            Edit::SetHeader(new) => {
                header = self.replace_header(&Arc::new(new));
                Vec::new()
            }
            Edit::Add { at, touchpoints } => {
                self.check_new_ids(&touchpoints)?;
                if self.len() + touchpoints.len() > TOUCHPOINT_LIMIT {
                    return Err(EditError::TooManyTouchpoints);
                }
                self.record(|recorder| recorder.insert(at, touchpoints.into_iter().map(Arc::new).collect()))
            }
            Edit::Replace(touchpoints) => {
                let places = self.places(touchpoints.iter().map(|touchpoint| touchpoint.id))?;
                self.record(|recorder| {
                    places.into_iter().zip(touchpoints).for_each(|(place, each)| recorder.replace(place, each));
                })
            }
            Edit::Delete(ids) => {
                self.check_ids(&ids)?;
                self.record(|recorder| recorder.delete(&ids))
            }
            Edit::Move { ids, to } => {
                self.check_ids(&ids)?;
                self.record(|recorder| recorder.move_to(&ids, to))
            }
            Edit::MoveUp(ids) => {
                self.check_ids(&ids)?;
                self.record(|recorder| recorder.move_up(&ids))
            }
            Edit::MoveDown(ids) => {
                self.check_ids(&ids)?;
                self.record(|recorder| recorder.move_down(&ids))
            }
            Edit::ReplaceMap(new) => {
                header = self.replace_header(new.header());
                Phase::ALL.into_iter().filter_map(|phase| self.replace_phase(phase, new.phase(phase))).collect()
            }
        };
        if header.is_none() && splices.iter().all(|splice| splice.removed == splice.inserted) {
            return Err(EditError::NoChange);
        }
        Ok(Change { kind, last_touchpoint, header, splices })
    }

    fn record(&mut self, edit: impl FnOnce(&mut ChangeRecorder)) -> Vec<Splice> {
        let mut recorder = ChangeRecorder::new(self);
        edit(&mut recorder);
        recorder.finish()
    }

    /// Replaces the header; returns none if the new one is equal.
    fn replace_header(&mut self, new: &Arc<Header>) -> Option<HeaderChange> {
        let change = HeaderChange { old: Arc::clone(self.header()), new: Arc::clone(new) };
        if change.old == change.new {
            return None;
        }
        self.set_header(Arc::clone(new));
        Some(change)
    }

    /// Replaces a phase from the first to the last touchpoint that differs; returns none if none does.
    fn replace_phase(&mut self, phase: Phase, new: &[Arc<Touchpoint>]) -> Option<Splice> {
        let old = self.phase(phase);
        let same = |(old, new): &(&Arc<Touchpoint>, &Arc<Touchpoint>)| old == new;
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

    fn check_new_ids(&self, touchpoints: &[Touchpoint]) -> Result<(), EditError> {
        let mut ids = HashSet::with_capacity(touchpoints.len());
        let repeated = touchpoints.iter().map(|each| each.id).find(|&id| !ids.insert(id));
        let in_map = || {
            if touchpoints.len() < MIN_IDS_FOR_INDEX {
                touchpoints.iter().map(|each| each.id).find(|&id| self.find(id).is_some())
            } else {
                self.ids().find(|id| ids.contains(id))
            }
        };
        repeated.or_else(in_map).map_or(Ok(()), |id| Err(EditError::DuplicateId(id)))
    }

    fn check_ids(&self, ids: &[TouchpointId]) -> Result<(), EditError> {
        self.places(ids.iter().copied()).map(drop)
    }

    fn places(&self, ids: impl ExactSizeIterator<Item = TouchpointId>) -> Result<Vec<Place>, EditError> {
        if ids.len() < MIN_IDS_FOR_INDEX {
            return ids.map(|id| self.find(id).ok_or(EditError::UnknownId(id))).collect();
        }
        let places: HashMap<_, _> = self.touchpoints().map(|(place, each)| (each.id, place)).collect();
        ids.map(|id| places.get(&id).copied().ok_or(EditError::UnknownId(id))).collect()
    }
}
