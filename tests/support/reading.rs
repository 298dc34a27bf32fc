//! Checks that hold for any text: it is read as a map that can be written, or its faults can be shown.

#[path = "payload.rs"]
pub mod payload;

use periplo::app::faults::picture::{FaultyText, picture_within, positions, sentence};
use periplo::lang::{Lang, Language};
use periplo::map::JourneyMap;
use periplo::store::{Comments, ron_text};

/// Checks that a text is a map that can be written, or that its faults are inside the text and can be shown at this width.
pub fn check_reading(text: &str, width: usize, colour: bool) {
    let faults = match ron_text::parse(text) {
        Ok(parsed) => return check_round_trip(&parsed.map, &parsed.comments),
        Err(faults) => faults,
    };
    assert!(!faults.is_empty(), "a refusal without a reason");
    for fault in &faults {
        assert!(text.get(fault.span.clone()).is_some(), "{fault:?} lies outside of {text:?}");
    }
    assert!(faults.is_sorted_by_key(|fault| fault.span.start), "{faults:?}");
    assert!(positions(text, &faults).iter().all(|&(line, column)| line >= 1 && column >= 1));
    for language in Language::ALL {
        let lang = Lang::new(language);
        let drawn = picture_within(&lang, FaultyText { file: "x.ron", text, faults: &faults }, colour, width);
        assert!(drawn.ends_with('\n') && !drawn.ends_with("\n\n"), "{drawn:?}");
        if !colour {
            check_harmless(&drawn.replace('\n', ""));
        }
        faults.iter().take(20).for_each(|fault| check_harmless(&sentence(&lang, fault)));
    }
}

/// Checks that the text of a map reads back as the same map and comments, and is written as the same text again.
pub fn check_round_trip(map: &JourneyMap, comments: &Comments) {
    let text = ron_text::print(map, comments);
    check_harmless(&text.replace('\n', ""));
    let read = ron_text::parse(&text).unwrap_or_else(|faults| panic!("{faults:?} in {text}"));
    assert_eq!(&read.map, map, "{text}");
    assert!(read.repeated_ids.is_empty(), "{text}");
    assert_eq!(read.comments.texts(), comments.for_map(map).texts(), "{text}");
    assert_eq!(ron_text::print(&read.map, &read.comments), text);
}

/// Checks that a text has no characters that are dangerous on a terminal.
pub fn check_harmless(text: &str) {
    assert_eq!(text.chars().find(|&c| payload::is_dangerous(c)), None, "{text:?}");
}
