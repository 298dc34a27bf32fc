//! Mermaid diagrams: export, import, and comparison with Mermaid itself.

mod agreement;
mod node;
mod phases;
mod reading;
mod round_trip;
mod silent_changes;
mod wrappings;

use periplo::exchange::import::shape::choices::Choices;
use periplo::exchange::import::{ImportFailure, ImportOptions, Imported, Remark};
use periplo::exchange::inventory::STREAM;
use periplo::exchange::{DocumentSource, Exported, FormulaGuard, TableOptions, mermaid};
use periplo::lang::{Lang, Language};
use periplo::map::{JourneyMap, Name, Phase};

/// A reader of diagrams or of pages with diagrams.
type Reader = fn(&str, &ImportOptions) -> Result<Imported, ImportFailure>;

/// Exports a map as a diagram.
fn export(map: &JourneyMap) -> Exported {
    let lang = &Lang::new(Language::English);
    let source = DocumentSource { map, begin: 0, file: STREAM, lang, table: TableOptions::GUARDED };
    mermaid::document(&source).expect("a diagram")
}

fn text(export: &Exported) -> String {
    String::from_utf8(export.bytes.clone()).expect("text")
}

/// Imports a diagram.
fn read(text: &str) -> Result<Imported, Vec<Remark>> {
    read_with(text, &[])
}

/// Imports a diagram with the phases of some sections given.
fn read_with(text: &str, phases: &[(String, Phase)]) -> Result<Imported, Vec<Remark>> {
    read_chosen(mermaid::read, text, &Choices { phases: phases.to_vec(), ..Choices::default() })
}

/// Imports a text with one of the readers, as the user chose.
fn read_chosen(reader: Reader, text: &str, choices: &Choices) -> Result<Imported, Vec<Remark>> {
    let title = Name::new("untitled").expect("a title");
    let lang = &Lang::new(Language::English);
    let options = ImportOptions { lang, title: &title, choices, known: &[], guard: FormulaGuard::On };
    reader(text, &options).map_err(|refused| refused.faults)
}
