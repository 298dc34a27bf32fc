//! Very long texts: letters with many combining marks, long names, wide and joined characters.

use periplo::app::faults::picture::{FaultyText, picture};
use periplo::lang::{Lang, Language};
use periplo::map::text::{GRAPHEME_LIMIT, NAME_LIMIT};
use periplo::map::{Name, TextError};
use periplo::store::ron_text;

use crate::sinks::assert_harmless;
use crate::support::{draw, press, with_map};

/// Returns a letter with this many combining marks.
fn letter_with_marks(marks: usize) -> String {
    format!("q{}", "\u{323}\u{20dd}".repeat(marks / 2))
}

#[test]
fn a_letter_with_too_many_marks_is_refused_as_too_long() {
    assert!(Name::new(&letter_with_marks(GRAPHEME_LIMIT - 2)).is_ok());
    let whole = GRAPHEME_LIMIT * NAME_LIMIT;
    assert!(Name::new(&letter_with_marks(whole - 2)).is_ok());
    let found = whole / GRAPHEME_LIMIT + 1;
    assert_eq!(Name::new(&letter_with_marks(whole)), Err(TextError::TooLong { limit: NAME_LIMIT, found }));
    // Characters of real languages count as one each.
    for letter in ["e\u{301}", "👩\u{200d}👩\u{200d}👧", "क्षि", "한", "Z\u{303}\u{304}\u{305}"] {
        assert!(Name::new(&letter.repeat(NAME_LIMIT)).is_ok(), "{letter}");
        assert!(Name::new(&letter.repeat(NAME_LIMIT + 1)).is_err(), "{letter}");
    }
}

#[test]
fn the_explanation_of_a_letter_with_too_many_marks_is_short() {
    let text = format!("(format: 1, title: \"x\", before: [(name: \"{}\")])", letter_with_marks(200_000));
    let faults = ron_text::parse(&text).expect_err("too long");
    let explanation =
        picture(&Lang::new(Language::English), FaultyText { file: "x.ron", text: &text, faults: &faults }, false);
    assert!(explanation.len() < 4_000, "{}", explanation.len());
    assert_harmless("an explanation", &explanation);
}

#[test]
fn no_cell_has_more_characters_than_the_limit() {
    let names = [
        letter_with_marks(GRAPHEME_LIMIT - 1).repeat(8),
        letter_with_marks(GRAPHEME_LIMIT * 20),
        "日".repeat(NAME_LIMIT),
        "👩\u{200d}👩\u{200d}👧\u{200d}👦".repeat(NAME_LIMIT / 2),
        "\u{301}".repeat(50),
        "🇪🇸".repeat(NAME_LIMIT),
        "a\u{ad}".repeat(NAME_LIMIT),
    ];
    let touchpoints: String = names.iter().map(|name| format!("(name: \"{name}\", need: \"{name}\"),")).collect();
    let mut state = with_map(&format!("(format: 1, title: \"{}\", before: [{touchpoints}])", names[0]));
    for key in ["", "j", "j", "j", "j", "j", "j", "e", "<Esc>", "a"] {
        press(&mut state, key);
        for (width, height) in [(34, 9), (80, 24), (160, 50)] {
            let (buffer, _) = draw(&state, width, height);
            for cell in &buffer.content {
                assert!(cell.symbol().chars().count() <= GRAPHEME_LIMIT, "{:?}", cell.symbol());
            }
        }
    }
}
