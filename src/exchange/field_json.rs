//! The value of a field as JSON.

use serde_json::Value as Json;

use crate::map::Line;
use crate::map::field::Value;

/// Returns a value as JSON: enumerations by their key, unknown values as null.
pub fn field_to_json(value: &Value) -> Json {
    let line = |line: &Option<Line>| line.as_deref().into();
    match value {
        Value::Name(name) => (**name).into(),
        Value::Line(text) => line(text),
        Value::Lines(lines) => lines.iter().map(|line| &**line).collect(),
        Value::Notes(notes) => notes.as_deref().into(),
        Value::Reach(reach) => (*reach).into(),
        Value::Votes(votes) => (*votes).into(),
        Value::Kind(kind) => kind.map(|kind| kind.key()).into(),
        Value::Intent(intent) => intent.map(|intent| intent.key()).into(),
        Value::Contact(contact) => contact.map(|contact| contact.key()).into(),
        Value::Agent(agent) => agent.map(|agent| agent.key()).into(),
        Value::Emotion(emotion) => emotion.map(|emotion| emotion.value()).into(),
        Value::Evidence(evidence) => evidence.key().into(),
        Value::Flag(flag) => (*flag).into(),
        Value::Rules(rules) => rules.iter().map(|rule| rule.key()).collect(),
    }
}
