//! A JSON object whose fields keep their order and the text of their values.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde_json::value::RawValue;

/// A JSON object: its fields in their order, each with the text of its value.
pub(crate) struct JsonObject<'a>(pub Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for JsonObject<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<JsonObject<'a>, D::Error> {
        struct Fields;

        impl<'de> Visitor<'de> for Fields {
            type Value = JsonObject<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<JsonObject<'de>, A::Error> {
                let mut fields = Vec::new();
                while let Some((FieldName(name), value)) = map.next_entry()? {
                    fields.push((name, value));
                }
                Ok(JsonObject(fields))
            }
        }

        deserializer.deserialize_map(Fields)
    }
}

/// The name of a field, borrowed from the text unless it has escapes.
struct FieldName<'a>(Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for FieldName<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<FieldName<'a>, D::Error> {
        struct Text;

        impl<'de> Visitor<'de> for Text {
            type Value = FieldName<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text")
            }

            fn visit_borrowed_str<E: Error>(self, name: &'de str) -> Result<FieldName<'de>, E> {
                Ok(FieldName(Cow::Borrowed(name)))
            }

            fn visit_str<E: Error>(self, name: &str) -> Result<FieldName<'de>, E> {
                Ok(FieldName(Cow::Owned(name.to_owned())))
            }
        }

        deserializer.deserialize_str(Text)
    }
}

impl<'a> JsonObject<'a> {
    /// Parses an object; none if the value is something else.
    pub fn of(raw: &'a RawValue) -> Option<JsonObject<'a>> {
        raw.get().starts_with('{').then(|| serde_json::from_str(raw.get()).ok()).flatten()
    }

    /// Returns the fields whose name an earlier field has already.
    pub(crate) fn repeated(&self) -> impl Iterator<Item = &(Cow<'a, str>, &'a RawValue)> {
        let mut seen = HashSet::new();
        self.0.iter().filter(move |(name, _)| !seen.insert(&**name))
    }

    /// Returns true if the object has a field of that name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(each, _)| each == name)
    }
}
