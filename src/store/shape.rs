//! The fields that a file may have, and the values that each field takes.

use serde::de::DeserializeOwned;

use super::config_values::{Density, LANGUAGES, ThemeName};
use super::fault::FieldOwner;
use crate::map::field::serial::read_value;
use crate::map::field::{Field, HEADER, TOUCHPOINT as TOUCHPOINT_TABLE, TOUCHPOINT_KEYS, Type};
use crate::map::{Phase, TouchpointId};

/// The values that a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ValueShape {
    /// A field of the map or of a touchpoint.
    Map(Type),
    /// The number of the file's format.
    Format,
    Id,
    Touchpoints,
    /// One of these words in quotes.
    Choice(&'static [&'static str]),
    /// True or false; optional.
    Switch,
    /// A list of keys for an action.
    Keys,
    /// A list of actions with their keys.
    Actions,
}

/// One field: its name, its values, and whether it is required.
pub(super) struct FieldShape {
    pub name: &'static str,
    pub shape: ValueShape,
    pub required: bool,
}

/// The fields between two round brackets.
pub(super) struct RecordShape<'a> {
    pub owner: FieldOwner,
    /// The name that may be written before the bracket.
    pub struct_name: &'static str,
    pub fields: &'a [FieldShape],
    /// The names of the fields.
    pub names: &'a [&'static str],
    /// The record that is the value of each field; empty if the values are not records.
    pub inner_records: &'a [RecordShape<'a>],
}

/// The fields of a map: its format, its own fields and its phases.
pub(super) const MAP: RecordShape<'static> = RecordShape {
    owner: FieldOwner::Map,
    struct_name: "JourneyMap",
    fields: &MAP_FIELDS,
    names: &names(&MAP_FIELDS),
    inner_records: &[],
};

const MAP_FIELDS: [FieldShape; 1 + HEADER.len() + Phase::ALL.len()] = {
    let mut fields = [const { required("format", ValueShape::Format) }; 1 + HEADER.len() + Phase::ALL.len()];
    let mut at = 0;
    while at < HEADER.len() {
        fields[1 + at] = map_field(&HEADER[at]);
        at += 1;
    }
    let mut at = 0;
    while at < Phase::ALL.len() {
        fields[1 + HEADER.len() + at] = optional(Phase::ALL[at].key(), ValueShape::Touchpoints);
        at += 1;
    }
    fields
};

/// The fields of a touchpoint.
pub(super) const TOUCHPOINT: RecordShape<'static> = RecordShape {
    owner: FieldOwner::Touchpoint,
    struct_name: "Touchpoint",
    fields: &TOUCHPOINT_FIELDS,
    names: &TOUCHPOINT_KEYS,
    inner_records: &[],
};

const TOUCHPOINT_FIELDS: [FieldShape; 1 + TOUCHPOINT_TABLE.len()] = {
    let mut fields = [const { optional("id", ValueShape::Id) }; 1 + TOUCHPOINT_TABLE.len()];
    let mut at = 0;
    while at < TOUCHPOINT_TABLE.len() {
        fields[1 + at] = map_field(&TOUCHPOINT_TABLE[at]);
        at += 1;
    }
    fields
};

/// The fields of the configuration.
pub(super) const CONFIGURATION: RecordShape<'static> = RecordShape {
    owner: FieldOwner::Configuration,
    struct_name: "Configuration",
    fields: &CONFIGURATION_FIELDS,
    names: &names(&CONFIGURATION_FIELDS),
    inner_records: &[],
};

const CONFIGURATION_FIELDS: [FieldShape; 9] = [
    optional("language", ValueShape::Choice(&LANGUAGES)),
    optional("theme", ValueShape::Choice(ThemeName::KEYS)),
    optional("ascii", ValueShape::Switch),
    optional("mouse", ValueShape::Switch),
    optional("density", ValueShape::Choice(Density::KEYS)),
    optional("start_screen", ValueShape::Switch),
    optional("title", ValueShape::Switch),
    optional("live", ValueShape::Switch),
    optional("escape_time", ValueShape::Map(Type::Count)),
];

const fn required(name: &'static str, shape: ValueShape) -> FieldShape {
    FieldShape { name, shape, required: true }
}

const fn optional(name: &'static str, shape: ValueShape) -> FieldShape {
    FieldShape { name, shape, required: false }
}

/// Returns the shape of a field of the map or of a touchpoint. Only names are required.
const fn map_field<S>(field: &Field<S>) -> FieldShape {
    FieldShape { name: field.key, shape: ValueShape::Map(field.kind), required: matches!(field.kind, Type::Name) }
}

const fn names<const COUNT: usize>(fields: &[FieldShape; COUNT]) -> [&'static str; COUNT] {
    let mut names = [""; COUNT];
    let mut at = 0;
    while at < COUNT {
        names[at] = fields[at].name;
        at += 1;
    }
    names
}

impl<'a> RecordShape<'a> {
    /// Finds a field by its name. Dashes may be written as `_`.
    pub(crate) fn field(&self, name: &str) -> Option<&'a FieldShape> {
        self.fields.iter().find(|field| field.name == name || field.name.replace('-', "_") == name)
    }

    /// Returns the record that is the value of a field, if it is one.
    pub(crate) fn inner_record(&self, field: &FieldShape) -> Option<&'a RecordShape<'a>> {
        self.fields.iter().position(|other| other.name == field.name).and_then(|nth| self.inner_records.get(nth))
    }
}

impl ValueShape {
    /// True if the RON library reads the text as a value of this shape.
    pub(crate) fn fits(self, text: &str) -> bool {
        fn is<T: DeserializeOwned>(text: &str) -> bool {
            super::ron_dialect::options().from_str::<T>(text).is_ok()
        }
        match self {
            ValueShape::Map(kind) => {
                let mut reader = ron::Deserializer::from_str_with_options(text, &super::ron_dialect::options());
                reader.as_mut().is_ok_and(|reader| read_value(kind, &mut *reader).is_ok() && reader.end().is_ok())
            }
            ValueShape::Format => is::<u64>(text),
            ValueShape::Id => is::<TouchpointId>(text),
            // Their items are checked one by one.
            ValueShape::Touchpoints | ValueShape::Actions => true,
            ValueShape::Choice(words) => {
                let read = super::ron_dialect::options().from_str::<Option<String>>(text);
                read.is_ok_and(|word| word.is_none_or(|word| words.contains(&word.as_str())))
            }
            ValueShape::Switch => is::<Option<bool>>(text),
            ValueShape::Keys => is::<Vec<String>>(text),
        }
    }
}
