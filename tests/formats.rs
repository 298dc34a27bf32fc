//! Golden files of the formats, read back by the libraries of those formats.

mod binary;

use binary::{Room, said};
use serde_json::{Value, json};

const RICH: &str = include_str!("exchange/rich.ron");
const SHOP: &str = include_str!("exchange/shop.ron");
const B2B: &str = include_str!("exchange/b2b.ron");
const COLUMNS: [&str; 28] = [
    "map",
    "file",
    "id",
    "order",
    "phase",
    "step",
    "touchpoint",
    "kind",
    "intent",
    "channel",
    "context",
    "need",
    "value",
    "contact",
    "agent",
    "actors",
    "emotion",
    "critical",
    "reach",
    "unit",
    "period",
    "evidence",
    "pain",
    "action",
    "owner",
    "kpi",
    "votes",
    "notes",
];

fn room() -> Room {
    Room::with(&[
        ("maps/rich.ron", RICH),
        ("maps/b2b/shop.ron", SHOP),
        ("maps/b2b/b2b.ron", B2B),
    ])
}

/// The rows of a CSV text, without the names of the columns.
fn rows(csv: &str) -> Vec<csv::StringRecord> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    assert_eq!(reader.headers().unwrap(), COLUMNS.as_slice());
    reader.records().map(Result::unwrap).collect()
}

#[test]
fn the_rich_map_is_the_golden_csv() {
    let said = room().run(&["inventory", "maps/rich.ron"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert_eq!(said.out, include_str!("exchange/rich.csv"));
    assert!(!said.out.contains('\r') && !said.out.starts_with('\u{feff}'));
}

#[test]
fn the_rich_map_is_the_golden_json() {
    let said = room().run(&["inventory", "--format", "json", "maps/rich.ron"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert_eq!(said.out, include_str!("exchange/rich.json"));
}

#[test]
fn csv_and_json_say_the_same_of_every_touchpoint() {
    let room = room();
    let csv = room.run(&["inventory", "--no-guard", "maps"]).out;
    let json = room.run(&["inventory", "--format", "json", "maps"]).out;
    let objects: Vec<serde_json::Map<String, Value>> = serde_json::from_str(&json).unwrap();
    let rows = rows(&csv);
    assert_eq!(rows.len(), 7 + 7 + 14);
    assert_eq!(rows.len(), objects.len());
    for (row, object) in rows.iter().zip(&objects) {
        assert_eq!(object.len(), COLUMNS.len());
        for (cell, column) in row.iter().zip(COLUMNS) {
            let expected = match &object[column] {
                Value::Null => String::new(),
                Value::Array(actors) => actors
                    .iter()
                    .map(|actor| actor.as_str().unwrap())
                    .collect::<Vec<_>>()
                    .join("; "),
                Value::String(text) => text.clone(),
                other @ (Value::Bool(_) | Value::Number(_) | Value::Object(_)) => other.to_string(),
            };
            assert_eq!(cell, expected, "{column}");
        }
    }
}

#[test]
fn json_keys_stand_in_the_order_of_the_columns() {
    let json = room().run(&["inventory", "--format", "json", "maps/rich.ron"]).out;
    let first = json.lines().nth(1).unwrap();
    let places: Vec<usize> = COLUMNS
        .iter()
        .map(|name| first.find(&format!("\"{name}\":")).expect(name))
        .collect();
    assert!(places.is_sorted());
}

#[test]
fn only_text_is_guarded_and_only_when_wanted() {
    let room = room();
    let guarded = rows(&room.run(&["inventory", "maps/rich.ron"]).out);
    let bare = rows(&room.run(&["inventory", "--no-guard", "maps/rich.ron"]).out);
    let mut marked = Vec::new();
    for (guarded, bare) in guarded.iter().zip(&bare) {
        for ((guarded, bare), column) in guarded.iter().zip(bare).zip(COLUMNS) {
            if guarded != bare {
                assert_eq!(guarded, format!("'{bare}"));
                marked.push(column);
            }
        }
    }
    let expected = [
        "action",
        "owner",
        "kpi",
        "notes",
        "touchpoint",
        "touchpoint",
        "touchpoint",
    ];
    assert_eq!(marked, expected);
    assert_eq!(&guarded[0][16], "-2", "a number stays a number");
}

#[test]
fn folders_are_searched_in_a_stable_order() {
    let room = room();
    std::fs::write(room.path().join("maps/notes.txt"), "no map").unwrap();
    let said = room.run(&["inventory", "maps"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let mut files: Vec<String> = rows(&said.out).iter().map(|row| row[1].to_owned()).collect();
    files.dedup();
    assert_eq!(files, ["maps/b2b/b2b.ron", "maps/b2b/shop.ron", "maps/rich.ron"]);
    assert_eq!(said, room.run(&["inventory", "maps"]));
}

#[test]
fn order_and_step_count_within_the_phase_also_when_filtered() {
    let room = room();
    let counted = |arguments: &[&str]| -> Vec<(String, String, String)> {
        let said = room.run(&[&["inventory", "maps/b2b/b2b.ron"], arguments].concat());
        assert_eq!(said.code, 0);
        rows(&said.out)
            .iter()
            .map(|row| (row[4].to_owned(), row[3].to_owned(), row[5].to_owned()))
            .collect()
    };
    let all = counted(&[]);
    let steps: Vec<&str> = all.iter().map(|(_, _, step)| step.as_str()).collect();
    assert_eq!(
        steps,
        ["1", "1", "1", "1", "2", "2", "1", "2", "3", "4", "1", "2", "2", "3"]
    );
    let orders: Vec<&str> = all.iter().map(|(_, order, _)| order.as_str()).collect();
    assert_eq!(
        orders,
        ["1", "2", "3", "4", "5", "6", "1", "2", "3", "4", "1", "2", "3", "4"]
    );
    assert_eq!(counted(&["--phase", "after"]), all[10..]);
    assert_eq!(counted(&["--phase", "before,after"]), [&all[..6], &all[10..]].concat());
    assert_eq!(counted(&["--kind", "online"]), []);
}

#[test]
fn filters_hold_together() {
    let room = room();
    let ids = |arguments: &[&str]| -> Vec<String> {
        let said = room.run(&[&["inventory", "maps/rich.ron"], arguments].concat());
        rows(&said.out).iter().map(|row| row[2][7..].to_owned()).collect()
    };
    assert_eq!(ids(&["--kind", "product"]), ["4", "7"]);
    assert_eq!(ids(&["--kind", "product", "--kind", "offline"]), ["1", "4", "7"]);
    assert_eq!(ids(&["--intent", "unintentional"]), ["1", "7"]);
    assert_eq!(ids(&["--intent", "unintentional", "--kind", "product"]), ["7"]);
    assert_eq!(ids(&["--intent", "intentional", "--phase", "before"]), ["2", "5"]);
}

#[test]
fn invalid_files_are_explained_and_the_others_listed() {
    let room = room();
    std::fs::write(room.path().join("maps/broken.ron"), "(format: 1, title: 7)").unwrap();
    let said = room.run(&["inventory", "maps", "missing.ron"]);
    assert_eq!(said.code, 1);
    assert_eq!(rows(&said.out).len(), 28);
    assert!(
        said.err.contains("maps/broken.ron") && said.err.contains("missing.ron"),
        "{}",
        said.err
    );
}

#[test]
fn a_folder_without_maps_says_so() {
    let room = room();
    std::fs::create_dir(room.path().join("empty")).unwrap();
    let said = room.run(&["inventory", "empty", "--format", "json"]);
    assert_eq!((said.code, said.out.as_str()), (1, "[]\n"));
    assert!(said.err.contains("empty: no maps"), "{}", said.err);
    let said = room.run(&["inventory", "empty", "maps", "--lang", "es"]);
    assert_eq!((said.code, rows(&said.out).len()), (1, 28));
    assert!(said.err.contains("empty: no hay mapas"), "{}", said.err);
}

#[test]
fn an_output_file_is_overwritten_only_by_force() {
    let room = room();
    let direct = room.run(&["inventory", "maps"]).out;
    let said = room.run(&["inventory", "maps", "-o", "all.csv"]);
    assert_eq!((said.code, said.out.as_str(), said.err.as_str()), (0, "", ""));
    assert_eq!(room.read("all.csv"), direct);

    std::fs::write(room.path().join("all.csv"), "precious").unwrap();
    let said = room.run(&["inventory", "maps", "-o", "all.csv"]);
    assert_eq!((said.code, room.read("all.csv").as_str()), (1, "precious"));
    assert!(said.err.contains("--force"), "{}", said.err);
    let said = room.run(&["inventory", "maps", "--output", "all.csv", "--force"]);
    assert_eq!((said.code, room.read("all.csv")), (0, direct.clone()));

    assert_eq!(room.run(&["inventory", "maps", "-o", "-"]).out, direct);
    let said = room.run(&["inventory", "maps", "-o", "no/such/all.csv"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("there is no folder no/such"), "{}", said.err);
}

#[test]
fn the_shop_funnel_has_the_values_worked_by_hand() {
    let said = room().run(&["funnel", "--format", "json", "maps/b2b/shop.ron"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let mut funnel: Value = serde_json::from_str(&said.out).unwrap();
    let mut intervals = Vec::new();
    for step in funnel["steps"].as_array_mut().unwrap() {
        intervals.push(step["interval"].take());
    }
    let step = |position: u64, phase, name, reach: u64, rest: Value| {
        let mut step = json!({
            "position": position, "phase": phase, "touchpoints": [format!("aaaaaaa{position}")], "names": [name],
            "reach": reach, "partial": false, "interval": null, "widens": false,
        });
        step.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
        step
    };
    let expected = json!({
        "title": "A holiday shop", "unit": "people", "period": null, "buyers": 452, "overall_conversion": 0.005,
        "biggest_loss": 2, "best_lever": 3, "what_if": null,
        "steps": [
            step(1, "before", "Sees the lights in the window", 90_400,
                json!({"conversion": null, "since": null, "lost": 0, "likelihood": 0.005, "lever": null})),
            step(2, "before", "Comes in to look at the tables", 22_600,
                json!({"conversion": 0.25, "since": 1, "lost": 67_800, "likelihood": 0.02, "lever": 18.08})),
            step(3, "during", "Asks the sales team for advice", 4_520,
                json!({"conversion": 0.2, "since": 2, "lost": 18_080, "likelihood": 0.1, "lever": 22.6})),
            step(4, "during", "Tries it on", 1_130,
                json!({"conversion": 0.25, "since": 3, "lost": 3_390, "likelihood": 0.4, "lever": 18.08})),
            step(5, "during", "Pays at the till", 452,
                json!({"conversion": 0.4, "since": 4, "lost": 678, "likelihood": 1.0, "lever": 11.3})),
        ],
        "after": [
            {"position": 1, "touchpoints": ["aaaaaaa6"], "names": ["Wears it to a party"], "reach": 339,
                "share_of_buyers": 0.75},
            {"position": 2, "touchpoints": ["aaaaaaa7"], "names": ["Tells a friend where she found it"],
                "reach": null, "share_of_buyers": null},
        ],
    });
    assert_eq!(funnel, expected);
    assert_eq!(intervals[0], Value::Null);
    assert!(
        intervals[1..]
            .iter()
            .all(|interval| interval[0].as_f64() < interval[1].as_f64())
    );
}

#[test]
fn the_b2b_funnel_shows_what_is_unknown_partial_widening_and_zero() {
    let said = room().run(&["funnel", "--format", "json", "maps/b2b/b2b.ron"]);
    let funnel: Value = serde_json::from_str(&said.out).unwrap();
    let steps = funnel["steps"].as_array().unwrap();
    let each = |key: &str| steps.iter().map(|step| step[key].clone()).collect::<Value>();
    assert_eq!(
        steps[0]["touchpoints"],
        json!(["bbbbbbb1", "bbbbbbb2", "bbbbbbb3", "bbbbbbb4"])
    );
    assert_eq!(each("position"), json!([1, 2, 3, 4, 5, 6]));
    assert_eq!(each("reach"), json!([1000, null, 250, 300, 0, 30]));
    assert_eq!(each("partial"), json!([true, false, false, false, false, false]));
    assert_eq!(each("conversion"), json!([null, null, 0.25, 1.2, 0.0, null]));
    assert_eq!(each("since"), json!([null, null, 1, 3, 4, 5]));
    assert_eq!(each("lost"), json!([0, 0, 750, 0, 300, 0]));
    assert_eq!(each("likelihood"), json!([0.03, null, 0.12, 0.1, null, 1.0]));
    assert_eq!(each("lever"), json!([null, null, 1.2, null, null, null]));
    assert_eq!(each("widens"), json!([false, false, false, true, false, true]));
    // Wilson's interval of 250 of 1,000 and of 0 of 300, with z² = 3.8415.
    let near = |value: &Value, expected: f64| (value.as_f64().unwrap() - expected).abs() < 5e-5;
    let interval = &steps[2]["interval"];
    assert!(near(&interval[0], 0.2242) && near(&interval[1], 0.2778), "{interval}");
    let interval = &steps[4]["interval"];
    assert!(interval[0] == json!(0.0) && near(&interval[1], 0.0126), "{interval}");
    assert!(steps[3]["interval"].is_null() && steps[5]["interval"].is_null());
    let sums = ["buyers", "overall_conversion", "biggest_loss", "best_lever"].map(|key| funnel[key].clone());
    assert_eq!(sums, [json!(30), json!(0.03), json!(3), json!(3)]);
    let after = funnel["after"].as_array().unwrap();
    let shares: Value = after.iter().map(|step| step["share_of_buyers"].clone()).collect();
    assert_eq!(shares, json!([1.0, 0.5, null]));
}

#[test]
fn funnel_keys_stand_in_the_promised_order() {
    let out = room().run(&["funnel", "--format", "json", "maps/b2b/shop.ron"]).out;
    let keys = |line: &&str| line.trim_start().starts_with('"') && line.contains("\": ");
    let name = |line: &str| {
        line.trim_start()
            .trim_start_matches('"')
            .split('"')
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    let keys: Vec<String> = out.lines().filter(keys).map(name).collect();
    assert_eq!(
        keys[..8],
        [
            "title",
            "unit",
            "period",
            "buyers",
            "overall_conversion",
            "biggest_loss",
            "best_lever",
            "steps"
        ]
    );
    let step = [
        "position",
        "phase",
        "touchpoints",
        "names",
        "reach",
        "partial",
        "conversion",
        "since",
        "lost",
        "likelihood",
        "interval",
        "lever",
        "widens",
    ];
    assert_eq!(keys[8..21], step);
    assert_eq!(
        keys[keys.len() - 6..],
        [
            "position",
            "touchpoints",
            "names",
            "reach",
            "share_of_buyers",
            "what_if"
        ]
    );
}

#[test]
fn reaches_beyond_64_bits_are_whole_numbers_in_json() {
    let map = "(format: 1, title: \"Many\", before: [(name: \"a\", reach: 18446744073709551615), \
               (name: \"b\", with_previous: true, reach: 18446744073709551615)])";
    let room = Room::with(&[("many.ron", map)]);
    let out = room.run(&["funnel", "--format", "json", "many.ron"]).out;
    assert!(out.contains("\"buyers\": 36893488147419103230,"), "{out}");
}

#[test]
fn funnels_are_drawn_in_both_languages() {
    let room = room();
    for (file, name) in [
        ("maps/b2b/shop.ron", "shop"),
        ("maps/b2b/b2b.ron", "b2b"),
        ("maps/rich.ron", "rich"),
    ] {
        for language in ["en", "es"] {
            let said = room.run(&["funnel", file, "--lang", language]);
            assert_eq!((said.code, said.err.as_str()), (0, ""));
            let too_wide = said.out.lines().find(|line| periplo::map::width::width(line) > 80);
            assert_eq!(too_wide, None);
            insta::assert_snapshot!(format!("funnel_{name}_{language}"), said.out);
        }
    }
}

#[test]
fn a_map_without_numbers_is_counted_and_asked_for_the_first() {
    let room = Room::new();
    let named = "(format: 1, title: \"Names\", before: [(name: \"Sees a poster\", kind: Offline), (name: \"Asks\")], \
                 after: [(name: \"Unpacks it\", kind: Product, intent: Intentional)])";
    for (map, name) in [(named, "counts"), ("(format: 1, title: \"Empty\")", "empty")] {
        for language in ["en", "es"] {
            let said = said(
                room.command()
                    .args(["funnel", "-", "--lang", language])
                    .write_stdin(map),
            );
            assert_eq!(said.code, 0);
            insta::assert_snapshot!(format!("funnel_{name}_{language}"), said.out);
        }
    }
}
