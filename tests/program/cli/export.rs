//! One map as a document: what every format has in common, whatever it writes.

use crate::cli::sandbox::{Sandbox, assert_fails};

const RICH: &str = include_str!("../../exchange/rich.ron");

fn sandbox() -> Sandbox {
    Sandbox::with(&[("rich.ron", RICH), ("out.csv", "mine")])
}

#[test]
fn the_csv_of_one_map_is_its_inventory() {
    let sandbox = sandbox();
    assert_eq!(
        sandbox.run(&["export", "rich.ron", "--format", "csv"]).stdout,
        sandbox.run(&["inventory", "rich.ron"]).stdout
    );
}

#[test]
fn the_format_is_that_of_the_name_of_the_file() {
    let sandbox = sandbox();
    sandbox.run(&["export", "rich.ron", "-o", "rich.csv"]);
    assert_eq!(sandbox.read("rich.csv"), sandbox.run(&["export", "rich.ron", "--format", "csv"]).stdout);
    assert_fails(&sandbox.run(&["export", "rich.ron", "-o", "rich"]), 2, "--format");
    assert_fails(&sandbox.run(&["export", "rich.ron", "-o", "rich.doc"]), 2, "--format");
    assert_fails(&sandbox.run(&["export", "rich.ron"]), 2, "--format");
}

#[test]
fn no_file_is_written_over_unless_that_was_asked_for() {
    let sandbox = sandbox();
    assert_fails(&sandbox.run(&["export", "rich.ron", "-o", "out.csv"]), 1, "--force");
    assert_eq!(sandbox.read("out.csv"), "mine");
    sandbox.run(&["export", "rich.ron", "-o", "out.csv", "--force"]);
    assert!(sandbox.read("out.csv").starts_with("map,file,id"));
    assert_fails(&sandbox.run(&["export", "rich.ron", "--format", "csv", "-o", "rich.ron", "--force"]), 2, "--output");
    assert_eq!(sandbox.read("rich.ron"), RICH);
}
