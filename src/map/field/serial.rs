//! Reads the fields of the tables with serde.

use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

use super::{Field, TOUCHPOINT_KEYS, Type, Value, of_touchpoint};
use crate::map::choice::{Choice, ChoiceSet};
use crate::map::{Line, Name, Notes, Rule, Touchpoint, TouchpointId};

/// Reads the entries of a struct: calls `read` with each key to read its value. Returns the keys found.
///
/// An unknown key and a repeated key are errors.
pub(crate) fn read_struct<'de, A: MapAccess<'de>>(
    mut entries: A,
    keys: &'static [&'static str],
    mut read: impl FnMut(&'static str, &mut A) -> Result<(), A::Error>,
) -> Result<Vec<&'static str>, A::Error> {
    let mut found = Vec::with_capacity(keys.len());
    while let Some(key) = entries.next_key_seed(KeySeed(keys))? {
        if found.contains(&key) {
            return Err(A::Error::duplicate_field(key));
        }
        found.push(key);
        read(key, &mut entries)?;
    }
    Ok(found)
}

/// Reads the next value into a field.
pub(crate) fn read_field<'de, S, A: MapAccess<'de>>(
    entries: &mut A,
    field: &Field<S>,
    owner: &mut S,
) -> Result<(), A::Error> {
    let value = entries.next_value_seed(ValueSeed(field.kind))?;
    field.set(owner, value);
    Ok(())
}

/// Reads one of the known keys.
struct KeySeed(&'static [&'static str]);

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = &'static str;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<&'static str, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for KeySeed {
    type Value = &'static str;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    fn visit_str<E: Error>(self, found: &str) -> Result<&'static str, E> {
        let key = self.0.iter().copied().find(|key| *key == found);
        key.ok_or_else(|| E::unknown_field(found, self.0))
    }
}

/// Reads a value of a type. Empty texts count as missing.
struct ValueSeed(Type);

impl<'de> DeserializeSeed<'de> for ValueSeed {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        Ok(match self.0 {
            Type::Name => Value::Name(Name::deserialize(deserializer)?),
            Type::Line => Value::Line(Option::<Line>::deserialize(deserializer)?.filter(|line| !line.is_empty())),
            Type::Lines => {
                let lines = Vec::<Line>::deserialize(deserializer)?;
                Value::Lines(lines.into_iter().filter(|line| !line.is_empty()).collect())
            }
            Type::Notes => {
                Value::Notes(Option::<Notes>::deserialize(deserializer)?.filter(|notes| !notes.trim().is_empty()))
            }
            Type::Count => Value::Count(Option::deserialize(deserializer)?),
            Type::Votes => Value::Votes(u64::deserialize(deserializer)?),
            Type::Choice(set) => Value::Choice(read_choice(set, deserializer)?),
            Type::Emotion => Value::Emotion(Option::deserialize(deserializer)?),
            Type::Flag => Value::Flag(bool::deserialize(deserializer)?),
            Type::Date => Value::Date(Option::deserialize(deserializer)?),
            Type::Rules => {
                let mut rules = Vec::<Rule>::deserialize(deserializer)?;
                rules.sort_unstable();
                rules.dedup();
                Value::Rules(rules)
            }
        })
    }
}

/// Reads a choice. It may be missing only if its set has no default.
fn read_choice<'de, D: Deserializer<'de>>(set: ChoiceSet, deserializer: D) -> Result<Option<Choice>, D::Error> {
    let choice = set.read(deserializer)?;
    if choice.is_none() && set.default().is_some() { Err(D::Error::custom("a word is needed")) } else { Ok(choice) }
}

/// Reads a value of a type.
pub(crate) fn read_value<'de, D: Deserializer<'de>>(kind: Type, deserializer: D) -> Result<Value, D::Error> {
    ValueSeed(kind).deserialize(deserializer)
}

impl<'de> Deserialize<'de> for Touchpoint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Touchpoint, D::Error> {
        deserializer.deserialize_struct("Touchpoint", &TOUCHPOINT_KEYS, TouchpointVisitor)
    }
}

struct TouchpointVisitor;

impl<'de> Visitor<'de> for TouchpointVisitor {
    type Value = Touchpoint;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a touchpoint")
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<Touchpoint, A::Error> {
        let mut touchpoint = Touchpoint::default();
        let found = read_struct(entries, &TOUCHPOINT_KEYS, |key, entries| {
            match of_touchpoint(key) {
                Some(field) => read_field(entries, field, &mut touchpoint)?,
                None => touchpoint.id = entries.next_value::<TouchpointId>()?,
            }
            Ok(())
        })?;
        if found.contains(&"name") { Ok(touchpoint) } else { Err(A::Error::missing_field("name")) }
    }
}
