//! Tables for spreadsheets: their form, and no formula for a reader with any separator.

use periplo::exchange::{FormulaGuard, TableOptions, TableReader};
use periplo::lang::{Lang, Language};
use periplo::map::{IdSource, JourneyMap, Line, Name, Notes, Touchpoint};
use proptest::prelude::*;

use super::round_trips::{in_table, map};
use crate::cli::sandbox::Sandbox;

const COLUMNS: usize = 31;
const SHOP: &str = include_str!("../../exchange/shop.ron");

/// Splits a text into rows of cells as spreadsheets do, at any of the separators. A quotation mark counts only at the
/// beginning of a cell; after the closing one, the rest of the cell is taken as it is.
fn split(text: &str, separators: &[char]) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut characters = text.trim_start_matches('\u{feff}').chars().peekable();
    let (mut at_start, mut is_quoted) = (true, false);
    while let Some(c) = characters.next() {
        let row = rows.last_mut().unwrap();
        match c {
            '"' if is_quoted && characters.peek() == Some(&'"') => {
                characters.next();
                row.last_mut().unwrap().push('"');
            }
            '"' if is_quoted => is_quoted = false,
            c if is_quoted => row.last_mut().unwrap().push(c),
            '"' if at_start => {
                (at_start, is_quoted) = (false, true);
            }
            c if separators.contains(&c) => {
                row.push(String::new());
                at_start = true;
            }
            '\n' => {
                rows.push(vec![String::new()]);
                at_start = true;
            }
            c => {
                row.last_mut().unwrap().push(c);
                at_start = false;
            }
        }
    }
    // After the end of the last line comes no row.
    rows.pop_if(|row| *row == [""]);
    rows
}

/// Returns true if a spreadsheet would compute the cell: it begins like a formula and is no number of the table.
fn is_computed(cell: &str, has_tabs: bool) -> bool {
    let begins = |c: char| "=+-@＝＋－＠\r".contains(c) || c == '\t' && !has_tabs;
    let text = cell.trim_start_matches([' ', '\u{a0}', '\u{3000}']);
    text.starts_with(begins) && text.parse::<i64>().is_err()
}

/// Asserts that no reader finds a formula in a table, and that readers who split at every separator find the same cells.
fn check_table(format: &str, text: &str) -> Result<(), TestCaseError> {
    for separators in [&[','][..], &[';'], &['\t'], &[',', ';', '\t']] {
        for cell in split(text, separators).iter().flatten() {
            prop_assert!(!is_computed(cell, format == "tsv"), "{:?} at {:?} in {}", cell, separators, text);
        }
    }
    for row in split(text, &[',', ';', '\t']) {
        prop_assert_eq!(row.len(), COLUMNS, "{:?} in {}", row, text);
    }
    Ok(())
}

fn tables(map: &JourneyMap) -> impl Iterator<Item = (&'static str, String)> {
    let langs = Language::ALL.map(Lang::new);
    let readers = [TableReader::Program, TableReader::Spreadsheet];
    langs.into_iter().flat_map(move |lang| {
        let of =
            |reader, format| (format, in_table(format, map, &lang, TableOptions { reader, guard: FormulaGuard::On }));
        let tables: Vec<_> =
            readers.into_iter().flat_map(|reader| ["csv", "tsv"].map(|format| of(reader, format))).collect();
        tables
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn no_reader_finds_a_formula_in_the_table_of_any_map(map in map()) {
        for (format, text) in tables(&map) {
            check_table(format, &text)?;
        }
    }

    #[test]
    fn no_reader_finds_a_formula_in_any_text(texts in proptest::collection::vec("[-=+@;,\"' \na＝\u{a0}]{0,12}", 3)) {
        let id = IdSource::new(1).fresh(|_| false);
        let name = Name::new(&texts[0]).unwrap_or_default();
        let actors = ["a", &texts[1]].map(|text| Line::new(text).unwrap()).into();
        let notes = Notes::optional(&texts[2]).unwrap();
        let touchpoint = Touchpoint { actors, notes, ..Touchpoint::new(id, name.clone()) };
        let header = periplo::map::Header::new(name);
        let map = JourneyMap::with_touchpoints(header, [vec![touchpoint], vec![], vec![]]).0;
        for (format, text) in tables(&map) {
            check_table(format, &text)?;
        }
    }
}

#[test]
fn a_formula_behind_a_semicolon_is_guarded_and_read_back() {
    let map = "(format: 1, title: \"t\", before: [(id: \"9f3k2m7q\", name: \"Asks a friend;=cmd|' /C calc'!A0;thanks\", \
               notes: \"n;=1+1\\n- x\", actors: [\"a\", \"=1+1\"])])";
    let sandbox = Sandbox::with(&[("a.ron", map)]);
    let csv = sandbox.run(&["inventory", "a.ron"]).stdout;
    assert!(csv.contains("\"Asks a friend;'=cmd|' /C calc'!A0;thanks\""), "{csv}");
    assert!(csv.contains("\"a;' =1+1\"") && csv.contains("\"n;'=1+1\n'- x\""), "{csv}");
    for arguments in [&["a.csv"][..], &["b.csv", "--machine"], &["c.csv", "--lang", "es"], &["d.tsv"]] {
        for command in ["inventory", "export"] {
            if command == "export" && arguments[0] == "d.tsv" {
                continue;
            }
            let written = sandbox.run(&[&[command, "a.ron", "--force", "-o"], arguments].concat());
            assert_eq!((written.code, written.stderr.as_str()), (0, ""));
            let read = sandbox.run(&["import", arguments[0], "--strict", "--force", "-o", "b.ron"]);
            assert_eq!(read.code, 0, "{}", read.stderr);
            let differences = sandbox.run(&["diff", "a.ron", "b.ron"]);
            assert_eq!((differences.code, differences.stdout.as_str()), (0, ""), "{arguments:?}");
        }
    }
}

#[test]
fn a_csv_in_a_file_is_for_a_spreadsheet_of_the_language() {
    let sandbox = Sandbox::with(&[("shop.ron", SHOP)]);
    let piped = sandbox.run(&["inventory", "shop.ron"]).stdout;
    assert!(piped.starts_with("map,file,id,order,phase,"), "{piped}");
    let write = |command: &str, more: &[&str]| {
        let result = sandbox.run(&[&[command, "shop.ron", "--force", "-o", "out.csv"], more].concat());
        assert_eq!((result.code, result.stdout.as_str()), (0, ""), "{}", result.stderr);
        sandbox.read("out.csv")
    };
    for command in ["inventory", "export"] {
        assert_eq!(write(command, &[]), format!("\u{feff}{piped}"));
        assert_eq!(write(command, &["--machine"]), piped);
        assert_eq!(write(command, &["--machine", "--lang", "es"]), piped);
        let spanish = write(command, &["--lang", "es"]);
        assert!(spanish.starts_with("\u{feff}Mapa;Archivo;"), "{spanish}");
        let rows = split(&spanish, &[';']);
        assert!(rows.iter().all(|row| row.len() == COLUMNS), "{spanish}");
        assert!(rows[1].contains(&"Antes".to_owned()) && spanish.contains(";medido;"), "{spanish}");
        let to_stdout = sandbox.run(&[command, "shop.ron", "--format", "csv", "--lang", "es", "-o", "-"]);
        assert_eq!(to_stdout.stdout, piped);
    }
    let refused = sandbox.run(&["inventory", "shop.ron", "--machine", "--format", "json"]);
    assert_eq!(refused.code, 2);
    assert!(
        refused.stderr.contains("--machine is for the cells of csv and tsv, and this is json"),
        "{}",
        refused.stderr
    );
}
