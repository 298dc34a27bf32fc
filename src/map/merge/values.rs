//! Merges the fields of a touchpoint or of the header.

use std::collections::HashSet;

use super::ThreeWay;
use super::order;
use crate::map::conflict::ConflictKind;
use crate::map::field::{self, Field, Value};
use crate::map::{Line, Notes, Rule, Touchpoint};

/// Merges the fields of a touchpoint; returns the conflicts in the order of the fields.
///
/// If the reaches are in conflict, so is their evidence: the merged reach must not get the evidence of the other one.
pub(super) fn merge_touchpoint(sides: &ThreeWay<&Touchpoint>) -> (Touchpoint, Vec<ConflictKind>) {
    let (mut merged, mut conflicts) = merge_fields(field::TOUCHPOINT, sides);
    let position = |key: &str| conflicts.iter().position(|conflict| is_field(conflict, key));
    if let (Some(at), None) = (position("reach"), position("evidence"))
        && sides.ours.evidence != sides.theirs.evidence
    {
        merged.evidence = sides.ours.evidence;
        let (ours, theirs) =
            (Value::Choice(Some(sides.ours.evidence.into())), Value::Choice(Some(sides.theirs.evidence.into())));
        conflicts.insert(at + 1, ConflictKind::Field { key: "evidence", ours, theirs });
    }
    (merged, conflicts)
}

fn is_field(conflict: &ConflictKind, wanted: &str) -> bool {
    matches!(conflict, ConflictKind::Field { key, .. } if *key == wanted)
}

/// Takes the fields that either side changed. A field that both changed is a conflict if its values cannot be combined.
pub(super) fn merge_fields<S: Clone>(fields: &[Field<S>], sides: &ThreeWay<&S>) -> (S, Vec<ConflictKind>) {
    let ThreeWay { base, ours, theirs } = *sides;
    let mut merged = ours.clone();
    let mut conflicts = Vec::new();
    for field in fields {
        if field.is_same(base, theirs) {
            continue;
        }
        if field.is_same(base, ours) {
            field.copy(&mut merged, theirs);
            continue;
        }
        let values = sides.as_ref().map(|side| field.get(side));
        // Both sides may have given the same number of votes; any other equal value is one change that both made.
        if values.ours == values.theirs && !matches!(values.ours, Value::Votes(_)) {
            continue;
        }
        match combine(&values) {
            Some(value) => field.set(&mut merged, value),
            None => conflicts.push(ConflictKind::Field { key: field.key, ours: values.ours, theirs: values.theirs }),
        }
    }
    (merged, conflicts)
}

/// Returns a value with the changes of both sides, if they can be combined.
fn combine(values: &ThreeWay<Value>) -> Option<Value> {
    let ThreeWay { base, ours, theirs } = values;
    if let (Value::Votes(base), Value::Votes(ours), Value::Votes(theirs)) = (base, ours, theirs) {
        Some(Value::Votes(votes(*base, *ours, *theirs)))
    } else if let (Value::Lines(base), Value::Lines(ours), Value::Lines(theirs)) = (base, ours, theirs) {
        lines(base, ours, theirs).map(Value::Lines)
    } else if let (Value::Rules(base), Value::Rules(ours), Value::Rules(theirs)) = (base, ours, theirs) {
        Some(Value::Rules(rules(base, ours, theirs)))
    } else if let (Value::Notes(base), Value::Notes(Some(ours)), Value::Notes(Some(theirs))) = (base, ours, theirs) {
        notes(base.as_deref().unwrap_or_default(), ours, theirs).map(|notes| Value::Notes(Some(notes.clone())))
    } else {
        None
    }
}

/// Adds up the votes that both sides gave or took back, at least 0.
fn votes(base: u64, ours: u64, theirs: u64) -> u64 {
    let sum = (u128::from(ours) + u128::from(theirs)).saturating_sub(u128::from(base));
    u64::try_from(sum).unwrap_or(u64::MAX)
}

/// Combines the additions and removals of both sides; returns none if a line occurs twice or a side reordered lines.
fn lines(base: &[Line], ours: &[Line], theirs: &[Line]) -> Option<Vec<Line>> {
    let all = ThreeWay { base: set(base)?, ours: set(ours)?, theirs: set(theirs)? };
    let keeps_order = |side: &[Line], lines: &HashSet<&Line>| {
        let kept = side.iter().filter(|line| all.base.contains(line));
        kept.eq(base.iter().filter(|line| lines.contains(line)))
    };
    if !keeps_order(ours, &all.ours) || !keeps_order(theirs, &all.theirs) {
        return None;
    }
    let is_removed = |line: &&Line| all.base.contains(line) && !(all.ours.contains(line) && all.theirs.contains(line));
    let orders = ThreeWay { base, ours, theirs }
        .map(|lines| lines.iter().filter(|line| !is_removed(line)).collect::<Vec<&Line>>());
    Some(order::merge_orders(&orders).into_iter().cloned().collect())
}

/// Combines the rules that the sides silenced or no longer silence.
fn rules(base: &[Rule], ours: &[Rule], theirs: &[Rule]) -> Vec<Rule> {
    let is_in = |rule: &Rule| {
        let now = if ours.contains(rule) == base.contains(rule) { theirs } else { ours };
        now.contains(rule)
    };
    Rule::ALL.into_iter().filter(is_in).collect()
}

/// Returns the set of lines; none if a line occurs twice.
fn set(lines: &[Line]) -> Option<HashSet<&Line>> {
    let set: HashSet<&Line> = lines.iter().collect();
    (set.len() == lines.len()).then_some(set)
}

/// Returns the notes of the side whose notes contain those of the other side; none if there is no such side, or if a
/// side changed the text of the base.
fn notes<'a>(base: &str, ours: &'a Notes, theirs: &'a Notes) -> Option<&'a Notes> {
    if !ours.contains(base) || !theirs.contains(base) {
        None
    } else if ours.contains(&**theirs) {
        Some(ours)
    } else if theirs.contains(&**ours) {
        Some(theirs)
    } else {
        None
    }
}
