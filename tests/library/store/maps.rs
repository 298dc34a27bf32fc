//! Any map at all, as the properties need them.

use periplo::map::journey::Header;
use periplo::map::text::{LINE_LIMIT, NAME_LIMIT};
use periplo::map::{
    Agent, Contact, Emotion, Evidence, IdSource, Intent, JourneyMap, Kind, Line, Name, Notes, Rule, Touchpoint,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// Text with everything that hurts: quotes, backslashes, brackets, controls, marks, wide and joined characters.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        select(vec![
            "\"",
            "\\",
            "\\n",
            "\n",
            "\r\n",
            "\r",
            "\t",
            "\"#",
            "r#\"",
            "/*",
            "*/",
            "//",
            "(",
            ")",
            "[",
            "]",
            ",",
            ":",
            "<<<<<<< HEAD\n",
            "\u{202e}",
            "\u{200b}",
            "\u{feff}",
            "\u{2028}",
            "e\u{301}",
            "ñ",
            "日本",
            "👩‍👩‍👧",
            "\u{0}",
            "\u{1b}[31m",
            "\u{85}",
            "\u{a0}",
            "Some(",
            "None",
            "'",
            "“",
            "#",
            " ",
            "  ",
        ])
        .prop_map(str::to_owned),
        "[ -~]{0,6}",
        "\\PC{0,4}",
        any::<char>().prop_map(String::from),
    ];
    vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn name() -> impl Strategy<Value = Name> {
    hostile().prop_map(|text| Name::new(&text).unwrap_or_else(|_| Name::new("x").unwrap()))
}

fn line() -> impl Strategy<Value = Option<Line>> {
    option::of(hostile()).prop_map(|text| text.and_then(|text| Line::optional(&text).unwrap()))
}

fn lines() -> impl Strategy<Value = Vec<Line>> {
    vec(line(), 0..3).prop_map(|lines| lines.into_iter().flatten().collect())
}

fn notes() -> impl Strategy<Value = Option<Notes>> {
    option::of(hostile()).prop_map(|text| text.and_then(|text| Notes::optional(&text).unwrap()))
}

fn one_of<T: Copy + std::fmt::Debug + 'static>(all: &[T]) -> impl Strategy<Value = Option<T>> {
    option::of(select(all.to_vec()))
}

fn touchpoint() -> impl Strategy<Value = Touchpoint> {
    let tags = (
        one_of(&Kind::ALL),
        one_of(&Intent::ALL),
        one_of(&Contact::ALL),
        one_of(&Agent::ALL),
        one_of(&Emotion::ALL),
        select(Evidence::ALL.to_vec()),
    );
    let lines = (line(), line(), line(), line(), line(), line(), line(), line(), lines());
    let numbers = (option::of(any::<u64>()), any::<u64>(), any::<bool>(), any::<bool>());
    let rest = (notes(), subsequence(Rule::ALL.to_vec(), 0..4), any::<u64>());
    (name(), tags, lines, numbers, rest).prop_map(|(name, tags, lines, numbers, (notes, rules, seed))| {
        let (kind, intent, contact, agent, emotion, evidence) = tags;
        let (channel, context, need, value, pain, action, owner, kpi, actors) = lines;
        let (reach, votes, critical, with_previous) = numbers;
        Touchpoint {
            id: IdSource::new(seed).fresh(|_| false),
            name,
            kind,
            intent,
            channel,
            context,
            need,
            value,
            contact,
            agent,
            actors,
            emotion,
            critical,
            with_previous,
            reach,
            evidence,
            pain,
            action,
            owner,
            kpi,
            votes,
            accepted: rules.into_iter().filter(|rule| rule.is_acceptable()).collect(),
            notes,
        }
    })
}

pub fn map() -> impl Strategy<Value = JourneyMap> {
    let header = (name(), vec(line(), 6), notes(), lines()).prop_map(|(title, mut facts, notes, objectives)| Header {
        title,
        company: facts.pop().flatten(),
        persona: facts.pop().flatten(),
        scenario: facts.pop().flatten(),
        goal: facts.pop().flatten(),
        notes,
        objectives,
        unit: facts.pop().flatten(),
        period: facts.pop().flatten(),
    });
    (header, vec(touchpoint(), 0..4), vec(touchpoint(), 0..4), vec(touchpoint(), 0..4))
        .prop_map(|(header, before, during, after)| JourneyMap::with_touchpoints(header, [before, during, after]).0)
}

#[test]
fn a_text_that_is_one_too_long_is_refused_with_its_length() {
    use periplo::map::TextError;
    let refused = |limit| TextError::TooLong { limit, found: limit + 1 };
    assert!(Name::new(&"e\u{301}".repeat(NAME_LIMIT)).is_ok());
    assert_eq!(Name::new(&"ñ".repeat(NAME_LIMIT + 1)), Err(refused(NAME_LIMIT)));
    assert_eq!(Line::new(&"x".repeat(LINE_LIMIT + 1)), Err(refused(LINE_LIMIT)));
    assert_eq!(Name::new(" \u{200b}\t"), Err(TextError::Empty));
}
