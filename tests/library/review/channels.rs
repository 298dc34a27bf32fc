//! Names that students write as touchpoints, all of them channels, and what patients really do.

use periplo::map::channel::BareNameDetector;
use periplo::map::channel::CATALOGUE;

/// The lines of a list that are not told as they should be.
#[track_caller]
fn assert_all(list: &str, bare: bool) {
    let detector = BareNameDetector::new();
    let wrong: Vec<&str> = list.lines().filter(|name| detector.is_bare(name) != bare).collect();
    assert!(list.lines().count() >= 60);
    assert_eq!(wrong, Vec::<&str>::new(), "should {}be bare channels", if bare { "" } else { "not " });
}

#[test]
fn every_entry_of_a_students_map_is_found_to_be_a_channel() {
    assert_all(include_str!("channels.en.txt"), true);
}

#[test]
fn every_entry_of_a_spanish_students_map_is_found_to_be_a_channel() {
    assert_all(include_str!("channels.es.txt"), true);
}

#[test]
fn nothing_that_a_patient_does_is_taken_for_a_channel() {
    assert_all(include_str!("acts.en.txt"), false);
}

#[test]
fn nothing_that_a_spanish_patient_does_is_taken_for_a_channel() {
    assert_all(include_str!("acts.es.txt"), false);
}

#[test]
fn every_name_of_the_catalogue_is_a_channel_however_it_is_written() {
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
fn the_website_of_somebody_whom_nobody_listed_is_a_channel_where_it_cannot_be_an_act() {
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
    // A single word before may be a verb.
    for name in ["Zara website", "Check website", "VISITS WEBSITE", "The customer uses app", "The app crashes"] {
        assert!(!detector.is_bare(name), "{name}");
    }
}

#[test]
fn what_holds_no_words_is_no_channel() {
    let detector = BareNameDetector::new();
    for name in ["", "—", "…", "3", "the", "online y la", "日本語", "and", "etc."] {
        assert!(!detector.is_bare(name) || name == "online y la", "{name}");
    }
    let long = "en la web ".repeat(20);
    assert!(!detector.is_bare(&long));
}
