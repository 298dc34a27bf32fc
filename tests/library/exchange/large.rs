//! Maps of very many touchpoints: the time of every format and of the review grows in proportion to their number.

use periplo::exchange::{DOCUMENTS, DocumentSource, FormulaGuard, TableOptions, TableReader};
use periplo::lang::{Lang, Language};
use periplo::map::{JourneyMap, review};
use periplo::store::ron_text::parse;

use crate::growth::grows_too_fast;

/// The fields of a touchpoint of each kind of map.
const KINDS: [&str; 2] = ["", "with_previous: true, critical: true, agent: Machine, reach: 7, emotion: -1"];

/// Returns a map of that many touchpoints with these fields, before the purchase.
fn map(fields: &str, count: usize) -> JourneyMap {
    let touchpoints: String = (0..count).map(|nth| format!("(name: \"Asks friend {nth}\", {fields}),")).collect();
    parse(&format!("(format: 1, title: \"t\", before: [{touchpoints}])")).expect("a map").map
}

#[test]
fn the_time_of_every_document_grows_in_proportion_to_the_map() {
    let lang = Lang::new(Language::English);
    let table = TableOptions { reader: TableReader::Program, guard: FormulaGuard::On };
    for fields in KINDS {
        for format in DOCUMENTS {
            let write = |map: &JourneyMap| {
                (format.convert)(&DocumentSource { map, begin: 0, file: "a.ron", lang: &lang, table })
            };
            assert!(!grows_too_fast(400, |count| map(fields, count), write), "{}: {fields}", format.name);
        }
    }
}

#[test]
fn the_time_of_the_review_grows_in_proportion_to_the_map() {
    for fields in KINDS {
        assert!(!grows_too_fast(3_000, |count| map(fields, count), review), "{fields}");
    }
}
