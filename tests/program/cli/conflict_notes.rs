//! The lines that `periplo merge` writes into notes are read again, in both languages and with any text in them.

use periplo::map::{JourneyMap, TouchpointId};
use periplo::store::conflict_note::{ConflictNote, conflict_notes};
use periplo::store::ron_text;

use crate::cli::sandbox::Sandbox;

/// Texts of both sides that are hard to tell apart on one line.
const SIDES: [(&str, &str); 12] = [
    ("name: \"Asks; here\"", "name: \"“Asks” [reach: 5]\""),
    ("name: \"A\", need: \"a; in the other version [need: None]\"", "name: \"A\", need: \"say \\\"hi\\\" [x] \\\\ ]\""),
    ("name: \"A\", need: \"ours\"", "name: \"A\""),
    ("name: \"A\", kind: Online", "name: \"A\", kind: Product"),
    ("name: \"A\", reach: 1000", "name: \"A\", reach: 123456789"),
    ("name: \"A\", reach: 7, evidence: Measured", "name: \"A\", reach: 8, evidence: Reported"),
    ("name: \"A\", emotion: -2", "name: \"A\", emotion: 1"),
    ("name: \"A\", due: \"2026-12-15\"", "name: \"A\", due: \"2027-01-02\""),
    ("name: \"A\", effort: Small", "name: \"A\", effort: Large"),
    ("name: \"A\", actors: [\"y\", \"x\"]", "name: \"A\", actors: [\"z\", \"x; \\\"q\\\"\", \"x\", \"y\"]"),
    ("name: \"A\", notes: \"ours\\nMerge conflict? no\"", "name: \"A\", notes: \"their\\n\\ntwo [lines: 1]\\nlines\""),
    (
        "name: \"A\", notes: \"ours\", reach: 1",
        "name: \"A\", notes: \"theirs\", reach: 2, need: \"n\", channel: \"web\"",
    ),
];

fn id() -> TouchpointId {
    "00000001".parse().expect("an id")
}

fn map(touchpoint: &str) -> String {
    format!("(format: 1, title: \"T\", before: [(id: \"00000001\", {touchpoint}), (id: \"00000002\", name: \"B\")])")
}

fn parsed(text: &str) -> JourneyMap {
    ron_text::parse(text).expect("a map").map
}

/// Merges three maps with the program in this language.
fn merged(language: &str, base: &str, ours: &str, theirs: &str) -> JourneyMap {
    let sandbox = Sandbox::with(&[("b.ron", base), ("o.ron", ours), ("t.ron", theirs)]);
    let result = sandbox.run(&["--lang", language, "merge", "b.ron", "o.ron", "t.ron"]);
    assert_eq!(result.code, 1, "{}", result.stderr);
    parsed(&sandbox.read("o.ron"))
}

/// Takes a side of every conflict in the notes of the touchpoint or of the map.
fn settled(
    mut map: JourneyMap,
    id: Option<TouchpointId>,
    side: fn(&ConflictNote, &JourneyMap) -> JourneyMap,
) -> JourneyMap {
    for _ in 0..9 {
        let Some(note) = conflict_notes(&map, id).into_iter().next() else { return map };
        assert!(note.kind.is_some(), "the line is understood: {}", note.line);
        map = side(&note, &map);
    }
    panic!("the conflicts are never settled: {map:?}");
}

fn ours(note: &ConflictNote, map: &JourneyMap) -> JourneyMap {
    let mut settled = map.clone();
    settled.apply(note.take_ours(map).expect("an edit")).expect("applied");
    settled
}

fn theirs(note: &ConflictNote, map: &JourneyMap) -> JourneyMap {
    let mut settled = map.clone();
    settled.apply(note.take_theirs(map).expect("an edit")).expect("applied");
    settled
}

#[test]
fn either_side_of_every_field_can_be_taken() {
    let base = map("name: \"base\", actors: [\"x\", \"y\"], need: \"base\", notes: \"base\", reach: 50, emotion: 0, \
                    kind: Offline, effort: Medium, due: \"2026-01-01\"");
    for (language, (our, their)) in ["en", "es"].into_iter().flat_map(|language| SIDES.map(|sides| (language, sides))) {
        let merged = merged(language, &base, &map(our), &map(their));
        assert_eq!(
            settled(merged.clone(), Some(id()), ours).touchpoint(id()).map(|each| each.name.clone()),
            parsed(&map(our)).touchpoint(id()).map(|each| each.name.clone())
        );
        let after = settled(merged, Some(id()), theirs);
        let (after, wanted) = (after.touchpoint(id()).expect("it"), parsed(&map(their)));
        assert_eq!(Some(after), wanted.touchpoint(id()), "{language}: {our} / {their}");
    }
}

#[test]
fn ours_leaves_only_what_was_there() {
    let base = map("name: \"A\", reach: 1, notes: \"base\"");
    for notes in ["", ", notes: \"mine\\nof two lines\""] {
        let our = map(&format!("name: \"A\", reach: 2, channel: \"x\"{notes}"));
        let merged = merged("en", &base, &our, &map("name: \"A\", reach: 3, notes: \"their\\nnotes\""));
        assert_eq!(settled(merged, Some(id()), ours).touchpoint(id()), parsed(&our).touchpoint(id()));
    }
}

#[test]
fn conflicts_of_the_map_moves_and_deletions_are_settled() {
    let titled = |title: &str| format!("(format: 1, title: \"{title}\", objectives: [\"a\", \"b\"])");
    for language in ["en", "es"] {
        let merged_titles = merged(language, &titled("T"), &titled("Ours"), &titled("The \\\"others\\\""));
        assert_eq!(settled(merged_titles.clone(), None, ours), parsed(&titled("Ours")));
        assert_eq!(settled(merged_titles, None, theirs), parsed(&titled("The \\\"others\\\"")));

        let at = |phase: &str| format!("(format: 1, title: \"T\", {phase}: [(id: \"00000001\", name: \"A\")])");
        let moved = merged(language, &at("before"), &at("during"), &at("after"));
        assert_eq!(settled(moved.clone(), Some(id()), ours), parsed(&at("during")));
        assert_eq!(settled(moved, Some(id()), theirs), parsed(&at("after")));

        let (base, gone) = (map("name: \"A\""), "(format: 1, title: \"T\", before: [(id: \"00000002\", name: \"B\")])");
        let changed = map("name: \"A\", reach: 4");
        let deleted_there = merged(language, &base, &changed, gone);
        assert_eq!(settled(deleted_there.clone(), Some(id()), ours), parsed(&changed));
        assert_eq!(settled(deleted_there, Some(id()), theirs), parsed(gone));
        let deleted_here = merged(language, &base, gone, &changed);
        assert_eq!(settled(deleted_here.clone(), Some(id()), ours), parsed(gone));
        assert_eq!(settled(deleted_here, Some(id()), theirs), parsed(&changed));
    }
}
