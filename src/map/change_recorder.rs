//! Inserts, moves and deletes touchpoints so that all others keep their steps, and records what it did.

use std::collections::HashSet;
use std::sync::Arc;

use super::change::Splice;
use super::step::{copy_block, is_joined, step_around, with_joined};
use super::{JourneyMap, Phase, Place, Touchpoint, TouchpointId};

/// Changes a map and records every replacement of touchpoints.
pub(super) struct ChangeRecorder<'a> {
    map: &'a mut JourneyMap,
    splices: Vec<Splice>,
}

impl<'a> ChangeRecorder<'a> {
    pub fn new(map: &'a mut JourneyMap) -> ChangeRecorder<'a> {
        ChangeRecorder { map, splices: Vec::new() }
    }

    /// Returns the recorded replacements, in the order in which they were made.
    pub fn finish(self) -> Vec<Splice> {
        self.splices
    }

    /// Replaces the touchpoint at `at`.
    pub(crate) fn replace(&mut self, at: Place, touchpoint: Touchpoint) {
        self.splice(at, 1, vec![Arc::new(touchpoint)]);
    }

    /// Inserts touchpoints in front of the one at `at`. In the middle of a step, they go below the step unless all of
    /// them are marked as its alternatives.
    pub(crate) fn insert(&mut self, at: Place, block: Vec<Arc<Touchpoint>>) {
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

    /// Deletes touchpoints.
    pub(crate) fn delete(&mut self, ids: &[TouchpointId]) {
        for place in self.places(&ids.iter().copied().collect()).into_iter().rev() {
            self.delete_at(place);
        }
    }

    /// Moves touchpoints in front of the one that is at `to` before the move; those of one step stay together.
    pub(crate) fn move_to(&mut self, ids: &[TouchpointId], to: Place) {
        let ids: HashSet<_> = ids.iter().copied().collect();
        let places = self.places(&ids);
        let (Some(&first), Some(&last)) = (places.first(), places.last()) else {
            return;
        };
        let step_of = |place: Place| (place.phase, step_around(self.map.phase(place.phase), place.row));

        // The next touchpoint from `to` on that does not move itself.
        let column = self.map.phase(to.phase);
        let next = (to.row..column.len()).find(|&row| !ids.contains(&column[row].id));
        let moves_within_step = next.is_some_and(|next| {
            let step = step_of(Place::new(to.phase, next));
            // At the top of the step nothing is left above the block that it could join.
            let has_rest_above = (step.1.start..next).any(|row| !ids.contains(&column[row].id));
            is_joined(column, next) && has_rest_above && places.iter().all(|&place| step_of(place) == step)
        });

        let mut block = copy_block(self.map, &places);
        if moves_within_step {
            block.iter_mut().for_each(|each| *each = with_joined(each, true));
        }

        let next = next.map(|row| column[row].id);
        let is_contiguous = first.phase == last.phase && last.row - first.row + 1 == places.len();
        let is_in_place = first.phase == to.phase && next == column.get(last.row + 1).map(|each| each.id);
        let is_unchanged =
            block.iter().zip(&column[first.row.min(column.len())..]).all(|(new, old)| Arc::ptr_eq(new, old));
        if is_contiguous && is_in_place && is_unchanged && !is_joined(column, last.row + 1) {
            return;
        }

        for place in places.into_iter().rev() {
            self.delete_at(place);
        }
        let column = self.map.phase(to.phase);
        let row = next.and_then(|id| column.iter().position(|each| each.id == id)).unwrap_or(column.len());
        self.insert(Place::new(to.phase, row), block);
    }

    /// Moves touchpoints up by one step in each phase; at the top of a phase they stay.
    ///
    /// A single alternative first moves up within its step, then out of it. Several touchpoints move as one block.
    pub(crate) fn move_up(&mut self, ids: &[TouchpointId]) {
        for phase in Phase::ALL {
            let column = self.map.phase(phase);
            match rows_of(column, ids).as_slice() {
                [] => {}
                &[row] => self.move_one_up(Place::new(phase, row)),
                rows @ &[first, ..] => {
                    let here = ids_at(column, rows);
                    if let Some(above) = step_around(column, first).start.checked_sub(1) {
                        let row = step_around(column, above).start;
                        self.move_to(&here, Place::new(phase, row));
                    }
                }
            }
        }
    }

    /// Moves touchpoints down by one step in each phase; at the bottom of a phase they stay.
    ///
    /// A single alternative first moves down within its step, then out of it. Several touchpoints move as one block.
    pub(crate) fn move_down(&mut self, ids: &[TouchpointId]) {
        for phase in Phase::ALL {
            let column = self.map.phase(phase);
            match rows_of(column, ids).as_slice() {
                [] => {}
                &[row] => self.move_one_down(Place::new(phase, row)),
                rows @ &[.., last] => {
                    let here = ids_at(column, rows);
                    let below = step_around(column, last).end;
                    if below < column.len() {
                        let row = step_around(column, below).end;
                        self.move_to(&here, Place::new(phase, row));
                    }
                }
            }
        }
    }

    fn move_one_up(&mut self, at: Place) {
        let column = self.map.phase(at.phase);
        let step = step_around(column, at.row);
        let id = column[at.row].id;
        if at.row > step.start {
            self.swap_with_next(Place::new(at.phase, at.row - 1));
        } else if step.len() > 1 {
            // The rest of the step becomes a step of its own below the touchpoint.
            self.set_joined(Place::new(at.phase, at.row + 1), false);
            self.set_joined(at, false);
        } else if let Some(above) = at.row.checked_sub(1) {
            let row = step_around(column, above).start;
            self.move_to(&[id], Place::new(at.phase, row));
        }
    }

    fn move_one_down(&mut self, at: Place) {
        let column = self.map.phase(at.phase);
        let step = step_around(column, at.row);
        let id = column[at.row].id;
        if at.row + 1 < step.end {
            self.swap_with_next(at);
        } else if step.len() > 1 {
            self.set_joined(at, false);
        } else if step.end < column.len() {
            let row = step_around(column, step.end).end;
            self.move_to(&[id], Place::new(at.phase, row));
        }
    }

    /// Swaps the touchpoint at `at` with the next alternative of its step.
    fn swap_with_next(&mut self, at: Place) {
        if let [upper, lower, ..] = &self.map.phase(at.phase)[at.row..] {
            let now_upper = Touchpoint { with_previous: upper.with_previous, ..Touchpoint::clone(lower) };
            let now_lower = Touchpoint { with_previous: true, ..Touchpoint::clone(upper) };
            self.splice(at, 2, vec![Arc::new(now_upper), Arc::new(now_lower)]);
        }
    }

    /// Makes the touchpoint at `at` an alternative to the one above it, or the first of a step.
    fn set_joined(&mut self, at: Place, joined: bool) {
        let Some(touchpoint) = self.map.at(at) else { return };
        if touchpoint.with_previous != joined {
            let touchpoint = Touchpoint { with_previous: joined, ..Touchpoint::clone(touchpoint) };
            self.replace(at, touchpoint);
        }
    }

    /// Deletes the touchpoint at `at`; if it is the first of a step, the next alternative becomes the first.
    fn delete_at(&mut self, at: Place) {
        let column = self.map.phase(at.phase);
        if !is_joined(column, at.row) && is_joined(column, at.row + 1) {
            self.set_joined(Place::new(at.phase, at.row + 1), false);
        }
        self.splice(at, 1, Vec::new());
    }

    fn splice(&mut self, at: Place, removed: usize, inserted: Vec<Arc<Touchpoint>>) {
        let removed = self.map.splice(at, removed, &inserted);
        self.splices.push(Splice { at, removed, inserted });
    }

    fn places(&self, ids: &HashSet<TouchpointId>) -> Vec<Place> {
        self.map.touchpoints().filter(|(_, each)| ids.contains(&each.id)).map(|(place, _)| place).collect()
    }
}

fn rows_of(column: &[Arc<Touchpoint>], ids: &[TouchpointId]) -> Vec<usize> {
    (0..column.len()).filter(|&row| ids.contains(&column[row].id)).collect()
}

fn ids_at(column: &[Arc<Touchpoint>], rows: &[usize]) -> Vec<TouchpointId> {
    rows.iter().map(|&row| column[row].id).collect()
}
