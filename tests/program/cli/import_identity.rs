//! `periplo import --into`: a text that was not made from the map neither adds touchpoints nor empties fields unasked.

use crate::cli::sandbox::Sandbox;

const MAP: &str = r#"(format: 1, title: "Ours", unit: "people", period: "2026-Q1", before: [
    (id: "aaaaaaa3", name: "Sees ad", channel: "web", emotion: 1, reach: 100, pain: "p", notes: "keep me"),
], during: [(id: "aaaaaaa1", name: "Pays", reach: 10, actors: ["clerk"])], after: [])
"#;

/// Imports a file into the map, and returns what is shown, and the map with the changes.
fn imported(name: &str, text: &str, more: &[&str]) -> (String, String, String) {
    let sandbox = Sandbox::with(&[("map.ron", MAP), (name, text)]);
    let result = sandbox.run(&[&["import", name, "--into", "map.ron", "--yes"], more].concat());
    (result.stdout, result.stderr, sandbox.read("map.ron"))
}

#[test]
fn tasks_of_a_diagram_that_match_nothing_are_only_listed() {
    let diagram = "journey\n  title Other\n  section Before\n    Sees ad: 2: Me\n    Compares: 3: Me\n  section During\n    Pays: 5\n";
    let (shown, _, map) = imported("other.mmd", diagram, &[]);
    assert_eq!(
        shown,
        "~ Sees ad: actors — → “Me”, emotion good → bad\n~ Pays: emotion — → very good\n? before: Compares\n"
    );
    assert!(map.contains("\"Ours\"") && map.contains("clerk") && !map.contains("Compares"), "{map}");
    let (shown, _, map) = imported("other.mmd", diagram, &["--add-new"]);
    assert!(shown.contains("+ before: Compares\n") && map.contains("Compares"), "{shown}");
}

#[test]
fn a_diagram_of_the_map_itself_changes_its_title_and_adds_tasks_without_id() {
    let sandbox = Sandbox::with(&[("map.ron", MAP)]);
    sandbox.run(&["export", "map.ron", "-o", "map.mmd"]);
    let diagram = sandbox.read("map.mmd").replace("title Ours", "title New") + "    Waits: 3\n";
    std::fs::write(sandbox.path().join("map.mmd"), diagram).unwrap();
    let result = sandbox.run(&["import", "map.mmd", "--into", "map.ron", "--yes"]);
    assert_eq!(result.stdout, "~ map: title “Ours” → “New”\n+ during: Waits\n", "{}", result.stderr);
}

#[test]
fn touchpoints_of_another_map_are_only_listed_in_every_format() {
    let other =
        r#"(format: 1, title: "Other", before: [(id: "xwz9egd0", name: "Sees ad"), (id: "eftcfr0d", name: "Zzz")])"#;
    let sandbox = Sandbox::with(&[("map.ron", MAP), ("other.ron", other)]);
    for (command, name) in [("export", "o.json"), ("export", "o.mmd"), ("inventory", "o.csv"), ("inventory", "o.md")] {
        sandbox.run(&[command, "other.ron", "-o", name]);
        let result = sandbox.run(&["import", name, "--into", "map.ron", "--yes"]);
        assert_eq!((result.code, result.stdout.as_str()), (1, "? before: Sees ad\n? before: Zzz\n"), "{name}");
        assert_eq!(sandbox.read("map.ron"), MAP, "{name}");
    }
}

#[test]
fn a_row_that_is_matched_by_name_empties_no_field() {
    let table =
        "map,phase,touchpoint,channel,emotion,reach,pain,notes,unit,period\nOther,before,Sees ad,,,,,,users,2020\n";
    let (shown, _, map) = imported("other.csv", table, &[]);
    assert_eq!((shown.as_str(), map.as_str()), ("", MAP));
    let json = r#"{"format":1,"title":"Other","before":[{"name":"Sees ad","reach":7}]}"#;
    let (shown, ..) = imported("other.json", json, &[]);
    assert_eq!(shown, "~ Sees ad: reach 100 → 7\n");
    let with_id = "id,touchpoint,channel\naaaaaaa3,Sees ad,\n";
    assert_eq!(imported("own.csv", with_id, &[]).0, "~ Sees ad: channel “web” → —\n");
}

#[test]
fn a_funnel_keeps_the_unit_of_the_map_and_says_so() {
    let (shown, told, map) = imported("funnel.csv", "Step,Users\nSees ad,200\nPays,5\n", &[]);
    assert!(!shown.contains("unit") && map.contains("people"), "{shown}");
    assert!(told.contains("the file counts users, and the unit of the map stays people"), "{told}");
}

#[test]
fn a_missing_phase_is_told_only_where_it_places_a_touchpoint() {
    let (_, told, _) = imported("notes.csv", "Touchpoint,Opinion\nSees ad,good\nPays,bad\n", &[]);
    assert!(!told.contains("before the purchase"), "{told}");
    let (_, told, _) = imported("notes.csv", "Touchpoint,Opinion\nSees ad,good\nWaits,bad\n", &[]);
    assert!(told.contains("before the purchase"), "{told}");
}

#[test]
fn a_first_row_without_phase_is_not_said_to_have_that_of_a_row_above() {
    let table = "Touchpoint,Phase\nSees ad,\nPays,During\nSigns,\n";
    let sandbox = Sandbox::with(&[("cards.csv", table)]);
    let told = sandbox.run(&["import", "cards.csv", "-o", "new.ron"]).stderr;
    assert!(told.contains("cards.csv:2: Phase: this cell is empty and no row above has a phase"), "{told}");
    assert!(
        told.contains("cards.csv:4: Phase: this cell is empty, so the row has the phase of the row above"),
        "{told}"
    );
}
