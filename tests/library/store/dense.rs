//! Texts of very many short tokens: reading them and placing their faults takes time linear in their length.

#[cfg(target_os = "linux")]
use periplo::app::faults::picture::positions;
use periplo::store::ron_text::parse;

#[cfg(target_os = "linux")]
use crate::growth::grows_too_fast;

/// Each beginning of a text, and the pieces that are repeated after it.
#[cfg(target_os = "linux")]
const TEXTS: [(&str, &[&str]); 4] = [
    ("", &["\"", "\"a\" ", "r##\"", "'", "“ ", "/*", "=======\n"]),
    ("(format: 1, title: \"t\", before: [", &["\"\"", "(),", "(name: \"a\"),", "(nme: 1),", "(", ",", "'a"]),
    ("(format: 1, title: \"t\", before: [(name: \"n\", ", &["name: \"a\",", "reach: 1,000,", "a ", "[],", "−"]),
    ("(format: 1, title: \"t\", objectives: [", &["\"a\",", "\"\\q\",", "1,"]),
];

/// Reads a text and places its faults.
#[cfg(target_os = "linux")]
fn read(text: &str) -> impl Sized + use<> {
    let read = parse(text);
    let placed = read.as_ref().err().map(|faults| positions(text, faults));
    (read, placed)
}

#[cfg(target_os = "linux")]
#[test]
fn reading_time_does_not_grow_faster_than_the_text() {
    for (start, pieces) in TEXTS {
        for piece in pieces {
            let text = |bytes: usize| format!("{start}{}", piece.repeat(bytes / piece.len()));
            assert!(!grows_too_fast(50_000, text, |text| read(text)), "{start:?} with many of {piece:?}");
        }
    }
}

#[test]
fn a_valid_map_on_one_line_is_read() {
    let touchpoints: String = (0..20_000).map(|number| format!("(name: \"T{number}\"),")).collect();
    let parsed = parse(&format!("(format: 1, title: \"t\", before: [{touchpoints}])")).expect("a map");
    assert_eq!(parsed.map.len(), 20_000);
}

#[test]
fn a_text_with_more_tokens_than_can_be_kept_is_refused_with_its_first_faults() {
    let text = format!("(format: 1, title: \"t\", before: [(nme: \"n\"),{}])", ",".repeat(400_000));
    let faults = parse(&text).expect_err("faults");
    let first = format!("{:?}", faults[0].problem);
    assert!(first.starts_with("UnknownField"), "{first}");
    assert!(faults.iter().all(|fault| fault.span.end <= text.len()));
    let problems: Vec<String> = faults.iter().map(|fault| format!("{:?}", fault.problem)).collect();
    assert!(!problems.iter().any(|problem| problem.contains("CutShort")), "the end of the text was not examined");
}
