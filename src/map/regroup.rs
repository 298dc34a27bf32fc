//! Adding, moving and deleting touchpoints without changing how the others are grouped into steps.

use std::collections::HashSet;
use std::sync::Arc;

use super::edit::{Direction, Splice};
use super::step::{detached, is_joined, joined_or_not, step_around};
use super::{JourneyMap, Phase, Place, Touchpoint, TouchpointId};

/// A change in the making: alters a map and writes down how.
pub(super) struct Regroup<'a> {
    map: &'a mut JourneyMap,
    splices: Vec<Splice>,
}

impl<'a> Regroup<'a> {
    pub fn new(map: &'a mut JourneyMap) -> Regroup<'a> {
        Regroup { map, splices: Vec::new() }
    }

    /// What was done, in order.
    pub fn finish(self) -> Vec<Splice> {
        self.splices
    }

    fn splice(&mut self, at: Place, removed: usize, inserted: Vec<Arc<Touchpoint>>) {
        let removed = self.map.splice(at, removed, &inserted);
        self.splices.push(Splice { at, removed, inserted });
    }

    /// Puts a touchpoint in the place of the one that stands there.
    pub fn replace(&mut self, at: Place, touchpoint: Touchpoint) {
        self.splice(at, 1, vec![Arc::new(touchpoint)]);
    }

    /// Joins the touchpoint at a place to the one above it, or separates it.
    fn set_joined(&mut self, at: Place, joined: bool) {
        let Some(touchpoint) = self.map.at(at) else { return };
        if touchpoint.with_previous != joined {
            let touchpoint = Touchpoint { with_previous: joined, ..Touchpoint::clone(touchpoint) };
            self.replace(at, touchpoint);
        }
    }

    /// Takes out the touchpoint at a place; where it led a step, the next of that step leads it.
    fn remove(&mut self, at: Place) {
        let column = self.map.phase(at.phase);
        if !is_joined(column, at.row) && is_joined(column, at.row + 1) {
            self.set_joined(Place::new(at.phase, at.row + 1), false);
        }
        self.splice(at, 1, Vec::new());
    }

    /// Takes out all these touchpoints.
    pub fn remove_all(&mut self, ids: &[TouchpointId]) {
        let ids: HashSet<_> = ids.iter().copied().collect();
        let places: Vec<Place> =
            self.map.touchpoints().filter(|(_, each)| ids.contains(&each.id)).map(|(place, _)| place).collect();
        for place in places.into_iter().rev() {
            self.remove(place);
        }
    }

    /// Puts a block of touchpoints in; in the middle of a step only if all of them join it, else behind that step.
    pub fn insert(&mut self, at: Place, block: Vec<Arc<Touchpoint>>) {
        if block.is_empty() {
            return;
        }
        let column = self.map.phase(at.phase);
        let mut at = Place::new(at.phase, at.row.min(column.len()));
        if is_joined(column, at.row) && !block.iter().all(|each| each.with_previous) {
            at.row = step_around(column, at.row).end;
        }
        if at.row == 0 {
            self.set_joined(at, false);
        }
        self.splice(at, 0, block);
    }

    /// Moves touchpoints in front of the one that stands at `to`; those of one step stay together.
    pub fn relocate(&mut self, ids: &[TouchpointId], to: Place) {
        let ids: HashSet<_> = ids.iter().copied().collect();
        let places: Vec<Place> =
            self.map.touchpoints().filter(|(_, each)| ids.contains(&each.id)).map(|(place, _)| place).collect();
        let (Some(&first), Some(&last)) = (places.first(), places.last()) else {
            return;
        };
        let step_of = |place: Place| (place.phase, step_around(self.map.phase(place.phase), place.row));

        let column = self.map.phase(to.phase);
        let anchor = (to.row..column.len()).find(|&row| !ids.contains(&column[row].id));
        let within = anchor
            .filter(|&row| is_joined(column, row))
            .map(|row| step_of(Place::new(to.phase, row)))
            .filter(|step| places.iter().all(|&place| step_of(place) == *step))
            // In front of what is left of the step there is nothing to join.
            .filter(|(_, rows)| {
                anchor.is_some_and(|row| rows.clone().any(|r| r < row && !ids.contains(&column[r].id)))
            });

        let mut block = detached(self.map, &places);
        if within.is_some() {
            block.iter_mut().for_each(|each| *each = joined_or_not(each, true));
        }

        let anchor = anchor.map(|row| column[row].id);
        let in_one_piece = first.phase == last.phase && last.row - first.row + 1 == places.len();
        let lands_where_it_is = first.phase == to.phase && anchor == column.get(last.row + 1).map(|each| each.id);
        let unchanged =
            block.iter().zip(&column[first.row.min(column.len())..]).all(|(new, old)| Arc::ptr_eq(new, old));
        if in_one_piece && lands_where_it_is && unchanged && !is_joined(column, last.row + 1) {
            return;
        }

        for place in places.into_iter().rev() {
            self.remove(place);
        }
        let column = self.map.phase(to.phase);
        let row = anchor.and_then(|id| column.iter().position(|each| each.id == id)).unwrap_or(column.len());
        self.insert(Place::new(to.phase, row), block);
    }

    /// Moves touchpoints by one step up or down, phase by phase; at the phase's end they stay.
    pub fn shift(&mut self, ids: &[TouchpointId], direction: Direction) {
        for phase in Phase::ALL {
            let column = self.map.phase(phase);
            let mut rows: Vec<usize> = (0..column.len()).filter(|&row| ids.contains(&column[row].id)).collect();
            match rows.as_mut_slice() {
                [] => {}
                [row] => self.shift_one(Place::new(phase, *row), direction),
                [first, .., last] => {
                    let row = match direction {
                        Direction::Up => step_around(column, *first).start.checked_sub(1),
                        Direction::Down => Some(step_around(column, *last).end).filter(|&row| row < column.len()),
                    };
                    let Some(row) = row else { continue };
                    let beyond = step_around(column, row);
                    let row = if direction == Direction::Up { beyond.start } else { beyond.end };
                    let here: Vec<TouchpointId> = rows.iter().map(|&row| column[row].id).collect();
                    self.relocate(&here, Place::new(phase, row));
                }
            }
        }
    }

    fn shift_one(&mut self, at: Place, direction: Direction) {
        let column = self.map.phase(at.phase);
        let step = step_around(column, at.row);
        let id = column[at.row].id;
        let edge = match direction {
            Direction::Up => step.start,
            Direction::Down => step.end - 1,
        };
        if at.row != edge {
            let upper = if direction == Direction::Up { at.row - 1 } else { at.row };
            self.swap(Place::new(at.phase, upper));
        } else if step.len() > 1 {
            // Out of the step, to stand alone beside it.
            let leaver = if direction == Direction::Up { at.row + 1 } else { at.row };
            self.set_joined(Place::new(at.phase, leaver), false);
            self.set_joined(at, false);
        } else {
            let beyond = match direction {
                Direction::Up => at.row.checked_sub(1).map(|row| step_around(column, row).start),
                Direction::Down => {
                    Some(step.end).filter(|&row| row < column.len()).map(|row| step_around(column, row).end)
                }
            };
            if let Some(row) = beyond {
                self.relocate(&[id], Place::new(at.phase, row));
            }
        }
    }

    /// Exchanges the touchpoint at a place with the next of its step; whoever stands first leads the step.
    fn swap(&mut self, at: Place) {
        if let [upper, lower, ..] = &self.map.phase(at.phase)[at.row..] {
            let now_upper = Touchpoint { with_previous: upper.with_previous, ..Touchpoint::clone(lower) };
            let now_lower = Touchpoint { with_previous: true, ..Touchpoint::clone(upper) };
            self.splice(at, 2, vec![Arc::new(now_upper), Arc::new(now_lower)]);
        }
    }
}
