//! The difference between two versions of a map, as runs of touchpoints that replace others.

use std::collections::HashMap;
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
