//! Generates random maps for property tests.

use periplo::map::field::{Field, HEADER, TOUCHPOINT, Type, Value};
use periplo::map::text::{LINE_LIMIT, NAME_LIMIT};
use periplo::map::{Date, Emotion, Header, IdSource, JourneyMap, Line, Name, Notes, Rule, Touchpoint};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// Text with difficult characters: quotes, backslashes, brackets, control characters, combining marks, wide and joined
/// characters.
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

fn one_of<T: Copy + std::fmt::Debug + 'static>(all: &[T]) -> impl Strategy<Value = Option<T>> + use<T> {
    option::of(select(all.to_vec()))
}

/// Any value of a field of that type.
fn value(kind: Type) -> BoxedStrategy<Value> {
    match kind {
        Type::Name => name().prop_map(Value::Name).boxed(),
        Type::Line => line().prop_map(Value::Line).boxed(),
        Type::Lines => lines().prop_map(Value::Lines).boxed(),
        Type::Notes => notes().prop_map(Value::Notes).boxed(),
        Type::Count => option::of(any::<u64>()).prop_map(Value::Count).boxed(),
        Type::Votes => any::<u64>().prop_map(Value::Votes).boxed(),
        Type::Choice(set) => {
            one_of(&set.choices()).prop_map(move |choice| Value::Choice(choice.or(set.default()))).boxed()
        }
        Type::Emotion => one_of(&Emotion::ALL).prop_map(Value::Emotion).boxed(),
        Type::Flag => any::<bool>().prop_map(Value::Flag).boxed(),
        Type::Date => (1..=9999u16, 1..=12u8, 1..=31u8)
            .prop_map(|(year, month, day)| Value::Date(Date::new(year, month, day)))
            .boxed(),
        Type::Rules => subsequence(Rule::ALL.to_vec(), 0..4)
            .prop_map(|rules| Value::Rules(rules.into_iter().filter(|rule| rule.can_be_silenced()).collect()))
            .boxed(),
    }
}

/// Any struct that the table describes, filled into `blank`.
fn filled<S: Clone + std::fmt::Debug + 'static>(fields: &'static [Field<S>], blank: S) -> impl Strategy<Value = S> {
    let values: Vec<_> = fields.iter().map(|field| value(field.kind)).collect();
    values.prop_map(move |values| {
        let mut owner = blank.clone();
        for (field, value) in fields.iter().zip(values) {
            field.set(&mut owner, value);
        }
        owner
    })
}

fn touchpoint() -> impl Strategy<Value = Touchpoint> {
    (filled(TOUCHPOINT, Touchpoint::default()), any::<u64>())
        .prop_map(|(touchpoint, seed)| Touchpoint { id: IdSource::new(seed).fresh(|_| false), ..touchpoint })
}

pub fn any_map() -> impl Strategy<Value = JourneyMap> {
    let header = filled(HEADER, Header::default());
    (header, vec(touchpoint(), 0..4), vec(touchpoint(), 0..4), vec(touchpoint(), 0..4))
        .prop_map(|(header, before, during, after)| JourneyMap::with_touchpoints(header, [before, during, after]).0)
}

#[test]
fn a_text_that_is_too_long_by_one_is_refused_with_its_length() {
    use periplo::map::TextError;
    let refused = |limit| TextError::TooLong { limit, found: limit + 1 };
    assert!(Name::new(&"e\u{301}".repeat(NAME_LIMIT)).is_ok());
    assert_eq!(Name::new(&"ñ".repeat(NAME_LIMIT + 1)), Err(refused(NAME_LIMIT)));
    assert_eq!(Line::new(&"x".repeat(LINE_LIMIT + 1)), Err(refused(LINE_LIMIT)));
    assert_eq!(Name::new(" \u{200b}\t"), Err(TextError::Empty));
}
