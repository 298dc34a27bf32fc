//! The other inventory formats contain the same data as CSV.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::cli::sandbox::Sandbox;

const RICH: &str = include_str!("../../exchange/rich.ron");
const SHOP: &str = include_str!("../../exchange/shop.ron");
const B2B: &str = include_str!("../../exchange/b2b.ron");
const FORMATS: [&str; 6] = ["csv", "tsv", "xlsx", "markdown", "json", "jsonl"];

fn sandbox() -> Sandbox {
    Sandbox::with(&[("maps/rich.ron", RICH), ("maps/shop.ron", SHOP), ("maps/b2b.ron", B2B)])
}

fn inventory(sandbox: &Sandbox, format: &str, arguments: &[&str]) -> String {
    let result = sandbox.run(&[&["inventory", "--format", format], arguments].concat());
    assert_eq!((result.code, result.stderr.as_str()), (0, ""), "{format}");
    result.stdout
}

fn records(text: &str, delimiter: u8) -> Vec<csv::StringRecord> {
    let reader = csv::ReaderBuilder::new().has_headers(false).delimiter(delimiter).from_reader(text.as_bytes());
    reader.into_records().map(Result::unwrap).collect()
}

#[test]
fn tsv_has_the_records_of_csv_even_if_notes_have_line_breaks() {
    let sandbox = sandbox();
    let tsv = inventory(&sandbox, "tsv", &["maps"]);
    assert!(tsv.starts_with("map\tfile\tid\t") && tsv.contains("\t\"'- first\n"), "{tsv}");
    assert_eq!(records(&tsv, b'\t'), records(&inventory(&sandbox, "csv", &["maps"]), b','));
    assert!(tsv.contains("\t'=SUM(A1:A9)\t"), "the guard is the same");
    assert!(inventory(&sandbox, "tsv", &["maps", "--no-guard"]).contains("\t=SUM(A1:A9)\t"));
}

#[test]
fn json_lines_are_the_objects_of_the_json_list() {
    let sandbox = sandbox();
    let lines = inventory(&sandbox, "jsonl", &["maps"]);
    let objects: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(Value::Array(objects), serde_json::from_str::<Value>(&inventory(&sandbox, "json", &["maps"])).unwrap());
    assert!(lines.ends_with("}\n"));
}

#[test]
fn formats_stay_valid_if_no_touchpoint_matches() {
    let sandbox = sandbox();
    let nothing = ["maps/b2b.ron", "--kind", "online"];
    assert_eq!(inventory(&sandbox, "jsonl", &nothing), "");
    assert_eq!(
        serde_json::from_str::<Value>(&inventory(&sandbox, "json", &nothing)).unwrap(),
        Value::Array(Vec::new())
    );
    assert_eq!(records(&inventory(&sandbox, "tsv", &nothing), b'\t').len(), 1);
    assert_eq!(inventory(&sandbox, "markdown", &nothing).lines().count(), 2);
    // Only the second map has matching touchpoints.
    let some = inventory(&sandbox, "json", &["maps/b2b.ron", "maps/rich.ron", "--kind", "online"]);
    assert_eq!(serde_json::from_str::<Vec<Value>>(&some).unwrap().len(), 2);
}

#[test]
fn the_ending_of_the_output_file_selects_the_format() {
    let sandbox = sandbox();
    for (name, format) in [("all.tsv", "tsv"), ("all.jsonl", "jsonl"), ("all.md", "markdown")] {
        assert_eq!(sandbox.run(&["inventory", "maps", "-o", name]).code, 0);
        assert_eq!(sandbox.read(name), inventory(&sandbox, format, &["maps"]), "{name}");
    }
}

#[test]
fn a_markdown_table_is_translated_and_has_no_empty_columns() {
    let sandbox = sandbox();
    let table = inventory(&sandbox, "markdown", &["maps/shop.ron", "--lang", "es"]);
    let heading = table.lines().next().unwrap();
    assert!(heading.contains("| Fase | Paso | Punto de contacto | Tipo |"), "{heading}");
    assert!(!heading.contains("Mapa") && !heading.contains("Participantes"), "{heading}");
    assert!(table.contains("| Antes |") && table.contains("| producto |"), "{table}");
    assert!(!heading.contains("Votos"), "nobody voted: {heading}");
    let unknown = table.lines().find(|line| line.contains("Tells a friend")).unwrap();
    assert!(!unknown.contains("supuesto"), "nothing is assumed where nothing is known: {unknown}");
    let all = inventory(&sandbox, "markdown", &["maps"]);
    assert!(all.starts_with("| Map | File | ID |"), "a table of several maps names the map: {all}");
    let cells = |line: &str| line.replace("\\|", "").matches('|').count();
    assert!(all.lines().all(|line| cells(line) == cells(all.lines().next().unwrap())));
    assert_eq!(all.lines().count(), 2 + 28);
}

/// Reads many files at once; two runs in the same format give the same output.
#[test]
fn rows_and_errors_are_in_the_order_of_the_files() {
    let many = |nth: usize| {
        let touchpoints = |count: usize| (0..count).map(|n| format!("(name: \"t{n}\"),")).collect::<String>();
        // Large and small files alternate, so that threads overtake each other. Some files are invalid.
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
