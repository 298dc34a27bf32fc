//! The `inventory` command: CSV and JSON, filters, folders and output files.

use crate::cli::sandbox::{Sandbox, assert_fails, run_command};
use serde_json::Value;

const RICH: &str = include_str!("../../exchange/rich.ron");
const SHOP: &str = include_str!("../../exchange/shop.ron");
const B2B: &str = include_str!("../../exchange/b2b.ron");
const COLUMNS: [&str; 31] = [
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
    "effort",
    "owner",
    "due",
    "kpi",
    "metric",
    "votes",
    "notes",
];

fn sandbox() -> Sandbox {
    Sandbox::with(&[("maps/rich.ron", RICH), ("maps/b2b/shop.ron", SHOP), ("maps/b2b/b2b.ron", B2B)])
}

/// Returns the rows of a CSV text without the headings, which it checks.
fn rows(csv: &str) -> Vec<csv::StringRecord> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    assert_eq!(reader.headers().unwrap(), COLUMNS.as_slice());
    reader.records().map(Result::unwrap).collect()
}

#[test]
fn the_csv_of_the_rich_map_matches_the_golden_file() {
    let result = sandbox().run(&["inventory", "maps/rich.ron"]);
    assert_eq!((result.code, result.stderr.as_str()), (0, ""));
    assert_eq!(result.stdout, include_str!("../../exchange/rich.csv"));
    assert!(!result.stdout.contains('\r') && !result.stdout.starts_with('\u{feff}'));
}

#[test]
fn the_json_of_the_rich_map_matches_the_golden_file() {
    let result = sandbox().run(&["inventory", "--format", "json", "maps/rich.ron"]);
    assert_eq!((result.code, result.stderr.as_str()), (0, ""));
    assert_eq!(result.stdout, include_str!("../../exchange/rich.json"));
}

#[test]
fn csv_and_json_have_the_same_values_for_every_touchpoint() {
    let sandbox = sandbox();
    let csv = sandbox.run(&["inventory", "--no-guard", "maps"]).stdout;
    let json = sandbox.run(&["inventory", "--format", "json", "maps"]).stdout;
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
fn json_keys_are_in_the_order_of_the_columns() {
    let json = sandbox().run(&["inventory", "--format", "json", "maps/rich.ron"]).stdout;
    let first = json.lines().nth(1).unwrap();
    let places: Vec<usize> = COLUMNS.iter().map(|name| first.find(&format!("\"{name}\":")).expect(name)).collect();
    assert!(places.is_sorted());
}

#[test]
fn only_text_is_guarded_and_an_option_turns_the_guard_off() {
    let sandbox = sandbox();
    let guarded = rows(&sandbox.run(&["inventory", "maps/rich.ron"]).stdout);
    let bare = rows(&sandbox.run(&["inventory", "--no-guard", "maps/rich.ron"]).stdout);
    let mut marked = Vec::new();
    for (guarded, bare) in guarded.iter().zip(&bare) {
        for ((guarded, bare), column) in guarded.iter().zip(bare).zip(COLUMNS) {
            if guarded != bare {
                let expected = match column {
                    "actors" => bare.replace("; =sales", ";' =sales"),
                    "notes" => format!("'{}", bare.replace("\n- ", "\n'- ")),
                    _ => format!("'{bare}"),
                };
                assert_eq!(guarded, expected);
                marked.push(column);
            }
        }
    }
    let expected = ["actors", "action", "owner", "kpi", "metric", "notes", "touchpoint", "touchpoint", "touchpoint"];
    assert_eq!(marked, expected);
    assert_eq!(&guarded[0][16], "-2", "a number stays a number");
}

#[test]
fn folders_are_searched_in_a_stable_order() {
    let sandbox = sandbox();
    std::fs::write(sandbox.path().join("maps/notes.txt"), "no map").unwrap();
    let result = sandbox.run(&["inventory", "maps"]);
    assert_eq!((result.code, result.stderr.as_str()), (0, ""));
    let mut files: Vec<String> = rows(&result.stdout).iter().map(|row| row[1].to_owned()).collect();
    files.dedup();
    assert_eq!(files, ["maps/b2b/b2b.ron", "maps/b2b/shop.ron", "maps/rich.ron"]);
    assert_eq!(result, sandbox.run(&["inventory", "maps"]));
}

#[test]
fn order_counts_within_the_phase_and_step_as_the_funnel_regardless_of_filters() {
    let sandbox = sandbox();
    let counted = |arguments: &[&str]| -> Vec<(String, String, String)> {
        let result = sandbox.run(&[&["inventory", "maps/b2b/b2b.ron"], arguments].concat());
        assert_eq!(result.code, 0);
        rows(&result.stdout).iter().map(|row| (row[4].to_owned(), row[3].to_owned(), row[5].to_owned())).collect()
    };
    let all = counted(&[]);
    let steps: Vec<&str> = all.iter().map(|(_, _, step)| step.as_str()).collect();
    assert_eq!(steps, ["1", "1", "1", "1", "2", "2", "3", "4", "5", "6", "1", "2", "2", "3"]);
    let orders: Vec<&str> = all.iter().map(|(_, order, _)| order.as_str()).collect();
    assert_eq!(orders, ["1", "2", "3", "4", "5", "6", "1", "2", "3", "4", "1", "2", "3", "4"]);
    assert_eq!(counted(&["--phase", "after"]), all[10..]);
    assert_eq!(counted(&["--phase", "before,after"]), [&all[..6], &all[10..]].concat());
    assert_eq!(counted(&["--kind", "online"]), []);
}

#[test]
fn filters_can_be_combined() {
    let sandbox = sandbox();
    let ids = |arguments: &[&str]| -> Vec<String> {
        let result = sandbox.run(&[&["inventory", "maps/rich.ron"], arguments].concat());
        rows(&result.stdout).iter().map(|row| row[2][7..].to_owned()).collect()
    };
    assert_eq!(ids(&["--kind", "product"]), ["4", "7"]);
    assert_eq!(ids(&["--kind", "product", "--kind", "offline"]), ["1", "4", "7"]);
    assert_eq!(ids(&["--intent", "unintentional"]), ["1", "7"]);
    assert_eq!(ids(&["--intent", "unintentional", "--kind", "product"]), ["7"]);
    assert_eq!(ids(&["--intent", "intentional", "--phase", "before"]), ["2", "5"]);
}

#[test]
fn invalid_files_are_reported_and_the_others_are_listed() {
    let sandbox = sandbox();
    std::fs::write(sandbox.path().join("maps/broken.ron"), "(format: 1, title: 7)").unwrap();
    let result = sandbox.run(&["inventory", "maps", "missing.ron"]);
    assert_eq!(result.code, 1);
    assert_eq!(rows(&result.stdout).len(), 28);
    assert!(result.stderr.contains("maps/broken.ron") && result.stderr.contains("missing.ron"), "{}", result.stderr);
}

#[test]
fn a_folder_without_maps_is_an_error() {
    let sandbox = sandbox();
    std::fs::create_dir(sandbox.path().join("empty")).unwrap();
    let result = sandbox.run(&["inventory", "empty", "--format", "json"]);
    assert_eq!((result.code, result.stdout.as_str()), (1, ""));
    assert!(result.stderr.contains("empty has no maps"), "{}", result.stderr);
    let result = sandbox.run(&["inventory", "empty", "maps", "--lang", "es"]);
    assert_eq!((result.code, rows(&result.stdout).len()), (1, 28));
    assert!(result.stderr.contains("empty no contiene mapas"), "{}", result.stderr);
}

#[test]
fn an_output_file_is_overwritten_only_with_force() {
    let sandbox = sandbox();
    let direct = sandbox.run(&["inventory", "maps"]).stdout;
    let result = sandbox.run(&["inventory", "maps", "-o", "all.csv"]);
    assert_eq!((result.code, result.stdout.as_str(), result.stderr.as_str()), (0, "", ""));
    let marked = format!("\u{feff}{direct}");
    assert_eq!(sandbox.read("all.csv"), marked);

    std::fs::write(sandbox.path().join("all.csv"), "precious").unwrap();
    let result = sandbox.run(&["inventory", "maps", "-o", "all.csv"]);
    assert_eq!((result.code, sandbox.read("all.csv").as_str()), (1, "precious"));
    assert!(result.stderr.contains("--force"), "{}", result.stderr);
    let result = sandbox.run(&["inventory", "maps", "--output", "all.csv", "--force"]);
    assert_eq!((result.code, sandbox.read("all.csv")), (0, marked));

    assert_eq!(sandbox.run(&["inventory", "maps", "-o", "-"]).stdout, direct);
    let result = sandbox.run(&["inventory", "maps", "-o", "no/such/all.csv"]);
    assert_eq!(result.code, 1);
    assert!(result.stderr.contains("there is no folder no/such"), "{}", result.stderr);
}

#[test]
fn the_ending_of_the_output_file_selects_the_format() {
    let sandbox = sandbox();
    let direct = sandbox.run(&["inventory", "maps", "--format", "json"]).stdout;
    assert_eq!(sandbox.run(&["inventory", "maps", "-o", "all.JSON"]).code, 0);
    assert_eq!(sandbox.read("all.JSON"), direct);
    for name in ["all", "all."] {
        assert_eq!(sandbox.run(&["inventory", "maps", "-o", name]).code, 0);
        assert!(sandbox.read(name).starts_with("\u{feff}map,file,id,"), "without an ending it is csv");
    }
    let arguments = ["inventory", "maps", "-o", "all.json", "--format", "csv"];
    assert_eq!(sandbox.run(&arguments).code, 0);
    assert!(sandbox.read("all.json").starts_with("\u{feff}map,file,id,"), "what is asked for comes first");
}

#[test]
fn the_output_file_is_unchanged_if_no_map_can_be_read() {
    let sandbox = sandbox();
    std::fs::write(sandbox.path().join("all.csv"), "precious").unwrap();
    let result = sandbox.run(&["inventory", "missing.ron", "-o", "all.csv", "--force"]);
    assert_eq!((result.code, sandbox.read("all.csv").as_str()), (1, "precious"));
}

#[cfg(unix)]
#[test]
fn an_overwritten_file_keeps_its_links_and_permissions() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let sandbox = sandbox();
    let at = |name: &str| sandbox.path().join(name);
    let direct = format!("\u{feff}{}", sandbox.run(&["inventory", "maps"]).stdout);
    let force = |name: &str| sandbox.run(&["inventory", "maps", "-o", name, "--force"]);

    std::fs::write(at("real.csv"), "old").unwrap();
    std::fs::set_permissions(at("real.csv"), PermissionsExt::from_mode(0o664)).unwrap();
    symlink("real.csv", at("link.csv")).unwrap();
    assert_eq!(sandbox.run(&["inventory", "maps", "-o", "link.csv"]).code, 1);
    assert_eq!(force("link.csv").code, 0);
    assert!(at("link.csv").is_symlink());
    assert_eq!(sandbox.read("real.csv"), direct);
    assert_eq!(at("real.csv").metadata().unwrap().permissions().mode() & 0o777, 0o664);

    std::fs::write(at("one.csv"), "a much longer text than what is written next".repeat(1_000)).unwrap();
    std::fs::hard_link(at("one.csv"), at("two.csv")).unwrap();
    assert_eq!(force("one.csv").code, 0);
    assert_eq!(sandbox.read("two.csv"), direct);

    std::fs::set_permissions(at("real.csv"), PermissionsExt::from_mode(0o444)).unwrap();
    let result = force("real.csv");
    assert_eq!(result.code, 1);
    assert!(result.stderr.contains("read-only"), "{}", result.stderr);
    let result = force("maps");
    assert_eq!(result.code, 1);
    assert!(result.stderr.contains("is a folder"), "{}", result.stderr);
    let mut left: Vec<_> = std::fs::read_dir(sandbox.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    left.retain(|name| name != ".local");
    assert_eq!(left.len(), 5, "nothing temporary is left: {left:?}");
}

#[test]
fn hidden_folders_are_not_searched() {
    let sandbox = sandbox();
    std::fs::create_dir(sandbox.path().join("maps/.old")).unwrap();
    std::fs::write(sandbox.path().join("maps/.old/x.ron"), "nothing").unwrap();
    let result = sandbox.run(&["inventory", "maps"]);
    assert_eq!((result.code, rows(&result.stdout).len()), (0, 28));
}

#[test]
fn an_output_file_with_an_unknown_ending_is_refused() {
    let sandbox = sandbox();
    for name in ["all.xls", "all.txt", "all.csv.bak"] {
        let result = sandbox.run(&["inventory", "maps", "-o", name]);
        assert_fails(
            &result,
            2,
            "choose one with --format: csv (.csv), tsv (.tsv), xlsx (.xlsx), markdown (.md), json (.json), jsonl (.jsonl)",
        );
        assert!(result.stderr.contains("Usage: periplo inventory"), "{}", result.stderr);
        assert!(!sandbox.path().join(name).exists(), "{name}");
    }
    assert_eq!(sandbox.run(&["inventory", "maps", "-o", "all.bak", "--format", "json"]).code, 0);
    assert!(sandbox.read("all.bak").starts_with('['));
}

#[test]
fn a_map_that_is_read_is_never_the_output_file() {
    let sandbox = Sandbox::with(&[("maps/shop.ron", SHOP), ("all.csv", B2B)]);
    let refused = |arguments: &[&str]| {
        let result = sandbox.run(&[&["inventory", "--force", "--format", "csv"], arguments].concat());
        assert_fails(&result, 2, "is the file of a map that is read");
        assert_eq!((sandbox.read("maps/shop.ron").as_str(), sandbox.read("all.csv").as_str()), (SHOP, B2B));
    };
    refused(&["maps/shop.ron", "-o", "maps/shop.ron"]);
    refused(&["maps", "-o", "./maps/../maps/shop.ron"]);
    refused(&["maps", "all.csv", "-o", "all.csv"]);
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("maps/shop.ron", sandbox.path().join("link.csv")).unwrap();
        std::fs::hard_link(sandbox.path().join("maps/shop.ron"), sandbox.path().join("twin.csv")).unwrap();
        refused(&["maps", "-o", "link.csv"]);
        refused(&["link.csv", "-o", "maps/shop.ron"]);
        refused(&["maps", "-o", "twin.csv"]);
    }
    assert_eq!(sandbox.run(&["inventory", "all.csv", "-o", "maps/b2b.csv"]).code, 0);
}

#[test]
fn a_file_found_twice_is_listed_once_under_its_first_path() {
    let sandbox = sandbox();
    let files = |arguments: &[&str]| {
        let result = sandbox.run(&[&["inventory"], arguments].concat());
        assert_eq!((result.code, result.stderr.as_str()), (0, ""));
        let mut files: Vec<String> = rows(&result.stdout).iter().map(|row| row[1].to_owned()).collect();
        files.dedup();
        files
    };
    let all = ["maps/b2b/b2b.ron", "maps/b2b/shop.ron", "maps/rich.ron"];
    assert_eq!(files(&["maps", "maps/rich.ron", "maps/b2b"]), all);
    assert_eq!(files(&["maps/b2b/../rich.ron", "maps"]), ["maps/b2b/../rich.ron", all[0], all[1]]);
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("rich.ron", sandbox.path().join("maps/zz.ron")).unwrap();
        assert_eq!(files(&["maps"]), all);
        assert_eq!(files(&["maps/zz.ron", "maps"]), ["maps/zz.ron", all[0], all[1]]);
    }
    let piped = run_command(sandbox.command().args(["inventory", "-", "-"]).write_stdin(SHOP));
    assert_eq!((piped.code, rows(&piped.stdout).len()), (0, 7));
}

#[test]
fn an_error_in_a_file_found_twice_is_reported_once() {
    let sandbox = Sandbox::with(&[("maps/broken.ron", "(format: 1, title: 7)")]);
    let result = sandbox.run(&["inventory", "maps", "maps/broken.ron"]);
    assert_eq!((result.code, result.stderr.matches("error:").count()), (1, 1), "{}", result.stderr);
}

#[test]
fn the_dash_for_standard_input_is_not_guarded() {
    let minus = SHOP.replace("A holiday shop", "-");
    let piped = run_command(sandbox().command().args(["inventory", "-"]).write_stdin(minus));
    let rows = rows(&piped.stdout);
    assert_eq!((&rows[0][0], &rows[0][1]), ("'-", "-"), "a title that is a dash is guarded");
}

#[cfg(unix)]
#[test]
fn an_output_link_without_target_creates_the_target() {
    let sandbox = sandbox();
    std::os::unix::fs::symlink("real.csv", sandbox.path().join("link.csv")).unwrap();
    let result = sandbox.run(&["inventory", "maps", "-o", "link.csv"]);
    assert_eq!((result.code, result.stderr.as_str()), (0, ""));
    assert!(sandbox.path().join("link.csv").is_symlink());
    assert_eq!(sandbox.read("real.csv"), format!("\u{feff}{}", sandbox.run(&["inventory", "maps"]).stdout));
}
