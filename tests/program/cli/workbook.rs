//! The inventory as a workbook, read back by a spreadsheet library and inspected as an archive.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};

use crate::cli::sandbox::{Sandbox, run_command};

const RICH: &str = include_str!("../../exchange/rich.ron");
const SHOP: &str = include_str!("../../exchange/shop.ron");
const B2B: &str = include_str!("../../exchange/b2b.ron");

fn sandbox() -> Sandbox {
    Sandbox::with(&[("maps/rich.ron", RICH), ("maps/shop.ron", SHOP), ("maps/b2b.ron", B2B)])
}

/// Runs `inventory --format xlsx` and returns the workbook and standard error.
fn workbook(sandbox: &Sandbox, arguments: &[&str]) -> (Vec<u8>, String) {
    let output = sandbox.command().args([&["inventory", "--format", "xlsx"], arguments].concat()).output().unwrap();
    (output.stdout, String::from_utf8(output.stderr).unwrap())
}

/// Returns the name and the cells of each sheet. Panics if a sheet has formulas.
fn sheets(bytes: &[u8]) -> Vec<(String, Vec<Vec<Data>>)> {
    let mut book = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    for name in book.sheet_names() {
        assert!(book.worksheet_formula(&name).unwrap().is_empty(), "{name} has formulas");
    }
    let sheets = book.worksheets();
    sheets.into_iter().map(|(name, cells)| (name, cells.rows().map(<[Data]>::to_vec).collect())).collect()
}

/// Returns the text of a file in the archive.
fn part(bytes: &[u8], name: &str) -> String {
    let mut text = String::new();
    let mut file = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    file.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn text(text: &str) -> Data {
    Data::String(text.to_owned())
}

#[test]
fn headings_values_and_sheet_names_are_translated() {
    let sandbox = sandbox();
    for (language, names, headings, words) in [
        ("en", ["Touchpoints", "Totals"], ["Map", "Touchpoint", "Critical moment"], ["Before", "offline", "indirect"]),
        (
            "es",
            ["Puntos de contacto", "Totales"],
            ["Mapa", "Punto de contacto", "Momento crítico"],
            ["Antes", "fuera de línea", "indirecto"],
        ),
    ] {
        let sheets = sheets(&workbook(&sandbox, &["maps/rich.ron", "--lang", language]).0);
        assert_eq!([&sheets[0].0, &sheets[1].0], names);
        let rows = &sheets[0].1;
        assert_eq!([&rows[0][0], &rows[0][6], &rows[0][17]], headings.map(text).each_ref());
        assert_eq!([&rows[1][4], &rows[1][7], &rows[1][13]], words.map(text).each_ref());
    }
}

#[test]
fn cells_have_the_type_of_their_value() {
    let sheets = sheets(&workbook(&sandbox(), &["maps/rich.ron"]).0);
    let rows = &sheets[0].1;
    assert_eq!(rows.len(), 1 + 7);
    assert!(rows.iter().all(|row| row.len() == 31));
    let column = |at: usize| rows.iter().skip(1).map(|row| row[at].clone()).collect::<Vec<_>>();
    assert_eq!(column(3), [1, 2, 3, 4, 5, 1, 1].map(|order| Data::Float(order.into())));
    assert_eq!(column(5), [1, 1, 2, 3, 3, 4, 1].map(|step| Data::Float(step.into())));
    assert_eq!(
        column(18),
        [
            Data::Float(90_400.0),
            Data::Float(0.0),
            Data::Empty,
            Data::Empty,
            // It is text, since a spreadsheet would round the number.
            text("18446744073709551615"),
            Data::Float(452.0),
            Data::Float(300.0)
        ]
    );
    assert_eq!(column(16)[..3], [Data::Float(-2.0), Data::Float(0.0), Data::Empty]);
    assert_eq!(column(17)[..2], [Data::Bool(true), Data::Bool(false)]);
    assert_eq!(column(2)[0], text("00000001"), "an id is no number");
    assert_eq!(rows[1][15], text("friends; the customer's \"uncle\"; =sales; team"));
    assert_eq!(rows[1][30], text("- first\n- second, with a comma\n\n\"quoted\""));
    for hostile in ["=SUM(A1:A9)", "＝full-width, 日本語 and é", "Pays [31mredgnp.exe", "-1 of 5"] {
        assert!(column(6).contains(&text(hostile)), "{hostile} is unchanged text");
    }
}

#[test]
fn text_with_a_meaning_in_workbooks_is_read_back_unchanged() {
    for hostile in ["_x0041_", "_x000D_", "<b>&amp;</b>", "a\u{ffff}b\u{fffe}", "http://example.com", "'=1", "{=1+1}"] {
        let map = format!("(format: 1, title: \"t\", before: [(name: {hostile:?})])").replace("\\u{ffff}", "\u{ffff}");
        let sandbox = Sandbox::with(&[("a.ron", &map.replace("\\u{fffe}", "\u{fffe}"))]);
        let bytes = workbook(&sandbox, &["a.ron"]).0;
        let texts = part(&bytes, "xl/sharedStrings.xml");
        roxmltree::Document::parse(&texts).unwrap_or_else(|error| panic!("{hostile:?}: {error}"));
        assert!(!part(&bytes, "xl/worksheets/sheet1.xml").contains("hyperlink"));
        if !hostile.contains('\u{ffff}') {
            assert_eq!(sheets(&bytes)[0].1[1][6], text(hostile));
        }
    }
}

#[test]
fn the_sheet_has_a_frozen_heading_a_filter_and_fitting_columns() {
    let bytes = workbook(&sandbox(), &["maps"]).0;
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    let sheet = roxmltree::Document::parse(&xml).unwrap();
    let node = |name: &str| {
        sheet
            .descendants()
            .find(|node| node.has_tag_name(("http://schemas.openxmlformats.org/spreadsheetml/2006/main", name)))
            .expect(name)
    };
    assert_eq!((node("pane").attribute("ySplit"), node("pane").attribute("state")), (Some("1"), Some("frozen")));
    assert_eq!(node("autoFilter").attribute("ref"), Some("A1:AE29"));
    let widths: Vec<f64> =
        node("cols").children().map(|column| column.attribute("width").unwrap().parse().unwrap()).collect();
    assert!(widths.iter().all(|width| (7.0..60.0).contains(width)), "{widths:?}");
    assert!(widths.iter().any(|&width| width > 30.0) && widths.iter().any(|&width| width < 15.0), "{widths:?}");
    assert!(part(&bytes, "xl/styles.xml").contains("wrapText=\"1\""));
    assert_eq!(node("pageSetup").attribute("fitToHeight"), Some("0"), "one page wide, as long as it takes");
    // The style of numbers separates thousands; a flag with that style would be shown as a number.
    let style = |cell_type: Option<&str>| {
        let mut cells =
            sheet.descendants().filter(|cell| cell.has_tag_name((node("pane").tag_name().namespace().unwrap(), "c")));
        let cell = cells
            .find(|cell| cell.attribute("t") == cell_type && cell.first_element_child().is_some())
            .expect("a cell");
        cell.attribute("s")
    };
    assert_ne!(style(None), style(Some("b")));
}

#[test]
fn the_same_maps_always_make_the_same_bytes() {
    let sandbox = sandbox();
    let bytes = workbook(&sandbox, &["maps"]).0;
    assert_eq!(bytes, workbook(&sandbox, &["maps"]).0);
    assert!(part(&bytes, "docProps/core.xml").contains("2000-01-01T00:00:00Z"));
    let file = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
    assert!(
        file.file_names().all(|name| !name.unwrap().contains("xl/worksheets/_rels")),
        "the workbook has no external links"
    );
    sandbox.run(&["inventory", "maps", "-o", "all.xlsx"]);
    assert_eq!(std::fs::read(sandbox.path().join("all.xlsx")).unwrap(), bytes);
}

/// Compares the second sheet with counts of the CSV's rows.
#[test]
fn totals_count_every_phase_kind_and_intent() {
    let sandbox = sandbox();
    let totals = sheets(&workbook(&sandbox, &["maps"]).0).remove(1).1;
    let csv = sandbox.run(&["inventory", "maps"]).stdout;
    let rows: Vec<csv::StringRecord> = csv::Reader::from_reader(csv.as_bytes()).records().map(Result::unwrap).collect();
    let headings = ["Phase", "Kind", "intentional", "unintentional", "unknown", "Total", "Critical moments"];
    assert_eq!(totals[0], headings.map(text), "maps of different units have no sum of their reaches");
    assert_eq!(totals.len(), 1 + 4 * 5);
    let kinds = [("online", "online"), ("offline", "offline"), ("through the product", "product"), ("unknown", "")];
    let phases = [("Before", "before"), ("During", "during"), ("After", "after"), ("All phases", "*")];
    let intents = ["intentional", "unintentional", "", "*"];
    let matches = |value: &str, expected: &str| expected == "*" || value == expected;
    let mut lines = totals.iter().skip(1);
    for (phase_name, phase) in phases {
        for (kind_name, kind) in kinds.into_iter().chain([("Total", "*")]) {
            let line = lines.next().unwrap();
            assert_eq!(line[0], text(phase_name));
            assert!(line[1] == text(kind_name) || line[1] == text("product"), "{:?}", line[1]);
            let here = || rows.iter().filter(|row| matches(&row[4], phase) && matches(&row[7], kind));
            let mut counts: Vec<usize> =
                intents.iter().map(|intent| here().filter(|row| matches(&row[8], intent)).count()).collect();
            counts.push(here().filter(|row| &row[17] == "true").count());
            let expected: Vec<Data> = counts.into_iter().map(|count| Data::Float(count as f64)).collect();
            assert_eq!(line[2..], expected, "{phase} {kind}");
        }
    }
    assert_eq!(totals[20][5], Data::Float(28.0));
}

#[test]
fn reaches_of_one_unit_are_added_up() {
    let sandbox = sandbox();
    let totals = sheets(&workbook(&sandbox, &["maps/shop.ron"]).0).remove(1).1;
    let csv = sandbox.run(&["inventory", "maps/shop.ron"]).stdout;
    let reaches =
        csv::Reader::from_reader(csv.as_bytes()).records().map(|row| row.unwrap()[18].to_owned()).collect::<Vec<_>>();
    let sum: f64 = reaches.iter().filter(|reach| !reach.is_empty()).map(|reach| reach.parse::<f64>().unwrap()).sum();
    assert!(totals[0][7].to_string().starts_with("Reach, added up ("), "{:?}", totals[0]);
    assert_eq!(totals[20][7], Data::Float(sum));
    assert_eq!(totals[20].len(), 8);
}

#[test]
fn filters_apply_to_both_sheets() {
    let sheets = sheets(&workbook(&sandbox(), &["maps", "--phase", "after"]).0);
    let after = sheets[0].1.len() - 1;
    assert!(after > 0 && sheets[0].1.iter().skip(1).all(|row| row[4] == text("After")));
    assert_eq!(sheets[1].1[20][5], Data::Float(after as f64));
    assert_eq!(sheets[1].1[5][5], Data::Float(0.0), "before");
}

#[test]
fn text_too_long_for_a_cell_is_cut_with_a_warning() {
    let actors = vec![format!("{:?}", "😀 team ".repeat(40)); 200].join(", ");
    let map = format!("(format: 1, title: \"t\", before: [(name: \"Signs\", actors: [{actors}])])");
    let sandbox = Sandbox::with(&[("a.ron", &map)]);
    let (bytes, result) = workbook(&sandbox, &["a.ron"]);
    assert!(result.contains("warning: “Signs” (a.ron): its cell of the column “Actors” is cut to 32,767"), "{result}");
    let cell = sheets(&bytes)[0].1[1][15].to_string();
    assert!(cell.ends_with('…') && (32_760..=32_767).contains(&cell.encode_utf16().count()));
    let (_, result) = workbook(&sandbox, &["a.ron", "--lang", "es"]);
    assert!(result.contains("se ha cortado a 32.767 caracteres"), "{result}");
}

#[test]
fn a_workbook_of_an_empty_map_has_its_headings() {
    let sandbox = Sandbox::with(&[("a.ron", "(format: 1, title: \"t\")")]);
    let sheets = sheets(&workbook(&sandbox, &["a.ron"]).0);
    assert_eq!((sheets[0].1.len(), sheets[1].1.len()), (1, 21));
    let missing = run_command(sandbox.command().args(["inventory", "--format", "xlsx", "missing.ron"]));
    assert_eq!((missing.code, missing.stdout.as_str()), (1, ""));
}

#[test]
fn the_workbook_of_one_map_equals_its_inventory() {
    let sandbox = Sandbox::with(&[("shop.ron", RICH)]);
    sandbox.run(&["export", "shop.ron", "-o", "one.xlsx"]);
    sandbox.run(&["inventory", "shop.ron", "-o", "all.xlsx"]);
    let read = |name: &str| std::fs::read(sandbox.path().join(name)).unwrap();
    assert_eq!(read("one.xlsx"), read("all.xlsx"));
}
