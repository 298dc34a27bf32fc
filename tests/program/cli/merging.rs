//! `periplo diff` and `periplo merge`, by hand and as a merge driver of git.

use std::path::Path;
use std::process::Command;

use crate::cli::sandbox::{Sandbox, assert_fails, run_command};
use periplo::store::ron_text;

const BASE: &str = r#"(format: 1, title: "T", before: [(id: "00000001", name: "Asks friends", kind: Offline, reach: 1200)], during: [(id: "00000002", name: "Pays")])"#;
const OURS: &str = r#"(format: 1, title: "T", before: [(id: "00000001", name: "Asks friends", kind: Offline, reach: 900)], during: [(id: "00000002", name: "Pays")])"#;
const THEIRS: &str = r#"(format: 1, title: "T", before: [(id: "00000001", name: "Asks friends", kind: Online, reach: 950)], during: [(id: "00000002", name: "Pays"), (id: "00000003", name: "Gets a bill")])"#;
const BROKEN: &str = "(format: 1, title: \"Broken\", before: [(nombre: \"x\")])\n";

fn sandbox() -> Sandbox {
    Sandbox::with(&[("base.ron", BASE), ("ours.ron", OURS), ("theirs.ron", THEIRS), ("broken.ron", BROKEN)])
}

#[test]
fn diff_prints_one_line_per_difference_and_exits_with_1() {
    let result = sandbox().run(&["diff", "base.ron", "theirs.ron"]);
    let lines = "~ Asks friends: kind offline → online, reach 1,200 → 950\n+ during: Gets a bill\n";
    assert_eq!((result.code, result.stdout.as_str(), result.stderr.as_str()), (1, lines, ""));
    let result = sandbox().run(&["--lang", "es", "diff", "theirs.ron", "base.ron"]);
    let lines = "~ Asks friends: tipo en línea → fuera de línea, alcance 950 → 1.200\n− durante: Gets a bill\n";
    assert_eq!((result.code, result.stdout.as_str()), (1, lines));
}

#[test]
fn diff_of_equal_maps_prints_nothing_and_exits_with_0() {
    let sandbox = sandbox();
    for (arguments, out) in
        [(&["diff", "base.ron", "-"][..], ""), (&["diff", "-", "base.ron", "--format", "json"], "[]\n")]
    {
        let result = run_command(
            sandbox.command().args(arguments).write_stdin(BASE.replace("(id: \"00000002\"", "\n(id: \"00000002\"")),
        );
        assert_eq!((result.code, result.stdout.as_str(), result.stderr.as_str()), (0, out, ""));
    }
}

#[test]
fn diff_prints_json() {
    let result = sandbox().run(&["diff", "ours.ron", "theirs.ron", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&result.stdout).expect("JSON");
    let expected = serde_json::json!([
        {"touchpoint": "00000001", "name": "Asks friends", "change": "changed", "field": "kind", "old": "offline", "new": "online"},
        {"touchpoint": "00000001", "name": "Asks friends", "change": "changed", "field": "reach", "old": 900, "new": 950},
        {"touchpoint": "00000003", "name": "Gets a bill", "change": "added", "field": "phase", "old": null, "new": "during"},
    ]);
    assert_eq!((result.code, json), (1, expected));
}

#[test]
fn a_clean_merge_replaces_ours_and_prints_nothing() {
    let sandbox = sandbox();
    let result = sandbox.run(&["merge", "base.ron", "base.ron", "theirs.ron"]);
    assert_eq!((result.code, result.stdout.as_str(), result.stderr.as_str()), (0, "", ""));
    assert_eq!(ron_text::parse(&sandbox.read("base.ron")), ron_text::parse(THEIRS));
}

#[test]
fn a_conflict_exits_with_1_and_the_file_contains_both_sides() {
    let sandbox = sandbox();
    let result = sandbox.run(&["merge", "base.ron", "ours.ron", "theirs.ron"]);
    assert_fails(&result, 1, "warning: “Asks friends”, reach: here 900; in the other version 950\nOne conflict");
    let merged = ron_text::parse(&sandbox.read("ours.ron")).expect("a map").map;
    let (_, asks) = merged.touchpoints().next().expect("a touchpoint");
    assert_eq!((asks.reach, merged.len()), (Some(900), 3));
    assert_eq!(asks.notes.as_deref(), Some("Merge conflict, reach: here 900; in the other version 950 [reach: 950]"));
    assert_eq!(sandbox.read("theirs.ron"), THEIRS);
}

#[test]
fn conflicts_of_notes_and_of_the_header_are_written_to_the_notes() {
    let map = |title: &str, notes: &str| {
        format!("(format: 1, title: \"{title}\", before: [(id: \"00000001\", name: \"A\", notes: \"{notes}\")])")
    };
    let sandbox = Sandbox::with(&[
        ("b.ron", &map("T", "x")),
        ("o.ron", &map("Ours", "our x")),
        ("t.ron", &map("Theirs", "x two\\nlines")),
    ]);
    let result = sandbox.run(&["--lang", "es", "merge", "b.ron", "o.ron", "t.ron"]);
    assert_fails(&result, 1, "2 conflictos");
    let merged = ron_text::parse(&sandbox.read("o.ron")).expect("a map").map;
    let conflict_note = "Conflicto al fusionar, título: aquí «Ours»; en la otra versión «Theirs» [title: \"Theirs\"]";
    assert_eq!(merged.header().notes.as_deref(), Some(conflict_note));
    let (_, touchpoint) = merged.touchpoints().next().expect("a touchpoint");
    let both = "our x\nConflicto al fusionar, notas de la otra versión: [lines: 2]\nx two\nlines";
    assert_eq!(touchpoint.notes.as_deref(), Some(both));
}

#[test]
fn a_conflict_that_does_not_fit_into_the_notes_is_printed() {
    let map = |notes: &str| {
        format!("(format: 1, title: \"T\", before: [(id: \"00000001\", name: \"A\", notes: \"{notes}\")])")
    };
    let (ours, theirs) = ("o".repeat(9_000), "t".repeat(2_000));
    let sandbox = Sandbox::with(&[("b.ron", &map("")), ("o.ron", &map(&ours)), ("t.ron", &map(&theirs))]);
    let result = sandbox.run(&["merge", "b.ron", "o.ron", "t.ron"]);
    assert_fails(&result, 1, &theirs);
    assert!(result.stderr.contains("the notes of “A” have no room for this"), "{}", result.stderr);
    assert!(sandbox.read("o.ron").contains(&ours));
}

#[test]
fn a_merge_with_an_invalid_file_leaves_ours_unchanged() {
    let sandbox = sandbox();
    for arguments in [["broken.ron", "ours.ron", "theirs.ron"], ["base.ron", "ours.ron", "broken.ron"]] {
        let result = sandbox.run(&[&["merge"], &arguments[..]].concat());
        assert_fails(&result, 1, "nombre");
        assert_eq!(sandbox.read("ours.ron"), OURS);
    }
    assert_fails(&sandbox.run(&["merge", "base.ron", "broken.ron", "theirs.ron"]), 1, "nombre");
    assert_eq!(sandbox.read("broken.ron"), BROKEN);
    assert_fails(&sandbox.run(&["merge", "base.ron", "ours.ron", "none.ron"]), 1, "none.ron");
}

#[test]
fn without_a_base_the_result_contains_both_maps() {
    let sandbox = Sandbox::with(&[("empty.ron", ""), ("ours.ron", BASE), ("theirs.ron", BASE), ("none.ron", "")]);
    for base in ["empty.ron", "not-there.ron"] {
        let result = sandbox.run(&["merge", base, "ours.ron", "theirs.ron"]);
        assert_eq!((result.code, result.stderr.as_str()), (0, ""));
        assert_eq!(ron_text::parse(&sandbox.read("ours.ron")), ron_text::parse(BASE));
    }
    assert_eq!(sandbox.run(&["merge", "empty.ron", "none.ron", "theirs.ron"]).code, 0);
    assert_eq!(ron_text::parse(&sandbox.read("none.ron")), ron_text::parse(BASE));
}

#[test]
fn the_result_is_written_to_output_and_overwrites_nothing() {
    let sandbox = sandbox();
    let merge =
        |arguments: &[&str]| sandbox.run(&[&["merge", "base.ron", "ours.ron", "theirs.ron"], arguments].concat());
    let result = merge(&["-o", "-"]);
    assert_eq!(result.code, 1);
    assert!(ron_text::parse(&result.stdout).is_ok());
    assert_fails(&merge(&["-o", "broken.ron"]), 1, "--force");
    assert_eq!(sandbox.read("broken.ron"), BROKEN);
    assert_eq!(merge(&["-o", "broken.ron", "--force"]).code, 1);
    assert_eq!(sandbox.read("broken.ron"), result.stdout);
    assert_eq!(sandbox.read("ours.ron"), OURS);
    assert_fails(&sandbox.run(&["merge", "base.ron", "-", "-"]), 2, "standard input (-) holds one map");
    assert_fails(&sandbox.run(&["diff", "-", "-"]), 2, "standard input (-) holds one map");
}

fn git(folder: &Path, arguments: &[&str]) -> bool {
    let output = Command::new("git")
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("LC_ALL", "C")
        .args(["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"])
        .args(arguments)
        .output()
        .expect("git runs");
    output.status.success()
}

/// Creates a repository in which the branches `ours` and `theirs` changed the same map. `ours` is checked out.
fn repository(base: &str, ours: &str, theirs: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    let folder = sandbox.path();
    let commit = |text: &str, name: &str| {
        std::fs::write(folder.join("map.ron"), text).expect("a file");
        assert!(git(folder, &["add", "."]) && git(folder, &["commit", "-qm", name]), "{name}");
    };
    assert!(git(folder, &["init", "-q", "-b", "ours"]));
    std::fs::write(folder.join(".gitattributes"), "*.ron merge=periplo\n").expect("a file");
    commit(base, "base");
    assert!(git(folder, &["checkout", "-q", "-b", "theirs"]));
    commit(theirs, "theirs");
    assert!(git(folder, &["checkout", "-q", "ours"]));
    commit(ours, "ours");
    sandbox
}

fn with_driver(sandbox: &Sandbox) {
    let program = assert_cmd::cargo::cargo_bin("periplo");
    let driver = format!("'{}' merge %O %A %B", program.display());
    assert!(git(sandbox.path(), &["config", "merge.periplo.driver", &driver]));
}

fn map(before: &[&str]) -> String {
    let touchpoints: String = before.iter().map(|each| format!("        ({each}),\n")).collect();
    format!("(\n    format: 1,\n    title: \"T\",\n    before: [\n{touchpoints}    ],\n)\n")
}

const ASKS: &str = r#"id: "00000001", name: "Asks""#;
const COMPARES: &str = r#"id: "00000002", name: "Compares""#;

#[test]
fn git_merges_adjacent_changes_only_with_the_driver() {
    let base = map(&[ASKS, COMPARES]);
    let ours = map(&[&format!("{ASKS}, reach: 9"), COMPARES, r#"id: "00000003", name: "Ours""#]);
    let theirs = map(&[ASKS, &format!("{COMPARES}, reach: 5"), r#"id: "00000004", name: "Theirs""#]);
    let sandbox = repository(&base, &ours, &theirs);
    assert!(!git(sandbox.path(), &["merge", "-q", "theirs"]), "git alone merges lines");
    assert!(ron_text::parse(&sandbox.read("map.ron")).is_err());
    assert!(git(sandbox.path(), &["merge", "--abort"]));

    with_driver(&sandbox);
    assert!(git(sandbox.path(), &["merge", "-q", "theirs"]));
    let merged = ron_text::parse(&sandbox.read("map.ron")).expect("a map").map;
    let touchpoints: Vec<_> = merged.touchpoints().map(|(_, each)| (each.name.to_string(), each.reach)).collect();
    let expected = [("Asks", Some(9)), ("Compares", Some(5)), ("Ours", None), ("Theirs", None)];
    assert_eq!(touchpoints, expected.map(|(name, reach)| (name.to_owned(), reach)));
    assert!(git(sandbox.path(), &["diff", "--quiet", "HEAD"]), "the merge is committed");
}

#[test]
fn git_stops_at_a_conflict_with_a_valid_map_that_contains_both_values() {
    let reach = |reach: u64| map(&[&format!("{ASKS}, reach: {reach}"), COMPARES]);
    let sandbox = repository(&reach(1200), &reach(900), &reach(950));
    with_driver(&sandbox);
    assert!(!git(sandbox.path(), &["merge", "-q", "theirs"]));
    let merged = ron_text::parse(&sandbox.read("map.ron")).expect("a map").map;
    let (_, asks) = merged.touchpoints().next().expect("a touchpoint");
    assert_eq!(asks.reach, Some(900));
    assert!(asks.notes.as_ref().is_some_and(|notes| notes.contains("950")), "{:?}", asks.notes);
}
