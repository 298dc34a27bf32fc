//! The contents of a map file: the format number, the fields of the map and the three phases.

use std::fmt;
use std::sync::Arc;

use serde::de::{Deserializer, Error, MapAccess, Visitor};
use serde::ser::{SerializeStruct, Serializer};
use serde::{Deserialize, Serialize};

use super::format_number::FORMAT;
use super::shape::MAP;
use crate::map::field::serial::{read_field, read_struct, write_fields};
use crate::map::field::{HEADER, of_header};
use crate::map::{Header, JourneyMap, Phase, Touchpoint};

/// A map as read from a file.
#[derive(Default)]
pub(super) struct DeserializedMap {
    pub format: u64,
    pub header: Header,
    /// The touchpoints of each phase, in the order of [`Phase::ALL`].
    pub phases: [Vec<Arc<Touchpoint>>; 3],
}

impl<'de> Deserialize<'de> for DeserializedMap {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<DeserializedMap, D::Error> {
        deserializer.deserialize_struct(MAP.struct_name, MAP.names, MapVisitor)
    }
}

struct MapVisitor;

impl<'de> Visitor<'de> for MapVisitor {
    type Value = DeserializedMap;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<DeserializedMap, A::Error> {
        let mut map = DeserializedMap::default();
        let found = read_struct(entries, MAP.names, |key, entries| {
            let phase = Phase::ALL.into_iter().find(|phase| phase.key() == key);
            match (of_header(key), phase) {
                (Some(field), _) => read_field(entries, field, &mut map.header)?,
                (None, Some(phase)) => map.phases[phase.index()] = entries.next_value()?,
                (None, None) => map.format = entries.next_value()?,
            }
            Ok(())
        })?;
        match MAP.fields.iter().find(|field| field.required && !found.contains(&field.name)) {
            Some(missing) => Err(A::Error::missing_field(missing.name)),
            None => Ok(map),
        }
    }
}

/// A map that serializes as the contents of a file.
pub(super) struct SerializableMap<'a>(pub &'a JourneyMap);

impl Serialize for SerializableMap<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut structure = serializer.serialize_struct(MAP.struct_name, MAP.names.len())?;
        structure.serialize_field("format", &FORMAT)?;
        write_fields(&mut structure, HEADER, &**self.0.header())?;
        for phase in Phase::ALL {
            let touchpoints: &[Arc<Touchpoint>] = self.0.phase(phase);
            structure.serialize_field(phase.key(), touchpoints)?;
        }
        structure.end()
    }
}
