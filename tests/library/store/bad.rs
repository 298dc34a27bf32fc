//! Bad files: each has exactly the error messages in the files beside it, in both languages.

use std::fs;
use std::path::{Path, PathBuf};

use periplo::app::faults::picture::{FaultyText, picture, positions};
use periplo::app::faults::refusal::refused_open;
use periplo::lang::{Lang, Language};
use periplo::store::disk::load;
use periplo::store::{OpenError, Problem, ron_text};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad")
}

fn bad_files() -> Vec<PathBuf> {
    let entries = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = entries.filter(|path| path.extension().unwrap() == "ron").collect();
    files.sort();
    assert!(files.len() > 40);
    files
}

/// To rewrite the expected messages, run with `PERIPLO_BLESS=1` and review the changes.
#[test]
fn every_bad_file_has_the_messages_beside_it() {
    let bless = std::env::var_os("PERIPLO_BLESS").is_some();
    let mut wrong = Vec::new();
    for path in bad_files() {
        let error = load(&path).unwrap_err();
        for language in Language::ALL {
            let name = path.file_name().unwrap().to_str().unwrap();
            let message = refused_open(&Lang::new(language), name, &error, false);
            let expected_path = path.with_extension(format!("{}.txt", language.code()));
            if bless {
                fs::write(&expected_path, &message).unwrap();
            }
            if fs::read_to_string(&expected_path).unwrap_or_default() != message {
                wrong.push(format!("{}:\n{message}", expected_path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_message_contains_control_characters() {
    for path in bad_files() {
        let error = load(&path).unwrap_err();
        for language in Language::ALL {
            let message = refused_open(&Lang::new(language), "a\u{1b}[31m\u{202e}.ron", &error, false);
            let is_unsafe = |c: char| c != '\n' && periplo::map::text::is_unsafe_char(c);
            assert_eq!(message.chars().find(|&c| is_unsafe(c)), None, "{}", path.display());
        }
    }
}

#[test]
fn every_fault_is_inside_the_text() {
    for path in bad_files() {
        let OpenError::Invalid { text, faults } = load(&path).unwrap_err() else {
            continue;
        };
        assert!(!faults.is_empty());
        for fault in &faults {
            assert!(text.get(fault.span.clone()).is_some(), "{}: {fault:?}", path.display());
        }
        assert!(faults.is_sorted_by_key(|fault| fault.span.start), "{}", path.display());
    }
}

#[test]
fn a_byte_order_mark_does_not_count_as_a_column() {
    let text = "\u{feff}(colour: 1, title: \"x\")";
    let faults = ron_text::parse(text).unwrap_err();
    assert_eq!(positions(text, &faults), [(1, 1), (1, 2)]);
}

#[test]
fn columns_count_characters() {
    let text = "(format: 1,\n title: \"ñandú 日本\", goal: 3)";
    let faults = ron_text::parse(text).unwrap_err();
    assert_eq!(positions(text, &faults), [(2, 27)]);
}

#[test]
fn a_million_brackets_give_one_fault() {
    for text in ["[".repeat(1_000_000), format!("(format: 1, title: \"x\", before: {}", "[".repeat(1_000_000))] {
        let faults = ron_text::parse(&text).unwrap_err();
        assert_eq!(faults.len(), 1);
        assert!(
            picture(&Lang::new(Language::English), FaultyText { file: "x.ron", text: &text, faults: &faults }, false)
                .len()
                < 1_000
        );
    }
}

#[test]
fn a_long_line_is_cut_around_the_fault() {
    let long = "ñ \u{202e}".repeat(200_000);
    let text = format!("(format: 1, title: \"x\", /* {long} */ before: [(name: \"x\", knid: Online /* {long} */)])");
    let faults = ron_text::parse(&text).unwrap_err();
    let message =
        picture(&Lang::new(Language::English), FaultyText { file: "x.ron", text: &text, faults: &faults }, false);
    assert!(message.len() < 1_000);
    assert!(message.contains("did you mean `kind`?"), "{message}");
    assert!(message.contains("x.ron:1:600053"), "{message}");
    assert_eq!(message.matches('…').count(), 2, "{message}");
}

#[test]
fn faults_that_are_not_shown_are_counted() {
    let text = format!("(format: 1, title: \"x\", before: [{}])", "(name: \"x\", kind: Onlin),\n".repeat(1_234));
    let faults = ron_text::parse(&text).unwrap_err();
    assert_eq!(faults.len(), 1_234);
    let english =
        picture(&Lang::new(Language::English), FaultyText { file: "x.ron", text: &text, faults: &faults }, false);
    assert!(english.ends_with("\n… and 1184 more faults, not shown: fix these first\n"), "{english}");
    assert_eq!(english.matches("error:").count(), 50);
}

#[test]
fn a_file_of_a_newer_format_is_marked_at_its_number() {
    for (text, at) in [
        ("(format: 0x2)", (1, 10)),
        ("(title: \"x\",\n format: 1_0)", (2, 10)),
        ("(format: 0_0, title: \"x\")", (1, 10)),
    ] {
        let faults = ron_text::parse(text).unwrap_err();
        assert_eq!(positions(text, &faults)[0], at, "{text}");
    }
}

#[test]
fn colours_appear_only_on_request() {
    let text = "(format: 1)";
    let faults = ron_text::parse(text).unwrap_err();
    let lang = Lang::new(Language::Spanish);
    assert!(picture(&lang, FaultyText { file: "x.ron", text, faults: &faults }, true).contains('\u{1b}'));
    assert!(!picture(&lang, FaultyText { file: "x.ron", text, faults: &faults }, false).contains('\u{1b}'));
}

#[test]
fn a_newer_format_is_recognised_at_any_position() {
    for text in [
        "(format: 2, moods: [1, 2])",
        "/* format: 1 */ #![enable(implicit_some)] Anything(title: (format: 1), format: 3)",
        "(format: 2, before: [",
        "(r#format: 2)",
        "(format: 0x2)",
        "(format: 0b11, title: \"x\")",
    ] {
        let faults = ron_text::parse(text).unwrap_err();
        assert!(
            matches!(faults[..], [ref fault] if matches!(fault.problem, Problem::NewerFormat(2 | 3))),
            "{faults:?}"
        );
    }
}
