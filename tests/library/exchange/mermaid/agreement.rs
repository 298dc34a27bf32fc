//! Periplo accepts and refuses the same diagrams as Mermaid, and reads the same in them.

use std::fs;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use super::node::{assert_agree, folder, readings};

/// Returns the name and the text of every diagram in the folder.
fn corpus() -> Vec<(String, String)> {
    let files = fs::read_dir(folder()).expect("a folder").map(|file| file.expect("a file").path());
    let mut files: Vec<_> = files.filter(|path| path.extension().is_some_and(|extension| extension == "mmd")).collect();
    files.sort();
    let name = |path: &std::path::Path| path.file_stem().expect("a name").to_string_lossy().into_owned();
    files.iter().map(|path| (name(path), fs::read_to_string(path).expect("text"))).collect()
}

#[test]
fn every_diagram_matches_its_recorded_reading() {
    let corpus = corpus();
    assert!(corpus.len() > 30, "{} diagrams", corpus.len());
    for (name, text) in corpus {
        let recorded = fs::read_to_string(folder().join(name.clone() + ".json"));
        let recorded = recorded.unwrap_or_else(|_| panic!("npm run record in tests/mermaid writes {name}.json"));
        assert_agree(&text, &serde_json::from_str(&recorded).expect("JSON"));
    }
}

#[test]
fn recorded_readings_match_the_installed_mermaid() {
    let corpus = corpus();
    let texts: Vec<String> = corpus.iter().map(|(_, text)| text.clone()).collect();
    for ((name, _), reading) in corpus.iter().zip(readings(&texts).unwrap_or_default()) {
        let recorded = fs::read_to_string(folder().join(format!("{name}.json"))).expect("a reading");
        assert_eq!(reading, serde_json::from_str::<serde_json::Value>(&recorded).expect("JSON"), "{name}");
    }
}

const PIECES: &[&str] = &[
    "journey",
    "journey\n",
    "\n",
    "\n",
    "\n",
    "\r\n",
    " ",
    "    ",
    "\t",
    "title ",
    "title",
    "Title\t",
    "section ",
    "section",
    "SECTION x",
    "accTitle",
    "accTitle: ",
    "accDescr: ",
    "accDescr {",
    "}",
    "{",
    ":",
    ":",
    ": 5",
    ": 5: Me",
    ": 3: A, B\n",
    "Make tea",
    "a",
    "é",
    "日本",
    "#",
    "#35;",
    "#quot;",
    "# c",
    ";",
    "%%",
    "%",
    "%% c\n",
    "%%{init: {\"a\": 1}}%%",
    "%%{wrap}%%",
    "%%{look: foo bar}%%",
    "%%{",
    "%%{x",
    "}%%",
    "---",
    "---\n",
    "---\ntitle: T\n---\n",
    "  ---\n  title: \"q\"\n  ---\n",
    "config:\n",
    "<a b=\"c\">",
    "<b",
    "=\"",
    ">",
    "style",
    "style a:#b;",
    "classDef",
    ",",
    ",,",
    "0x1F",
    "1e3",
    "-1",
    "+2",
    ".5",
    "5.",
    "Infinity",
    "NaN",
    "\u{a0}",
    "\u{2028}",
    "\u{feff}",
    "ﬂ°",
    "¶ß",
    "\r",
    "J",
    "ourney",
    "graph TD",
    "A: 5\n",
    "A: 5: B\n",
    "_",
    "\"",
];

fn diagram() -> impl Strategy<Value = String> {
    let start = prop_oneof![
        8 => Just("journey\n"), 1 => Just(""), 1 => Just("---\ntitle: Front\n---\njourney\n"), 1 => Just("%% c\njourney "),
        1 => Just("\n\njourney\n"), 1 => Just("%%\njourney\n"),
    ];
    (start, vec(select(PIECES), 0..14)).prop_map(|(start, pieces)| start.to_owned() + &pieces.concat())
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused_with_remarks(text in prop_oneof![diagram(), any::<String>()]) {
        let read = super::read(&text);
        if let Err(remarks) = read {
            prop_assert!(!remarks.is_empty());
        }
    }
}

#[test]
fn random_diagrams_are_read_as_mermaid_reads_them() {
    let count = std::env::var("PERIPLO_DIAGRAMS").ok().and_then(|count| count.parse().ok()).unwrap_or(150);
    let mut runner = TestRunner::deterministic();
    let texts: Vec<String> =
        (0..count).map(|_| diagram().new_tree(&mut runner).expect("a diagram").current()).collect();
    let Some(readings) = readings(&texts) else { return };
    let accepted = readings.iter().filter(|reading| reading.get("error").is_none()).count();
    eprintln!("{} diagrams, {accepted} accepted", texts.len());
    let mut wrong = 0;
    for (text, reading) in texts.iter().zip(&readings) {
        if std::panic::catch_unwind(|| assert_agree(text, reading)).is_err() {
            wrong += 1;
        }
    }
    assert_eq!(wrong, 0, "of {}", texts.len());
}
