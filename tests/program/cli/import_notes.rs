//! `periplo import --into` updates what columns without a field said in the notes, and keeps the rest of the notes.

use crate::cli::sandbox::Sandbox;
use periplo::map::Phase;
use periplo::store::ron_text;

const HEADINGS: &str = "Text,BG Color,Tags,Position X,Position Y,Frame\n";

#[test]
fn changed_tags_and_colours_are_shown_and_updated() {
    let first = format!(
        "{HEADINGS}Books a class,#fff,web,980,80,During\nPays,#eee,desk,1200,80,During\nLeaves,#fff,,1420,80,During\n"
    );
    let second = format!(
        "{HEADINGS}Books a class,#aaa,phone,980,80,During\nPays,#eee,desk,1200,80,During\nSigns,#eee,,1300,80,During\nLeaves,#fff,,1420,80,During\n"
    );
    let sandbox = Sandbox::with(&[("first.csv", &first), ("second.csv", &second)]);
    assert_eq!(sandbox.run(&["import", "first.csv", "-o", "map.ron"]).code, 0);
    let text = sandbox.read("map.ron").replace("Tags: web", "Mine\\nTags: web");
    std::fs::write(sandbox.path().join("map.ron"), text).expect("a map");
    assert_eq!(sandbox.run(&["import", "first.csv", "--into", "map.ron"]).stdout, "");
    let result = sandbox.run(&["import", "second.csv", "--into", "map.ron", "--add-new", "--yes"]);
    assert_eq!(result.code, 0, "{}", result.stderr);
    assert!(result.stdout.contains("~ Books a class: notes") && result.stdout.contains("+ "), "{}", result.stdout);
    assert!(!result.stdout.contains("~ Pays"), "{}", result.stdout);
    let map = ron_text::parse(&sandbox.read("map.ron")).expect("a map").map;
    let during = map.phase(Phase::During);
    assert_eq!(during[0].notes.as_deref(), Some("BG Color: #aaa\nMine\nTags: phone"));
    let names: Vec<&str> = during.iter().map(|each| &*each.name).collect();
    assert_eq!(names, ["Books a class", "Pays", "Signs", "Leaves"]);
}
