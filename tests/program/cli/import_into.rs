//! `periplo import --into`: a map is updated from a table that may contain only a part of it.

use crate::cli::sandbox::{CommandResult, Sandbox, assert_fails};
use periplo::map::step::is_joined;
use periplo::map::{JourneyMap, Phase};
use periplo::store::ron_text;

const MAP: &str = "// ours\n(format: 1, title: \"T\", company: \"C\", before: [\n    // the first\n    (id: \"00000001\", name: \"Asks friends\", kind: Offline, reach: 1200, actors: [\"a; b\"], accepted: [\"no-kpi\"], notes: \"n\"),\n    (id: \"00000002\", name: \"Reads reviews\", kind: Online, reach: 800),\n    (id: \"00000003\", name: \"Sees an advert\", kind: Offline, with_previous: true),\n], during: [(id: \"00000004\", name: \"Pays\", kind: Online, reach: 100)])\n";

fn sandbox(table: &str) -> Sandbox {
    Sandbox::with(&[("map.ron", MAP), ("table.csv", table)])
}

fn run(sandbox: &Sandbox, more: &[&str]) -> CommandResult {
    sandbox.run(&[&["import", "table.csv", "--into", "map.ron"], more].concat())
}

fn map(text: &str) -> JourneyMap {
    ron_text::parse(text).expect("a map").map
}

fn names(map: &JourneyMap, phase: Phase) -> Vec<String> {
    let joined = |row| if is_joined(map.phase(phase), row) { "+" } else { "" };
    map.phase(phase).iter().enumerate().map(|(row, each)| format!("{}{}", joined(row), each.name)).collect()
}

#[test]
fn without_a_base_changes_are_only_shown_until_confirmed() {
    let sandbox = sandbox("id,touchpoint,reach\n00000004,Pays,150\n00000001,Asks friends,1200\n");
    let result = run(&sandbox, &[]);
    assert_eq!((result.code, result.stdout.as_str()), (1, "~ Pays: reach 100 → 150\n"));
    assert!(
        result.stderr.contains("map.ron was not changed; add --yes to do this, or name with --base"),
        "{}",
        result.stderr
    );
    assert!(result.stderr.contains("2 touchpoints of the map are not in the file and stay"), "{}", result.stderr);
    assert_eq!(sandbox.read("map.ron"), MAP);
    let result = run(&sandbox, &["--yes"]);
    assert_eq!((result.code, result.stdout.as_str()), (0, "~ Pays: reach 100 → 150\n"));
    let text = sandbox.read("map.ron");
    let expected = MAP.replace("reach: 100)", "reach: 150)");
    assert_eq!(map(&text), map(&expected), "no other field, touchpoint or order changed");
    assert!(text.contains("// ours") && text.contains("// the first"), "{text}");
    sandbox.run(&["backups", "map.ron", "--restore", "1", "-o", "old.ron"]);
    assert_eq!(sandbox.read("old.ron"), MAP);
    let result = run(&sandbox, &[]);
    assert_eq!((result.code, result.stdout.as_str()), (0, ""), "{}", result.stderr);
    assert!(result.stderr.contains("has all of this already"), "{}", result.stderr);
}

#[test]
fn an_unedited_inventory_changes_nothing() {
    let sandbox = sandbox("");
    for format in ["csv", "json"] {
        sandbox.run(&["inventory", "map.ron", "--format", format, "-o", "table.csv", "--force"]);
        let result = run(&sandbox, &["--format", format]);
        assert_eq!((result.code, result.stdout.as_str()), (0, ""), "{}", result.stderr);
    }
}

#[test]
fn a_filtered_inventory_leaves_other_touchpoints_and_steps_unchanged() {
    let sandbox = sandbox("");
    sandbox.run(&["inventory", "map.ron", "--kind", "offline", "-o", "table.csv", "--force"]);
    let edited = sandbox.read("table.csv").replace("Sees an advert", "Sees a poster");
    std::fs::write(sandbox.path().join("table.csv"), edited).unwrap();
    let result = run(&sandbox, &["--yes"]);
    assert_eq!(
        (result.code, result.stdout.as_str()),
        (0, "~ Sees an advert: name “Sees an advert” → “Sees a poster”\n"),
        "{}",
        result.stderr
    );
    assert_eq!(
        names(&map(&sandbox.read("map.ron")), Phase::Before),
        ["Asks friends", "Reads reviews", "+Sees a poster"]
    );
}

#[test]
fn rows_without_id_become_new_touchpoints_below_the_previous_row() {
    let table = "id,phase,touchpoint\n00000001,before,Asks friends\n,before,Calls\n00000002,before,Reads reviews\n\
        00000003,before,Sees an advert\n,after,Gets a bill\n00000004,before,Pays\n";
    let sandbox = sandbox(table);
    let result = run(&sandbox, &["--yes"]);
    assert_eq!(result.code, 0, "{}", result.stderr);
    let map = map(&sandbox.read("map.ron"));
    assert_eq!(names(&map, Phase::Before), ["Asks friends", "Calls", "Reads reviews", "+Sees an advert", "Pays"]);
    assert_eq!((names(&map, Phase::During).len(), names(&map, Phase::After)), (0, vec!["Gets a bill".to_owned()]));
}

#[test]
fn moved_rows_move_touchpoints_and_missing_rows_can_delete_them() {
    let table = "id,phase,order,step,touchpoint\n00000003,before,1,1,Sees an advert\n00000001,before,2,1,Asks friends\n00000004,during,1,1,Pays\n";
    let kept = sandbox(table);
    assert_eq!(run(&kept, &["--yes"]).code, 0);
    let names_of = |sandbox: &Sandbox| names(&map(&sandbox.read("map.ron")), Phase::Before);
    assert!(names_of(&kept).iter().any(|name| name.ends_with("Reads reviews")), "{:?}", names_of(&kept));
    let deleted = sandbox(table);
    let result = run(&deleted, &["--yes", "--delete-missing"]);
    assert_eq!(result.code, 0);
    assert!(result.stdout.contains("− before: Reads reviews"), "{}", result.stdout);
    assert_eq!(names_of(&deleted), ["Sees an advert", "+Asks friends"]);
}

#[test]
fn with_a_base_changes_of_both_sides_are_merged_and_conflicts_noted() {
    let sandbox = sandbox("id,touchpoint,kind,reach\n00000001,Asks friends,online,1300\n00000004,Pays,online,120\n");
    let ours = MAP.replace("reach: 1200", "reach: 1250").replace("name: \"Pays\"", "name: \"Pays online\"");
    std::fs::write(sandbox.path().join("map.ron"), ours).unwrap();
    std::fs::write(sandbox.path().join("base.ron"), MAP).unwrap();
    let result = run(&sandbox, &["--base", "base.ron"]);
    assert_eq!(result.code, 1, "{}", result.stderr);
    assert!(
        result.stderr.contains("“Asks friends”, reach: here 1,250; in the other version 1,300"),
        "{}",
        result.stderr
    );
    let merged = map(&sandbox.read("map.ron"));
    let asks = &merged.phase(Phase::Before)[0];
    assert_eq!((asks.reach, asks.kind.map(|kind| kind.key())), (Some(1250), Some("online")));
    assert!(asks.notes.as_deref().is_some_and(|notes| notes.contains("Merge conflict, reach")), "{asks:?}");
    let pays = &merged.phase(Phase::During)[0];
    assert_eq!((&*pays.name, pays.reach, merged.len()), ("Pays online", Some(120), 4));
}

#[test]
fn a_clean_merge_with_a_base_needs_no_confirmation() {
    let sandbox = sandbox("id,touchpoint,reach\n00000004,Pays,120\n");
    std::fs::write(sandbox.path().join("base.ron"), MAP).unwrap();
    let result = run(&sandbox, &["--base", "base.ron"]);
    assert_eq!((result.code, result.stdout.as_str()), (0, "~ Pays: reach 100 → 120\n"), "{}", result.stderr);
    assert_eq!(map(&sandbox.read("map.ron")), map(&MAP.replace("reach: 100)", "reach: 120)")));
}

#[test]
fn a_table_of_another_map_needs_confirmation() {
    let sandbox = sandbox("phase,touchpoint\nbefore,Asks the neighbours\n");
    std::fs::write(sandbox.path().join("base.ron"), MAP).unwrap();
    for more in [&[][..], &["--base", "base.ron"], &["--delete-missing"]] {
        let result = run(&sandbox, more);
        assert_eq!(result.code, 1, "{}", result.stderr);
        assert!(result.stderr.contains("no touchpoint of map.ron is in this file"), "{}", result.stderr);
        assert_eq!(sandbox.read("map.ron"), MAP);
    }
}

#[test]
fn a_map_in_json_can_update_another_map() {
    let sandbox = sandbox("");
    sandbox.run(&["export", "map.ron", "-o", "map.json"]);
    let edited = sandbox.read("map.json").replace("\"company\": \"C\"", "\"company\": \"D\"");
    std::fs::write(sandbox.path().join("map.json"), edited).unwrap();
    let result = sandbox.run(&["import", "map.json", "--into", "map.ron", "--yes"]);
    assert_eq!((result.code, result.stdout.as_str()), (0, "~ map: company “C” → “D”\n"), "{}", result.stderr);
}

#[test]
fn contradicting_options_are_refused() {
    let sandbox = sandbox("touchpoint\nPays\n");
    assert_fails(&run(&sandbox, &["-o", "b.ron"]), 2, "cannot be used with");
    assert_fails(&sandbox.run(&["import", "table.csv", "-o", "b.ron", "--yes"]), 2, "cannot be used with");
    assert_fails(&sandbox.run(&["import", "table.csv", "--into", "-"]), 2, "--into");
    assert_fails(&sandbox.run(&["import", "table.csv", "--into", "none.ron"]), 1, "no such file");
    assert_eq!(sandbox.read("map.ron"), MAP);
}

#[test]
fn a_table_without_a_map_title_keeps_the_title() {
    for table in ["map,id,phase,touchpoint\n,00000004,during,Pays\n", "map,id,unit,touchpoint\n"] {
        let sandbox = sandbox(table);
        run(&sandbox, &["--yes"]);
        let header = map(&sandbox.read("map.ron")).header().clone();
        assert_eq!((&*header.title, header.company.as_deref()), ("T", Some("C")), "{table}");
    }
}

fn boards() -> Sandbox {
    let first = "ID,Touchpoint,Phase\n1,Asks a neighbour,before\n2,Compares prices,before\n";
    let second = "ID,Touchpoint,Phase\n1,Calls the help line,after\n2,Returns the parcel,after\n";
    Sandbox::with(&[("first.csv", first), ("second.csv", second)])
}

#[test]
fn numbers_of_another_program_never_become_ids() {
    let sandbox = boards();
    let result = sandbox.run(&["import", "first.csv", "-o", "board.ron"]);
    assert_eq!(result.code, 0, "{}", result.stderr);
    assert!(
        result.stderr.contains("warning: first.csv:2: ID: 2 cells, the first “1”, are not IDs"),
        "{}",
        result.stderr
    );
    let board = sandbox.read("board.ron");
    assert!(!board.contains("0000000"), "{board}");
    let result = sandbox.run(&["import", "second.csv", "--into", "board.ron", "--yes"]);
    let rows = "? after: Calls the help line\n? after: Returns the parcel\n";
    assert_eq!((result.code, result.stdout.as_str()), (1, rows), "{}", result.stderr);
    assert!(result.stderr.contains("2 rows (?) match no touchpoint of the map"), "{}", result.stderr);
    assert_eq!(sandbox.read("board.ron"), board);
    let result = sandbox.run(&["import", "second.csv", "--into", "board.ron", "--add-new", "--yes"]);
    assert_eq!(result.stdout, rows.replace('?', "+"), "{}", result.stderr);
    let updated = map(&sandbox.read("board.ron"));
    assert_eq!(names(&updated, Phase::Before), ["Asks a neighbour", "Compares prices"]);
    assert_eq!(names(&updated, Phase::After), ["Calls the help line", "Returns the parcel"]);
}

#[test]
fn a_short_number_is_an_id_only_with_the_name_of_its_touchpoint() {
    let sandbox = sandbox("id,touchpoint,reach\n4,PAYS,150\n1,Calls the help line,9\n");
    let result = run(&sandbox, &["--yes"]);
    assert_eq!(result.stdout, "~ Pays: name “Pays” → “PAYS”, reach 100 → 150\n? before: Calls the help line\n");
    assert_eq!(names(&map(&sandbox.read("map.ron")), Phase::Before)[0], "Asks friends");
}

#[test]
fn an_id_of_another_map_is_not_taken_over() {
    let sandbox = sandbox("id,phase,touchpoint\n00000004,during,Pays\nzzzzzzz9,during,Signs\n");
    let result = run(&sandbox, &["--yes"]);
    assert_eq!((result.code, result.stdout.as_str()), (1, "? during: Signs\n"), "{}", result.stderr);
    run(&sandbox, &["--yes", "--add-new"]);
    let text = sandbox.read("map.ron");
    assert!(text.contains("Signs") && !text.contains("zzzzzzz9"), "{text}");
}

const COUNTS: &str = "touchpoint,reach,evidence\nASKS FRIENDS,9100,measured\nReads réviews,40210,measured\n\
    Sees an advert,,\nBoards the ghost plane,12,measured\n";

#[test]
fn rows_without_ids_are_matched_by_their_names() {
    let sandbox = sandbox(COUNTS);
    let result = run(&sandbox, &["--yes"]);
    let changes = "~ Asks friends: reach 1,200 → 9,100, evidence assumed → measured\n\
        ~ Reads reviews: reach 800 → 40,210, evidence assumed → measured\n? before: Boards the ghost plane\n";
    assert_eq!((result.code, result.stdout.as_str()), (1, changes), "{}", result.stderr);
    let updated = map(&sandbox.read("map.ron"));
    assert_eq!((updated.len(), updated.phase(Phase::Before)[0].reach), (4, Some(9_100)));
    let result = run(&sandbox, &["--add-new", "--yes"]);
    assert_eq!(result.stdout, "+ before: Boards the ghost plane\n", "{}", result.stderr);
}

#[test]
fn a_name_that_two_touchpoints_have_is_matched_only_in_its_phase() {
    let twice = MAP.replace("\"Pays\"", "\"Asks friends\"");
    let table = "phase,touchpoint,reach\nduring,Asks friends,7\nafter,Asks friends,8\n";
    let sandbox = Sandbox::with(&[("map.ron", &twice), ("table.csv", table)]);
    let result = run(&sandbox, &[]);
    assert_eq!(result.stdout, "~ Asks friends: reach 100 → 7\n? after: Asks friends\n", "{}", result.stderr);
}

#[test]
fn a_cell_that_is_not_understood_changes_no_field() {
    let sandbox = sandbox("id,touchpoint,kind,reach\n00000004,Pays,onlin,150\n00000001,Asks friends,offline,many\n");
    let result = run(&sandbox, &["--yes"]);
    assert_eq!(result.stdout, "~ Pays: reach 100 → 150\n", "{}", result.stderr);
    assert!(result.stderr.contains("kind: “onlin” is unknown"), "{}", result.stderr);
}

#[test]
fn a_row_does_not_overwrite_a_touchpoint_that_was_renamed() {
    let table = "phase,touchpoint\nbefore,Asks friends\n";
    let sandbox = Sandbox::with(&[("table.csv", table)]);
    sandbox.run(&["import", "table.csv", "-o", "map.ron"]);
    let renamed = sandbox.read("map.ron").replace("Asks friends", "Reads a leaflet");
    std::fs::write(sandbox.path().join("map.ron"), renamed).unwrap();
    run(&sandbox, &["--yes"]);
    assert!(names(&map(&sandbox.read("map.ron")), Phase::Before).contains(&"Reads a leaflet".to_owned()));
}

#[test]
fn touchpoints_of_one_name_are_not_missing_where_a_row_has_that_name() {
    let twice = "(format: 1, title: \"T\", during: [(id: \"00000001\", name: \"Pays\")], \
        after: [(id: \"00000002\", name: \"Pays\"), (id: \"00000003\", name: \"Calls\")])";
    let sandbox = Sandbox::with(&[("map.ron", twice), ("table.csv", "touchpoint,reach\nPays,5\nSigns,7\n")]);
    let result = run(&sandbox, &["--delete-missing", "--yes"]);
    assert_eq!(result.stdout, "− after: Calls\n? before: Pays\n? before: Signs\n", "{}", result.stderr);
    assert!(result.stderr.contains("or several of one name"), "{}", result.stderr);
    let changed = map(&sandbox.read("map.ron"));
    assert_eq!(
        (names(&changed, Phase::During), names(&changed, Phase::After)),
        (vec!["Pays".into()], vec!["Pays".into()])
    );
}

#[test]
fn rows_with_an_id_of_the_map_need_no_name() {
    for table in [
        "id,reach\n00000004,150\n",
        "reach;id\n150;00000004\n",
        "id,touchpoint,reach\n00000004,,150\n00000001,Asks friends,1200\n",
    ] {
        let sandbox = sandbox(table);
        let result = run(&sandbox, &["--yes"]);
        assert_eq!((result.code, result.stdout.as_str()), (0, "~ Pays: reach 100 → 150\n"), "{table}{}", result.stderr);
        assert_eq!(map(&sandbox.read("map.ron")), map(&MAP.replace("reach: 100)", "reach: 150)")), "{table}");
    }
    // An id that the map has not tells no name.
    assert_fails(&run(&sandbox("id,reach\n0000000x,150\n"), &[]), 1, "no column or field holds touchpoints");
}
