//! Merges two orders of the same items, with the moves and additions of both sides.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use super::ThreeWay;
use crate::map::longest_increasing::longest_increasing;

/// Merges two orders; each item of ours and theirs is in the result once.
///
/// Two items that have the same order on both sides keep it. An item that only one side has stays below the item above
/// it on that side, or at the end. If both sides moved an item, our move wins, and if both added items at the same
/// place, ours come first.
pub(super) fn merge_orders<T: Copy + Eq + Hash>(orders: &ThreeWay<Vec<T>>) -> Vec<T> {
    let rows = orders.as_ref().map(|order| order.iter().enumerate().map(|(row, &each)| (each, row)).collect());
    let interleaved = interleave(orders, &rows);
    let placed = place_between_unmoved(orders, &rows, &interleaved);
    if keeps_common_order(&placed, &rows) { placed } else { interleaved }
}

type Rows<T> = ThreeWay<HashMap<T, usize>>;

/// Takes items from the heads of both orders. If the heads differ, the side that changed their order decides.
fn interleave<T: Copy + Eq + Hash>(orders: &ThreeWay<Vec<T>>, rows: &Rows<T>) -> Vec<T> {
    let theirs_first = |ours: &T, theirs: &T| match (rows.base.get(ours), rows.base.get(theirs)) {
        (Some(ours), Some(theirs)) => ours < theirs,
        (Some(_) | None, None) | (None, Some(_)) => false,
    };
    let mut interleaved = Vec::with_capacity(orders.ours.len().max(orders.theirs.len()));
    let mut taken = HashSet::with_capacity(interleaved.capacity());
    let mut ours = orders.ours.iter().copied().peekable();
    let mut theirs = orders.theirs.iter().copied().peekable();
    loop {
        while ours.next_if(|each| taken.contains(each)).is_some() {}
        while theirs.next_if(|each| taken.contains(each)).is_some() {}
        let next = match (ours.peek(), theirs.peek()) {
            (None, None) => return interleaved,
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
        interleaved.push(next);
    }
}

/// Places each moved item between the unmoved ones as on the side that moved it.
fn place_between_unmoved<T: Copy + Eq + Hash>(orders: &ThreeWay<Vec<T>>, rows: &Rows<T>, interleaved: &[T]) -> Vec<T> {
    let common = orders.base.iter().copied();
    let common = common.filter(|each| rows.ours.contains_key(each) && rows.theirs.contains_key(each)).collect();
    let unmoved = longest_in_order(longest_in_order(common, &rows.ours), &rows.theirs);
    let unmoved: HashMap<T, usize> = unmoved.into_iter().enumerate().map(|(nth, each)| (each, nth)).collect();
    let gaps = orders.as_ref().map(|order| gaps(order, &unmoved));

    let ends = ThreeWay {
        base: 0,
        ours: start_of_additions(&orders.ours, &rows.base, &rows.theirs),
        theirs: start_of_additions(&orders.theirs, &rows.base, &rows.ours),
    };

    let mut keys = HashMap::<T, usize>::with_capacity(interleaved.len());
    let mut placed = Vec::with_capacity(interleaved.len());
    for &each in interleaved {
        let row = rows.as_ref().map(|rows| rows.get(&each).copied());
        let gap = gaps.as_ref().map(|gaps| gaps.get(&each).copied());
        let key = match (unmoved.get(&each), row.ours, row.theirs) {
            (Some(nth), _, _) => 2 * nth + 1,
            (None, Some(row), None) if row >= ends.ours => usize::MAX,
            (None, None, Some(row)) if row >= ends.theirs => usize::MAX,
            (None, Some(row), None) if !rows.base.contains_key(&each) => key_above(&orders.ours, row, &keys),
            (None, None, Some(row)) if !rows.base.contains_key(&each) => key_above(&orders.theirs, row, &keys),
            (None, _, None) => 2 * gap.ours.unwrap_or_default(),
            (None, None, Some(_)) => 2 * gap.theirs.unwrap_or_default(),
            // The side that moved the item; ours if both did.
            (None, Some(_), Some(_)) if gap.ours == gap.base => 2 * gap.theirs.unwrap_or_default(),
            (None, Some(_), Some(_)) => 2 * gap.ours.unwrap_or_default(),
        };
        keys.insert(each, key);
        placed.push((key, each));
    }
    placed.sort_by_key(|(key, _)| *key);
    placed.into_iter().map(|(_, each)| each).collect()
}

/// Returns the longest part of `order` that is in the same order in `rows`.
fn longest_in_order<T: Copy + Eq + Hash>(order: Vec<T>, rows: &HashMap<T, usize>) -> Vec<T> {
    let rows: Vec<usize> = order.iter().filter_map(|each| rows.get(each).copied()).collect();
    order.into_iter().zip(longest_increasing(&rows)).filter(|(_, marked)| *marked).map(|(each, _)| each).collect()
}

/// Returns how many unmoved items come before each moved one.
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

/// Returns the row from which on a side has only its own additions.
fn start_of_additions<T: Eq + Hash>(order: &[T], base: &HashMap<T, usize>, other: &HashMap<T, usize>) -> usize {
    order.iter().rposition(|each| base.contains_key(each) || other.contains_key(each)).map_or(0, |row| row + 1)
}

/// Returns the sort key of the item above a row.
fn key_above<T: Copy + Eq + Hash>(order: &[T], row: usize, keys: &HashMap<T, usize>) -> usize {
    row.checked_sub(1).and_then(|row| keys.get(&order[row])).copied().unwrap_or_default()
}

/// True if all pairs that have the same order on both sides have it here too; in time O(n log n).
fn keeps_common_order<T: Copy + Eq + Hash>(order: &[T], rows: &Rows<T>) -> bool {
    // A Fenwick tree (1994) over our rows from the last to the first: the maximum of their rows so far, plus 1.
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
