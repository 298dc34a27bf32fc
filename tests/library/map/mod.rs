//! Properties of the journey map: what every edit preserves.

mod filter;
mod text;

use std::collections::{BTreeMap, BTreeSet};

use periplo::map::step::steps;
use periplo::map::text::{fold, many_lines, one_line};
use periplo::map::{
    Document, Edit, EditError, Header, IdSource, JourneyMap, Kind, Name, Phase, Place, Touchpoint, TouchpointId,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

fn touchpoint(ids: &mut IdSource, joined: bool) -> Touchpoint {
    let id = ids.fresh(|_| false);
    let name = Name::new(&format!("Does {id}")).expect("a name");
    Touchpoint { with_previous: joined, ..Touchpoint::new(id, name) }
}

/// Generates maps whose touchpoints are joined at random.
fn map() -> impl Strategy<Value = JourneyMap> {
    let joins = vec(any::<bool>(), 0..7);
    (joins.clone(), joins.clone(), joins).prop_map(|(before, during, after)| {
        let mut ids = IdSource::new(1);
        let phases = [before, during, after];
        let phases = phases.map(|joins| joins.into_iter().map(|joined| touchpoint(&mut ids, joined)).collect());
        JourneyMap::with_touchpoints(Header::new(Name::new("Map").expect("a name")), phases).0
    })
}

/// An edit that can be applied to any map: touchpoints are given as random indices.
#[derive(Clone, Debug)]
enum RandomEdit {
    Add { phase: usize, row: usize, joins: Vec<bool> },
    Delete(Vec<Index>),
    Move { which: Vec<Index>, phase: usize, row: usize },
    MoveUpOrDown { which: Vec<Index>, up: bool },
    Tag(Index),
    Join(Index),
    SetTitle(String),
}

fn random_regrouping() -> impl Strategy<Value = RandomEdit> {
    let which = || vec(any::<Index>(), 1..4);
    prop_oneof![
        (0..3usize, 0..8usize, vec(any::<bool>(), 1..4)).prop_map(|(phase, row, joins)| RandomEdit::Add {
            phase,
            row,
            joins
        }),
        which().prop_map(RandomEdit::Delete),
        (which(), 0..3usize, 0..8usize).prop_map(|(which, phase, row)| RandomEdit::Move { which, phase, row }),
        (which(), any::<bool>()).prop_map(|(which, up)| RandomEdit::MoveUpOrDown { which, up }),
    ]
}

fn random_edit() -> impl Strategy<Value = RandomEdit> {
    prop_oneof![
        4 => random_regrouping(),
        1 => any::<Index>().prop_map(RandomEdit::Tag),
        1 => any::<Index>().prop_map(RandomEdit::Join),
        1 => "[a-z]{1,8}".prop_map(RandomEdit::SetTitle),
    ]
}

/// Returns the edit for a map and the touchpoints that it concerns; none if the map lacks them.
fn edit(map: &JourneyMap, random_edit: &RandomEdit, seed: u64) -> Option<(Edit, BTreeSet<TouchpointId>)> {
    let all: Vec<TouchpointId> = map.touchpoints().map(|(_, each)| each.id).collect();
    let pick = |which: &[Index]| -> Option<Vec<TouchpointId>> {
        let picked: BTreeSet<_> = (!all.is_empty()).then(|| which.iter().map(|index| *index.get(&all)).collect())?;
        Some(picked.into_iter().collect())
    };
    let edit = match random_edit {
        RandomEdit::Add { phase, row, joins } => {
            let mut ids = IdSource::new(seed.wrapping_mul(977).wrapping_add(5));
            let touchpoints = joins.iter().map(|&joined| touchpoint(&mut ids, joined)).collect();
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
        RandomEdit::Tag(which) => {
            let old = map.touchpoint(*pick(&[*which])?.first()?)?;
            Edit::Replace(vec![Touchpoint { kind: Some(Kind::Product), ..Touchpoint::clone(old) }])
        }
        RandomEdit::Join(which) => {
            let old = map.touchpoint(*pick(&[*which])?.first()?)?;
            Edit::Replace(vec![Touchpoint { with_previous: !old.with_previous, ..Touchpoint::clone(old) }])
        }
        RandomEdit::SetTitle(title) => Edit::SetHeader(Header::new(Name::new(title).ok()?)),
    };
    let touched = match &edit {
        Edit::Add { touchpoints, .. } => touchpoints.iter().map(|each| each.id).collect(),
        Edit::Delete(ids) | Edit::Move { ids, .. } | Edit::MoveUp(ids) | Edit::MoveDown(ids) => {
            ids.iter().copied().collect()
        }
        Edit::Replace(touchpoints) => touchpoints.iter().map(|each| each.id).collect(),
        Edit::SetHeader(_) | Edit::ReplaceMap(_) => BTreeSet::new(),
    };
    Some((edit, touched))
}

/// Returns the touchpoints of each touchpoint's step, except those in `without`.
fn grouping(map: &JourneyMap, without: &BTreeSet<TouchpointId>) -> BTreeMap<TouchpointId, BTreeSet<TouchpointId>> {
    let mut groups = BTreeMap::new();
    for phase in Phase::ALL {
        let touchpoints = map.phase(phase);
        for rows in steps(touchpoints) {
            let step: BTreeSet<_> =
                touchpoints[rows].iter().map(|each| each.id).filter(|id| !without.contains(id)).collect();
            groups.extend(step.iter().map(|id| (*id, step.clone())));
        }
    }
    groups
}

fn order(map: &JourneyMap, without: &BTreeSet<TouchpointId>) -> Vec<(Phase, TouchpointId)> {
    let all = map.touchpoints().map(|(place, each)| (place.phase, each.id));
    all.filter(|(_, id)| !without.contains(id)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn moving_deleting_and_adding_leave_the_steps_of_other_touchpoints_as_they_are(
        map in map(), random_edit in random_regrouping()
    ) {
        let Some((edit, touched)) = edit(&map, &random_edit, 3) else { return Ok(()) };
        let mut changed = map.clone();
        let _rejected = changed.apply(edit);
        prop_assert_eq!(grouping(&map, &touched), grouping(&changed, &touched));
        // Moving up and down may swap alternatives within a step; every other edit keeps the order.
        if !matches!(random_edit, RandomEdit::MoveUpOrDown { .. }) {
            prop_assert_eq!(order(&map, &touched), order(&changed, &touched));
        }
    }

    #[test]
    fn an_added_touchpoint_becomes_a_step_unless_it_is_an_alternative(
        map in map(), phase in 0..3usize, row in 0..8usize
    ) {
        let mut ids = IdSource::new(77);
        let new = touchpoint(&mut ids, false);
        let id = new.id;
        let mut changed = map;
        changed.apply(Edit::Add { at: Place::new(Phase::ALL[phase], row), touchpoints: vec![new] }).expect("added");
        prop_assert_eq!(grouping(&changed, &BTreeSet::new())[&id].len(), 1);
    }

    #[test]
    fn undo_reverses_every_change_and_redo_repeats_it(map in map(), edits in vec(random_edit(), 1..12)) {
        let mut document = Document::new(map.clone());
        let mut states = vec![map];
        for (nth, random_edit) in edits.iter().enumerate() {
            let Some((edit, _)) = edit(document.map(), random_edit, nth as u64) else { continue };
            if document.commit(edit).is_ok() {
                states.push(document.map().clone());
            } else {
                prop_assert_eq!(document.map(), &states[states.len() - 1], "a rejected edit changes nothing");
            }
        }
        for state in states.iter().rev().skip(1) {
            prop_assert!(document.is_dirty());
            document.undo();
            prop_assert_eq!(document.map(), state);
        }
        prop_assert!(!document.is_dirty() && document.undo().is_none());
        for state in states.iter().skip(1) {
            document.redo();
            prop_assert_eq!(document.map(), state);
        }
        prop_assert!(document.redo().is_none());
    }

    #[test]
    fn no_edit_loses_or_duplicates_a_touchpoint(map in map(), random_edit in random_edit()) {
        let Some((edit, touched)) = edit(&map, &random_edit, 9) else { return Ok(()) };
        let before: BTreeSet<_> = map.touchpoints().map(|(_, each)| each.id).collect();
        let mut changed = map;
        if changed.apply(edit).is_err() {
            return Ok(());
        }
        let after: Vec<_> = changed.touchpoints().map(|(_, each)| each.id).collect();
        let expected: BTreeSet<_> = match random_edit {
            RandomEdit::Add { .. } => before.union(&touched).copied().collect(),
            RandomEdit::Delete(_) => before.difference(&touched).copied().collect(),
            RandomEdit::Move { .. }
            | RandomEdit::MoveUpOrDown { .. }
            | RandomEdit::Tag(_)
            | RandomEdit::Join(_)
            | RandomEdit::SetTitle(_) => before,
        };
        prop_assert_eq!(after.len(), expected.len());
        prop_assert_eq!(after.into_iter().collect::<BTreeSet<_>>(), expected);
    }

    #[test]
    fn cleaning_text_is_idempotent(raw in "\\PC{0,20}[\u{0}-\u{20}\u{7f}-\u{a0}\u{200b}-\u{202e}\u{2066}-\u{2069}\u{feff}a\u{301}]{0,20}\\PC{0,5}") {
        let line = one_line(&raw).into_owned();
        prop_assert_eq!(&one_line(&line), &line);
        let lines = many_lines(&raw).into_owned();
        prop_assert_eq!(&many_lines(&lines), &lines);
        let forbidden = |c: char| c.is_control() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{61c}');
        prop_assert!(!line.chars().any(forbidden), "{line:?}");
        prop_assert!(!lines.chars().any(|c| c != '\n' && forbidden(c)), "{lines:?}");
    }

    #[test]
    fn ids_survive_printing_and_parsing(seed in any::<u64>()) {
        let id = IdSource::new(seed).fresh(|_| false);
        prop_assert_eq!(id.to_string().parse(), Ok(id));
        prop_assert_eq!(id.to_string().len(), 8);
    }
}

fn map_of(before: &[(&str, bool)]) -> JourneyMap {
    let mut ids = IdSource::new(5);
    let touchpoints = before.iter().map(|(name, joined)| {
        let name = Name::new(name).expect("a name");
        Touchpoint { name, ..touchpoint(&mut ids, *joined) }
    });
    JourneyMap::with_touchpoints(
        Header::new(Name::new("Map").expect("a name")),
        [touchpoints.collect(), vec![], vec![]],
    )
    .0
}

fn printed(map: &JourneyMap) -> Vec<String> {
    let column = map.phase(Phase::Before);
    column.iter().map(|each| format!("{}{}", if each.with_previous { "+" } else { "" }, each.name)).collect()
}

fn moved(before: &[(&str, bool)], rows: &[usize], edit: fn(Vec<TouchpointId>) -> Edit) -> Vec<String> {
    let mut map = map_of(before);
    let ids = rows.iter().map(|&row| map.phase(Phase::Before)[row].id).collect();
    let _rejected = map.apply(edit(ids));
    printed(&map)
}

#[test]
fn moving_up_or_down_swaps_alternatives_then_leaves_the_step_then_passes_whole_steps() {
    use Edit::{MoveDown, MoveUp};
    let map = [("A", false), ("B", true), ("C", false), ("D", true)];
    assert_eq!(moved(&map, &[0], MoveDown), ["B", "+A", "C", "+D"]);
    assert_eq!(moved(&map, &[1], MoveDown), ["A", "B", "C", "+D"]);
    assert_eq!(moved(&[("A", false), ("C", false), ("D", true)], &[0], MoveDown), ["C", "+D", "A"]);
    assert_eq!(moved(&map, &[3], MoveUp), ["A", "+B", "D", "+C"]);
    assert_eq!(moved(&map, &[2], MoveUp), ["A", "+B", "C", "D"]);
    assert_eq!(moved(&[("A", false), ("B", true), ("C", false)], &[2], MoveUp), ["C", "A", "+B"]);
    assert_eq!(moved(&map, &[3], MoveDown), ["A", "+B", "C", "D"]);
    assert_eq!(moved(&[("A", false), ("B", false), ("C", false)], &[0, 1], MoveDown), ["C", "A", "B"]);
    assert_eq!(moved(&map, &[2, 3], MoveUp), ["C", "+D", "A", "+B"]);
}

#[test]
fn an_alternative_moved_within_its_step_stays_in_it() {
    let mut map = map_of(&[("A", false), ("B", true), ("C", true)]);
    let ids = vec![map.phase(Phase::Before)[2].id];
    map.apply(Edit::Move { ids, to: Place::new(Phase::Before, 1) }).expect("moved");
    assert_eq!(printed(&map), ["A", "+C", "+B"]);
}

#[test]
fn an_edit_that_changes_nothing_is_rejected() {
    let mut map = map_of(&[("A", false), ("B", false)]);
    let first = map.phase(Phase::Before)[0].clone();
    let same = [
        Edit::Replace(vec![Touchpoint::clone(&first)]),
        Edit::Move { ids: vec![first.id], to: Place::new(Phase::Before, 1) },
        Edit::MoveUp(vec![first.id]),
        Edit::SetHeader(Header::clone(map.header())),
        Edit::Add { at: Place::new(Phase::Before, 0), touchpoints: vec![] },
    ];
    for edit in same {
        assert_eq!(map.apply(edit.clone()).map(|change| change.kind), Err(EditError::NoChange), "{edit:?}");
    }
}

#[test]
fn touchpoints_without_an_id_get_the_same_id_at_every_reading() {
    let read = || {
        let text = r#"(format: 1, title: "t", before: [(name: "Asks"), (name: "Asks")], after: [(name: "Asks")])"#;
        periplo::store::ron_text::parse(text).expect("a map").map
    };
    let ids = |map: &JourneyMap| map.touchpoints().map(|(_, each)| each.id.to_string()).collect::<Vec<_>>();
    assert_eq!(ids(&read()), ids(&read()));
    assert_eq!(ids(&read()), ["n0yp1s10", "ve7w7k3s", "cg8b1wyn"]);
}

#[test]
fn a_repeated_id_stays_with_the_first_touchpoint() {
    let text =
        r#"(format: 1, title: "t", before: [(id: "9f3k2m7q", name: "A")], after: [(id: "9f3k2m7q", name: "B")])"#;
    let parsed = periplo::store::ron_text::parse(text).expect("a map");
    let ids: Vec<_> = parsed.map.touchpoints().map(|(_, each)| each.id.to_string()).collect();
    assert_eq!(ids[0], "9f3k2m7q");
    assert_ne!(ids[1], "9f3k2m7q");
    assert_eq!(parsed.repeated_ids, [Place::new(Phase::After, 0)]);
}

#[test]
fn folding_removes_case_and_accents() {
    assert_eq!(fold("Después ÑANDÚ"), "despues nandu");
    assert_eq!(fold("E-MAIL"), "e-mail");
}
