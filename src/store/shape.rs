//! The fields that a file may have, and the values that each field takes.

use serde::de::DeserializeOwned;

use super::config_values::{Density, LANGUAGES, ThemeName};
use super::fault::FieldOwner;
use crate::map::field::serial::read_value;
use crate::map::field::{Field, HEADER, TOUCHPOINT as TOUCHPOINT_TABLE, TOUCHPOINT_KEYS, Type};
use crate::map::{Phase, Rule, TouchpointId};

/// The values that a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ValueShape {
    /// A field of the map or of a touchpoint.
    Map(Type),
    /// The number of the file's format.
    Format,
    Id,
    Touchpoints,
    /// One of a few words in quotes.
    Choice(&'static [&'static str]),
    /// True or false, or left open.
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
    pub needed: bool,
}

/// The fields between two round brackets.
pub(super) struct RecordShape<'a> {
    pub owner: FieldOwner,
    /// The word that may stand before the bracket.
    pub title: &'static str,
    pub fields: &'a [FieldShape],
    /// The names of the fields.
    pub names: &'a [&'static str],
    /// The records inside the fields, one for each field; empty if the fields hold no records.
    pub groups: &'a [RecordShape<'a>],
}

/// The fields of a map: its format, its own fields and its phases.
pub(super) const MAP: RecordShape<'static> = RecordShape {
    owner: FieldOwner::Map,
    title: "JourneyMap",
    fields: &MAP_FIELDS,
    names: &names(&MAP_FIELDS),
    groups: &[],
};

const MAP_FIELDS: [FieldShape; 1 + HEADER.len() + Phase::ALL.len()] = {
    let mut fields = [const { needed("format", ValueShape::Format) }; 1 + HEADER.len() + Phase::ALL.len()];
    let mut at = 0;
    while at < HEADER.len() {
        fields[1 + at] = of_map(&HEADER[at]);
        at += 1;
    }
    let mut at = 0;
    while at < Phase::ALL.len() {
        fields[1 + HEADER.len() + at] = field(Phase::ALL[at].key(), ValueShape::Touchpoints);
        at += 1;
    }
    fields
};

/// The fields of a touchpoint.
pub(super) const TOUCHPOINT: RecordShape<'static> = RecordShape {
    owner: FieldOwner::Touchpoint,
    title: "Touchpoint",
    fields: &TOUCHPOINT_FIELDS,
    names: &TOUCHPOINT_KEYS,
    groups: &[],
};

const TOUCHPOINT_FIELDS: [FieldShape; 1 + TOUCHPOINT_TABLE.len()] = {
    let mut fields = [const { field("id", ValueShape::Id) }; 1 + TOUCHPOINT_TABLE.len()];
    let mut at = 0;
    while at < TOUCHPOINT_TABLE.len() {
        fields[1 + at] = of_map(&TOUCHPOINT_TABLE[at]);
        at += 1;
    }
    fields
};

/// The fields of the configuration.
pub(super) const CONFIGURATION: RecordShape<'static> = RecordShape {
    owner: FieldOwner::Configuration,
    title: "Configuration",
    fields: &CONFIGURATION_FIELDS,
    names: &names(&CONFIGURATION_FIELDS),
    groups: &[],
};

const CONFIGURATION_FIELDS: [FieldShape; 7] = [
    field("language", ValueShape::Choice(&LANGUAGES)),
    field("theme", ValueShape::Choice(ThemeName::KEYS)),
    field("ascii", ValueShape::Switch),
    field("mouse", ValueShape::Switch),
    field("density", ValueShape::Choice(Density::KEYS)),
    field("start_screen", ValueShape::Switch),
    field("title", ValueShape::Switch),
];

const fn needed(name: &'static str, shape: ValueShape) -> FieldShape {
    FieldShape { name, shape, needed: true }
}

const fn field(name: &'static str, shape: ValueShape) -> FieldShape {
    FieldShape { name, shape, needed: false }
}

/// Returns the shape of a field of the map or of a touchpoint. Only names are required.
const fn of_map<S>(field: &Field<S>) -> FieldShape {
    FieldShape { name: field.key, shape: ValueShape::Map(field.kind), needed: matches!(field.kind, Type::Name) }
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
    /// Finds a field by its name, in which a dash may be written as `_`.
    pub(crate) fn field(&self, name: &str) -> Option<&'a FieldShape> {
        self.fields.iter().find(|field| field.name == name || field.name.replace('-', "_") == name)
    }

    /// Returns the record inside a field; none if the field holds a plain value.
    pub(crate) fn group(&self, field: &FieldShape) -> Option<&'a RecordShape<'a>> {
        self.fields.iter().position(|other| other.name == field.name).and_then(|nth| self.groups.get(nth))
    }
}

impl ValueShape {
    /// True if the RON library takes the text as a value of this shape.
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
            // Their contents are checked one by one.
            ValueShape::Touchpoints | ValueShape::Actions => true,
            ValueShape::Choice(words) => {
                let read = super::ron_dialect::options().from_str::<Option<String>>(text);
                read.is_ok_and(|word| word.is_none_or(|word| words.contains(&word.as_str())))
            }
            ValueShape::Switch => is::<Option<bool>>(text),
            ValueShape::Keys => is::<Vec<String>>(text),
        }
    }

    /// Returns the words that the value may be or contain; none if it takes other values too.
    pub(crate) fn words(self) -> Option<&'static [&'static str]> {
        match self {
            ValueShape::Map(Type::Choice(set)) => Some(set.names()),
            ValueShape::Map(Type::Flag) | ValueShape::Switch => Some(&["true", "false"]),
            ValueShape::Map(Type::Rules) => Some(Rule::SILENCEABLE),
            ValueShape::Choice(words) => Some(words),
            ValueShape::Map(
                Type::Name
                | Type::Line
                | Type::Lines
                | Type::Notes
                | Type::Count
                | Type::Votes
                | Type::Emotion
                | Type::Date,
            )
            | ValueShape::Format
            | ValueShape::Id
            | ValueShape::Touchpoints
            | ValueShape::Keys
            | ValueShape::Actions => None,
        }
    }
}
