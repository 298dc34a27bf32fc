//! What the tables of formats say of each format, held against what the format does.

use std::collections::HashSet;
use std::ffi::OsStr;

use periplo::exchange::import::{ImportOptions, ReadMap};
use periplo::exchange::inventory::{InventoryRow, rows};
use periplo::exchange::{
    DIFFERENCES, DOCUMENTS, DocumentSource, FINDINGS, FUNNELS, Format, FormulaGuard, IMPORTS, INVENTORIES,
    InventoryRenderer, PRIORITIES,
};
use periplo::lang::{Lang, Language};
use periplo::map::{Header, JourneyMap, Name, Phase, Touchpoint};

/// A map of one touchpoint of that name, before the purchase.
fn map(name: &str) -> JourneyMap {
    let name = Name::new(name).expect("a name");
    let touchpoint = Touchpoint::new("00000001".parse().expect("an identity"), name);
    JourneyMap::with_touchpoints(Header::new(Name::placeholder()), [vec![touchpoint], vec![], vec![]]).0
}

fn every_ending_leads_to_its_format<R>(formats: &'static [Format<R>]) {
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
fn every_ending_of_a_table_leads_to_one_format() {
    every_ending_leads_to_its_format(FUNNELS);
    every_ending_leads_to_its_format(PRIORITIES);
    every_ending_leads_to_its_format(DIFFERENCES);
    every_ending_leads_to_its_format(FINDINGS);
    every_ending_leads_to_its_format(INVENTORIES);
    every_ending_leads_to_its_format(DOCUMENTS);
    every_ending_leads_to_its_format(IMPORTS);
}

#[test]
fn a_format_is_guarded_where_a_formula_would_be_computed() {
    let (lang, map) = (Lang::new(Language::English), map("=1+1"));
    let rows: Vec<InventoryRow> = rows("a.ron", &map).collect();
    for format in INVENTORIES {
        let InventoryRenderer::Streamed(pieces) = &format.render else {
            assert!(!format.has_guard, "{}", format.name);
            continue;
        };
        let written = |guard| (pieces.rows)(&rows, guard).expect("rows");
        assert_eq!(written(FormulaGuard::On) != written(FormulaGuard::Off), format.has_guard, "{}", format.name);
    }
    for format in DOCUMENTS {
        let written = |guard| {
            let subject = DocumentSource { map: &map, file: "a.ron", lang: &lang, guard };
            (format.render)(&subject).expect("a document").bytes
        };
        assert_eq!(written(FormulaGuard::On) != written(FormulaGuard::Off), format.has_guard, "{}", format.name);
    }
}

/// The text of a map with a name that a guard would be taken from, as one of the formats reads it.
fn text_for(format: &Format<ReadMap>) -> String {
    let map = map("'=1+1");
    let diagram = "journey\n  section Look\n    '=1+1: 3: Me\n";
    match format.name {
        "mermaid" => diagram.to_owned(),
        "markdown" => format!("```mermaid\n{diagram}```\n"),
        name => {
            let written = INVENTORIES.iter().find(|each| each.name == name).expect("an inventory");
            let InventoryRenderer::Streamed(pieces) = &written.render else { panic!("{name} is written map by map") };
            let rows: Vec<InventoryRow> = rows("a.ron", &map).collect();
            let body = (pieces.rows)(&rows, FormulaGuard::Off).expect("rows");
            let text = [(pieces.head)().expect("a head"), body, pieces.tail.into()].concat();
            String::from_utf8(text).expect("text")
        }
    }
}

#[test]
fn a_format_that_is_read_has_the_guards_and_sections_that_its_table_says() {
    let (lang, title) = (Lang::new(Language::English), Name::placeholder());
    let said = [("Look".to_owned(), Phase::After)];
    for format in IMPORTS {
        let text = text_for(format);
        let read = |phases, guard| {
            let reading = ImportOptions { lang: &lang, title: &title, phases, map: None, guard };
            (format.render)(&text, &reading).unwrap_or_else(|refused| panic!("{}: {refused:?}", format.name)).map
        };
        let usual = read(&[], FormulaGuard::Off);
        assert_eq!(usual != read(&[], FormulaGuard::On), format.has_guard, "{}", format.name);
        assert_eq!(usual != read(&said, FormulaGuard::Off), format.has_sections, "{}", format.name);
    }
}
