//! The inventory as a workbook, read back by a library for workbooks, and looked at as the file that it is.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};

use crate::cli::sandbox::{Sandbox, run_command};

const RICH: &str = include_str!("../../exchange/rich.ron");
const SHOP: &str = include_str!("../../exchange/shop.ron");
const B2B: &str = include_str!("../../exchange/b2b.ron");

fn sandbox() -> Sandbox {
    Sandbox::with(&[("maps/rich.ron", RICH), ("maps/shop.ron", SHOP), ("maps/b2b.ron", B2B)])
}

/// The workbook that the program writes with these arguments, and what it says.
fn book(sandbox: &Sandbox, arguments: &[&str]) -> (Vec<u8>, String) {
    let output = sandbox.command().args([&["inventory", "--format", "xlsx"], arguments].concat()).output().unwrap();
    (output.stdout, String::from_utf8(output.stderr).unwrap())
}

/// The names of the sheets, and the cells of each.
fn sheets(bytes: &[u8]) -> Vec<(String, Vec<Vec<Data>>)> {
    let mut book = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    for name in book.sheet_names() {
        assert!(book.worksheet_formula(&name).unwrap().is_empty(), "{name} has formulas");
    }
    let sheets = book.worksheets();
    sheets.into_iter().map(|(name, cells)| (name, cells.rows().map(<[Data]>::to_vec).collect())).collect()
}

/// The text of a part of the file.
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
fn headings_words_and_sheets_are_in_the_readers_language() {
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
        let sheets = sheets(&book(&sandbox, &["maps/rich.ron", "--lang", language]).0);
        assert_eq!([&sheets[0].0, &sheets[1].0], names);
        let rows = &sheets[0].1;
        assert_eq!([&rows[0][0], &rows[0][6], &rows[0][17]], headings.map(text).each_ref());
        assert_eq!([&rows[1][4], &rows[1][7], &rows[1][13]], words.map(text).each_ref());
    }
}

#[test]
fn a_cell_is_what_it_stands_for() {
    let sheets = sheets(&book(&sandbox(), &["maps/rich.ron"]).0);
    let rows = &sheets[0].1;
    assert_eq!(rows.len(), 1 + 7);
    assert!(rows.iter().all(|row| row.len() == 28));
    let column = |at: usize| rows.iter().skip(1).map(|row| row[at].clone()).collect::<Vec<_>>();
    assert_eq!(column(3), [1, 2, 3, 4, 5, 1, 1].map(|order| Data::Float(order.into())));
    assert_eq!(column(5), [1, 1, 2, 3, 3, 1, 1].map(|step| Data::Float(step.into())));
    assert_eq!(
        column(18),
        [
            Data::Float(90_400.0),
            Data::Float(0.0),
            Data::Empty,
            Data::Empty,
            // A spreadsheet would round it.
            text("18446744073709551615"),
            Data::Float(452.0),
            Data::Float(300.0)
        ]
    );
    assert_eq!(column(16)[..3], [Data::Float(-2.0), Data::Float(0.0), Data::Empty]);
    assert_eq!(column(17)[..2], [Data::Bool(true), Data::Bool(false)]);
    assert_eq!(column(2)[0], text("00000001"), "an id is no number");
    assert_eq!(rows[1][15], text("friends; the customer's \"uncle\"; =sales; team"));
    assert_eq!(rows[1][27], text("- first\n- second, with a comma\n\n\"quoted\""));
    for hostile in ["=SUM(A1:A9)", "＝full-width, 日本語 and é", "Pays [31mredgnp.exe", "-1 of 5"] {
        assert!(column(6).contains(&text(hostile)), "{hostile} is text, as it stands in the map");
    }
}

#[test]
fn text_that_a_workbook_has_a_meaning_for_comes_back_as_it_was() {
    for hostile in ["_x0041_", "_x000D_", "<b>&amp;</b>", "a\u{ffff}b\u{fffe}", "http://example.com", "'=1", "{=1+1}"] {
        let map = format!("(format: 1, title: \"t\", before: [(name: {hostile:?})])").replace("\\u{ffff}", "\u{ffff}");
        let sandbox = Sandbox::with(&[("a.ron", &map.replace("\\u{fffe}", "\u{fffe}"))]);
        let bytes = book(&sandbox, &["a.ron"]).0;
        let texts = part(&bytes, "xl/sharedStrings.xml");
        roxmltree::Document::parse(&texts).unwrap_or_else(|error| panic!("{hostile:?}: {error}"));
        assert!(!part(&bytes, "xl/worksheets/sheet1.xml").contains("hyperlink"));
        if !hostile.contains('\u{ffff}') {
            assert_eq!(sheets(&bytes)[0].1[1][6], text(hostile));
        }
    }
}

#[test]
fn the_sheet_is_frozen_filtered_and_fits() {
    let bytes = book(&sandbox(), &["maps"]).0;
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    let sheet = roxmltree::Document::parse(&xml).unwrap();
    let node = |name: &str| {
        sheet
            .descendants()
            .find(|node| node.has_tag_name(("http://schemas.openxmlformats.org/spreadsheetml/2006/main", name)))
            .expect(name)
    };
    assert_eq!((node("pane").attribute("ySplit"), node("pane").attribute("state")), (Some("1"), Some("frozen")));
    assert_eq!(node("autoFilter").attribute("ref"), Some("A1:AB29"));
    let widths: Vec<f64> =
        node("cols").children().map(|column| column.attribute("width").unwrap().parse().unwrap()).collect();
    assert!(widths.iter().all(|width| (7.0..60.0).contains(width)), "{widths:?}");
    assert!(widths.iter().any(|&width| width > 30.0) && widths.iter().any(|&width| width < 15.0), "{widths:?}");
    assert!(part(&bytes, "xl/styles.xml").contains("wrapText=\"1\""));
    assert_eq!(node("pageSetup").attribute("fitToHeight"), Some("0"), "one page wide, as long as it takes");
    // A number has its thousands apart; a flag that looked so would be shown as a number.
    let look = |sort: Option<&str>| {
        let mut cells =
            sheet.descendants().filter(|cell| cell.has_tag_name((node("pane").tag_name().namespace().unwrap(), "c")));
        let cell =
            cells.find(|cell| cell.attribute("t") == sort && cell.first_element_child().is_some()).expect("a cell");
        cell.attribute("s")
    };
    assert_ne!(look(None), look(Some("b")));
}

#[test]
fn the_same_maps_make_the_same_bytes_whenever_they_are_written() {
    let sandbox = sandbox();
    let bytes = book(&sandbox, &["maps"]).0;
    assert_eq!(bytes, book(&sandbox, &["maps"]).0);
    assert!(part(&bytes, "docProps/core.xml").contains("2000-01-01T00:00:00Z"));
    let file = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
    assert!(
        file.file_names().all(|name| !name.unwrap().contains("xl/worksheets/_rels")),
        "nothing leads out of the workbook"
    );
    sandbox.run(&["inventory", "maps", "-o", "all.xlsx"]);
    assert_eq!(std::fs::read(sandbox.path().join("all.xlsx")).unwrap(), bytes);
}

/// The counts of the second sheet, against those of the rows of the csv.
#[test]
fn totals_count_every_phase_kind_and_intent() {
    let sandbox = sandbox();
    let totals = sheets(&book(&sandbox, &["maps"]).0).remove(1).1;
    let csv = sandbox.run(&["inventory", "maps"]).stdout;
    let rows: Vec<csv::StringRecord> = csv::Reader::from_reader(csv.as_bytes()).records().map(Result::unwrap).collect();
    let headings = ["Phase", "Kind", "intentional", "unintentional", "unknown", "Total", "Critical moments"];
    assert_eq!(totals[0], headings.map(text), "maps of different units have no sum of their reaches");
    assert_eq!(totals.len(), 1 + 4 * 5);
    let kinds = [("online", "online"), ("offline", "offline"), ("through the product", "product"), ("unknown", "")];
    let phases = [("Before", "before"), ("During", "during"), ("After", "after"), ("All phases", "*")];
    let intents = ["intentional", "unintentional", "", "*"];
    let is = |value: &str, wanted: &str| wanted == "*" || value == wanted;
    let mut lines = totals.iter().skip(1);
    for (phase_said, phase) in phases {
        for (kind_said, kind) in kinds.into_iter().chain([("Total", "*")]) {
            let line = lines.next().unwrap();
            assert_eq!(line[0], text(phase_said));
            assert!(line[1] == text(kind_said) || line[1] == text("product"), "{:?}", line[1]);
            let here = || rows.iter().filter(|row| is(&row[4], phase) && is(&row[7], kind));
            let mut counts: Vec<usize> =
                intents.iter().map(|intent| here().filter(|row| is(&row[8], intent)).count()).collect();
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
    let totals = sheets(&book(&sandbox, &["maps/shop.ron"]).0).remove(1).1;
    let csv = sandbox.run(&["inventory", "maps/shop.ron"]).stdout;
    let reaches =
        csv::Reader::from_reader(csv.as_bytes()).records().map(|row| row.unwrap()[18].to_owned()).collect::<Vec<_>>();
    let sum: f64 = reaches.iter().filter(|reach| !reach.is_empty()).map(|reach| reach.parse::<f64>().unwrap()).sum();
    assert!(totals[0][7].to_string().starts_with("Reach, added up ("), "{:?}", totals[0]);
    assert_eq!(totals[20][7], Data::Float(sum));
    assert_eq!(totals[20].len(), 8);
}

#[test]
fn only_what_is_wanted_is_listed_and_counted() {
    let sheets = sheets(&book(&sandbox(), &["maps", "--phase", "after"]).0);
    let after = sheets[0].1.len() - 1;
    assert!(after > 0 && sheets[0].1.iter().skip(1).all(|row| row[4] == text("After")));
    assert_eq!(sheets[1].1[20][5], Data::Float(after as f64));
    assert_eq!(sheets[1].1[5][5], Data::Float(0.0), "before");
}

#[test]
fn what_a_cell_cannot_hold_is_cut_and_told() {
    let actors = vec![format!("{:?}", "😀 team ".repeat(40)); 200].join(", ");
    let map = format!("(format: 1, title: \"t\", before: [(name: \"Signs\", actors: [{actors}])])");
    let sandbox = Sandbox::with(&[("a.ron", &map)]);
    let (bytes, result) = book(&sandbox, &["a.ron"]);
    assert!(result.contains("warning: “Signs” (a.ron): its cell of the column “Actors” is cut to 32,767"), "{result}");
    let cell = sheets(&bytes)[0].1[1][15].to_string();
    assert!(cell.ends_with('…') && (32_760..=32_767).contains(&cell.encode_utf16().count()));
    let (_, result) = book(&sandbox, &["a.ron", "--lang", "es"]);
    assert!(result.contains("se ha cortado a 32.767 caracteres"), "{result}");
}

#[test]
fn a_workbook_of_nothing_has_its_headings() {
    let sandbox = Sandbox::with(&[("a.ron", "(format: 1, title: \"t\")")]);
    let sheets = sheets(&book(&sandbox, &["a.ron"]).0);
    assert_eq!((sheets[0].1.len(), sheets[1].1.len()), (1, 21));
    let missing = run_command(sandbox.command().args(["inventory", "--format", "xlsx", "missing.ron"]));
    assert_eq!((missing.code, missing.stdout.as_str()), (1, ""));
}

#[test]
fn one_map_is_exported_as_the_workbook_of_its_inventory() {
    let sandbox = Sandbox::with(&[("shop.ron", RICH)]);
    sandbox.run(&["export", "shop.ron", "-o", "one.xlsx"]);
    sandbox.run(&["inventory", "shop.ron", "-o", "all.xlsx"]);
    let read = |name: &str| std::fs::read(sandbox.path().join(name)).unwrap();
    assert_eq!(read("one.xlsx"), read("all.xlsx"));
}
