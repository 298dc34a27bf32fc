//! `periplo import --into` updates what columns without a field said in the notes, and keeps the rest of the notes.

use crate::cli::sandbox::Sandbox;
use periplo::map::{Emotion, Intent, Kind, Phase};
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

#[test]
fn tags_and_colours_set_the_fields_of_known_touchpoints() {
    let cards = "Text,Kind,BG Color,Tags,Frame\nBooks a class,,#fff,good,During\nPays,offline,#eee,offline,During\n\
        Leaves,,#fff,calm,During\nReturns,,,good,After\n";
    let sandbox = Sandbox::with(&[("cards.csv", cards)]);
    assert_eq!(sandbox.run(&["import", "cards.csv", "-o", "map.ron"]).code, 0);
    let text = sandbox.read("map.ron").replace("name: \"Returns\",", "name: \"Returns\", intent: Intentional,");
    std::fs::write(sandbox.path().join("map.ron"), text).expect("a map");
    let meant = ["--colour", "#fff=#unint @web", "--tag", "calm=:)", "--tag", "offline=#product !"];
    let into = [&["import", "cards.csv", "--into", "map.ron", "--yes"], &meant[..]].concat();
    let result = sandbox.run(&into);
    assert_eq!(result.code, 0, "{}", result.stderr);
    let map = ron_text::parse(&sandbox.read("map.ron")).expect("a map").map;
    let [books, pays, leaves] = map.phase(Phase::During) else { panic!("three touchpoints") };
    assert_eq!(
        (books.intent, books.emotion, books.notes.as_deref()),
        (Some(Intent::Unintentional), Emotion::new(1), None)
    );
    assert_eq!(books.channel.as_deref(), Some("web"));
    assert_eq!((pays.kind, pays.critical, pays.intent), (Some(Kind::Product), true, None));
    assert_eq!(pays.notes.as_deref(), Some("BG Color: #eee"));
    assert_eq!((leaves.emotion, leaves.critical), (Emotion::new(1), false));
    // What its tags do not say stays.
    let returns = &map.phase(Phase::After)[0];
    assert_eq!((returns.intent, returns.channel.as_deref()), (Some(Intent::Intentional), None));
    assert_eq!(sandbox.run(&into).stdout, "", "once is enough");
}

#[test]
fn a_tag_that_means_something_by_itself_updates_known_touchpoints() {
    let sandbox = Sandbox::with(&[
        (
            "map.ron",
            "(format: 1, title: \"T\", during: [(id: \"00000001\", name: \"Pays\", kind: Online, emotion: 1)])",
        ),
        ("cards.csv", "Tarjeta,Etiquetas,Marco\nPays,\"fuera de línea, 😡\",Durante\n"),
    ]);
    let result = sandbox.run(&["import", "cards.csv", "--into", "map.ron", "--yes"]);
    assert_eq!(result.code, 0, "{}", result.stderr);
    assert!(result.stdout.contains("~ Pays: kind online → offline, emotion"), "{}", result.stdout);
}
