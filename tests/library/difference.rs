//! Differences and merges of small maps with known results, and their texts.

use periplo::lang::{Lang, Language};
use periplo::map::field::{HEADER, TOUCHPOINT};
use periplo::map::{Date, Effort, JourneyMap, Line, Merged, Phase, Rule, Touchpoint, differences, merge};
use periplo::store::ron_text;

/// Builds a map from touchpoints printed as `A`, or `+A` for an alternative; fields may follow: `A reach: 3`.
fn map(phases: [&[&str]; 3]) -> JourneyMap {
    let touchpoint = |printed: &&str| {
        let (joined, printed) = printed.strip_prefix('+').map_or((false, *printed), |rest| (true, rest));
        let (name, fields) = printed.split_once(' ').unwrap_or((printed, ""));
        format!("(id: \"0000000{}\", name: \"{name}\", with_previous: {joined}, {fields}),", name.to_lowercase())
    };
    let [before, during, after] = phases.map(|phase| phase.iter().map(touchpoint).collect::<String>());
    read(&format!("(format: 1, title: \"Map\", before: [{before}], during: [{during}], after: [{after}])"))
}

fn before(touchpoints: &[&str]) -> JourneyMap {
    map([touchpoints, &[], &[]])
}

fn read(text: &str) -> JourneyMap {
    ron_text::parse(text).unwrap_or_else(|faults| panic!("{text}: {faults:?}")).map
}

fn printed(map: &JourneyMap, phase: Phase) -> String {
    let names =
        map.phase(phase).iter().map(|each| format!("{}{}", if each.with_previous { "+" } else { "" }, each.name));
    names.collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn assert_merged_order(base: &[&str], ours: &[&str], theirs: &[&str], expected: &str) {
    let merged = merge(&before(base), &before(ours), &before(theirs));
    assert_eq!(printed(&merged.map, Phase::Before), expected);
    assert_eq!(merged.conflicts, []);
}

fn difference_texts(language: Language, old: &JourneyMap, new: &JourneyMap) -> Vec<String> {
    let lang = Lang::new(language);
    differences(old, new).iter().map(|difference| lang.difference(difference)).collect()
}

#[test]
fn touchpoints_that_both_sides_append_come_last_ours_first() {
    assert_merged_order(&["A"], &["A", "B"], &["A", "C"], "A B C");
    assert_merged_order(&[], &["B"], &["C"], "B C");
    assert_merged_order(&["A", "B"], &["A", "B", "C"], &["B", "A", "D"], "B A C D");
}

#[test]
fn additions_stay_below_the_touchpoint_above_them() {
    assert_merged_order(&["A", "B", "C"], &["A", "D", "B", "C"], &["A", "B", "E", "C"], "A D B E C");
    assert_merged_order(&["A", "B", "C"], &["D", "A", "B", "C"], &["B", "C", "A"], "D B C A");
    assert_merged_order(&["A", "B", "C", "D"], &["A", "B", "E", "C", "D"], &["B", "A", "C", "D"], "B E A C D");
    assert_merged_order(&["A", "B", "C"], &["A", "B", "D", "C"], &["A", "C"], "A D C");
}

#[test]
fn moves_of_both_sides_are_merged() {
    assert_merged_order(&["A", "B", "C", "D"], &["B", "C", "D", "A"], &["D", "A", "B", "C"], "D B C A");
    assert_merged_order(&["A", "B", "C"], &["A", "C", "B"], &["B", "C", "A"], "C B A");
    assert_merged_order(
        &["A", "B", "C", "D", "E"],
        &["B", "A", "C", "D", "E"],
        &["A", "B", "C", "E", "D"],
        "B A C E D",
    );
    // Both sides moved the same touchpoint: our move is taken, without a conflict.
    assert_merged_order(&["A", "B", "C", "D"], &["D", "A", "B", "C"], &["A", "D", "B", "C"], "D A B C");
}

#[test]
fn an_addition_within_a_step_neither_splits_nor_joins_it() {
    assert_merged_order(&["A", "B"], &["A", "C", "B"], &["A", "+B"], "A +B C");
    assert_merged_order(&["A", "+B"], &["A", "+B", "+C"], &["A", "+D", "+B"], "A +D +B +C");
    assert_merged_order(&["A", "+B", "C"], &["C", "A", "+B"], &["A", "+B", "+D", "C"], "C A +B +D");
    assert_merged_order(&["A", "+B", "+C"], &["A", "B", "+C"], &["A", "+B", "C"], "A B C");
    assert_merged_order(&["A", "+B", "+C"], &["B", "+C"], &["A", "+B", "+C", "+D"], "B +C +D");
    assert_merged_order(&["A", "B", "C"], &["B", "C"], &["A", "B", "+C"], "B +C");
    assert_merged_order(&["A"], &["B", "A"], &["C", "+A"], "B C +A");
}

#[test]
fn a_move_to_another_phase_is_merged_or_a_conflict() {
    let base = map([&["A", "B"], &["C"], &[]]);
    let ours = map([&["B"], &["C", "A"], &[]]);
    let theirs = map([&["A reach: 3", "B"], &["D", "C"], &[]]);
    let Merged { map: merged, conflicts } = merge(&base, &ours, &theirs);
    assert_eq!(conflicts, []);
    assert_eq!(["B", "D C A", ""], Phase::ALL.map(|phase| printed(&merged, phase)).each_ref().map(|each| &**each));
    assert_eq!(merged.phase(Phase::During)[2].reach, Some(3));

    let elsewhere = map([&["B"], &["C"], &["A"]]);
    let Merged { map: mut merged, conflicts } = merge(&base, &ours, &elsewhere);
    assert_eq!(printed(&merged, Phase::During), "C A");
    let [conflict] = &conflicts[..] else { panic!("{conflicts:?}") };
    merged.apply(conflict.resolve_theirs(&merged).expect("a move")).expect("moved");
    assert_eq!(printed(&merged, Phase::After), "A");
    assert_eq!(conflict.resolve_theirs(&merged), None);
}

fn merged_value(merged: &Merged, key: &str) -> String {
    let field = TOUCHPOINT.iter().find(|field| field.key == key).expect(key);
    Lang::new(Language::English).value(&field.get(&merged.map.phase(Phase::Before)[0]))
}

#[track_caller]
fn assert_merged_field(base: &str, ours: &str, theirs: &str, expected: &str, conflicts: usize) {
    let key = ours.split_once(':').expect("a field").0;
    let [base, ours, theirs] = [base, ours, theirs].map(|fields| before(&[&format!("A {fields}")]));
    let merged = merge(&base, &ours, &theirs);
    assert_eq!((merged_value(&merged, key).as_str(), merged.conflicts.len()), (expected, conflicts));
}

#[test]
fn votes_of_both_sides_are_added_up() {
    assert_merged_field("votes: 2", "votes: 5", "votes: 3", "6", 0);
    assert_merged_field("votes: 2", "votes: 5", "votes: 5", "8", 0);
    assert_merged_field("votes: 2", "votes: 5", "votes: 1", "4", 0);
    assert_merged_field("", "votes: 18446744073709551615", "votes: 1", "18,446,744,073,709,551,615", 0);
}

#[test]
fn lists_get_the_additions_and_removals_of_both_sides() {
    let assert_lists = |ours, theirs, expected, conflicts| {
        assert_merged_field("actors: [\"a\", \"b\"]", ours, theirs, expected, conflicts)
    };
    assert_lists("actors: [\"a\", \"b\", \"c\"]", "actors: [\"a\", \"b\", \"d\"]", "“a; b; c; d”", 0);
    assert_lists("actors: [\"b\", \"c\"]", "actors: [\"x\", \"a\", \"b\"]", "“x; b; c”", 0);
    assert_lists("actors: [\"b\", \"a\"]", "actors: [\"a\"]", "“b; a”", 1);
}

#[test]
fn longer_notes_are_taken_if_they_contain_those_of_the_other_side() {
    assert_merged_field("notes: \"a\"", "notes: \"a b\"", "notes: \"a b c\"", "“a b c”", 0);
    assert_merged_field("notes: \"a b\"", "notes: \"a\"", "notes: \"a b c\"", "“a”", 1);
    assert_merged_field("notes: \"a\"", "notes: \"a b\"", "notes: \"a c\"", "“a b”", 1);
}

#[test]
fn a_conflicting_reach_keeps_its_own_evidence() {
    assert_merged_field("reach: 1", "reach: 2", "reach: 3, evidence: Measured", "2", 2);
    let [base, ours, theirs] =
        ["reach: 1", "reach: 2", "reach: 3, evidence: Measured"].map(|fields| before(&[&format!("A {fields}")]));
    assert_eq!(merged_value(&merge(&base, &ours, &theirs), "evidence"), "assumed");
}

#[test]
fn deleting_a_touchpoint_that_the_other_side_changed_is_a_conflict() {
    let (base, deleted) = (before(&["A", "B", "+C"]), before(&["A", "+C"]));
    for unchanged in [before(&["A", "B", "+C"]), before(&["B", "+C", "A"]), before(&["A", "+B", "+C"])] {
        let merged = merge(&base, &deleted, &unchanged);
        assert!(merged.conflicts.is_empty() && merged.map.len() == 2, "{merged:?}");
    }
    let changed = before(&["A", "B reach: 3", "+C"]);
    let lang = Lang::new(Language::English);
    let merged = merge(&base, &deleted, &changed);
    assert_eq!(merged.map.len(), 3);
    assert_eq!(
        lang.ask_conflict(&merged.conflicts[0]),
        "“B”: you deleted it, they changed it. Delete it after all, or keep theirs?"
    );
    let merged = merge(&base, &changed, &deleted);
    assert_eq!(printed(&merged.map, Phase::Before), "A B +C");
    let moved = (before(&["B", "F", "A", "D"]), before(&["A", "B", "D", "+C reach: 3", "E", "F"]));
    let kept = merge(&before(&["A", "B", "C", "+D", "E", "F"]), &moved.0, &moved.1).map;
    assert_eq!(printed(&kept, Phase::Before), "B F A C +D", "the step is where our side has it");
    let conflict = &merged.conflicts[0];
    assert_eq!(lang.conflict_sides(conflict), ("changed".into(), "deleted".into()));
}

#[test]
fn touchpoints_added_with_the_same_id_are_merged_field_by_field() {
    let merged = merge(&before(&[]), &before(&["A need: \"x\", reach: 1"]), &before(&["A kind: Online, reach: 2"]));
    assert_eq!(merged.map.len(), 1);
    assert_eq!((merged_value(&merged, "need"), merged_value(&merged, "kind")), ("“x”".into(), "online".into()));
    let lang = Lang::new(Language::Spanish);
    let asked: Vec<_> = merged.conflicts.iter().map(|conflict| lang.ask_conflict(conflict)).collect();
    assert_eq!(
        asked,
        ["«A»: las dos partes han cambiado el campo alcance. ¿Conservas lo tuyo (1) o tomas lo suyo (2)?"]
    );
}

#[test]
fn differences_are_one_line_each_in_the_order_of_the_new_map() {
    let old = map([&["A kind: Offline, reach: 1200", "B", "C", "D"], &["E"], &[]]);
    let new = map([&["A kind: Online, reach: 900, critical: true", "D", "C", "F"], &["G"], &["E emotion: -1"]]);
    assert_eq!(
        difference_texts(Language::English, &old, &new),
        [
            "~ A: kind offline → online, critical moment no → yes, reach 1,200 → 900",
            "− before: B",
            "→ D: before → now below “A”",
            "+ before: F",
            "+ during: G",
            "→ E: during → after",
            "~ E: emotion — → bad",
        ]
    );
    assert_eq!(
        difference_texts(Language::Spanish, &new, &old)[..3],
        [
            "~ A: tipo en línea → fuera de línea, momento crítico sí → no, alcance 900 → 1.200",
            "+ antes: B",
            "→ C: antes → ahora debajo de «B»",
        ]
    );
    assert_eq!(differences(&old, &old), []);
}

#[test]
fn long_texts_are_shortened_around_the_difference() {
    let long = "the same words again and again until the very end of it, ";
    let [old, new] = ["comes this", "comes that"].map(|end| before(&[&format!("A pain: \"{long}{end}\"")]));
    assert_eq!(difference_texts(Language::English, &old, &new), ["~ A: pain “…it, comes this” → “…it, comes that”"]);
    let texts = difference_texts(Language::English, &before(&["A"]), &new);
    assert_eq!(texts, ["~ A: pain — → “the same words again and again until the very e…”"]);
}

#[test]
fn every_field_can_be_copied() {
    let full = read(include_str!("../exchange/rich.ron"));
    let full = Touchpoint {
        with_previous: true,
        accepted: vec![Rule::NoNeed],
        effort: Some(Effort::Small),
        due: Date::new(2026, 12, 1),
        metric: Line::optional("orders").expect("a line"),
        ..Touchpoint::clone(&full.phase(Phase::Before)[0])
    };
    let mut copy = Touchpoint::new(full.id, periplo::map::Name::placeholder());
    for field in TOUCHPOINT {
        assert!(!field.is_same(&copy, &full), "{} needs a value here", field.key);
        field.copy(&mut copy, &full);
        assert!(field.is_same(&copy, &full), "{}", field.key);
    }
    assert_eq!(copy, full);
    let text = "(format: 1, title: \"t\", company: \"a\", persona: \"b\", scenario: \"c\", goal: \"d\", notes: \"e\",
        objectives: [\"f\"], unit: \"g\", period: \"h\")";
    let (full, mut copy) = (read(text), periplo::map::Header::clone(before(&[]).header()));
    for field in HEADER {
        field.copy(&mut copy, full.header());
    }
    assert_eq!(copy, **full.header());
}

#[test]
fn large_maps_are_merged_quickly_with_one_step_or_many() {
    for joined in ["", "+"] {
        let all: Vec<Touchpoint> = (0..20_000u32)
            .map(|nth| {
                let id = format!("{nth:08}").parse().expect("an id");
                let name = periplo::map::Name::new(&format!("T{nth}")).expect("a name");
                Touchpoint { with_previous: !joined.is_empty(), ..Touchpoint::new(id, name) }
            })
            .collect();
        let build = |all: &[Touchpoint]| {
            JourneyMap::with_touchpoints(before(&[]).header().as_ref().clone(), [all.to_vec(), vec![], vec![]]).0
        };
        let (base, mut ours, mut theirs) = (build(&all), all.clone(), all);
        ours.reverse();
        theirs.rotate_left(1_000);
        theirs[7].need = Line::optional("x").expect("a line");
        let merged = merge(&base, &build(&ours), &build(&theirs));
        assert_eq!((merged.map.len(), merged.conflicts.len()), (20_000, 0));
        assert!(differences(&base, &merged.map).len() > 18_000);
    }
}
