//! One order out of three: each side's moves and additions, in one sequence.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use super::Sides;
use crate::map::longest_increasing::longest_increasing;

/// The order of all that is in ours or theirs, each at most once; ours counts where both moved the same.
///
/// What both sides have in the same order keeps it. What only one side has follows what it follows there, at the end it
/// stays at the end, and ours comes first where both added at the same place.
pub fn merged<T: Copy + Eq + Hash>(orders: &Sides<Vec<T>>) -> Vec<T> {
    let rows = orders.as_ref().map(|order| order.iter().enumerate().map(|(row, &each)| (each, row)).collect());
    let woven = woven(orders, &rows);
    let placed = placed(orders, &rows, &woven);
    if keeps_what_is_agreed(&placed, &rows) { placed } else { woven }
}

type Rows<T> = Sides<HashMap<T, usize>>;

/// Takes from the heads of both orders; where they differ, from the side that changed which comes first.
fn woven<T: Copy + Eq + Hash>(orders: &Sides<Vec<T>>, rows: &Rows<T>) -> Vec<T> {
    let theirs_first = |ours: &T, theirs: &T| match (rows.base.get(ours), rows.base.get(theirs)) {
        (Some(ours), Some(theirs)) => ours < theirs,
        (Some(_) | None, None) | (None, Some(_)) => false,
    };
    let mut woven = Vec::with_capacity(orders.ours.len().max(orders.theirs.len()));
    let mut taken = HashSet::with_capacity(woven.capacity());
    let mut ours = orders.ours.iter().copied().peekable();
    let mut theirs = orders.theirs.iter().copied().peekable();
    loop {
        while ours.next_if(|each| taken.contains(each)).is_some() {}
        while theirs.next_if(|each| taken.contains(each)).is_some() {}
        let next = match (ours.peek(), theirs.peek()) {
            (None, None) => return woven,
            (Some(&next), None) | (None, Some(&next)) => next,
            (Some(&our), Some(&their)) => {
                if !rows.theirs.contains_key(&our) {
                    our
                } else if !rows.ours.contains_key(&their) || theirs_first(&our, &their) {
                    their
                } else {
                    our
                }
            }
        };
        taken.insert(next);
        woven.push(next);
    }
}

/// Puts each that moved between those that nobody moved, where the side has it that moved it.
fn placed<T: Copy + Eq + Hash>(orders: &Sides<Vec<T>>, rows: &Rows<T>, woven: &[T]) -> Vec<T> {
    let common = orders.base.iter().copied();
    let common = common.filter(|each| rows.ours.contains_key(each) && rows.theirs.contains_key(each)).collect();
    let unmoved = longest_increasing_in(longest_increasing_in(common, &rows.ours), &rows.theirs);
    let unmoved: HashMap<T, usize> = unmoved.into_iter().enumerate().map(|(nth, each)| (each, nth)).collect();
    let gaps = orders.as_ref().map(|order| gaps(order, &unmoved));

    let ends = Sides {
        base: 0,
        ours: end(&orders.ours, &rows.base, &rows.theirs),
        theirs: end(&orders.theirs, &rows.base, &rows.ours),
    };

    let mut keys = HashMap::<T, usize>::with_capacity(woven.len());
    let mut placed = Vec::with_capacity(woven.len());
    for &each in woven {
        let row = rows.as_ref().map(|rows| rows.get(&each).copied());
        let gap = gaps.as_ref().map(|gaps| gaps.get(&each).copied());
        let key = match (unmoved.get(&each), row.ours, row.theirs) {
            (Some(nth), _, _) => 2 * nth + 1,
            (None, Some(row), None) if row >= ends.ours => usize::MAX,
            (None, None, Some(row)) if row >= ends.theirs => usize::MAX,
            (None, Some(row), None) if !rows.base.contains_key(&each) => above(&orders.ours, row, &keys),
            (None, None, Some(row)) if !rows.base.contains_key(&each) => above(&orders.theirs, row, &keys),
            (None, _, None) => 2 * gap.ours.unwrap_or_default(),
            (None, None, Some(_)) => 2 * gap.theirs.unwrap_or_default(),
            // The side that changed it; ours where both did.
            (None, Some(_), Some(_)) if gap.ours == gap.base => 2 * gap.theirs.unwrap_or_default(),
            (None, Some(_), Some(_)) => 2 * gap.ours.unwrap_or_default(),
        };
        keys.insert(each, key);
        placed.push((key, each));
    }
    placed.sort_by_key(|(key, _)| *key);
    placed.into_iter().map(|(_, each)| each).collect()
}

fn longest_increasing_in<T: Copy + Eq + Hash>(order: Vec<T>, rows: &HashMap<T, usize>) -> Vec<T> {
    let rows: Vec<usize> = order.iter().filter_map(|each| rows.get(each).copied()).collect();
    order.into_iter().zip(longest_increasing(&rows)).filter(|(_, marked)| *marked).map(|(each, _)| each).collect()
}

/// How many unmoved ones stand before each that is not one of them.
fn gaps<T: Copy + Eq + Hash>(order: &[T], unmoved: &HashMap<T, usize>) -> HashMap<T, usize> {
    let mut before = 0;
    let mut gaps = HashMap::new();
    for &each in order {
        if unmoved.contains_key(&each) {
            before += 1;
        } else {
            gaps.insert(each, before);
        }
    }
    gaps
}

/// The row behind which a side has nothing but its own additions.
fn end<T: Eq + Hash>(order: &[T], base: &HashMap<T, usize>, other: &HashMap<T, usize>) -> usize {
    order.iter().rposition(|each| base.contains_key(each) || other.contains_key(each)).map_or(0, |row| row + 1)
}

/// The key of the one above a row.
fn above<T: Copy + Eq + Hash>(order: &[T], row: usize, keys: &HashMap<T, usize>) -> usize {
    row.checked_sub(1).and_then(|row| keys.get(&order[row])).copied().unwrap_or_default()
}

/// Whether all pairs that stand in the same order in ours and in theirs do so here; in time O(n log n).
fn keeps_what_is_agreed<T: Copy + Eq + Hash>(order: &[T], rows: &Rows<T>) -> bool {
    // A tree of maxima (Fenwick, 1994) over the rows of ours from the last: the highest row of theirs so far, plus 1.
    let size = rows.ours.len();
    let mut highest = vec![0; size + 1];
    for each in order {
        let (Some(&ours), Some(&theirs)) = (rows.ours.get(each), rows.theirs.get(each)) else { continue };
        let mut at = size - ours - 1;
        while at > 0 {
            if highest[at] > theirs + 1 {
                return false;
            }
            at &= at - 1;
        }
        at = size - ours;
        while at <= size {
            highest[at] = highest[at].max(theirs + 1);
            at += at & at.wrapping_neg();
        }
    }
    true
}
