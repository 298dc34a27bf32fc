//! One map as a document: what every format has in common, whatever it writes.

use crate::cli::room::{Room, assert_fails};

const RICH: &str = include_str!("../../exchange/rich.ron");

fn room() -> Room {
    Room::with(&[("rich.ron", RICH), ("out.csv", "mine")])
}

#[test]
fn the_csv_of_one_map_is_its_inventory() {
    let room = room();
    assert_eq!(room.run(&["export", "rich.ron", "--format", "csv"]).out, room.run(&["inventory", "rich.ron"]).out);
}

#[test]
fn the_format_is_that_of_the_name_of_the_file() {
    let room = room();
    room.run(&["export", "rich.ron", "-o", "rich.csv"]);
    assert_eq!(room.read("rich.csv"), room.run(&["export", "rich.ron", "--format", "csv"]).out);
    assert_fails(&room.run(&["export", "rich.ron", "-o", "rich"]), 2, "--format");
    assert_fails(&room.run(&["export", "rich.ron", "-o", "rich.doc"]), 2, "--format");
    assert_fails(&room.run(&["export", "rich.ron"]), 2, "--format");
}

#[test]
fn no_file_is_written_over_unless_that_was_asked_for() {
    let room = room();
    assert_fails(&room.run(&["export", "rich.ron", "-o", "out.csv"]), 1, "--force");
    assert_eq!(room.read("out.csv"), "mine");
    room.run(&["export", "rich.ron", "-o", "out.csv", "--force"]);
    assert!(room.read("out.csv").starts_with("map,file,id"));
    assert_fails(&room.run(&["export", "rich.ron", "--format", "csv", "-o", "rich.ron", "--force"]), 2, "--output");
    assert_eq!(room.read("rich.ron"), RICH);
}
