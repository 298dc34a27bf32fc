//! The `export` command: the rules that all formats share.

use crate::cli::sandbox::{Sandbox, assert_fails};

const RICH: &str = include_str!("../../exchange/rich.ron");

fn sandbox() -> Sandbox {
    Sandbox::with(&[("rich.ron", RICH), ("out.csv", "mine")])
}

#[test]
fn a_document_can_begin_its_funnel_at_a_later_step() {
    let text = "(format: 1, title: \"T\", before: [(name: \"Ad\", reach: 900), (name: \"Page\", reach: 80)], during: [(name: \"Pays\", reach: 20)])";
    let sandbox = Sandbox::with(&[("map.ron", text)]);
    let result = sandbox.run(&["export", "map.ron", "--format", "markdown", "--from", "2"]);
    assert_eq!(result.code, 0, "{}", result.stderr);
    assert!(
        result.stdout.contains("leading in") && result.stdout.contains("20 buyers, 25% of those at step 2"),
        "{}",
        result.stdout
    );
    assert_fails(&sandbox.run(&["export", "map.ron", "--format", "csv", "--from", "2"]), 2, "leave it out");
    assert_fails(&sandbox.run(&["export", "map.ron", "--format", "html", "--from", "4"]), 2, "none at 4");
}

#[test]
fn the_csv_of_one_map_equals_its_inventory() {
    let sandbox = sandbox();
    assert_eq!(
        sandbox.run(&["export", "rich.ron", "--format", "csv"]).stdout,
        sandbox.run(&["inventory", "rich.ron"]).stdout
    );
}

#[test]
fn the_file_ending_selects_the_format() {
    let sandbox = sandbox();
    sandbox.run(&["export", "rich.ron", "-o", "rich.csv"]);
    let csv = sandbox.run(&["export", "rich.ron", "--format", "csv"]).stdout;
    assert_eq!(sandbox.read("rich.csv"), format!("\u{feff}{csv}"));
    assert_fails(&sandbox.run(&["export", "rich.ron", "-o", "rich"]), 2, "--format");
    assert_fails(&sandbox.run(&["export", "rich.ron", "-o", "rich.doc"]), 2, "--format");
    assert_fails(&sandbox.run(&["export", "rich.ron"]), 2, "--format");
}

#[test]
fn files_are_overwritten_only_with_force_and_the_map_never() {
    let sandbox = sandbox();
    assert_fails(&sandbox.run(&["export", "rich.ron", "-o", "out.csv"]), 1, "--force");
    assert_eq!(sandbox.read("out.csv"), "mine");
    sandbox.run(&["export", "rich.ron", "-o", "out.csv", "--force"]);
    assert!(sandbox.read("out.csv").starts_with("\u{feff}map,file,id"));
    assert_fails(&sandbox.run(&["export", "rich.ron", "--format", "csv", "-o", "rich.ron", "--force"]), 2, "--output");
    assert_eq!(sandbox.read("rich.ron"), RICH);
}
