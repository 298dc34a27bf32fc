//! What holds of any text: it is a map that can be written, or it has faults that lie in it and can be shown.

#[path = "payload.rs"]
pub mod payload;

use std::cell::RefCell;

use periplo::app::faults::picture::{picture_within, positions, sentence};
use periplo::lang::{Lang, Language};
use periplo::map::JourneyMap;
use periplo::store::{Comments, ron_text};

/// Holds when a text is a map that can be written, or has faults that lie in it and can be shown at that width.
pub fn is_read_or_explained(text: &str, width: usize, colour: bool) {
    let faults = match ron_text::parse(text) {
        Ok(parsed) => return comes_back(&parsed.map, &parsed.comments),
        Err(faults) => faults,
    };
    assert!(!faults.is_empty(), "a refusal without a reason");
    for fault in &faults {
        assert!(text.get(fault.span.clone()).is_some(), "{fault:?} lies outside of {text:?}");
    }
    assert!(faults.is_sorted_by_key(|fault| fault.span.start), "{faults:?}");
    assert!(positions(text, &faults).iter().all(|&(line, column)| line >= 1 && column >= 1));
    for language in Language::ALL {
        let lang = take_lang(language);
        let drawn = picture_within(&lang, "x.ron", text, &faults, colour, width);
        assert!(drawn.ends_with('\n') && !drawn.ends_with("\n\n"), "{drawn:?}");
        if !colour {
            is_harmless(&drawn.replace('\n', ""));
        }
        faults.iter().take(20).for_each(|fault| is_harmless(&sentence(&lang, fault)));
        put_lang(lang);
    }
}

/// Holds when the text of a map reads back as the same map with all its comments, and stays the same from then on.
pub fn comes_back(map: &JourneyMap, comments: &Comments) {
    let text = ron_text::print(map, comments).expect("every map has a text");
    is_harmless(&text.replace('\n', ""));
    let read = ron_text::parse(&text).unwrap_or_else(|faults| panic!("{faults:?} in {text}"));
    assert_eq!(&read.map, map, "{text}");
    assert!(read.repeated_ids.is_empty(), "{text}");
    assert_eq!(read.comments.texts(), comments.for_map(map).texts(), "{text}");
    assert_eq!(ron_text::print(&read.map, &read.comments).expect("a text"), text);
}

/// Holds when nothing in a text commands a terminal.
pub fn is_harmless(text: &str) {
    assert_eq!(text.chars().find(|&c| payload::commands(c)), None, "{text:?}");
}

thread_local! {
    /// The words of both languages, which take longer to load than anything here.
    static WORDS: RefCell<[Option<Lang>; 2]> = const { RefCell::new([None, None]) };
}

/// The words of a language, until they are put back.
pub fn take_lang(language: Language) -> Lang {
    WORDS.with_borrow_mut(|words| words[language as usize].take()).unwrap_or_else(|| Lang::new(language))
}

/// Keeps words for who needs them next.
pub fn put_lang(lang: Lang) {
    let nth = lang.language() as usize;
    WORDS.with_borrow_mut(|words| words[nth] = Some(lang));
}
