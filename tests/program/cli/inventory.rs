//! The inventory in each format, against golden files and read back by the libraries of those formats.

use crate::cli::room::{Room, assert_fails, said};
use serde_json::Value;

const RICH: &str = include_str!("../../exchange/rich.ron");
const SHOP: &str = include_str!("../../exchange/shop.ron");
const B2B: &str = include_str!("../../exchange/b2b.ron");
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
    Room::with(&[("maps/rich.ron", RICH), ("maps/b2b/shop.ron", SHOP), ("maps/b2b/b2b.ron", B2B)])
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
    assert_eq!(said.out, include_str!("../../exchange/rich.csv"));
    assert!(!said.out.contains('\r') && !said.out.starts_with('\u{feff}'));
}

#[test]
fn the_rich_map_is_the_golden_json() {
    let said = room().run(&["inventory", "--format", "json", "maps/rich.ron"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert_eq!(said.out, include_str!("../../exchange/rich.json"));
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
                Value::Array(actors) => {
                    actors.iter().map(|actor| actor.as_str().unwrap()).collect::<Vec<_>>().join("; ")
                }
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
    let places: Vec<usize> = COLUMNS.iter().map(|name| first.find(&format!("\"{name}\":")).expect(name)).collect();
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
    let expected = ["action", "owner", "kpi", "notes", "touchpoint", "touchpoint", "touchpoint"];
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
        rows(&said.out).iter().map(|row| (row[4].to_owned(), row[3].to_owned(), row[5].to_owned())).collect()
    };
    let all = counted(&[]);
    let steps: Vec<&str> = all.iter().map(|(_, _, step)| step.as_str()).collect();
    assert_eq!(steps, ["1", "1", "1", "1", "2", "2", "1", "2", "3", "4", "1", "2", "2", "3"]);
    let orders: Vec<&str> = all.iter().map(|(_, order, _)| order.as_str()).collect();
    assert_eq!(orders, ["1", "2", "3", "4", "5", "6", "1", "2", "3", "4", "1", "2", "3", "4"]);
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
    assert!(said.err.contains("maps/broken.ron") && said.err.contains("missing.ron"), "{}", said.err);
}

#[test]
fn a_folder_without_maps_says_so() {
    let room = room();
    std::fs::create_dir(room.path().join("empty")).unwrap();
    let said = room.run(&["inventory", "empty", "--format", "json"]);
    assert_eq!((said.code, said.out.as_str()), (1, ""));
    assert!(said.err.contains("empty has no maps"), "{}", said.err);
    let said = room.run(&["inventory", "empty", "maps", "--lang", "es"]);
    assert_eq!((said.code, rows(&said.out).len()), (1, 28));
    assert!(said.err.contains("empty no tiene mapas"), "{}", said.err);
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
fn an_output_file_gets_the_format_that_its_name_ends_like() {
    let room = room();
    let direct = room.run(&["inventory", "maps", "--format", "json"]).out;
    assert_eq!(room.run(&["inventory", "maps", "-o", "all.JSON"]).code, 0);
    assert_eq!(room.read("all.JSON"), direct);
    for name in ["all", "all."] {
        assert_eq!(room.run(&["inventory", "maps", "-o", name]).code, 0);
        assert!(room.read(name).starts_with("map,file,id,"), "without an ending it is csv");
    }
    let arguments = ["inventory", "maps", "-o", "all.json", "--format", "csv"];
    assert_eq!(room.run(&arguments).code, 0);
    assert!(room.read("all.json").starts_with("map,file,id,"), "what is asked for comes first");
}

#[test]
fn nothing_read_leaves_the_output_file_as_it_was() {
    let room = room();
    std::fs::write(room.path().join("all.csv"), "precious").unwrap();
    let said = room.run(&["inventory", "missing.ron", "-o", "all.csv", "--force"]);
    assert_eq!((said.code, room.read("all.csv").as_str()), (1, "precious"));
}

#[cfg(unix)]
#[test]
fn an_output_file_keeps_its_links_and_its_rights() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let room = room();
    let at = |name: &str| room.path().join(name);
    let direct = room.run(&["inventory", "maps"]).out;
    let force = |name: &str| room.run(&["inventory", "maps", "-o", name, "--force"]);

    std::fs::write(at("real.csv"), "old").unwrap();
    std::fs::set_permissions(at("real.csv"), PermissionsExt::from_mode(0o664)).unwrap();
    symlink("real.csv", at("link.csv")).unwrap();
    assert_eq!(room.run(&["inventory", "maps", "-o", "link.csv"]).code, 1);
    assert_eq!(force("link.csv").code, 0);
    assert!(at("link.csv").is_symlink());
    assert_eq!(room.read("real.csv"), direct);
    assert_eq!(at("real.csv").metadata().unwrap().permissions().mode() & 0o777, 0o664);

    std::fs::write(at("one.csv"), "a much longer text than what will stand here".repeat(1_000)).unwrap();
    std::fs::hard_link(at("one.csv"), at("two.csv")).unwrap();
    assert_eq!(force("one.csv").code, 0);
    assert_eq!(room.read("two.csv"), direct);

    std::fs::set_permissions(at("real.csv"), PermissionsExt::from_mode(0o444)).unwrap();
    let said = force("real.csv");
    assert_eq!(said.code, 1);
    assert!(said.err.contains("read-only"), "{}", said.err);
    let said = force("maps");
    assert_eq!(said.code, 1);
    assert!(said.err.contains("is a folder"), "{}", said.err);
    let left: Vec<_> = std::fs::read_dir(room.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 5, "nothing temporary is left: {left:?}");
}

#[test]
fn hidden_folders_are_not_searched() {
    let room = room();
    std::fs::create_dir(room.path().join("maps/.old")).unwrap();
    std::fs::write(room.path().join("maps/.old/x.ron"), "nothing").unwrap();
    let said = room.run(&["inventory", "maps"]);
    assert_eq!((said.code, rows(&said.out).len()), (0, 28));
}

#[test]
fn an_output_file_whose_ending_no_format_has_is_refused() {
    let room = room();
    for name in ["all.xls", "all.txt", "all.csv.bak"] {
        let said = room.run(&["inventory", "maps", "-o", name]);
        assert_fails(
            &said,
            2,
            "choose one with --format: csv (.csv), tsv (.tsv), xlsx (.xlsx), markdown (.md), json (.json), jsonl (.jsonl)",
        );
        assert!(said.err.contains("Usage: periplo inventory"), "{}", said.err);
        assert!(!room.path().join(name).exists(), "{name}");
    }
    assert_eq!(room.run(&["inventory", "maps", "-o", "all.bak", "--format", "json"]).code, 0);
    assert!(room.read("all.bak").starts_with('['));
}

#[test]
fn an_output_file_is_never_one_of_the_maps_that_are_read() {
    let room = Room::with(&[("maps/shop.ron", SHOP), ("all.csv", B2B)]);
    let refused = |arguments: &[&str]| {
        let said = room.run(&[&["inventory", "--force", "--format", "csv"], arguments].concat());
        assert_fails(&said, 2, "is the file of a map that is read");
        assert_eq!((room.read("maps/shop.ron").as_str(), room.read("all.csv").as_str()), (SHOP, B2B));
    };
    refused(&["maps/shop.ron", "-o", "maps/shop.ron"]);
    refused(&["maps", "-o", "./maps/../maps/shop.ron"]);
    refused(&["maps", "all.csv", "-o", "all.csv"]);
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("maps/shop.ron", room.path().join("link.csv")).unwrap();
        std::fs::hard_link(room.path().join("maps/shop.ron"), room.path().join("twin.csv")).unwrap();
        refused(&["maps", "-o", "link.csv"]);
        refused(&["link.csv", "-o", "maps/shop.ron"]);
        refused(&["maps", "-o", "twin.csv"]);
    }
    assert_eq!(room.run(&["inventory", "all.csv", "-o", "maps/b2b.csv"]).code, 0);
}

#[test]
fn a_file_reached_twice_is_listed_once_as_it_was_named_first() {
    let room = room();
    let files = |arguments: &[&str]| {
        let said = room.run(&[&["inventory"], arguments].concat());
        assert_eq!((said.code, said.err.as_str()), (0, ""));
        let mut files: Vec<String> = rows(&said.out).iter().map(|row| row[1].to_owned()).collect();
        files.dedup();
        files
    };
    let all = ["maps/b2b/b2b.ron", "maps/b2b/shop.ron", "maps/rich.ron"];
    assert_eq!(files(&["maps", "maps/rich.ron", "maps/b2b"]), all);
    assert_eq!(files(&["maps/b2b/../rich.ron", "maps"]), ["maps/b2b/../rich.ron", all[0], all[1]]);
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("rich.ron", room.path().join("maps/zz.ron")).unwrap();
        assert_eq!(files(&["maps"]), all);
        assert_eq!(files(&["maps/zz.ron", "maps"]), ["maps/zz.ron", all[0], all[1]]);
    }
    let piped = said(room.command().args(["inventory", "-", "-"]).write_stdin(SHOP));
    assert_eq!((piped.code, rows(&piped.out).len()), (0, 7));
}

#[test]
fn a_fault_of_a_file_reached_twice_is_said_once() {
    let room = Room::with(&[("maps/broken.ron", "(format: 1, title: 7)")]);
    let said = room.run(&["inventory", "maps", "maps/broken.ron"]);
    assert_eq!((said.code, said.err.matches("error:").count()), (1, 1), "{}", said.err);
}

#[test]
fn the_sign_for_standard_input_is_no_formula() {
    let minus = SHOP.replace("A holiday shop", "-");
    let piped = said(room().command().args(["inventory", "-"]).write_stdin(minus));
    let rows = rows(&piped.out);
    assert_eq!((&rows[0][0], &rows[0][1]), ("'-", "-"), "text that looks the same is guarded");
}

#[cfg(unix)]
#[test]
fn a_link_to_nothing_is_a_new_output_file() {
    let room = room();
    std::os::unix::fs::symlink("real.csv", room.path().join("link.csv")).unwrap();
    let said = room.run(&["inventory", "maps", "-o", "link.csv"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert!(room.path().join("link.csv").is_symlink());
    assert_eq!(room.read("real.csv"), room.run(&["inventory", "maps"]).out);
}
