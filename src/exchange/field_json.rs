//! The value of a field as JSON.

use serde_json::Value as Json;

use crate::map::Line;
use crate::map::field::Value;

/// Returns a value as JSON: enumerations by their key, unknown values as null.
pub(crate) fn field_to_json(value: &Value) -> Json {
    let line = |line: &Option<Line>| line.as_deref().into();
    match value {
        Value::Name(name) => (**name).into(),
        Value::Line(text) => line(text),
        Value::Lines(lines) => lines.iter().map(|line| &**line).collect(),
        Value::Notes(notes) => notes.as_deref().into(),
        Value::Count(count) => (*count).into(),
        Value::Votes(votes) => (*votes).into(),
        Value::Choice(choice) => choice.map(|choice| choice.key()).into(),
        Value::Emotion(emotion) => emotion.map(|emotion| emotion.value()).into(),
        Value::Date(date) => date.map(|date| date.to_string()).into(),
        Value::Flag(flag) => (*flag).into(),
        Value::Rules(rules) => rules.iter().map(|rule| rule.key()).collect(),
    }
}
