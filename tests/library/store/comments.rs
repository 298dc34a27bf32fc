//! Comments: where they are after a save, for every kind of change to the map.

use std::fs;

use periplo::map::{Document, Edit, JourneyMap, Phase, Place, TouchpointId};
use periplo::store::Comments;
use periplo::store::disk::{create, load};
use periplo::store::ron_text::{Parsed, parse, print};

use crate::store::saving::overwrite;

const BY_HAND: &str = include_str!("../../comments/by_hand.ron");
const SAVED: &str = include_str!("../../comments/saved.ron");

fn read(text: &str) -> Parsed {
    parse(text).unwrap_or_else(|faults| panic!("{faults:?} in {text}"))
}

fn saved(parsed: &Parsed) -> String {
    print(&parsed.map, &parsed.comments)
}

fn id(text: &str) -> TouchpointId {
    text.parse().unwrap()
}

fn edited(map: &JourneyMap, edit: Edit) -> JourneyMap {
    let mut map = map.clone();
    map.apply(edit).unwrap();
    map
}

fn renamed(map: &JourneyMap, which: &str, kpi: &str) -> JourneyMap {
    let mut touchpoint = (**map.touchpoint(id(which)).unwrap()).clone();
    touchpoint.kpi = periplo::map::Line::optional(kpi).unwrap();
    edited(map, Edit::Replace(vec![touchpoint]))
}

/// Returns the text of a map with these lines in its first phase.
fn phase(inside: &str) -> String {
    format!(
        "#![enable(implicit_some)]\n(\n    format: 1,\n    title: \"x\",\n    before: [\n{inside}    ],\n    during: [],\n    after: [],\n)\n"
    )
}

#[test]
fn every_comment_keeps_its_place() {
    let parsed = read(BY_HAND);
    assert_eq!(saved(&parsed), SAVED);
    assert_eq!(parsed.map, read(SAVED).map);
}

#[test]
fn a_second_save_changes_nothing() {
    let parsed = read(SAVED);
    assert_eq!(saved(&parsed), SAVED);
    assert_eq!(parsed.comments, read(BY_HAND).comments);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.ron");
    fs::write(&path, SAVED).unwrap();
    let before = fs::metadata(&path).unwrap().modified().unwrap();
    let loaded = load(&path).unwrap();
    overwrite(&path, &loaded.map, &loaded.comments).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), SAVED);
    assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), before, "the file is not written at all");
    create(&folder.path().join("other.ron"), &loaded.map, &loaded.comments).unwrap();
    assert_eq!(fs::read_to_string(folder.path().join("other.ron")).unwrap(), SAVED);
}

#[test]
fn line_breaks_byte_order_marks_and_a_missing_last_line_break_make_no_difference() {
    let windows = format!("\u{feff}{}", BY_HAND.trim_end().replace('\n', "\r\n"));
    assert_eq!(saved(&read(&windows)), SAVED);
}

#[test]
fn comments_inside_a_changed_touchpoint_move_above_it_until_undo() {
    let text = phase("        // why\n        (id: \"00000001\", /* in */ name: \"One\"), // end\n");
    let parsed = read(&text);
    let changed = Parsed { map: renamed(&parsed.map, "00000001", "k"), ..parsed.clone() };
    let written =
        phase("        // why\n        /* in */\n        (id: \"00000001\", name: \"One\", kpi: \"k\"), // end\n");
    assert_eq!(saved(&changed), written);
    assert_eq!(saved(&Parsed { map: parsed.map, ..changed }), text);
}

#[test]
fn the_comments_of_a_touchpoint_move_with_it_and_return_on_undo() {
    let text = phase(
        "        // one\n        (id: \"00000001\", name: \"One\"), // 1\n        // two\n        (id: \"00000002\", name: \"Two\"),\n        // last\n",
    );
    let Parsed { map, comments, .. } = read(&text);
    let mut document = Document::new(map);
    document.commit(Edit::Delete(vec![id("00000001")])).unwrap();
    let without = phase("        // two\n        (id: \"00000002\", name: \"Two\"),\n        // last\n");
    assert_eq!(print(document.map(), &comments), without);
    document.undo();
    assert_eq!(print(document.map(), &comments), text);
    let to = Place::new(Phase::After, 0);
    document.commit(Edit::Move { ids: vec![id("00000001")], to }).unwrap();
    let written = print(document.map(), &comments);
    let moved = "    after: [\n        // one\n        (id: \"00000001\", name: \"One\"), // 1\n    ],\n)\n";
    assert!(written.ends_with(moved), "{written}");
}

#[test]
fn comments_of_a_cleared_field_move_above_the_next() {
    let text = "(format: 1, title: \"x\", company: \"C\", // whose\n // who\n persona: \"P\",\n // aims\n objectives: [\n // best\n \"A\", \"B\" // second\n ],\n)";
    let Parsed { map, comments, .. } = read(text);
    let mut header = (**map.header()).clone();
    (header.company, header.persona) = (None, None);
    header.objectives.remove(0);
    let fewer = edited(&map, Edit::SetHeader(header.clone()));
    let written = print(&fewer, &comments);
    let fields = "    title: \"x\",\n    // whose\n    // who\n    // aims\n    objectives: [\n        \"B\", // second\n        // best\n    ],\n";
    assert!(written.contains(fields), "{written}");
    header.objectives.clear();
    let none = edited(&map, Edit::SetHeader(header));
    let written = print(&none, &comments);
    assert!(written.contains("    // best\n    // second\n    before: [],\n"), "{written}");
    assert_eq!(saved(&read(&written)), written);
}

#[test]
fn comments_in_empty_lists_keep_their_place() {
    for list in [
        "    after: [], // none yet\n",
        "    after: [ // none yet\n    ],\n",
        "    after: [\n        // none yet\n\n        // soon\n    ], // so\n",
    ] {
        let text = phase("").replace("    after: [],\n", list).replace("before: [\n    ],", "before: [],");
        assert_eq!(saved(&read(&text)), text);
    }
}

#[test]
fn a_commented_touchpoint_without_an_id_gets_one() {
    let text = "(format: 1, title: \"x\", before: [(name: /* a */ \"A\"), (\n // b\n name: \"A\"), (id: \"00000001\", name: \"B\"), (/* c */ name: \"C\", id: \"00000001\")])";
    let parsed = read(text);
    assert_eq!(parsed.repeated_ids.len(), 1);
    let written = saved(&parsed);
    let again = read(&written);
    assert_eq!((&again.map, again.repeated_ids.len()), (&parsed.map, 0));
    assert_eq!(again.comments, parsed.comments);
    let ids: Vec<String> = parsed.map.phase(Phase::Before).iter().map(|each| each.id.to_string()).collect();
    assert!(written.contains(&format!("        (id: \"{}\", name: /* a */ \"A\"),\n", ids[0])), "{written}");
    assert!(written.contains(&format!("        (id: \"{}\",\n // b\n name: \"A\"),\n", ids[1])), "{written}");
    assert!(written.contains(&format!("        (/* c */ name: \"C\", id: \"{}\"),\n", ids[3])), "{written}");
    let to = Place::new(Phase::After, 0);
    let moved = edited(&parsed.map, Edit::Move { ids: vec![id(&ids[1])], to });
    assert_eq!(read(&print(&moved, &parsed.comments)).map, moved, "the ids are still those of the first phase");
}

/// Returns the text of our map with the merged comments.
fn merged(base: &str, ours: &str, theirs: &str) -> String {
    let [base, ours, theirs] = [base, ours, theirs].map(read);
    let side = |parsed: &Parsed| (parsed.map.clone(), parsed.comments.clone());
    let sides = [side(&base), side(&ours), side(&theirs)];
    let [base, ours, theirs] = sides.each_ref().map(|(map, comments)| (map, comments));
    print(ours.0, &Comments::merge(base, ours, theirs))
}

#[test]
fn comments_changed_on_both_sides_are_merged_line_by_line() {
    let one = "(id: \"00000001\", name: \"One\"),";
    let two = "(id: \"00000002\", name: \"Two\"),";
    let text = |before: [&str; 2], behind: [&str; 2]| {
        phase(&format!("{}        {one}{}\n{}        {two}{}\n", before[0], behind[0], before[1], behind[1]))
    };
    let (a, b, c) = ("        // a\n", "        // b\n", "        // c\n");
    let base = text([a, ""], ["", " // x"]);
    let cases = [
        // Only one side changed.
        (text([b, ""], ["", " // x"]), base.clone(), text([b, ""], ["", " // x"])),
        (base.clone(), text([b, c], ["", ""]), text([b, c], ["", ""])),
        // Each side changed another line.
        (text([a, b], ["", " // x"]), text([a, ""], [" // y", " // x"]), text([a, b], [" // y", " // x"])),
        // Both sides made the same change.
        (text(["", b], ["", " // x"]), text(["", b], ["", " // x"]), text(["", b], ["", " // x"])),
        // Both sides changed the same line: ours first, then theirs; what one side deleted is gone.
        (
            text([&[a, b].concat(), ""], ["", " // x"]),
            text([&[a, c].concat(), ""], ["", " // x"]),
            text([&[a, b, c].concat(), ""], ["", " // x"]),
        ),
        (
            text([b, ""], ["", " // x"]),
            text([&[a, c].concat(), ""], ["", " // x"]),
            text([&[b, c].concat(), ""], ["", " // x"]),
        ),
        // A line has only one trailing `//` comment.
        (text([a, ""], ["", " // y"]), text([a, ""], ["", " // z"]), text([a, "        // z\n"], ["", " // y"])),
    ];
    for (ours, theirs, expected) in cases {
        assert_eq!(merged(&base, &ours, &theirs), expected);
        assert_eq!(read(&expected).comments.texts(), read(&merged(&base, &theirs, &ours)).comments.texts());
    }
}

#[test]
fn all_comments_inside_a_touchpoint_survive_a_merge() {
    let with =
        |above: &str, inside: &str| phase(&format!("{above}        (id: \"00000001\", {inside}name: \"One\"),\n"));
    let base = with("", "/* a */ ");
    let ours = with("", "/* a */ /* b */ ");
    let theirs = with("        // d\n", "/* a */ /* c */ ");
    let kept = with("        // d\n        /* c */\n", "/* a */ /* b */ ");
    assert_eq!(merged(&base, &ours, &theirs), kept);
    // They changed the touchpoint, so its comment moved above it, where we added one.
    let ours = with("        // b\n", "/* a */ ");
    let theirs = with("        /* a */\n        // c\n", "");
    assert_eq!(merged(&base, &ours, &theirs), with("        // b\n        // c\n        /* a */\n", ""));
}

#[test]
fn a_touchpoint_deleted_on_one_side_keeps_the_comments_of_the_other() {
    let line = "        (id: \"00000001\", name: \"One\"),\n";
    let (base, gone) = (phase(&format!("        // a\n{line}")), phase("").replace("[\n    ]", "[]"));
    let kept = phase(&format!("        // a\n        // b\n{line}"));
    assert_eq!(merged(&base, &kept, &gone), kept);
    let [base, gone, kept] = [base, gone, kept].map(|text| read(&text));
    let merged = Comments::merge((&base.map, &base.comments), (&gone.map, &gone.comments), (&kept.map, &kept.comments));
    assert_eq!(print(&kept.map, &merged), saved(&kept));
}

#[test]
fn comment_delimiters_inside_strings_are_no_comments() {
    let text = "(format: 1, title: \"https://x /* y */\", notes: r#\"// \"no\" /*\"#)";
    let parsed = read(text);
    assert!(parsed.comments.is_empty());
    assert_eq!(parsed.comments, Default::default());
    assert_eq!(saved(&parsed), print(&parsed.map, &Default::default()));
}

#[test]
fn a_comment_loses_control_characters_and_keeps_its_end() {
    let cases = [
        ("// a\u{1b}[31m\u{202e}b\tc\u{2028}d\n", "// a[31mb c d"),
        ("/* a\u{1b}]0;x\u{7}\r\n\tb */", "/* a]0;x\n b */"),
        ("/* a *\u{200b}/ b */", "/* a * / b */"),
        ("/* a /\u{200b}* b */", "/* a / * b */"),
        ("/* a *\u{200d}/ b */", "/* a * / b */"),
        ("/* a /\u{e0041}* b */", "/* a / * b */"),
        ("/* cafe\u{301} \"( */", "/* café \"( */"),
    ];
    for (written, kept) in cases {
        for text in [
            format!("{written}(format: 1, title: \"x\")"),
            format!("(format: 1, title: \"x\", after: [(id: \"00000001\", {written} name: \"A\")])"),
        ] {
            let parsed = read(&text);
            assert_eq!(parsed.comments.texts(), [kept]);
            let saved = saved(&parsed);
            assert_eq!(read(&saved), parsed);
            assert!(!saved.contains(|c| c != '\n' && periplo::map::text::is_unsafe_char(c)), "{saved:?}");
        }
    }
}

#[test]
fn a_commented_touchpoint_loses_invisible_characters() {
    let text = "(format: 1, title: \"x\", after: [(id: \"00000001\", /* in */ name: \"A\u{202e}\u{1b}b\tc\", kpi: r##\"x\"\u{200b}##\"##)])";
    let parsed = read(text);
    let saved = saved(&parsed);
    assert!(!saved.contains(['\u{202e}', '\u{1b}', '\u{200b}']), "{saved}");
    let again = read(&saved);
    assert_eq!((again.map, again.comments.texts()), (parsed.map, parsed.comments.texts()));
}
