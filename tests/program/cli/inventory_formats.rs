//! The other formats of the inventory say the same as its csv, each in its own way.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::cli::sandbox::Sandbox;

const RICH: &str = include_str!("../../exchange/rich.ron");
const SHOP: &str = include_str!("../../exchange/shop.ron");
const B2B: &str = include_str!("../../exchange/b2b.ron");
/// Every format.
const FORMATS: [&str; 6] = ["csv", "tsv", "xlsx", "markdown", "json", "jsonl"];

fn sandbox() -> Sandbox {
    Sandbox::with(&[("maps/rich.ron", RICH), ("maps/shop.ron", SHOP), ("maps/b2b.ron", B2B)])
}

fn written(sandbox: &Sandbox, format: &str, arguments: &[&str]) -> String {
    let result = sandbox.run(&[&["inventory", "--format", format], arguments].concat());
    assert_eq!((result.code, result.stderr.as_str()), (0, ""), "{format}");
    result.stdout
}

fn records(text: &str, delimiter: u8) -> Vec<csv::StringRecord> {
    let reader = csv::ReaderBuilder::new().has_headers(false).delimiter(delimiter).from_reader(text.as_bytes());
    reader.into_records().map(Result::unwrap).collect()
}

#[test]
fn tsv_is_csv_with_tabs_also_where_notes_have_line_ends() {
    let sandbox = sandbox();
    let tsv = written(&sandbox, "tsv", &["maps"]);
    assert!(tsv.starts_with("map\tfile\tid\t") && tsv.contains("\t\"'- first\n"), "{tsv}");
    assert_eq!(records(&tsv, b'\t'), records(&written(&sandbox, "csv", &["maps"]), b','));
    assert!(tsv.contains("\t'=SUM(A1:A9)\t"), "the guard is the same");
    assert!(written(&sandbox, "tsv", &["maps", "--no-guard"]).contains("\t=SUM(A1:A9)\t"));
}

#[test]
fn json_lines_are_the_objects_of_the_list_one_a_line() {
    let sandbox = sandbox();
    let lines = written(&sandbox, "jsonl", &["maps"]);
    let objects: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(Value::Array(objects), serde_json::from_str::<Value>(&written(&sandbox, "json", &["maps"])).unwrap());
    assert!(lines.ends_with("}\n"));
}

#[test]
fn where_nothing_is_wanted_every_format_is_still_itself() {
    let sandbox = sandbox();
    let nothing = ["maps/b2b.ron", "--kind", "online"];
    assert_eq!(written(&sandbox, "jsonl", &nothing), "");
    assert_eq!(serde_json::from_str::<Value>(&written(&sandbox, "json", &nothing)).unwrap(), Value::Array(Vec::new()));
    assert_eq!(records(&written(&sandbox, "tsv", &nothing), b'\t').len(), 1);
    assert_eq!(written(&sandbox, "markdown", &nothing).lines().count(), 2);
    // The first map has nothing that is wanted, the second has.
    let some = written(&sandbox, "json", &["maps/b2b.ron", "maps/rich.ron", "--kind", "online"]);
    assert_eq!(serde_json::from_str::<Vec<Value>>(&some).unwrap().len(), 2);
}

#[test]
fn a_file_gets_the_format_that_its_name_ends_like() {
    let sandbox = sandbox();
    for (name, format) in [("all.tsv", "tsv"), ("all.jsonl", "jsonl"), ("all.md", "markdown")] {
        assert_eq!(sandbox.run(&["inventory", "maps", "-o", name]).code, 0);
        assert_eq!(sandbox.read(name), written(&sandbox, format, &["maps"]), "{name}");
    }
}

#[test]
fn a_table_has_the_readers_words_and_only_columns_in_which_something_stands() {
    let sandbox = sandbox();
    let table = written(&sandbox, "markdown", &["maps/shop.ron", "--lang", "es"]);
    let heading = table.lines().next().unwrap();
    assert!(heading.contains("| Fase | Paso | Punto de contacto | Tipo |"), "{heading}");
    assert!(!heading.contains("Mapa") && !heading.contains("Participantes"), "{heading}");
    assert!(table.contains("| Antes |") && table.contains("| producto |"), "{table}");
    assert!(!heading.contains("Votos"), "nobody voted: {heading}");
    let unknown = table.lines().find(|line| line.contains("Tells a friend")).unwrap();
    assert!(!unknown.contains("supuesto"), "nothing is assumed where nothing is known: {unknown}");
    let all = written(&sandbox, "markdown", &["maps"]);
    assert!(all.starts_with("| Map | File | ID |"), "of several maps the table says which: {all}");
    let cells = |line: &str| line.replace("\\|", "").matches('|').count();
    assert!(all.lines().all(|line| cells(line) == cells(all.lines().next().unwrap())));
    assert_eq!(all.lines().count(), 2 + 28);
}

/// Each format, read from standard input and from many files, with the order and the faults that belong to it.
#[test]
fn the_order_is_that_of_the_files_whatever_reads_them() {
    let many = |nth: usize| {
        let touchpoints = |count: usize| (0..count).map(|n| format!("(name: \"t{n}\"),")).collect::<String>();
        // Large and small in turn, so that threads overtake each other; some are no maps.
        match nth {
            nth if nth % 17 == 3 => format!("(format: 1, title: {nth})"),
            nth => format!("(format: 1, title: \"m{nth}\", before: [{}])", touchpoints(1 + nth % 3 * 40)),
        }
    };
    let files: BTreeMap<String, String> = (0..40).map(|nth| (format!("maps/{nth:03}.ron"), many(nth))).collect();
    let named: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let sandbox = Sandbox::with(&named);
    let result = sandbox.run(&["inventory", "maps", "--no-guard"]);
    assert_eq!(result.code, 1);
    let mut titles: Vec<String> = records(&result.stdout, b',').iter().skip(1).map(|row| row[0].to_owned()).collect();
    titles.dedup();
    let expected: Vec<String> = (0..40).filter(|nth| nth % 17 != 3).map(|nth| format!("m{nth}")).collect();
    assert_eq!(titles, expected);
    let places: Vec<usize> = (0..40)
        .filter(|nth| nth % 17 == 3)
        .map(|nth| result.stderr.find(&format!("maps/{nth:03}.ron")).unwrap())
        .collect();
    assert!(places.is_sorted(), "{}", result.stderr);
    for format in FORMATS {
        let run = || sandbox.command().args(["inventory", "maps", "--format", format]).output().unwrap();
        assert!(run() == run(), "{format}");
    }
}
