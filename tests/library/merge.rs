//! Properties of merging, over random maps and the random edits of two people.

use std::collections::{BTreeMap, BTreeSet};

use periplo::map::conflict::{ConflictKind, ConflictSubject};
use periplo::map::field::{HEADER, TOUCHPOINT, Type, Value};
use periplo::map::step::steps;
use periplo::map::{
    Date, Edit, Emotion, Header, IdSource, JourneyMap, Line, Merged, Name, Notes, Phase, Place, Rule, Touchpoint,
    TouchpointId, merge,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

/// An edit that can be applied to any map: touchpoints and fields are given as random indices.
#[derive(Clone, Debug)]
pub(crate) enum RandomEdit {
    Add { phase: usize, row: usize, joins: Vec<bool> },
    Delete(Vec<Index>),
    Move { which: Vec<Index>, phase: usize, row: usize },
    MoveUpOrDown { which: Vec<Index>, up: bool },
    Join(Index),
    SetField { which: Index, field: Index, with: u8 },
    SetHeaderField { field: Index, with: u8 },
}

pub(crate) fn map() -> impl Strategy<Value = JourneyMap> {
    let joins = vec(any::<bool>(), 0..8);
    (joins.clone(), joins.clone(), joins).prop_map(|(before, during, after)| {
        let mut ids = IdSource::new(1);
        let phases = [before, during, after];
        let phases = phases.map(|joins| joins.into_iter().map(|joined| touchpoint(&mut ids, joined)).collect());
        JourneyMap::with_touchpoints(Header::new(Name::new("Map").unwrap()), phases).0
    })
}

fn touchpoint(ids: &mut IdSource, joined: bool) -> Touchpoint {
    let id = ids.fresh(|_| false);
    Touchpoint { with_previous: joined, ..Touchpoint::new(id, Name::new(&format!("Does {id}")).unwrap()) }
}

pub(crate) fn random_edit() -> impl Strategy<Value = RandomEdit> {
    let which = || vec(any::<Index>(), 1..4);
    let place = || (0..3usize, 0..9usize);
    prop_oneof![
        1 => (place(), vec(any::<bool>(), 1..4)).prop_map(|((phase, row), joins)| RandomEdit::Add { phase, row, joins }),
        1 => which().prop_map(RandomEdit::Delete),
        1 => (which(), place()).prop_map(|(which, (phase, row))| RandomEdit::Move { which, phase, row }),
        1 => (which(), any::<bool>()).prop_map(|(which, up)| RandomEdit::MoveUpOrDown { which, up }),
        1 => any::<Index>().prop_map(RandomEdit::Join),
        2 => (any::<Index>(), any::<Index>(), 0..4u8).prop_map(|(which, field, with)| RandomEdit::SetField { which, field, with }),
        1 => (any::<Index>(), 0..4u8).prop_map(|(field, with)| RandomEdit::SetHeaderField { field, with }),
    ]
}

fn random_edits() -> impl Strategy<Value = Vec<RandomEdit>> {
    vec(random_edit(), 0..5)
}

/// Returns another value of the same type, one of few, so that both sides often choose the same.
fn other_value(kind: Type, value: &Value, with: u8) -> Value {
    let words = ["", "a", "b", "c"];
    let word = words[usize::from(with) % 4];
    let line = || Line::optional(word).unwrap();
    match value {
        Value::Name(_) => Value::Name(Name::new(&format!("Now {word}")).unwrap()),
        Value::Line(_) => Value::Line(line()),
        Value::Lines(_) => Value::Lines(words[1..].iter().take(with.into()).map(|w| Line::new(w).unwrap()).collect()),
        Value::Notes(_) => Value::Notes(Notes::optional(word).unwrap()),
        Value::Count(_) => Value::Count((with > 0).then_some(with.into())),
        Value::Votes(votes) => Value::Votes(votes + u64::from(with)),
        Value::Choice(_) => {
            let Type::Choice(set) = kind else { panic!("{kind:?}") };
            Value::Choice(set.choices().get(usize::from(with)).copied().or(set.default()))
        }
        Value::Emotion(_) => Value::Emotion(Emotion::new(i64::from(with))),
        Value::Date(_) => Value::Date(Date::new(2026, 12, with)),
        Value::Flag(flag) => Value::Flag(!flag),
        Value::Rules(_) => Value::Rules(Rule::ALL[..usize::from(with)].to_vec()),
    }
}

pub(crate) fn edit(map: &JourneyMap, random_edit: &RandomEdit, ids: &mut IdSource) -> Option<Edit> {
    let all: Vec<TouchpointId> = map.touchpoints().map(|(_, each)| each.id).collect();
    let pick = |which: &[Index]| -> Option<Vec<TouchpointId>> {
        let picked: BTreeSet<_> = (!all.is_empty()).then(|| which.iter().map(|index| *index.get(&all)).collect())?;
        Some(picked.into_iter().collect())
    };
    let one = |which: &Index| map.touchpoint(*pick(&[*which])?.first()?).map(|each| Touchpoint::clone(each));
    Some(match random_edit {
        RandomEdit::Add { phase, row, joins } => {
            let touchpoints = joins.iter().map(|&joined| touchpoint(ids, joined)).collect();
            Edit::Add { at: Place::new(Phase::ALL[*phase], *row), touchpoints }
        }
        RandomEdit::Delete(which) => Edit::Delete(pick(which)?),
        RandomEdit::Move { which, phase, row } => {
            Edit::Move { ids: pick(which)?, to: Place::new(Phase::ALL[*phase], *row) }
        }
        RandomEdit::MoveUpOrDown { which, up } => {
            let ids = pick(which)?;
            if *up { Edit::MoveUp(ids) } else { Edit::MoveDown(ids) }
        }
        RandomEdit::Join(which) => {
            let old = one(which)?;
            Edit::Replace(vec![Touchpoint { with_previous: !old.with_previous, ..old }])
        }
        RandomEdit::SetField { which, field, with } => {
            let mut touchpoint = one(which)?;
            let field = field.get(TOUCHPOINT);
            if field.key != "with_previous" {
                let value = other_value(field.kind, &field.get(&touchpoint), *with);
                field.set(&mut touchpoint, value);
            }
            Edit::Replace(vec![touchpoint])
        }
        RandomEdit::SetHeaderField { field, with } => {
            let mut header = Header::clone(map.header());
            let field = field.get(HEADER);
            let value = other_value(field.kind, &field.get(&header), *with);
            field.set(&mut header, value);
            Edit::SetHeader(header)
        }
    })
}

/// Applies edits; returns the map and the touchpoints that were moved, deleted, joined or separated.
fn apply_all(map: &JourneyMap, edits: &[RandomEdit], seed: u64) -> (JourneyMap, BTreeSet<TouchpointId>) {
    let (mut map, mut ids, mut moved) = (map.clone(), IdSource::new(seed), BTreeSet::new());
    for random_edit in edits {
        let Some(edit) = edit(&map, random_edit, &mut ids) else { continue };
        match (&edit, random_edit) {
            (Edit::Delete(ids) | Edit::Move { ids, .. } | Edit::MoveUp(ids) | Edit::MoveDown(ids), _) => {
                moved.extend(ids)
            }
            (Edit::Replace(touchpoints), RandomEdit::Join(_)) => moved.extend(touchpoints.iter().map(|each| each.id)),
            (Edit::Replace(_) | Edit::Add { .. } | Edit::SetHeader(_) | Edit::ReplaceMap(_), _) => {}
        }
        // An edit that changes nothing is rejected.
        let _rejected = map.apply(edit);
    }
    (map, moved)
}

fn ids(map: &JourneyMap) -> BTreeSet<TouchpointId> {
    map.touchpoints().map(|(_, each)| each.id).collect()
}

fn order(map: &JourneyMap, of: &BTreeSet<TouchpointId>) -> Vec<(Phase, TouchpointId)> {
    let all = map.touchpoints().map(|(place, each)| (place.phase, each.id));
    all.filter(|(_, id)| of.contains(id)).collect()
}

/// Returns the number of each touchpoint's step, counted over all phases.
fn step_numbers(map: &JourneyMap) -> BTreeMap<TouchpointId, usize> {
    let mut numbers = BTreeMap::new();
    for column in Phase::ALL.map(|phase| map.phase(phase)) {
        for rows in steps(column) {
            let nth = numbers.len();
            numbers.extend(column[rows].iter().map(|each| (each.id, nth)));
        }
    }
    numbers
}

/// Returns a value without the order of its lines, which may depend on the side that is called ours.
fn ignoring_order(value: Value) -> Value {
    match value {
        Value::Lines(mut lines) => {
            lines.sort();
            Value::Lines(lines)
        }
        value => value,
    }
}

/// Returns the touchpoint of each conflict, none for the map, and its field or kind.
fn conflicting(merged: &Merged) -> BTreeSet<(Option<TouchpointId>, &'static str)> {
    let all = merged.conflicts.iter().map(|conflict| {
        let subject = match &conflict.subject {
            ConflictSubject::Map => None,
            ConflictSubject::Touchpoint { id, .. } => Some(*id),
        };
        let what = match conflict.kind {
            ConflictKind::Field { key, .. } => key,
            ConflictKind::Phase { .. } => "phase",
            ConflictKind::DeletedByUs | ConflictKind::DeletedByThem => "deleted",
        };
        (subject, what)
    });
    all.collect()
}

fn cases() -> ProptestConfig {
    ProptestConfig { cases: 1_500, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_change_of_one_side_or_the_same_change_of_both_is_the_merge(base in map(), edits in random_edits()) {
        let (new, _) = apply_all(&base, &edits, 11);
        for (ours, theirs) in [(&new, &new), (&base, &new), (&new, &base)] {
            let merged = merge(&base, ours, theirs);
            // Equal votes of both sides are added.
            prop_assert_eq!(without_votes(merged.map), without_votes(new.clone()));
            prop_assert_eq!(merged.conflicts, vec![]);
        }
    }

    #[test]
    fn swapping_the_sides_changes_only_conflicting_values(
        base in map(), ours in random_edits(), theirs in random_edits()
    ) {
        let ((ours, _), (theirs, _)) = (apply_all(&base, &ours, 11), apply_all(&base, &theirs, 12));
        let (one, other) = (merge(&base, &ours, &theirs), merge(&base, &theirs, &ours));
        prop_assert_eq!(ids(&one.map), ids(&other.map));
        let conflicting = conflicting(&one);
        prop_assert_eq!(&conflicting, &self::conflicting(&other));
        prop_assert_eq!(one.conflicts.len(), other.conflicts.len());
        for (place, touchpoint) in one.map.touchpoints() {
            let there = other.map.find(touchpoint.id).unwrap();
            if !conflicting.contains(&(Some(touchpoint.id), "phase")) {
                prop_assert_eq!(place.phase, there.phase);
            }
            for field in TOUCHPOINT.iter().filter(|field| field.key != "with_previous") {
                if !conflicting.contains(&(Some(touchpoint.id), field.key)) {
                    let (one, other) = (field.get(touchpoint), field.get(other.map.at(there).unwrap()));
                    prop_assert_eq!(ignoring_order(one), ignoring_order(other), "{}", field.key);
                }
            }
        }
        for field in HEADER.iter().filter(|field| !conflicting.contains(&(None, field.key))) {
            let (one, other) = (field.get(one.map.header()), field.get(other.map.header()));
            prop_assert_eq!(ignoring_order(one), ignoring_order(other), "{}", field.key);
        }
    }

    #[test]
    fn a_touchpoint_that_nobody_deleted_is_in_the_merge_once(
        base in map(), ours in random_edits(), theirs in random_edits()
    ) {
        let ((ours, _), (theirs, _)) = (apply_all(&base, &ours, 11), apply_all(&base, &theirs, 12));
        let merged = merge(&base, &ours, &theirs).map;
        prop_assert_eq!(ids(&merged).len(), merged.len());
        let (old, our, their) = (ids(&base), ids(&ours), ids(&theirs));
        for id in our.union(&their) {
            let is_deleted = old.contains(id) && !(our.contains(id) && their.contains(id));
            prop_assert!(is_deleted || merged.find(*id).is_some(), "{} is lost", id);
        }
    }

    #[test]
    fn touchpoints_that_nobody_moved_keep_their_order_and_their_steps(
        base in map(), our_edits in random_edits(), their_edits in random_edits()
    ) {
        let (ours, our_moves) = apply_all(&base, &our_edits, 11);
        let (theirs, their_moves) = apply_all(&base, &their_edits, 12);
        let moved = our_moves.union(&their_moves).copied().collect();
        let unmoved: BTreeSet<_> = ids(&base).difference(&moved).copied().collect();
        let merged = merge(&base, &ours, &theirs);
        let is_deletion = |conflict: &ConflictKind| matches!(conflict, ConflictKind::DeletedByUs | ConflictKind::DeletedByThem);
        let is_kept = merged.conflicts.iter().any(|conflict| is_deletion(&conflict.kind));
        let merged = merged.map;
        // Joining and separating steps also moves other touchpoints, and so does keeping a deleted one.
        let joins = our_edits.iter().chain(&their_edits).any(|edit| matches!(edit, RandomEdit::Join(_)));
        if !joins && !is_kept {
            prop_assert_eq!(order(&merged, &unmoved), order(&base, &unmoved));
        }
        let [old, our, their, new] = [&base, &ours, &theirs, &merged].map(step_numbers);
        let everywhere: Vec<_> =
            old.keys().filter(|id| our.contains_key(id) && their.contains_key(id)).collect();
        for (nth, one) in everywhere.iter().enumerate() {
            for other in &everywhere[..nth] {
                let together = [&old, &our, &their].map(|steps| steps[one] == steps[other]);
                if together == [true; 3] {
                    prop_assert_eq!(new[one], new[other], "{} and {} are split", one, other);
                }
                if !joins && together == [false; 3] && unmoved.contains(one) && unmoved.contains(other) {
                    prop_assert_ne!(new[one], new[other], "{} and {} are joined", one, other);
                }
            }
        }
    }

    #[test]
    fn resolving_every_conflict_for_one_side_gives_that_sides_values(
        base in map(), ours in random_edits(), theirs in random_edits()
    ) {
        let ((ours, _), (theirs, _)) = (apply_all(&base, &ours, 11), apply_all(&base, &theirs, 12));
        let merged = merge(&base, &ours, &theirs);
        for is_theirs in [false, true] {
            let mut map = merged.map.clone();
            for conflict in &merged.conflicts {
                let side = if is_theirs { conflict.resolve_theirs(&map) } else { conflict.resolve_ours(&map) };
                if let Some(edit) = side {
                    map.apply(edit).unwrap();
                }
                let again = if is_theirs { conflict.resolve_theirs(&map) } else { conflict.resolve_ours(&map) };
                prop_assert_eq!(again, None);
            }
            let side = if is_theirs { &theirs } else { &ours };
            for conflict in &merged.conflicts {
                let ConflictSubject::Touchpoint { id, .. } = conflict.subject else { continue };
                match &conflict.kind {
                    ConflictKind::DeletedByUs | ConflictKind::DeletedByThem => {
                        prop_assert_eq!(map.find(id).is_some(), side.find(id).is_some());
                    }
                    ConflictKind::Phase { .. } => {
                        prop_assert_eq!(map.find(id).unwrap().phase, side.find(id).unwrap().phase);
                    }
                    ConflictKind::Field { key, .. } => {
                        let field = TOUCHPOINT.iter().find(|field| field.key == *key).unwrap();
                        prop_assert!(field.is_same(map.touchpoint(id).unwrap(), side.touchpoint(id).unwrap()));
                    }
                }
            }
        }
    }

    #[test]
    fn a_move_and_an_edit_of_the_same_touchpoint_combine(
        base in map(), which in any::<Index>(), field in any::<Index>(), phase in 0..3usize, row in 0..9usize
    ) {
        let edit = RandomEdit::Move { which: vec![which], phase, row };
        let (ours, moved) = apply_all(&base, &[edit], 11);
        let (theirs, _) = apply_all(&base, &[RandomEdit::SetField { which, field, with: 3 }], 12);
        let merged = merge(&base, &ours, &theirs);
        prop_assert_eq!(&merged.conflicts, &vec![]);
        prop_assert_eq!(order(&merged.map, &ids(&base)), order(&ours, &ids(&base)));
        for id in moved {
            let (merged, theirs) = (merged.map.touchpoint(id).unwrap(), theirs.touchpoint(id).unwrap());
            let (merged, theirs) = (Touchpoint::clone(merged), Touchpoint::clone(theirs));
            prop_assert_eq!(Touchpoint { with_previous: false, ..merged }, Touchpoint { with_previous: false, ..theirs });
        }
    }

    #[test]
    fn replacing_the_map_can_be_undone_and_redone(base in map(), ours in random_edits(), theirs in random_edits()) {
        let ((ours, _), (theirs, _)) = (apply_all(&base, &ours, 11), apply_all(&base, &theirs, 12));
        let mut document = periplo::map::Document::new(ours.clone());
        let is_replaced = document.commit(Edit::ReplaceMap(theirs.clone())).is_ok();
        prop_assert_eq!(is_replaced, ours != theirs, "rejected only if the maps are equal");
        prop_assert_eq!(document.map(), &theirs);
        document.undo();
        prop_assert_eq!(document.map(), &ours);
        document.redo();
        prop_assert_eq!(document.map(), &theirs);
    }
}

fn without_votes(mut map: JourneyMap) -> JourneyMap {
    let all = map.touchpoints().map(|(_, each)| Touchpoint { votes: 0, ..Touchpoint::clone(each) }).collect();
    // It fails if no touchpoint has votes.
    map.apply(Edit::Replace(all)).ok();
    map
}

/// Returns a map with one touchpoint that has these votes.
fn with_votes(votes: u64) -> JourneyMap {
    let text = format!("(format: 1, title: \"t\", before: [(id: \"9f3k2m7q\", name: \"Asks\", votes: {votes})])");
    periplo::store::ron_text::parse(&text).unwrap().map
}

/// Returns the votes of that touchpoint after a merge.
fn merged_votes(base: &JourneyMap, ours: u64, theirs: u64) -> u64 {
    let merged = merge(base, &with_votes(ours), &with_votes(theirs));
    assert!(merged.conflicts.is_empty(), "votes are never in conflict");
    merged.map.touchpoints().next().unwrap().1.votes
}

proptest! {
    #[test]
    fn votes_of_both_sides_are_added_and_never_below_none(base in 0_u64..9, ours in 0_u64..9, theirs in 0_u64..9) {
        let sum = (ours + theirs).saturating_sub(base);
        prop_assert_eq!(merged_votes(&with_votes(base), ours, theirs), sum);
        let empty = JourneyMap::new(Header::clone(with_votes(0).header()));
        prop_assert_eq!(merged_votes(&empty, ours, theirs), ours.max(theirs));
    }
}
