//! The values of one touchpoint, or of the map itself, out of three.

use std::collections::HashSet;

use super::Sides;
use super::order;
use crate::map::conflict::ConflictKind;
use crate::map::field::{self, Field, Value};
use crate::map::{Line, Notes, Rule, Touchpoint};

/// A touchpoint with the values that each side changed, and what they do not agree on.
///
/// A reach on which they do not agree keeps its own evidence, so that nothing is called measured that was not.
pub fn merged_touchpoint(sides: &Sides<&Touchpoint>) -> (Touchpoint, Vec<ConflictKind>) {
    let (mut merged, mut disputes) = merged(field::TOUCHPOINT, sides);
    let disputed = |key: &str| disputes.iter().position(|dispute| is_about(dispute, key));
    if let (Some(at), None) = (disputed("reach"), disputed("evidence"))
        && sides.ours.evidence != sides.theirs.evidence
    {
        merged.evidence = sides.ours.evidence;
        let (ours, theirs) =
            (Value::Choice(Some(sides.ours.evidence.into())), Value::Choice(Some(sides.theirs.evidence.into())));
        disputes.insert(at + 1, ConflictKind::Field { key: "evidence", ours, theirs });
    }
    (merged, disputes)
}

fn is_about(dispute: &ConflictKind, wanted: &str) -> bool {
    match dispute {
        ConflictKind::Field { key, .. } => *key == wanted,
        ConflictKind::Phase { .. } | ConflictKind::DeletedByUs | ConflictKind::DeletedByThem => false,
    }
}

/// One with the values that each side changed; ours where they do not agree, and all of that.
pub fn merged<S: Clone>(fields: &[Field<S>], sides: &Sides<&S>) -> (S, Vec<ConflictKind>) {
    let Sides { base, ours, theirs } = *sides;
    let mut merged = ours.clone();
    let mut disputes = Vec::new();
    for field in fields {
        if field.is_same(ours, theirs) || field.is_same(base, theirs) {
            continue;
        }
        if field.is_same(base, ours) {
            field.copy(&mut merged, theirs);
            continue;
        }
        let values = sides.as_ref().map(|side| field.get(side));
        match combined(&values) {
            Some(value) => field.set(&mut merged, value),
            None => disputes.push(ConflictKind::Field { key: field.key, ours: values.ours, theirs: values.theirs }),
        }
    }
    (merged, disputes)
}

/// The value that holds what both sides did to one, where that can be.
fn combined(values: &Sides<Value>) -> Option<Value> {
    match (&values.base, &values.ours, &values.theirs) {
        (Value::Votes(base), Value::Votes(ours), Value::Votes(theirs)) => {
            votes(*base, *ours, *theirs).map(Value::Votes)
        }
        (Value::Lines(base), Value::Lines(ours), Value::Lines(theirs)) => lines(base, ours, theirs).map(Value::Lines),
        (Value::Rules(base), Value::Rules(ours), Value::Rules(theirs)) => Some(Value::Rules(rules(base, ours, theirs))),
        (Value::Notes(base), Value::Notes(Some(ours)), Value::Notes(Some(theirs))) => {
            notes(base.as_deref().unwrap_or_default(), ours, theirs).map(|notes| Value::Notes(Some(notes.clone())))
        }
        (
            Value::Name(_)
            | Value::Line(_)
            | Value::Lines(_)
            | Value::Notes(_)
            | Value::Count(_)
            | Value::Votes(_)
            | Value::Choice(_)
            | Value::Emotion(_)
            | Value::Flag(_)
            | Value::Date(_)
            | Value::Rules(_),
            _,
            _,
        ) => None,
    }
}

/// Votes that two groups gave are all counted.
fn votes(base: u64, ours: u64, theirs: u64) -> Option<u64> {
    let (given, others) = (ours.checked_sub(base)?, theirs.checked_sub(base)?);
    base.checked_add(given)?.checked_add(others)
}

/// A list to which both sides only added, or from which they only took, has the additions and lacks what was taken.
fn lines(base: &[Line], ours: &[Line], theirs: &[Line]) -> Option<Vec<Line>> {
    let all = Sides { base: set(base)?, ours: set(ours)?, theirs: set(theirs)? };
    let only_adds_or_takes = |side: &[Line], lines: &HashSet<&Line>| {
        let kept = side.iter().filter(|line| all.base.contains(line));
        kept.eq(base.iter().filter(|line| lines.contains(line)))
    };
    if !only_adds_or_takes(ours, &all.ours) || !only_adds_or_takes(theirs, &all.theirs) {
        return None;
    }
    let taken = |line: &&Line| all.base.contains(line) && !(all.ours.contains(line) && all.theirs.contains(line));
    let orders =
        Sides { base, ours, theirs }.map(|lines| lines.iter().filter(|line| !taken(line)).collect::<Vec<&Line>>());
    Some(order::merged(&orders).into_iter().cloned().collect())
}

/// What either side accepted or stopped to accept.
fn rules(base: &[Rule], ours: &[Rule], theirs: &[Rule]) -> Vec<Rule> {
    let is_in = |rule: &Rule| {
        let now = if ours.contains(rule) == base.contains(rule) { theirs } else { ours };
        now.contains(rule)
    };
    Rule::ALL.into_iter().filter(is_in).collect()
}

/// The lines, if none is there twice.
fn set(lines: &[Line]) -> Option<HashSet<&Line>> {
    let set: HashSet<&Line> = lines.iter().collect();
    (set.len() == lines.len()).then_some(set)
}

/// Notes to which both sides only added, when one of them has what the other has.
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
