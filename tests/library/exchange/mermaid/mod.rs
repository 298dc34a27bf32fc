//! Journey diagrams: written, read, and read by Mermaid itself.

mod agreement;
mod node;
mod phases;
mod reading;
mod round_trip;
mod traps;

use periplo::exchange::import::{ImportOptions, Imported, Remark};
use periplo::exchange::inventory::STREAM;
use periplo::exchange::{DocumentSource, Exported, FormulaGuard, mermaid};
use periplo::lang::{Lang, Language};
use periplo::map::{JourneyMap, Name, Phase};

thread_local! {
    static ENGLISH: Lang = Lang::new(Language::English);
}

/// The diagram of a map.
fn written(map: &JourneyMap) -> Exported {
    ENGLISH.with(|lang| {
        let subject = DocumentSource { map, file: STREAM, lang, guard: FormulaGuard::On };
        mermaid::document(&subject).expect("a diagram")
    })
}

fn text(export: &Exported) -> String {
    String::from_utf8(export.bytes.clone()).expect("text")
}

/// The map of a diagram.
fn read(text: &str) -> Result<Imported, Vec<Remark>> {
    read_with(text, &[])
}

/// The map of a diagram, with phases that were given to sections.
fn read_with(text: &str, phases: &[(String, Phase)]) -> Result<Imported, Vec<Remark>> {
    let title = Name::new("untitled").expect("a title");
    ENGLISH.with(|lang| {
        let reading = ImportOptions { lang, title: &title, phases, map: None, guard: FormulaGuard::On };
        mermaid::read(text, &reading).map_err(|refused| refused.faults)
    })
}
