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

/// A map as a file holds it.
#[derive(Default)]
pub(super) struct FileMap {
    pub format: u64,
    pub header: Header,
    /// The touchpoints of each phase, in the order of [`Phase::ALL`].
    pub phases: [Vec<Touchpoint>; 3],
}

impl<'de> Deserialize<'de> for FileMap {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<FileMap, D::Error> {
        from.deserialize_struct(MAP.title, MAP.names, FileMapVisitor)
    }
}

struct FileMapVisitor;

impl<'de> Visitor<'de> for FileMapVisitor {
    type Value = FileMap;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, from: A) -> Result<FileMap, A::Error> {
        let mut map = FileMap::default();
        let found = read_struct(from, MAP.names, |key, from| {
            let phase = Phase::ALL.into_iter().find(|phase| phase.key() == key);
            match (of_header(key), phase) {
                (Some(field), _) => read_field(from, field, &mut map.header)?,
                (None, Some(phase)) => map.phases[phase.index()] = from.next_value()?,
                (None, None) => map.format = from.next_value()?,
            }
            Ok(())
        })?;
        match MAP.fields.iter().find(|field| field.needed && !found.contains(&field.name)) {
            Some(missing) => Err(A::Error::missing_field(missing.name)),
            None => Ok(map),
        }
    }
}

/// Writes a map as the contents of a file.
pub(super) struct MapFile<'a>(pub &'a JourneyMap);

impl Serialize for MapFile<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut to = serializer.serialize_struct(MAP.title, MAP.names.len())?;
        to.serialize_field("format", &FORMAT)?;
        write_fields(&mut to, HEADER, &**self.0.header())?;
        for phase in Phase::ALL {
            let touchpoints: &[Arc<Touchpoint>] = self.0.phase(phase);
            to.serialize_field(phase.key(), touchpoints)?;
        }
        to.end()
    }
}
