//! A whole map as JSON, with the field names of the map's file; fields at their default are left out.

use std::sync::Arc;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::exporter::{DocumentSource, ExportError, Exported};
use super::field_json::field_to_json;
use crate::map::field::{self, Field};
use crate::map::{Header, JourneyMap, Phase, Touchpoint};
use crate::store::ron_text::FORMAT;

/// Writes the map, one field on each line.
pub fn document(source: &DocumentSource) -> Result<Exported, ExportError> {
    let mut bytes = serde_json::to_vec_pretty(&MapObject(source.map)).map_err(ExportError::library)?;
    bytes.push(b'\n');
    Ok(Exported { bytes, omissions: Vec::new() })
}

struct MapObject<'a>(&'a JourneyMap);

impl Serialize for MapObject<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let header = &**self.0.header();
        let mut object = serializer.serialize_map(None)?;
        object.serialize_entry("format", &FORMAT)?;
        object.serialize_entry("title", &header.title)?;
        serialize_known(&mut object, field::HEADER, header, &Header::new(header.title.clone()))?;
        for phase in Phase::ALL {
            let touchpoints: Vec<_> = self.0.phase(phase).iter().map(TouchpointObject).collect();
            object.serialize_entry(phase.key(), &touchpoints)?;
        }
        object.end()
    }
}

struct TouchpointObject<'a>(&'a Arc<Touchpoint>);

impl Serialize for TouchpointObject<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let TouchpointObject(touchpoint) = self;
        let mut object = serializer.serialize_map(None)?;
        object.serialize_entry("id", &touchpoint.id)?;
        object.serialize_entry("name", &touchpoint.name)?;
        let blank = Touchpoint::new(touchpoint.id, touchpoint.name.clone());
        serialize_known(&mut object, field::TOUCHPOINT, touchpoint, &blank)?;
        object.end()
    }
}

/// Writes the fields that differ from `blank`, an owner of which nothing is known.
fn serialize_known<M: SerializeMap, T>(
    object: &mut M,
    fields: &[Field<T>],
    owner: &T,
    blank: &T,
) -> Result<(), M::Error> {
    for field in fields.iter().filter(|field| !field.is_same(owner, blank)) {
        object.serialize_entry(field.key, &field_to_json(&field.get(owner)))?;
    }
    Ok(())
}
