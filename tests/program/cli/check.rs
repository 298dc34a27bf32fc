//! `check`: findings as lines that editors understand, as JSON, and as exit codes.

use crate::cli::room::{Room, assert_fails, said};
use serde_json::{Value, json};

const MAP: &str = "#![enable(implicit_some)]
(
    format: 1,
    title: \"A shop\",
    before: [
        // The first.
        (id: \"aaaaaaa1\", name: \"Website\", kind: Online, intent: Intentional, need: \"a price\", reach: 10),
        (id: \"aaaaaaa2\", name: \"Asks a friend\", kind: Offline, intent: Unintentional,
            need: \"a name\", reach: 20),
    ],
    during: [],
    after: [(id: \"aaaaaaa1\", name: \"Unpacks it\", kind: Product, intent: Intentional, need: \"joy\")],
)
";
const FINE: &str = "(format: 1, title: \"Fine\", before: [(name: \"Hears of it\", kind: Product, intent: Unintentional, \
                    need: \"n\", action: \"a\")], during: [(name: \"Buys it\", kind: Online, intent: Intentional, need: \"n\")], \
                    after: [(name: \"Uses it\", kind: Product, intent: Intentional, need: \"n\")])";
const BROKEN: &str =
    "(\n    format: 1,\n    title: \"Broken\",\n    before: [(name: \"A\", kind: Onlin)],\n    after: 3,\n)\n";

#[test]
fn findings_are_lines_with_their_places_and_reasons() {
    for language in ["en", "es"] {
        let room = Room::with(&[("maps/shop.ron", MAP), ("maps/old/fine.ron", FINE), ("maps/other.ron", MAP)]);
        let said = room.run(&["check", "maps", "--lang", language]);
        assert_eq!(said.code, 0, "{}", said.err);
        insta::assert_snapshot!(format!("check_{language}"), format!("{}---\n{}", said.out, said.err));
    }
}

#[test]
fn each_line_names_the_place_of_the_field_to_mend() {
    let room = Room::with(&[("shop.ron", MAP)]);
    let out = room.run(&["check", "shop.ron"]).out;
    let places: Vec<&str> = out.lines().filter(|line| !line.starts_with(' ')).collect();
    let at = |rule: &str| {
        places.iter().find(|line| line.contains(&format!(" {rule}: "))).and_then(|line| line.split(' ').next())
    };
    assert_eq!(at("channel-only"), Some("shop.ron:7:32:"));
    assert_eq!(at("widening-reach"), Some("shop.ron:9:36:"));
    assert_eq!(at("duplicate-id"), Some("shop.ron:12:18:"));
    // What is not written is looked for at its touchpoint, an empty phase at its name.
    assert_eq!(at("unanswered-unintentional"), Some("shop.ron:8:9:"));
    assert_eq!(at("empty-phase"), Some("shop.ron:11:5:"));
    assert_eq!(places.len(), 5);
}

#[test]
fn json_has_the_promised_keys_in_their_order() {
    let room = Room::with(&[("shop.ron", MAP), ("broken.ron", BROKEN)]);
    let said = room.run(&["check", "--format", "json", "shop.ron", "broken.ron", "nowhere.ron"]);
    assert_eq!(said.code, 1);
    let list: Vec<Value> = serde_json::from_str(&said.out).unwrap();
    let of = |rule: &str| list.iter().filter(|each| each["rule"] == rule).cloned().collect::<Vec<_>>();
    let first = said.out.lines().nth(1).unwrap();
    let keys: Vec<usize> = ["file", "rule", "severity", "phase", "touchpoint", "name", "message"]
        .map(|key| first.find(&format!("\"{key}\":")).unwrap())
        .to_vec();
    assert!(keys.is_sorted() && !first.contains("\"line\""), "{first}");
    let [channel] = &of("channel-only")[..] else { panic!("{list:?}") };
    assert_eq!(channel["message"].as_str().map(|message| message.contains("“Website”")), Some(true));
    let keys = ["file", "severity", "phase", "touchpoint", "name"].map(|key| channel[key].clone());
    assert_eq!(json!(keys), json!(["shop.ron", "warning", "before", "aaaaaaa1", "Website"]));
    let [empty] = &of("empty-phase")[..] else { panic!("{list:?}") };
    let keys = ["severity", "phase", "touchpoint", "name"].map(|key| empty[key].clone());
    assert_eq!(json!(keys), json!(["hint", "during", null, null]));
    let invalid: Vec<Value> = of("invalid-file");
    let places: Vec<Value> =
        invalid.iter().map(|each| ["file", "severity", "line", "column"].map(|key| each[key].clone()).into()).collect();
    assert_eq!(
        json!(places),
        json!([["broken.ron", "error", 4, 32], ["broken.ron", "error", 5, 12], ["nowhere.ron", "error", null, null]])
    );
    for each in &invalid {
        let object = each.as_object().unwrap();
        assert_eq!(object.len(), 9);
        assert!(each["phase"].is_null() && each["touchpoint"].is_null() && each["name"].is_null());
        assert!(!each["message"].as_str().unwrap().is_empty());
    }
}

#[test]
fn an_invalid_file_is_pictured_and_the_others_are_reviewed() {
    let room = Room::with(&[("broken.ron", BROKEN), ("shop.ron", MAP)]);
    let said = room.run(&["check", "broken.ron", "shop.ron"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("broken.ron:4:32") && said.err.contains("did you mean `Online`"), "{}", said.err);
    assert!(said.out.contains("shop.ron:7:32: warning channel-only:") && !said.out.contains("broken"), "{}", said.out);
    assert!(said.err.ends_with("3 warnings, 2 hints in 1 map\n1 file could not be read: see above.\n"), "{}", said.err);
}

#[test]
fn only_invalid_files_and_with_strict_warnings_end_with_1() {
    let hints = FINE.replace("need: \"n\"", "pain: \"p\"");
    let room = Room::with(&[("shop.ron", MAP), ("fine.ron", FINE), ("hints.ron", &hints), ("broken.ron", BROKEN)]);
    let code = |arguments: &[&str]| room.run(&[&["check"], arguments].concat()).code;
    assert_eq!(code(&["shop.ron"]), 0);
    assert_eq!(code(&["shop.ron", "--strict"]), 1);
    assert_eq!(code(&["--strict", "fine.ron", "hints.ron"]), 0);
    assert_eq!(code(&["fine.ron", "broken.ron"]), 1);
    assert_eq!(code(&["--strict", "--format", "json", "shop.ron"]), 1);
    assert_eq!(code(&["--strict", "shop.ron", "--rule", "empty-phase"]), 0);
    assert_eq!(code(&["--strict", "shop.ron", "--rule", "channel-only,empty-phase"]), 1);
}

#[test]
fn what_has_no_findings_is_said_to_have_none() {
    let room = Room::with(&[("fine.ron", FINE)]);
    let said = room.run(&["check", "fine.ron", "fine.ron"]);
    assert_eq!((said.code, said.out.as_str()), (0, ""));
    assert_eq!(said.err, "The review of 1 map found nothing.\n");
    assert_eq!(room.run(&["check", "fine.ron", "--format", "json"]).out, "[]\n");
    assert_fails(&room.run(&["check"]), 2, "FILE");
    assert_fails(&room.run(&["check", "fine.ron", "--rule", "beauty"]), 2, "channel-only");
    std::fs::create_dir(room.path().join("empty")).unwrap();
    assert_fails(&room.run(&["check", "empty"]), 1, "empty has no maps");
}

#[test]
fn standard_input_is_reviewed_like_a_file() {
    let room = Room::new();
    let said = said(room.command().args(["check", "-"]).write_stdin(MAP));
    assert_eq!(said.code, 0);
    assert!(said.out.starts_with("-:7:32: warning channel-only:"), "{}", said.out);
}

#[test]
fn an_accepted_finding_is_silent() {
    let accepted = MAP.replace("reach: 10)", "reach: 10, accepted: [\"channel-only\"])");
    let room = Room::with(&[("shop.ron", &accepted)]);
    assert!(!room.run(&["check", "shop.ron"]).out.contains("channel-only"));
}

#[test]
fn a_map_on_a_single_line_is_reviewed_in_time() {
    let touchpoints = "(name: \"Web\"),".repeat(20_000);
    let map = format!("(format: 1, title: \"Wide\", before: [{touchpoints}])");
    let room = Room::with(&[("wide.ron", &map)]);
    let said = room.run(&["check", "wide.ron", "--rule", "untagged"]);
    assert_eq!(said.out.lines().count(), 20_001);
}
