//! The contents of a map file: the format number, the fields of the map and the three phases.

use std::fmt;
use std::sync::Arc;

use ron::error::SpannedError;
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::shape::MAP;
use crate::map::field::of_header;
use crate::map::field::serial::{read_field, read_struct};
use crate::map::{Header, JourneyMap, Phase, TOUCHPOINT_LIMIT, Touchpoint};

/// The message of the error that a list has more touchpoints than a map can have.
const TOO_MANY_TOUCHPOINTS: &str = "too many touchpoints";

/// A map as read from a file.
#[derive(Default)]
pub(super) struct DeserializedMap {
    pub format: u64,
    pub header: Header,
    /// The touchpoints of each phase, in the order of [`Phase::ALL`].
    pub phases: [Vec<Arc<Touchpoint>>; 3],
}

/// Reads a map. Touchpoints that another map has at the same places are shared with it.
#[derive(Default)]
pub(super) struct MapSeed<'a> {
    pub similar: Option<&'a JourneyMap>,
}

impl<'de> DeserializeSeed<'de> for MapSeed<'_> {
    type Value = DeserializedMap;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<DeserializedMap, D::Error> {
        deserializer.deserialize_struct(MAP.struct_name, MAP.names, self)
    }
}

/// True if the error is that a map has too many touchpoints. It is placed at the first one that is too many.
pub(super) fn is_too_many_touchpoints(error: &SpannedError) -> bool {
    matches!(&error.code, ron::Error::Message(message) if message == TOO_MANY_TOUCHPOINTS)
}

impl<'de> Visitor<'de> for MapSeed<'_> {
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
                (None, Some(phase)) => {
                    let earlier: usize = map.phases.iter().map(Vec::len).sum();
                    let similar = self.similar.map(|map| map.phase(phase)).unwrap_or_default();
                    map.phases[phase.index()] = entries.next_value_seed(PhaseSeed { earlier, similar })?;
                }
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

/// Reads the touchpoints of a phase. Fails at the first one that is too many for a map.
struct PhaseSeed<'a> {
    /// The number of touchpoints in the phases read before.
    earlier: usize,
    /// The touchpoints of the similar map.
    similar: &'a [Arc<Touchpoint>],
}

impl<'de> DeserializeSeed<'de> for PhaseSeed<'_> {
    type Value = Vec<Arc<Touchpoint>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<Arc<Touchpoint>>, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for PhaseSeed<'_> {
    type Value = Vec<Arc<Touchpoint>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of touchpoints")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Vec<Arc<Touchpoint>>, A::Error> {
        let mut touchpoints = Vec::new();
        while let Some(touchpoint) =
            items.next_element_seed(TouchpointSeed { has_room: self.earlier + touchpoints.len() < TOUCHPOINT_LIMIT })?
        {
            let shared = self.similar.get(touchpoints.len()).filter(|similar| ***similar == touchpoint);
            touchpoints.push(shared.cloned().unwrap_or_else(|| Arc::new(touchpoint)));
        }
        Ok(touchpoints)
    }
}

/// Reads a touchpoint, if the map has room for it.
struct TouchpointSeed {
    has_room: bool,
}

impl<'de> DeserializeSeed<'de> for TouchpointSeed {
    type Value = Touchpoint;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Touchpoint, D::Error> {
        if self.has_room { Touchpoint::deserialize(deserializer) } else { Err(D::Error::custom(TOO_MANY_TOUCHPOINTS)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::ron_dialect::{options, syntax_fault};

    #[test]
    fn the_first_touchpoint_that_is_too_many_for_a_map_is_a_fault() {
        let text = r#"[(name: "a"), (name: "b")]"#;
        let read = |earlier| options().from_str_seed(text, PhaseSeed { earlier, similar: &[] });
        assert_eq!(read(TOUCHPOINT_LIMIT - 2).map(|touchpoints| touchpoints.len()), Ok(2));
        let error = read(TOUCHPOINT_LIMIT - 1).unwrap_err();
        assert!(is_too_many_touchpoints(&error));
        assert_eq!(&text[syntax_fault(text, 0, &error).span.start..], r#"(name: "b")]"#);
    }
}
