//! The `import` command: inventories, also as spreadsheets change them, and JSON.

use crate::cli::sandbox::{CommandResult, Sandbox, assert_fails, run_command};
use periplo::map::{JourneyMap, Phase};
use periplo::store::ron_text;

const SHOP: &str = include_str!("../../exchange/shop.ron");
const B2B: &str = include_str!("../../exchange/b2b.ron");

/// Writes a file and imports it as `out.ron`.
pub(super) fn import(name: &str, text: impl AsRef<[u8]>, more: &[&str]) -> (Sandbox, CommandResult) {
    let sandbox = Sandbox::new();
    std::fs::write(sandbox.path().join(name), text).expect("a file");
    let result = sandbox.run(&[&["import", name, "-o", "out.ron"], more].concat());
    (sandbox, result)
}

pub(super) fn map(sandbox: &Sandbox) -> JourneyMap {
    ron_text::parse(&sandbox.read("out.ron")).expect("a map").map
}

/// Imports a table and returns the map and the warnings.
#[track_caller]
fn read(text: impl AsRef<[u8]>, more: &[&str]) -> (JourneyMap, Vec<String>) {
    let (sandbox, result) = import("table.csv", text, more);
    assert_eq!(result.code, 0, "{}", result.stderr);
    let warnings = result.stderr.lines().filter_map(|line| line.strip_prefix("warning: ")).map(str::to_owned).collect();
    (map(&sandbox), warnings)
}

/// Imports a table that is refused and returns the lines on standard error.
#[track_caller]
fn refused(text: impl AsRef<[u8]>, more: &[&str]) -> Vec<String> {
    let (sandbox, result) = import("table.csv", text, more);
    assert_eq!((result.code, result.stdout.as_str()), (1, ""), "{}", result.stderr);
    assert!(!sandbox.path().join("out.ron").exists());
    result.stderr.lines().map(str::to_owned).collect()
}

fn names(map: &JourneyMap, phase: Phase) -> Vec<String> {
    let joined = |with_previous| if with_previous { "+" } else { "" };
    map.phase(phase).iter().map(|each| format!("{}{}", joined(each.with_previous), each.name)).collect()
}

#[test]
fn importing_an_inventory_reports_the_map_and_the_missing_fields() {
    let sandbox = Sandbox::with(&[("shop.ron", SHOP)]);
    sandbox.run(&["inventory", "shop.ron", "-o", "shop.csv"]);
    let result = sandbox.run(&["import", "shop.csv", "-o", "out.ron"]);
    let expected = "note: the file does not have these fields of the map: company, persona, scenario, goal, notes, objectives. \
        Fill them in in the editor, or update an existing map with --into\n\
        note: the file does not have these fields of touchpoints: silenced findings\n\
        out.ron: map written; touchpoints before the purchase: 2, during: 3, after: 2\n\
        Open it with: periplo out.ron\n";
    assert_eq!((result.code, result.stdout.as_str(), result.stderr.as_str()), (0, "", expected));
    assert_fails(&sandbox.run(&["import", "shop.csv", "-o", "out.ron"]), 1, "--force");
    let again = sandbox.run(&["--lang", "es", "import", "shop.csv", "-o", "-"]);
    assert_eq!((again.code, again.stdout), (0, sandbox.read("out.ron")));
    assert!(again.stderr.contains("mapa creado"), "{}", again.stderr);
}

#[test]
fn an_overwritten_map_is_kept_as_a_backup() {
    let sandbox = Sandbox::with(&[("out.ron", SHOP), ("t.csv", "touchpoint,phase\nPays,during\n")]);
    let result = sandbox.run(&["import", "t.csv", "-o", "out.ron", "--force"]);
    assert_eq!(result.code, 0, "{}", result.stderr);
    assert_eq!(map(&sandbox).len(), 1);
    sandbox.run(&["backups", "out.ron", "--restore", "1", "-o", "old.ron"]);
    assert_eq!(sandbox.read("old.ron"), SHOP);
}

#[test]
fn the_format_comes_from_the_file_ending_or_the_option() {
    let sandbox = Sandbox::with(&[("t.csv", "touchpoint\tphase\nPays\tduring\n"), ("t.txt", "touchpoint\nPays\n")]);
    assert_eq!(sandbox.run(&["import", "t.csv", "-o", "out.ron"]).code, 0);
    assert_eq!(names(&map(&sandbox), Phase::During), ["Pays"]);
    assert_eq!(sandbox.run(&["import", "t.txt", "--format", "tsv", "-o", "b.ron"]).code, 0);
    let piped = run_command(
        sandbox.command().args(["import", "-", "--format", "csv", "-o", "-"]).write_stdin("touchpoint\nPays\n"),
    );
    assert!(piped.stdout.contains("title: \"New map\""), "{piped:?}");
    assert_fails(&sandbox.run(&["import", "t.csv"]), 2, "--output");
    assert_fails(&sandbox.run(&["import", "t.csv", "-o", "t.csv", "--force"]), 2, "--output");
}

#[test]
fn columns_may_be_in_any_order_and_in_either_language() {
    let table = "Momento crítico;PUNTO DE CONTACTO;Fase;tipo;Alcance;Emocion\r\nsí;Paga;durante;En línea;12.000;+2\r\n;Pregunta;Antes;offline;;-1\r\n";
    let (map, warnings) = read(table, &[]);
    assert_eq!(warnings, [""; 0]);
    let pays = &map.phase(Phase::During)[0];
    assert_eq!((pays.critical, pays.reach, pays.emotion.map(|each| each.value())), (true, Some(12_000), Some(2)));
    assert_eq!(pays.kind.map(|kind| kind.key()), Some("online"));
    assert_eq!(map.phase(Phase::Before)[0].emotion.map(|each| each.value()), Some(-1));
    assert_eq!(&*map.header().title, "table");
}

#[test]
fn utf_8_utf_16_and_windows_1252_are_read() {
    let table = "touchpoint\tphase\nPregunta a un añil\tbefore\n";
    let wide: Vec<u8> = format!("\u{feff}{table}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(names(&read(wide, &[]).0, Phase::Before), ["Pregunta a un añil"]);
    assert_eq!(names(&read(format!("\u{feff}{table}"), &[]).0, Phase::Before), ["Pregunta a un añil"]);
    let latin = b"touchpoint,phase\nPregunta a un a\xf1il,before\n";
    let (map, warnings) = read(latin, &[]);
    assert_eq!(names(&map, Phase::Before), ["Pregunta a un añil"]);
    assert!(warnings[0].contains("was read as Windows-1252"), "{warnings:?}");
}

#[test]
fn unknown_columns_are_kept_in_the_notes() {
    let table = "touchpoint,phase,Colour code,,reech\nPays,during,red,5,9\nAsks,before,blue,,\n,,,,\n\n";
    let (sandbox, result) = import("table.csv", table, &[]);
    assert_eq!(result.code, 0, "{}", result.stderr);
    let map = map(&sandbox);
    assert_eq!(map.phase(Phase::During)[0].notes.as_deref(), Some("Colour code: red\n5\nreech: 9"));
    assert_eq!(map.phase(Phase::Before)[0].notes.as_deref(), Some("Colour code: blue"));
    let told = "note: table.csv: “Colour code”, “reech”: no field of a touchpoint, so it is kept in the notes\n";
    assert!(result.stderr.contains(told), "{}", result.stderr);
    let (_, result) = import("table.csv", table, &["--strict"]);
    assert_fails(&result, 1, "--strict");
}

#[test]
fn cells_that_are_not_understood_are_kept_in_the_notes_and_told_once_a_column() {
    let table = "ID,Touchpoint,Phase,Kind,Reach,Emotion,Critical moment,Order\n\
        00000001,\"Asks\nfriends\",before,onlin,-5,3,maybe,first\n\
        ,Reads,before,nowhere,,purple,,\n\
        1.2E+16,,later,,1.5,,,\n";
    let (map, warnings) = read(table, &[]);
    let warning = |line: usize, fault: &str| {
        format!("table.csv:{line}: a cell is not understood and is kept in the notes: {fault}")
    };
    let expected = [
        "table.csv:2: 2 cells of a column are not understood and are kept in the notes; the first: Kind: “onlin” is \
            unknown; write online, offline or product; did you mean `online`?"
            .to_owned(),
        "table.csv:2: 2 cells of a column are not understood and are kept in the notes; the first: Emotion: “3” is not \
            an emotion; write a whole number from -2 to 2"
            .to_owned(),
        warning(2, "Critical moment: “maybe” is unknown; write no or yes"),
        warning(2, "Reach: “-5”: a number below 0 makes no sense here"),
        warning(2, "Order: “first”: a whole number is needed, like 1200 or 1.2k"),
    ];
    assert_eq!(warnings, expected);
    assert_eq!(names(&map, Phase::Before), ["Asks friends", "Reads"]);
    let notes = map.phase(Phase::Before)[0].notes.as_deref().unwrap_or_default();
    assert_eq!(notes, "Kind: onlin\nEmotion: 3\nCritical moment: maybe\nReach: -5\nOrder: first");
    let (_, result) = import("table.csv", table, &["--lang", "es"]);
    let told = "nota: table.csv:5: la fila de «1.2E+16» no nombra ningún punto de contacto y se deja fuera";
    assert!(result.stderr.contains(told), "{}", result.stderr);
}

#[test]
fn malformed_tables_are_refused_with_the_reason() {
    let open = "touchpoint,phase\nAsks,before\n\"Pays,during\nLeaves,after\n";
    assert!(refused(open, &[])[0].starts_with("error: table.csv:3: column "));
    assert!(refused("phase,kind\nbefore,online\n", &[])[0].contains("--column HEADING=touchpoint"));
    assert!(refused("", &[])[0].contains("nothing in it"));
}

#[test]
fn a_row_with_more_cells_than_headings_loses_none_of_them() {
    let (map, warnings) = read("touchpoint,phase\nAsks, during,a friend\n", &[]);
    assert_eq!(names(&map, Phase::During), ["Asks"]);
    assert_eq!(map.phase(Phase::During)[0].notes.as_deref(), Some("a friend"));
    assert!(warnings[0].starts_with("table.csv:2: this row has more cells than there are headings"), "{warnings:?}");
}

#[test]
fn of_two_columns_for_one_field_the_second_is_kept_in_the_notes() {
    let (map, _) = read("touchpoint,Punto de contacto,phase\nAsks,Pregunta,before\n", &[]);
    assert_eq!(map.phase(Phase::Before)[0].notes.as_deref(), Some("Punto de contacto: Pregunta"));
}

#[test]
fn numbers_in_scientific_notation_are_read_with_a_warning() {
    let (map, warnings) = read("touchpoint,phase,reach\nAsks,before,1E+05\n", &[]);
    assert_eq!(map.phase(Phase::Before)[0].reach, Some(100_000));
    assert_eq!(warnings, ["table.csv:2: reach: “1E+05” may have lost digits; read as 100,000, check it"]);
}

#[test]
fn rows_are_sorted_by_the_order_column_if_it_is_consistent() {
    let table = |rows: [&str; 4]| format!("touchpoint,phase,order,step\n{}\n", rows.join("\n"));
    let (map, warnings) = read(table(["a,before,1,1", "b,before,2,2", "c,before,3,2", "d,before,4,3"]), &[]);
    assert_eq!((names(&map, Phase::Before), warnings), (["a", "b", "+c", "d"].map(str::to_owned).into(), vec![]));
    let (map, warnings) = read(table(["d,before,4,3", "c,before,3,2", "a,before,1,1", "b,before,2,2"]), &[]);
    assert_eq!(names(&map, Phase::Before), ["a", "b", "+c", "d"]);
    assert!(warnings[0].contains("they were sorted by it"), "{warnings:?}");
    let (map, warnings) = read(table(["a,before,1,1", "new,before,,", "b,before,2,2", "c,before,3,2"]), &[]);
    assert_eq!((names(&map, Phase::Before), warnings), (["a", "new", "b", "+c"].map(str::to_owned).into(), vec![]));
    // A copied row becomes a step of its own.
    let (map, warnings) = read(table(["a,before,1,1", "a,before,1,1", "b,before,2,2", "c,before,3,2"]), &[]);
    assert_eq!(names(&map, Phase::Before), ["a", "a", "b", "+c"]);
    assert!(warnings[0].starts_with("table.csv:3: the rows of step 1 are not next to each other"), "{warnings:?}");
    // A row moved here from another phase still has its old numbers.
    let (map, warnings) = read(table(["z,during,2,1", "a,during,1,1", "b,during,2,2", "c,during,3,1"]), &[]);
    assert_eq!(names(&map, Phase::During), ["z", "a", "b", "c"]);
    assert_eq!(warnings.len(), 3, "{warnings:?}");
}

#[test]
fn ids_are_kept_and_missing_or_foreign_ones_are_derived_as_in_a_map_without_ids() {
    let table = "id,touchpoint,phase\n9f3k2m7q,Asks,before\n,Pays,during\n7,Reads,before\n9F3K2M7Q,Copied,before\n";
    let (map, warnings) = read(table, &[]);
    let ids: Vec<String> = map.touchpoints().map(|(_, each)| each.id.to_string()).collect();
    let by_hand = ron_text::parse(
        "(format: 1, title: \"T\", before: [(name: \"Reads\"), (name: \"Copied\")], during: [(name: \"Pays\")])",
    )
    .unwrap()
    .map;
    let derived: Vec<String> = by_hand.touchpoints().map(|(_, each)| each.id.to_string()).collect();
    assert_eq!(ids, ["9f3k2m7q", &derived[0], &derived[1], &derived[2]]);
    assert_eq!(
        warnings,
        [
            "table.csv:4: id: “7” is not the ID of a touchpoint, and is left out",
            "table.csv:5: “Copied” has the ID of an earlier row and got another one; leave the ID of a copied row empty"
        ]
    );
}

#[test]
fn one_map_of_several_is_chosen_by_title_or_file() {
    let sandbox = Sandbox::with(&[("shop.ron", SHOP), ("b2b.ron", B2B), ("copy.ron", SHOP)]);
    let both = sandbox.run(&["inventory", "shop.ron", "b2b.ron"]).stdout;
    let title = ron_text::parse(B2B).unwrap().map.header().title.to_string();
    assert!(refused(&both, &[])[0].contains("choose one with --map: “"), "{both}");
    assert_eq!(read(&both, &["--map", &title.to_uppercase()]).0.len(), ron_text::parse(B2B).unwrap().map.len());
    assert_eq!(read(&both, &["--map", "shop.ron"]).0.len(), ron_text::parse(SHOP).unwrap().map.len());
    assert!(refused(&both, &["--map", "other"])[0].contains("there is no map “other” in it"));
    let twins = sandbox.run(&["inventory", "shop.ron", "copy.ron"]).stdout;
    assert!(refused(&twins, &[])[0].contains("(copy.ron)"));
    let title = ron_text::parse(SHOP).unwrap().map.header().title.to_string();
    assert!(refused(&twins, &["--map", &title])[0].contains("(copy.ron)"));
    let added = "map,touchpoint,phase\nOne,a,before\nTwo,b,before\n,c,before\n";
    assert_eq!(
        refused(added, &["--map", "One"])[0],
        "error: table.csv:4: map: the row belongs to no map; write the title there"
    );
}

#[test]
fn control_characters_reach_neither_the_terminal_nor_the_map() {
    let table = "touchpoint,phase,\x1b[31mred\nPays \x1b]0;x\x07online,\x1b[2J,\n";
    let (_, result) = import("table.csv", table, &[]);
    assert_eq!(result.code, 0);
    assert!(!result.stderr.contains('\x1b') && result.stderr.contains("“[2J” is before"), "{:?}", result.stderr);
    let (map, _) = read("touchpoint,phase\nPays \x1b]0;x\x07online\u{202e},during\n", &[]);
    assert_eq!(names(&map, Phase::During), ["Pays ]0;xonline"]);
}

#[test]
fn a_json_map_is_read_strictly_and_all_faults_are_reported() {
    let json = "{\n  \"format\": 1,\n  \"titel\": \"T\",\n  \"before\": [\n    {\"id\": \"1\", \"kind\": \"onlin\",\n     \"reach\": \"5\"},\n    7\n  ],\n  \"during\": [{\"name\": \"Pays\", \"nmae\": 1, \"emotion\": 9, \"accepted\": [\"no-kpi\", \"none\"]}],\n  \"after\": {}\n}\n";
    let (_, result) = import("m.json", json, &[]);
    let faults: Vec<&str> = result.stderr.lines().collect();
    let expected = [
        "m.json:1: the field “title” is missing",
        "m.json:3: the field “titel” is unknown; there are title, ",
        "m.json:5: before[0].id: “\"1\"” is not an ID",
        "m.json:5: before[0].kind: “\"onlin\"” is unknown; write online, offline or product; did you mean `online`?",
        "m.json:5: the field “before[0].name” is missing",
        "m.json:6: before[0].reach: “\"5\"”: a whole number without quotation marks",
        "m.json:7: before[1]: “7”: an object is needed",
        "m.json:9: the field “during[0].nmae” is unknown; there are id, name",
        "m.json:9: during[0].emotion: “9” is not an emotion",
        "m.json:9: during[0].accepted: ",
        "m.json:10: after: “{}”: a list of objects is needed",
        "nothing was written; fix these 11 faults",
    ];
    assert_eq!(faults.len(), expected.len(), "{}", result.stderr);
    for (fault, expected) in faults.iter().zip(expected) {
        assert!(fault.starts_with(&format!("error: {expected}")), "{fault}\n{expected}");
    }
    assert!(faults[1].ends_with("did you mean `title`?") && faults[7].ends_with("did you mean `name`?"));
}

#[test]
fn invalid_json_and_unknown_formats_are_refused_with_the_reason() {
    let refused = |text: &str| import("m.json", text, &[]).1.stderr;
    assert!(refused("{\n \"format\": 1,\n}").starts_with("error: m.json:3: column 1: this is not valid JSON"));
    assert!(refused("{\"format\": 2, \"title\": \"T\"}").contains("of format 2, and only 1"));
    assert!(refused("{\"format\": 1, \"title\": \"T\", \"title\": \"U\"}").contains("“title” is written twice"));
    assert!(refused("").contains("nothing in it"));
    assert!(refused("7").contains("this JSON holds no table"));
    assert!(refused(&"[".repeat(100_000)).contains("this is not valid JSON"));
}

#[test]
fn an_inventory_in_json_is_read_as_a_list_or_line_by_line() {
    let sandbox = Sandbox::with(&[("shop.ron", SHOP)]);
    let list = sandbox.run(&["inventory", "shop.ron", "--format", "json"]).stdout;
    let lines: String =
        list.lines().filter(|line| line.len() > 1).map(|line| format!("{}\n", line.trim_end_matches(','))).collect();
    let of_list = map(&import("t.json", &list, &[]).0);
    let of_lines = map(&import("t.jsonl", &lines, &[]).0);
    let one_line = map(&import("t.jsonl", lines.lines().next().unwrap(), &[]).0);
    assert_eq!(of_list, of_lines);
    assert_eq!(of_list.len(), ron_text::parse(SHOP).unwrap().map.len());
    assert_eq!(one_line.len(), 1);
    let (sandbox, result) = import("t.jsonl", lines.replacen("\"reach\":90400", "\"reach\":\"many\"", 1), &[]);
    assert!(result.stderr.contains("reach: “\"many\"”: a whole number"), "{}", result.stderr);
    assert!(sandbox.read("out.ron").contains("reach: many"));
}

#[test]
fn a_large_inventory_is_read_in_less_than_a_minute() {
    let mut table = String::from("id,order,phase,step,touchpoint,notes\n");
    let mut reversed = Vec::new();
    for row in 1..=30_000 {
        reversed.push(format!(",{row},before,{},Does {row},\"one\ntwo\"\n", row / 2));
    }
    table.extend(reversed.into_iter().rev());
    let started = std::time::Instant::now();
    let (map, _) = read(table, &[]);
    assert_eq!((map.len(), &*map.phase(Phase::Before)[0].name), (30_000, "Does 1"));
    // A quadratic step over so many rows takes minutes.
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}

#[test]
fn commas_and_points_between_thousands_of_one_column_are_warned_of() {
    let table = "touchpoint;reach\nSees;1,500\nAsks;9000\nLooks;4.100\nPays;2.000\n";
    let sandbox = Sandbox::with(&[("mixed.csv", table), ("one.csv", &table.replace(',', "."))]);
    let result = sandbox.run(&["import", "mixed.csv", "-o", "mixed.ron"]);
    let warning = "warning: mixed.csv:4: reach: “1,500” was read as 1500, “4.100” was read as 4100; one of them may be";
    assert!(result.stderr.contains(warning), "{}", result.stderr);
    assert_eq!(sandbox.run(&["import", "mixed.csv", "-o", "strict.ron", "--strict"]).code, 1);
    let result = sandbox.run(&["import", "one.csv", "-o", "one.ron"]);
    assert!(!result.stderr.contains("was read as"), "{}", result.stderr);
}
