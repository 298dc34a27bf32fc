//! The difference between two versions of a map, as runs of touchpoints that replace others.

use std::collections::HashMap;
use std::mem;
use std::ops::Range;
use std::sync::Arc;

use super::longest_increasing::longest_increasing;
use super::{JourneyMap, Phase, Place, Touchpoint, TouchpointId};

/// A run of touchpoints that is replaced by another run; either may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Replacement {
    /// The place of the run in the map before all replacements.
    pub at: Place,
    pub removed: usize,
    pub inserted: Vec<Arc<Touchpoint>>,
}

/// Returns the replacements that turn the touchpoints of `before` into those of `after`: in each phase from the top down,
/// without overlaps. A touchpoint that moves is removed at one place and inserted at another.
pub(crate) fn replacements(before: &JourneyMap, after: &JourneyMap) -> Vec<Replacement> {
    // The two maps share the phases that did not change.
    let changed = Phase::ALL.into_iter().filter(|&phase| !std::ptr::eq(before.phase(phase), after.phase(phase)));
    changed.flat_map(|phase| in_phase(phase, before.phase(phase), after.phase(phase))).collect()
}

/// Returns the one set of replacements that does what these do one after another: each place is in the map as the
/// replacements before it left it.
pub(crate) fn compose(made: impl IntoIterator<Item = Replacement>) -> Vec<Replacement> {
    let mut phases = Phase::ALL.map(|_| vec![Piece::Old(0..usize::MAX)]);
    for Replacement { at, removed, inserted } in made {
        let pieces = &mut phases[at.phase.index()];
        let first = split_at(pieces, at.row);
        let end = split_at(pieces, at.row + removed);
        pieces.splice(first..end, [Piece::New(inserted)]);
    }
    Phase::ALL.into_iter().zip(phases).flat_map(|(phase, pieces)| between_old(phase, pieces)).collect()
}

/// A piece of a phase in which touchpoints were replaced.
enum Piece {
    /// The touchpoints at these rows of the old phase.
    Old(Range<usize>),
    New(Vec<Arc<Touchpoint>>),
}

/// Splits the piece at a row, and returns the number of pieces above the row.
fn split_at(pieces: &mut Vec<Piece>, row: usize) -> usize {
    let mut left = row;
    for index in 0..pieces.len() {
        let length = match &pieces[index] {
            Piece::Old(rows) => rows.len(),
            Piece::New(touchpoints) => touchpoints.len(),
        };
        if left == 0 {
            return index;
        }
        if left < length {
            let below = match &mut pieces[index] {
                Piece::Old(rows) => {
                    let middle = rows.start + left;
                    Piece::Old(middle..mem::replace(&mut rows.end, middle))
                }
                Piece::New(touchpoints) => Piece::New(touchpoints.split_off(left)),
            };
            pieces.insert(index + 1, below);
            return index + 1;
        }
        left -= length;
    }
    pieces.len()
}

/// Returns the replacements of what is missing between the old pieces by the new ones.
fn between_old(phase: Phase, pieces: Vec<Piece>) -> Vec<Replacement> {
    let mut replacements = Vec::new();
    let (mut row, mut inserted) = (0, Vec::new());
    for piece in pieces {
        match piece {
            Piece::New(touchpoints) => inserted.extend(touchpoints),
            Piece::Old(rows) => {
                if row < rows.start || !inserted.is_empty() {
                    let at = Place::new(phase, row);
                    replacements.push(Replacement {
                        at,
                        removed: rows.start - row,
                        inserted: mem::take(&mut inserted),
                    });
                }
                row = rows.end;
            }
        }
    }
    replacements
}

/// Applies replacements to the touchpoints of each phase. Returns `None` if one of them is below the end of its phase, or two overlap.
pub(crate) fn apply(phases: &mut [Vec<Arc<Touchpoint>>; 3], replacements: Vec<Replacement>) -> Option<()> {
    let mut last = None;
    // From the bottom up, so that the places of the replacements above stay right.
    for Replacement { at, removed, inserted } in replacements.into_iter().rev() {
        let touchpoints = &mut phases[at.phase.index()];
        let end = at.row.checked_add(removed)?;
        let limit = last.filter(|last: &Place| last.phase == at.phase).map_or(touchpoints.len(), |last| last.row);
        if end > limit {
            return None;
        }
        touchpoints.splice(at.row..end, inserted);
        last = Some(at);
    }
    Some(())
}

/// Returns how many touchpoints at the beginning are the same.
fn count_same<'a>(
    old: impl Iterator<Item = &'a Arc<Touchpoint>>,
    new: impl Iterator<Item = &'a Arc<Touchpoint>>,
) -> usize {
    old.zip(new).take_while(|(old, new)| old == new).count()
}

fn in_phase(phase: Phase, old: &[Arc<Touchpoint>], new: &[Arc<Touchpoint>]) -> Vec<Replacement> {
    let top = count_same(old.iter(), new.iter());
    let bottom = count_same(old[top..].iter().rev(), new[top..].iter().rev());
    let (old, new) = (&old[top..old.len() - bottom], &new[top..new.len() - bottom]);
    let mut replacements = Vec::new();
    let (mut old_row, mut new_row) = (0, 0);
    let end = (old.len(), new.len());
    for (old_same, new_same) in same_touchpoints(old, new).into_iter().chain([end]) {
        if (old_row, new_row) != (old_same, new_same) {
            let at = Place::new(phase, top + old_row);
            let inserted = new[new_row..new_same].to_vec();
            replacements.push(Replacement { at, removed: old_same - old_row, inserted });
        }
        (old_row, new_row) = (old_same + 1, new_same + 1);
    }
    replacements
}

/// Returns the old and new rows of the touchpoints that are unchanged and in the same order, as many as possible.
fn same_touchpoints(old: &[Arc<Touchpoint>], new: &[Arc<Touchpoint>]) -> Vec<(usize, usize)> {
    let old_rows: HashMap<TouchpointId, usize> = old.iter().enumerate().map(|(row, each)| (each.id, row)).collect();
    let same: Vec<(usize, usize)> = new
        .iter()
        .enumerate()
        .filter_map(|(new_row, each)| {
            let &old_row = old_rows.get(&each.id)?;
            (old[old_row] == *each).then_some((old_row, new_row))
        })
        .collect();
    let old_rows: Vec<usize> = same.iter().map(|&(old_row, _)| old_row).collect();
    let stay = longest_increasing(&old_rows);
    same.into_iter().zip(stay).filter_map(|(rows, stays)| stays.then_some(rows)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::map::Name;

    fn touchpoints(first: u32, count: usize) -> Vec<Arc<Touchpoint>> {
        let name = |nth: u32| Name::new(&nth.to_string()).unwrap();
        let numbers = (first..).take(count);
        numbers.map(|nth| Arc::new(Touchpoint::new(TouchpointId::NONE, name(nth)))).collect()
    }

    proptest! {
        #[test]
        fn a_composition_does_what_the_replacements_do_one_after_another(
            made in prop::collection::vec((0..3_usize, 0..12_usize, 0..4_usize, 0..4_usize), 0..20),
        ) {
            let mut one_by_one = [touchpoints(0, 10), touchpoints(100, 5), Vec::new()];
            let mut at_once = one_by_one.clone();
            let mut replacements = Vec::new();
            for (nth, &(phase, row, removed, inserted)) in (1_000..).step_by(10).zip(&made) {
                let length = one_by_one[phase].len();
                let row = row.min(length);
                let replacement = Replacement {
                    at: Place::new(Phase::ALL[phase], row),
                    removed: removed.min(length - row),
                    inserted: touchpoints(nth, inserted),
                };
                apply(&mut one_by_one, vec![replacement.clone()]).expect("inside the phase");
                replacements.push(replacement);
            }
            apply(&mut at_once, compose(replacements)).expect("inside the phases, without overlaps");
            prop_assert_eq!(at_once, one_by_one);
        }
    }
}
