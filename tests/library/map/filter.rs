//! The filter: its marks in both languages, the touchpoints that they select, and its properties.

use std::collections::{BTreeSet, HashMap};
use std::sync::OnceLock;

use periplo::map::filter::{Filter, Term, UnsetField, toggle_term};
use periplo::map::{Emotion, Intent, JourneyMap, Kind, Phase, Rule, Severity, Touchpoint, TouchpointId, review};
use periplo::store::ron_text;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

const MAP: &str = r#"(
    format: 1,
    title: "Shop",
    before: [
        (name: "Oye a una amiga", kind: Offline, intent: Unintentional, channel: "boca a boca", emotion: 1),
        (name: "Compares prices", kind: Online, intent: Intentional, channel: "search site", owner: "Ana Ruiz", reach: 900),
        (name: "Facebook", kind: Online),
    ],
    during: [
        (name: "Asks the shop", kind: Offline, intent: Intentional, channel: "shop", owner: "Ben", critical: true, emotion: -1, reach: 90),
        (name: "Pays by card", kind: Online, intent: Intentional, critical: true, emotion: -2, owner: "ANA", need: "to be sure"),
    ],
    after: [(name: "Unpacks it after days", kind: Product, emotion: 2)],
)"#;

/// Returns a map and the rules of its findings.
fn reviewed_map() -> &'static (JourneyMap, HashMap<TouchpointId, Vec<Rule>>) {
    static REVIEWED: OnceLock<(JourneyMap, HashMap<TouchpointId, Vec<Rule>>)> = OnceLock::new();
    REVIEWED.get_or_init(|| {
        let map = ron_text::parse(MAP).expect("a map").map;
        let found = review(&map).by_touchpoint();
        (map, found)
    })
}

/// Returns the touchpoints that a filter selects.
fn selected(filter: &Filter) -> Vec<&'static Touchpoint> {
    let (map, found) = reviewed_map();
    let rules = |each: &Touchpoint| found.get(&each.id).map_or(&[][..], |rules| rules);
    let selected = map.touchpoints().filter(|(place, each)| filter.matches(place.phase, each, rules(each)));
    selected.map(|(_, each)| &**each).collect()
}

/// Returns the first word of the name of each touchpoint that a line selects.
fn selected_names(line: &str) -> Vec<&'static str> {
    let first = |each: &'static Touchpoint| each.name.split(' ').next().unwrap_or_default();
    selected(&Filter::parse(line)).into_iter().map(first).collect()
}

#[test]
fn every_mark_selects_its_touchpoints_in_both_languages() {
    let cases: &[(&[&str], &[&str])] = &[
        (&["", "   "], &["Oye", "Compares", "Facebook", "Asks", "Pays", "Unpacks"]),
        (&["#online", "#on", "#enlinea", "#ON"], &["Compares", "Facebook", "Pays"]),
        (&["#off", "#fuera"], &["Oye", "Asks"]),
        (&["#unint", "#noint"], &["Oye"]),
        (&["!"], &["Asks", "Pays"]),
        (&[":("], &["Asks"]),
        (&[":( :'("], &["Asks", "Pays"]),
        (&["before", "antes", "BEFORE"], &["Oye", "Compares", "Facebook"]),
        (&["después", "despues", "after"], &["Unpacks"]),
        (&["\"after\""], &["Unpacks"]),
        (&["owner:ana", "responsable:ANA", "owner:Aná"], &["Compares", "Pays"]),
        (&["owner:\"ana ruiz\""], &["Compares"]),
        (&["owner:?", "responsable:?"], &["Oye", "Facebook", "Unpacks"]),
        (&["owner:ben owner:?"], &["Oye", "Facebook", "Asks", "Unpacks"]),
        (&["@shop"], &["Asks"]),
        (&["@\"boca a\"", "@\"boca a boca"], &["Oye"]),
        (&["@?"], &["Facebook", "Pays", "Unpacks"]),
        (&["=?"], &["Oye", "Facebook", "Pays", "Unpacks"]),
        (&[":?"], &["Compares", "Facebook"]),
        (&["#?"], &["Facebook", "Unpacks"]),
        (&["rule:untagged", "rule:unt", "regla:sin-etiquetar", "regla:sin-e"], &["Facebook", "Unpacks"]),
        (&["rule:channel", "regla:solo"], &["Facebook"]),
        (&["rule:warning", "regla:aviso"], &["Facebook", "Asks", "Pays"]),
        (&["rule:no-need"], &["Oye", "Compares", "Facebook", "Asks", "Unpacks"]),
        (&["card pays", "CÁRD"], &["Pays"]),
        (&["\"by card\""], &["Pays"]),
        (&["\"card by\""], &[]),
        (&["#on !"], &["Pays"]),
        (&["#on #off during"], &["Asks", "Pays"]),
    ];
    for (lines, names) in cases {
        for line in *lines {
            assert_eq!(selected_names(line), *names, "{line}");
        }
    }
}

#[test]
fn an_incomplete_mark_is_ignored_and_reported() {
    for word in ["#", "#o", "#nonsense", "@", "@\"", "owner:", "rule:", "rule:no", "rule:zzz", "=", "=1200", "\"\""] {
        let filter = Filter::parse(&format!("! {word}"));
        assert_eq!(filter.terms(), [Term::Critical], "{word}");
        assert_eq!(filter.unrecognized().collect::<Vec<_>>(), [word]);
    }
    // A colon within a word does not make it a mark.
    assert_eq!(Filter::parse("10:30").unrecognized().count(), 0);
}

#[test]
fn every_rule_about_touchpoints_can_be_filtered() {
    for rule in Rule::ALL.into_iter().filter(|rule| rule.can_be_silenced()) {
        assert_eq!(Term::parse(&format!("rule:{}", rule.key())), Some(Term::Rule(rule)));
    }
}

#[test]
fn every_rule_name_is_printed_and_parsed_in_its_language() {
    let rules = Rule::ALL.into_iter().filter(|rule| rule.can_be_silenced()).map(Term::Rule);
    let all: Vec<Term> = Severity::ALL.into_iter().map(Term::Severity).chain(rules).collect();
    let [english, spanish] = [false, true].map(Term::rule_names);
    for (key, names, is_spanish) in [("rule", &english, false), ("regla", &spanish, true)] {
        let read: Vec<Term> = names.iter().filter_map(|name| Term::parse(&format!("{key}:{name}"))).collect();
        assert!(read.len() == all.len() && all.iter().all(|term| read.contains(term)), "{names:?}");
        let marks: Vec<String> = read.iter().map(|term| term.text(is_spanish)).collect();
        assert_eq!(marks, names.iter().map(|name| format!("{key}:{name}")).collect::<Vec<_>>());
    }
    assert!(english.iter().all(|name| !spanish.contains(name)), "{english:?} {spanish:?}");
}

/// Generates terms other than words, which have a test of their own.
fn term() -> impl Strategy<Value = Term> {
    let name = "[a-zñ][a-z ñ]{0,8}[a-z]";
    let rules: Vec<Rule> = Rule::ALL.into_iter().filter(|rule| rule.can_be_silenced()).collect();
    prop_oneof![
        select(Phase::ALL.to_vec()).prop_map(Term::Phase),
        select(Kind::ALL.to_vec()).prop_map(Term::Kind),
        select(Intent::ALL.to_vec()).prop_map(Term::Intent),
        Just(Term::Critical),
        select(Emotion::ALL.to_vec()).prop_map(Term::Emotion),
        name.prop_map(|name| Term::parse(&format!("@\"{name}\"")).expect("a channel")),
        name.prop_map(|name| Term::parse(&format!("owner:\"{name}\"")).expect("an owner")),
        select(rules).prop_map(Term::Rule),
        select(Severity::ALL.to_vec()).prop_map(Term::Severity),
        select(UnsetField::ALL.to_vec()).prop_map(Term::Unset),
        name.prop_map(|name| Term::parse(&format!("\"{name}\"")).expect("words")),
    ]
}

fn ids(terms: &[Term]) -> BTreeSet<TouchpointId> {
    selected(&terms.iter().cloned().collect()).into_iter().map(|each| each.id).collect()
}

proptest! {
    #[test]
    fn a_printed_filter_is_parsed_to_the_same_terms(terms in vec(term(), 0..6), spanish: bool) {
        let line = terms.iter().map(|term| term.text(spanish)).collect::<Vec<_>>().join(" ");
        let filter = Filter::parse(&line);
        prop_assert_eq!(filter.terms(), &terms[..], "{}", line);
        prop_assert_eq!(filter.unrecognized().count(), 0);
    }

    #[test]
    fn toggling_a_term_twice_restores_the_filter(terms in vec(term(), 0..5), other in term(), spanish: bool) {
        let line = terms.iter().map(|term| term.text(spanish)).collect::<Vec<_>>().join(" ");
        let once = Filter::parse(&toggle_term(&line, &other, spanish));
        prop_assert_eq!(once.terms().contains(&other), !terms.contains(&other));
        let twice = Filter::parse(&toggle_term(&toggle_term(&line, &other, spanish), &other, spanish));
        let without: Vec<Term> = terms.iter().filter(|term| **term != other).cloned().collect();
        let expected = if terms.contains(&other) { [without, vec![other]].concat() } else { terms };
        prop_assert_eq!(twice.terms(), &expected[..]);
    }

    #[test]
    fn the_order_of_marks_does_not_matter(terms in vec(term(), 0..6)) {
        let mut reversed = terms.clone();
        reversed.reverse();
        prop_assert_eq!(ids(&terms), ids(&reversed));
    }

    #[test]
    fn a_further_topic_never_selects_more(terms in vec(term(), 0..4), words in "[a-z]{1,3}") {
        let more = [terms.clone(), vec![Term::parse(&words).expect("words")]].concat();
        prop_assert!(ids(&more).is_subset(&ids(&terms)));
    }

    #[test]
    fn a_further_term_of_the_same_topic_never_selects_fewer(
        one in select(Kind::ALL.to_vec()), other in select(Kind::ALL.to_vec())
    ) {
        prop_assert!(ids(&[Term::Kind(one)]).is_subset(&ids(&[Term::Kind(one), Term::Kind(other)])));
    }

    #[test]
    fn no_line_makes_the_parser_panic(line in "\\PC{0,40}") {
        let filter = Filter::parse(&line);
        prop_assert_eq!(Filter::parse(filter.line()), filter);
        let _selected = selected_names(&line);
    }
}
