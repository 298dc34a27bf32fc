//! Each format does what its entry in the table of formats declares.

use std::collections::HashSet;
use std::ffi::OsStr;

use periplo::exchange::import::ImportOptions;
use periplo::exchange::import::read_file::read_bytes;
use periplo::exchange::import::shape::choices::Choices;
use periplo::exchange::import::source::SourceFormat;
use periplo::exchange::inventory::{InventoryRow, rows};
use periplo::exchange::{
    DIFFERENCES, DOCUMENTS, DocumentSource, FINDINGS, FUNNELS, Format, FormulaGuard, IMPORTS, INVENTORIES,
    InventoryRenderer, MEASUREMENTS, PRIORITIES, TableOptions, TableReader, TableStyle,
};
use periplo::lang::{Lang, Language};
use periplo::map::{Header, JourneyMap, Name, Phase, Touchpoint};
use periplo::store::ron_text;

/// Returns a map with one touchpoint of this name, before the purchase.
fn map(name: &str) -> JourneyMap {
    let name = Name::new(name).expect("a name");
    let touchpoint = Touchpoint::new("00000001".parse().expect("an identity"), name);
    JourneyMap::with_touchpoints(Header::new(Name::placeholder()), [vec![touchpoint], vec![], vec![]]).0
}

fn options(guard: FormulaGuard) -> TableOptions {
    TableOptions { reader: TableReader::Program, guard }
}

fn assert_endings_find_their_format<R>(formats: &'static [Format<R>]) {
    let mut seen = HashSet::new();
    for format in formats {
        assert!(!format.endings.is_empty(), "{}", format.name);
        for &ending in format.endings {
            assert!(seen.insert(ending), "two formats end in {ending}");
            for ending in [ending.to_owned(), ending.to_uppercase()] {
                let found = Format::with_ending(formats, OsStr::new(&ending)).map(|found| found.name);
                assert_eq!(found, Some(format.name), "{ending}");
            }
        }
    }
}

#[test]
fn every_file_ending_belongs_to_one_format() {
    assert_endings_find_their_format(FUNNELS);
    assert_endings_find_their_format(PRIORITIES);
    assert_endings_find_their_format(MEASUREMENTS);
    assert_endings_find_their_format(DIFFERENCES);
    assert_endings_find_their_format(FINDINGS);
    assert_endings_find_their_format(INVENTORIES);
    assert_endings_find_their_format(DOCUMENTS);
    assert_endings_find_their_format(IMPORTS);
}

#[test]
fn formats_declare_the_formula_guard_exactly_if_they_use_it() {
    let (lang, map) = (Lang::new(Language::English), map("=1+1"));
    let rows: Vec<InventoryRow> = rows("a.ron", &map).collect();
    for format in INVENTORIES {
        let InventoryRenderer::Streamed(pieces) = &format.convert else {
            assert!(!format.has_guard, "{}", format.name);
            continue;
        };
        let rendered = |guard| (pieces.rows)(&rows, &TableStyle::new(options(guard), &lang)).expect("rows");
        assert_eq!(rendered(FormulaGuard::On) != rendered(FormulaGuard::Off), format.has_guard, "{}", format.name);
    }
    for format in DOCUMENTS {
        let rendered = |guard| {
            let source = DocumentSource { map: &map, begin: 0, file: "a.ron", lang: &lang, table: options(guard) };
            (format.convert)(&source).expect("a document").bytes
        };
        assert_eq!(rendered(FormulaGuard::On) != rendered(FormulaGuard::Off), format.has_guard, "{}", format.name);
    }
}

#[test]
fn documents_declare_a_funnel_exactly_if_they_show_where_it_begins() {
    let text = r#"(format: 1, title: "Shop", before: [(name: "Ad", reach: 900000), (name: "Page", reach: 800)],
        during: [(name: "Pays", reach: 200)])"#;
    let map = ron_text::parse(text).expect("a map").map;
    let lang = Lang::new(Language::English);
    for format in DOCUMENTS {
        let rendered = |begin| {
            let table = TableOptions::GUARDED;
            (format.convert)(&DocumentSource { map: &map, begin, file: "a.ron", lang: &lang, table })
                .expect("a document")
        };
        let (whole, later) = (rendered(0), rendered(1));
        assert_eq!(whole != later, format.has_funnel, "{}", format.name);
        if format.has_funnel {
            let [whole, later] = [whole, later].map(|each| String::from_utf8(each.bytes).expect("text"));
            assert!(!whole.contains("leading in") && later.contains("leading in"), "{}", format.name);
            // Nobody is compared with those who only saw the advertisement.
            assert!(
                later.contains("25%") && !later.contains("0.02%") && !later.contains("0.09%"),
                "{}: {later}",
                format.name
            );
            assert!(later.contains("900,000"), "{}", format.name);
        }
    }
}

/// Returns a map as text in a format. Its name begins with the mark that the guard removes.
fn text_for(format: &Format<SourceFormat>) -> String {
    let map = map("'=1+1");
    let diagram = "journey\n  section Look\n    '=1+1: 3: Me\n";
    match format.name {
        "mermaid" => diagram.to_owned(),
        name => {
            let rendered = INVENTORIES.iter().find(|each| each.name == name).expect("an inventory");
            let InventoryRenderer::Streamed(pieces) = &rendered.convert else { panic!("{name} is not streamed") };
            let rows: Vec<InventoryRow> = rows("a.ron", &map).collect();
            let style = TableStyle::new(options(FormulaGuard::Off), &Lang::new(Language::English));
            let body = (pieces.rows)(&rows, &style).expect("rows");
            let text = [(pieces.head)(&style).expect("a head"), body, pieces.tail.into()].concat();
            String::from_utf8(text).expect("text")
        }
    }
}

#[test]
fn import_formats_declare_guard_and_sections_exactly_if_they_use_them() {
    // Workbooks have no such marks, and any text may contain a diagram.
    let is_checked = |format: &&Format<SourceFormat>| !["xlsx", "ods", "markdown", "text"].contains(&format.name);
    let (lang, title) = (Lang::new(Language::English), Name::placeholder());
    let section_phases = [("Look".to_owned(), Phase::After)];
    for format in IMPORTS.iter().filter(is_checked) {
        let text = text_for(format);
        let read = |phases: &[(String, Phase)], guard| {
            let choices = Choices { phases: phases.to_vec(), ..Choices::default() };
            let options = ImportOptions { lang: &lang, title: &title, choices: &choices, known: &[], guard };
            let read = read_bytes(text.clone().into(), Some(format.convert), &options);
            read.unwrap_or_else(|refused| panic!("{}: {refused:?}", format.name)).imported.map
        };
        let usual = read(&[], FormulaGuard::Off);
        assert_eq!(usual != read(&[], FormulaGuard::On), format.has_guard, "{}", format.name);
        assert_eq!(usual != read(&section_phases, FormulaGuard::Off), format.has_sections, "{}", format.name);
    }
}
