//! The types of fields, and values of any of them.

use serde::{Serialize, Serializer};

use crate::map::choice::{Choice, ChoiceSet};
use crate::map::{Agent, Contact, Date, Effort, Emotion, Evidence, Intent, Kind, Line, Name, Notes, Rule};

/// The type of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// A name, which is never empty.
    Name,
    /// A text of one line.
    Line,
    /// A list of texts of one line each.
    Lines,
    /// A text of many lines.
    Notes,
    /// A whole number that may be unknown.
    Count,
    /// A number of votes.
    Votes,
    /// One value of a closed set.
    Choice(ChoiceSet),
    Emotion,
    /// Yes or no.
    Flag,
    Date,
    /// A list of rules of the review.
    Rules,
}

/// The value of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    Name(Name),
    Line(Option<Line>),
    Lines(Vec<Line>),
    Notes(Option<Notes>),
    Count(Option<u64>),
    Votes(u64),
    Choice(Option<Choice>),
    Emotion(Option<Emotion>),
    Flag(bool),
    Date(Option<Date>),
    Rules(Vec<Rule>),
}

impl Value {
    /// True if the value is that of a field that nobody filled in.
    pub(crate) fn is_default(&self) -> bool {
        match self {
            Value::Name(_) => false,
            Value::Line(line) => line.is_none(),
            Value::Lines(lines) => lines.is_empty(),
            Value::Notes(notes) => notes.is_none(),
            Value::Count(count) => count.is_none(),
            Value::Votes(votes) => *votes == 0,
            Value::Choice(choice) => choice.is_none_or(|choice| choice == Choice::Evidence(Evidence::default())),
            Value::Emotion(emotion) => emotion.is_none(),
            Value::Flag(flag) => !flag,
            Value::Date(date) => date.is_none(),
            Value::Rules(rules) => rules.is_empty(),
        }
    }

    /// Returns the texts that search looks at.
    pub fn texts(&self) -> Vec<String> {
        match self {
            Value::Name(name) => vec![name.to_string()],
            Value::Line(line) => line.iter().map(ToString::to_string).collect(),
            Value::Lines(lines) => lines.iter().map(ToString::to_string).collect(),
            Value::Notes(notes) => notes.iter().map(ToString::to_string).collect(),
            Value::Date(date) => date.iter().map(ToString::to_string).collect(),
            Value::Count(_)
            | Value::Votes(_)
            | Value::Choice(_)
            | Value::Emotion(_)
            | Value::Flag(_)
            | Value::Rules(_) => Vec::new(),
        }
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Name(name) => name.serialize(serializer),
            Value::Line(line) => line.serialize(serializer),
            Value::Lines(lines) => lines.serialize(serializer),
            Value::Notes(notes) => notes.serialize(serializer),
            Value::Count(count) => count.serialize(serializer),
            Value::Votes(votes) => votes.serialize(serializer),
            Value::Choice(choice) => choice.serialize(serializer),
            Value::Emotion(emotion) => emotion.serialize(serializer),
            Value::Flag(flag) => flag.serialize(serializer),
            Value::Date(date) => date.serialize(serializer),
            Value::Rules(rules) => rules.serialize(serializer),
        }
    }
}

/// A Rust type that a field of a struct can have.
pub(super) trait FieldType: Sized {
    const TYPE: Type;

    /// Returns a copy of the value.
    fn value(&self) -> Value;

    /// Converts a value back; returns none if it is of another type.
    fn from_value(value: Value) -> Option<Self>;

    /// Returns the text without copying it; none if it is not filled in, or the type holds no text.
    fn text(&self) -> Option<&str> {
        None
    }
}

/// Connects a Rust type to the variant of [`Value`] that holds it.
macro_rules! plain_type {
    ($type:ty, $variant:ident $(, $text:expr)?) => {
        impl FieldType for $type {
            const TYPE: Type = Type::$variant;

            fn value(&self) -> Value {
                Value::$variant(self.clone())
            }

            fn from_value(value: Value) -> Option<$type> {
                if let Value::$variant(value) = value { Some(value) } else { None }
            }

            $(fn text(&self) -> Option<&str> {
                let text: fn(&$type) -> Option<&str> = $text;
                text(self)
            })?
        }
    };
}

plain_type!(Name, Name, |name| Some(name));
plain_type!(Option<Line>, Line, Option::as_deref);
plain_type!(Vec<Line>, Lines);
plain_type!(Option<Notes>, Notes, Option::as_deref);
plain_type!(Option<u64>, Count);
plain_type!(u64, Votes);
plain_type!(Option<Emotion>, Emotion);
plain_type!(bool, Flag);
plain_type!(Option<Date>, Date);
plain_type!(Vec<Rule>, Rules);

/// Connects an optional value of a closed set to [`Value::Choice`].
macro_rules! choice_type {
    ($set:ident) => {
        impl FieldType for Option<$set> {
            const TYPE: Type = Type::Choice(ChoiceSet::$set);

            fn value(&self) -> Value {
                Value::Choice(self.map(Choice::$set))
            }

            fn from_value(value: Value) -> Option<Option<$set>> {
                let Value::Choice(choice) = value else { return None };
                choice.map($set::try_from).transpose().ok()
            }
        }
    };
}

choice_type!(Kind);
choice_type!(Intent);
choice_type!(Contact);
choice_type!(Agent);
choice_type!(Effort);

impl FieldType for Evidence {
    const TYPE: Type = Type::Choice(ChoiceSet::Evidence);

    fn value(&self) -> Value {
        Value::Choice(Some((*self).into()))
    }

    fn from_value(value: Value) -> Option<Evidence> {
        let Value::Choice(choice) = value else { return None };
        choice.map_or(Some(Evidence::default()), |choice| choice.try_into().ok())
    }
}
