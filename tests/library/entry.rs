//! Quick entry and the known channels, mark by mark in both languages.

use periplo::map::channel::{completions, known};
use periplo::map::entry::{Entry, channel_at, channel_mark};
use periplo::map::{Emotion, IdSource, Intent, Kind, Line, TextError};
use proptest::prelude::*;

fn named(name: &str) -> Entry {
    Entry { name: name.to_owned(), ..Entry::default() }
}

#[track_caller]
fn assert_parses(line: &str, expected: Entry) {
    assert_eq!(Entry::parse(line), expected, "{line}");
}

#[test]
fn a_line_without_marks_is_a_name() {
    for line in ["Pays online", "Asks: is it open?", "Buy now!", "a:b", "C# course", "me@example.com", "1+1=2"] {
        assert_parses(line, named(line));
    }
    assert_parses("  Pays \t  online ", named("Pays online"));
    assert_parses("", named(""));
}

#[test]
fn every_unambiguous_beginning_of_a_tag_is_that_tag() {
    let tags = [
        ("online", 2, Some(Kind::Online), None),
        ("offline", 2, Some(Kind::Offline), None),
        ("product", 1, Some(Kind::Product), None),
        ("intentional", 1, None, Some(Intent::Intentional)),
        ("unintentional", 1, None, Some(Intent::Unintentional)),
        ("enlinea", 1, Some(Kind::Online), None),
        ("fueradelinea", 1, Some(Kind::Offline), None),
        ("producto", 1, Some(Kind::Product), None),
        ("intencional", 1, None, Some(Intent::Intentional)),
        ("nointencional", 1, None, Some(Intent::Unintentional)),
    ];
    for (tag, least, kind, intent) in tags {
        for length in least..=tag.len() {
            let line = format!("Pays #{}", &tag[..length]);
            assert_parses(&line, Entry { kind, intent, ..named("Pays") });
        }
    }
    assert_parses(
        "Paga #EnLínea #Intencional",
        Entry { kind: Some(Kind::Online), intent: Some(Intent::Intentional), ..named("Paga") },
    );
}

#[test]
fn unknown_and_ambiguous_tags_stay_in_the_name() {
    for line in ["Pays #o", "Pays #", "Pays #onlinee", "Pays #1", "Pays #online,", "Pays ##on", "Pays #fuera de"] {
        let Entry { name, kind, .. } = Entry::parse(line);
        let understood = line == "Pays #fuera de";
        assert_eq!(kind.is_some(), understood, "{line}");
        assert_eq!(name, if understood { "Pays de" } else { line });
    }
}

#[test]
fn a_channel_is_one_word_or_quoted() {
    let channel = |text: &str| Some(Line::new(text).unwrap());
    assert_parses("Asks @telephone", Entry { channel: channel("telephone"), ..named("Asks") });
    assert_parses("@\"word of mouth\" Asks", Entry { channel: channel("word of mouth"), ..named("Asks") });
    assert_parses("Asks @\"boca a boca\"now", Entry { channel: channel("boca a boca"), ..named("Asks now") });
    for line in ["Asks @", "Asks @\"\"", "Asks @\"", "Asks @\"word of mouth", "Asks @\" \""] {
        let entry = Entry::parse(line);
        assert_eq!(entry.channel, None, "{line}");
        assert_eq!(entry.name, line, "{line}");
    }
    assert_eq!(channel_mark("telephone"), "@telephone");
    assert_eq!(channel_mark("word of mouth"), "@\"word of mouth\"");
}

#[test]
fn a_reach_is_parsed_as_people_type_it() {
    let reaches = [
        ("=1200", 1_200),
        ("=1.2k", 1_200),
        ("=1,2k", 1_200),
        ("=3M", 3_000_000),
        ("=12.000", 12_000),
        ("=12,000", 12_000),
        ("=0", 0),
        ("=18446744073709551615", u64::MAX),
    ];
    for (mark, reach) in reaches {
        assert_parses(&format!("Pays {mark}"), Entry { reach: Some(reach), ..named("Pays") });
    }
    for mark in ["=", "=many", "=-5", "=1.5", "=18446744073709551616", "==3"] {
        assert_parses(&format!("Pays {mark}"), named(&format!("Pays {mark}")));
    }
}

#[test]
fn faces_are_emotions_and_a_lone_exclamation_mark_a_critical_moment() {
    for (face, value) in [(":'(", -2), (":(", -1), (":|", 0), (":)", 1), (":D", 2)] {
        assert_parses(&format!("Pays {face}"), Entry { emotion: Emotion::new(value), ..named("Pays") });
    }
    assert_parses("Pays !", Entry { critical: true, ..named("Pays") });
    for word in [":-)", ":))", ":d", "!!", "now!", ":"] {
        assert_parses(&format!("Pays {word}"), named(&format!("Pays {word}")));
    }
}

#[test]
fn marks_may_be_anywhere_and_the_last_of_a_kind_wins() {
    let expected = Entry {
        kind: Some(Kind::Offline),
        intent: Some(Intent::Unintentional),
        channel: Some(Line::new("shop").unwrap()),
        reach: Some(900),
        emotion: Emotion::new(1),
        critical: true,
        ..named("Pays at the till")
    };
    assert_parses("=900 Pays #off at :) the @shop ! till #unint", expected.clone());
    assert_parses("! #unint @shop :) #off =900 Pays at the till", expected.clone());
    assert_parses("Pays #on at the =1 =900 till #off :( :) #int #unint @web @shop !", expected);
}

#[test]
fn a_known_channel_suggests_kind_and_intent_if_they_are_not_typed() {
    let online = (Some(Kind::Online), Some(Intent::Intentional));
    assert_eq!(Entry::parse("Pays @website").suggestion(), online);
    assert_eq!(Entry::parse("Paga @\"sitio web\"").suggestion(), online);
    assert_eq!(Entry::parse("Pays @website #off").suggestion(), (None, Some(Intent::Intentional)));
    assert_eq!(Entry::parse("Pays @website #unint").suggestion(), (Some(Kind::Online), None));
    let spoken = (Some(Kind::Offline), Some(Intent::Unintentional));
    assert_eq!(Entry::parse("Asks @\"word of mouth\"").suggestion(), spoken);
    assert_eq!(Entry::parse("Pregunta @\"boca a boca\"").suggestion(), spoken);
    assert_eq!(Entry::parse("Pays @nowhere").suggestion(), (None, None));
    assert_eq!(Entry::parse("Pays").suggestion(), (None, None));
}

#[test]
fn a_touchpoint_has_what_was_typed_and_what_its_channel_suggests() {
    let id = IdSource::new(3).fresh(|_| false);
    let touchpoint = Entry::parse("Pays on the website @website #unint =900 :D !").touchpoint(id).unwrap();
    assert_eq!(touchpoint.id, id);
    assert_eq!(&*touchpoint.name, "Pays on the website");
    assert_eq!((touchpoint.kind, touchpoint.intent), (Some(Kind::Online), Some(Intent::Unintentional)));
    assert_eq!((touchpoint.reach, touchpoint.emotion), (Some(900), Emotion::new(2)));
    assert!(touchpoint.critical && !touchpoint.with_previous);

    assert_eq!(Entry::parse("#on =900").touchpoint(id), Err(TextError::Empty));
    let long = Entry::parse(&"x".repeat(201)).touchpoint(id);
    assert_eq!(long, Err(TextError::TooLong { limit: 200, found: 201 }));
}

#[test]
fn the_channel_being_typed_is_found_around_the_cursor() {
    let cases = [
        ("Asks @tel", 9, Some((5..9, "tel"))),
        ("Asks @telephone now", 8, Some((5..15, "te"))),
        ("Asks @", 6, Some((5..6, ""))),
        ("Asks @\"word of", 14, Some((5..14, "word of"))),
        ("Asks @\"word of mouth\" now", 11, Some((5..21, "word"))),
        ("Asks @\"word of mouth\" now", 21, None),
        ("Asks tel", 8, None),
        ("me@shop", 7, None),
        ("Asks @té", 7, Some((5..9, "t"))),
        ("Asks @té", 8, None),
        ("", 0, None),
        ("Asks", 9, None),
    ];
    for (line, position, expected) in cases {
        assert_eq!(channel_at(line, position), expected, "{line} at {position}");
    }
}

#[test]
fn channels_are_found_by_every_name_ignoring_case_accents_and_plural() {
    for channel in periplo::map::channel::CATALOGUE {
        for name in channel.names() {
            for written in [name.to_owned(), name.to_uppercase(), format!(" {name} ").trim().to_owned()] {
                assert_eq!(known(&written), Some(channel), "{written}");
            }
        }
    }
    let website = known("website");
    assert!(website.is_some());
    for written in ["Websites", "PAGINA WEB", "páginas web", "web-page", "home pages"] {
        assert_eq!(known(written), website, "{written}");
    }
    for written in ["", " ", "Pays on the website", "s", "es", "-"] {
        assert_eq!(known(written), None, "{written:?}");
    }
}

#[test]
fn names_that_begin_with_the_text_are_completed_first() {
    let found = completions("tele", false);
    assert!(found.iter().any(|(name, _)| *name == "telephone"));
    let at_start: Vec<bool> = found.iter().map(|(name, _)| name.to_lowercase().starts_with("tele")).collect();
    assert!(at_start.is_sorted_by(|a, b| a >= b), "{found:?}");
    assert!(completions("mouth", false).iter().any(|(name, _)| *name == "word of mouth"));
    assert!(completions("PÁGINA", false).iter().any(|(_, channel)| channel.en == "website"));
    assert!(completions("qqq", false).is_empty());
}

/// Generates words that cannot be marks.
fn plain_word() -> impl Strategy<Value = String> {
    "[a-zA-Zñáé0-9日¿?.,;'\"-]{1,8}"
}

fn mark() -> impl Strategy<Value = String> {
    let marks = ["#on", "#off", "#prod", "#int", "#unint", "#enlinea", "@web", "@\"word of mouth\"", "=12", "=1.2k"];
    let marks = marks.into_iter().chain(["!", ":)", ":(", ":|", ":D", ":'("]);
    prop::sample::select(marks.map(str::to_owned).collect::<Vec<_>>())
}

proptest! {
    #[test]
    fn every_word_that_is_not_a_mark_is_in_the_name(
        words in prop::collection::vec(prop_oneof![plain_word().prop_map(|word| (word, true)), mark().prop_map(|mark| (mark, false))], 0..12),
        blank in "[ \t\u{3000}]{1,3}",
    ) {
        let line = words.iter().map(|(word, _)| word.as_str()).collect::<Vec<_>>().join(&blank);
        let plain: Vec<&str> = words.iter().filter(|(_, plain)| *plain).map(|(word, _)| word.as_str()).collect();
        prop_assert_eq!(Entry::parse(&line).name, plain.join(" "));
    }

    #[test]
    fn no_line_makes_the_parser_panic(line in "(\\PC|[#@=!:\"'() \t\u{200b}\u{202e}]){0,40}", position in 0usize..60) {
        let entry = Entry::parse(&line);
        let _ = (entry.suggestion(), channel_at(&line, position));
        let left: String = entry.name.split_whitespace().collect();
        let given: String = line.split_whitespace().collect();
        prop_assert!(left.len() <= given.len());
        // A name that is parsed again contains no marks, except channels whose quotes were separated by blanks.
        prop_assert!(entry.name.is_empty() || Entry::parse(&entry.name).name.len() <= entry.name.len());
    }
}
