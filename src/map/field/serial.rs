//! Reading and writing fields with serde, by the tables.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};
use serde::ser::{SerializeStruct, Serializer};
use serde::{Deserialize, Serialize};

use super::{Field, TOUCHPOINT, TOUCHPOINT_KEYS, Type, Value, of_touchpoint};
use crate::map::choice::ChoiceSet;
use crate::map::{Line, Name, Notes, Rule, Touchpoint, TouchpointId};

/// Writes the fields that differ from their default.
pub(crate) fn write_fields<S, W: SerializeStruct>(
    to: &mut W,
    fields: &'static [Field<S>],
    owner: &S,
) -> Result<(), W::Error> {
    for field in fields {
        let value = field.get(owner);
        if !value.is_default() {
            to.serialize_field(field.key, &value)?;
        }
    }
    Ok(())
}

/// Reads the keys and values of a struct, and calls `read` with each key to take its value.
///
/// An unknown key and a key that comes twice are errors.
pub(crate) fn read_struct<'de, A: MapAccess<'de>>(
    mut from: A,
    keys: &'static [&'static str],
    mut read: impl FnMut(&'static str, &mut A) -> Result<(), A::Error>,
) -> Result<Vec<&'static str>, A::Error> {
    let mut found = Vec::with_capacity(keys.len());
    while let Some(key) = from.next_key_seed(KeySeed(keys))? {
        if found.contains(&key) {
            return Err(A::Error::duplicate_field(key));
        }
        found.push(key);
        read(key, &mut from)?;
    }
    Ok(found)
}

/// Reads the next value of `from` into a field.
pub(crate) fn read_field<'de, S, A: MapAccess<'de>>(
    from: &mut A,
    field: &Field<S>,
    owner: &mut S,
) -> Result<(), A::Error> {
    let value = from.next_value_seed(ValueSeed(field.kind))?;
    field.set(owner, value);
    Ok(())
}

/// Reads one of the known keys.
struct KeySeed(&'static [&'static str]);

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = &'static str;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<&'static str, D::Error> {
        from.deserialize_identifier(self)
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

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Value, D::Error> {
        Ok(match self.0 {
            Type::Name => Value::Name(Name::deserialize(from)?),
            Type::Line => Value::Line(Option::<Line>::deserialize(from)?.filter(|line| !line.is_empty())),
            Type::Lines => {
                let lines = Vec::<Line>::deserialize(from)?;
                Value::Lines(lines.into_iter().filter(|line| !line.is_empty()).collect())
            }
            Type::Notes => Value::Notes(Option::<Notes>::deserialize(from)?.filter(|notes| !notes.trim().is_empty())),
            Type::Count => Value::Count(Option::deserialize(from)?),
            Type::Votes => Value::Votes(u64::deserialize(from)?),
            Type::Choice(set) => Value::Choice(read_choice(set, from)?),
            Type::Emotion => Value::Emotion(Option::deserialize(from)?),
            Type::Flag => Value::Flag(bool::deserialize(from)?),
            Type::Date => Value::Date(Option::deserialize(from)?),
            Type::Rules => {
                let mut rules = Vec::<Rule>::deserialize(from)?;
                rules.sort_unstable();
                rules.dedup();
                Value::Rules(rules)
            }
        })
    }
}

/// Reads a choice; it may be left open only if its set has no default.
fn read_choice<'de, D: Deserializer<'de>>(set: ChoiceSet, from: D) -> Result<Option<crate::map::Choice>, D::Error> {
    let choice = set.read(from)?;
    if choice.is_none() && set.default().is_some() { Err(D::Error::custom("a word is needed")) } else { Ok(choice) }
}

/// True if a text in the notation of `deserializer` is a value of the type.
pub(crate) fn read_value<'de, D: Deserializer<'de>>(kind: Type, from: D) -> Result<Value, D::Error> {
    ValueSeed(kind).deserialize(from)
}

impl Serialize for Touchpoint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut to = serializer.serialize_struct("Touchpoint", TOUCHPOINT_KEYS.len())?;
        to.serialize_field("id", &self.id)?;
        write_fields(&mut to, TOUCHPOINT, self)?;
        to.end()
    }
}

impl<'de> Deserialize<'de> for Touchpoint {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Touchpoint, D::Error> {
        from.deserialize_struct("Touchpoint", &TOUCHPOINT_KEYS, TouchpointVisitor)
    }
}

struct TouchpointVisitor;

impl<'de> Visitor<'de> for TouchpointVisitor {
    type Value = Touchpoint;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a touchpoint")
    }

    fn visit_map<A: MapAccess<'de>>(self, from: A) -> Result<Touchpoint, A::Error> {
        let mut touchpoint = Touchpoint::default();
        let found = read_struct(from, &TOUCHPOINT_KEYS, |key, from| {
            match of_touchpoint(key) {
                Some(field) => read_field(from, field, &mut touchpoint)?,
                None => touchpoint.id = from.next_value::<TouchpointId>()?,
            }
            Ok(())
        })?;
        if found.contains(&"name") { Ok(touchpoint) } else { Err(A::Error::missing_field("name")) }
    }
}
