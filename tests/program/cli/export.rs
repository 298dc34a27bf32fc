//! The `export` command: the rules that all formats share.

use crate::cli::sandbox::{Sandbox, assert_fails};

const RICH: &str = include_str!("../../exchange/rich.ron");

fn sandbox() -> Sandbox {
    Sandbox::with(&[("rich.ron", RICH), ("out.csv", "mine")])
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
