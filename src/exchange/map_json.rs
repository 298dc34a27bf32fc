//! A whole map as JSON, with the fields' names of the file; what is at its default is left out.

use std::sync::Arc;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::field_json::field_to_json;
use super::{DocumentSource, ExportError, Exported};
use crate::map::field::{self, Field};
use crate::map::{Header, JourneyMap, Phase, Touchpoint};
use crate::store::ron_text::FORMAT;

/// Writes the map, a field a line.
pub fn document(subject: &DocumentSource) -> Result<Exported, ExportError> {
    let mut bytes = serde_json::to_vec_pretty(&Whole(subject.map)).map_err(ExportError::library)?;
    bytes.push(b'\n');
    Ok(Exported { bytes, omissions: Vec::new() })
}

struct Whole<'a>(&'a JourneyMap);

impl Serialize for Whole<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let header = &**self.0.header();
        let mut object = serializer.serialize_map(None)?;
        object.serialize_entry("format", &FORMAT)?;
        object.serialize_entry("title", &header.title)?;
        put_known(&mut object, field::HEADER, header, &Header::new(header.title.clone()))?;
        for phase in Phase::ALL {
            let touchpoints: Vec<_> = self.0.phase(phase).iter().map(Described).collect();
            object.serialize_entry(phase.key(), &touchpoints)?;
        }
        object.end()
    }
}

struct Described<'a>(&'a Arc<Touchpoint>);

impl Serialize for Described<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Described(touchpoint) = self;
        let mut object = serializer.serialize_map(None)?;
        object.serialize_entry("id", &touchpoint.id)?;
        object.serialize_entry("name", &touchpoint.name)?;
        let blank = Touchpoint::new(touchpoint.id, touchpoint.name.clone());
        put_known(&mut object, field::TOUCHPOINT, touchpoint, &blank)?;
        object.end()
    }
}

/// Writes the fields that are not as they are where nothing is known.
fn put_known<M: SerializeMap, T>(object: &mut M, fields: &[Field<T>], owner: &T, blank: &T) -> Result<(), M::Error> {
    for field in fields.iter().filter(|field| !(field.same)(owner, blank)) {
        object.serialize_entry(field.key, &field_to_json(&(field.get)(owner)))?;
    }
    Ok(())
}
