//! The fields that a file may have, and what each of them holds.

use serde::de::DeserializeOwned;

use super::fault::Owner;
use crate::map::{Agent, Contact, Emotion, Evidence, Intent, Kind, Line, Name, Notes, Rule, TouchpointId};

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Format,
    Name,
    Line,
    Notes,
    Lines,
    Id,
    Kind,
    Intent,
    Contact,
    Agent,
    Evidence,
    Emotion,
    Flag,
    Reach,
    Votes,
    Rules,
    Touchpoints,
    Language,
}

/// A field: its name, what it holds, and whether it must be there.
pub(super) struct Field {
    pub name: &'static str,
    pub shape: Shape,
    pub needed: bool,
}

/// A group of fields in round brackets.
pub(super) struct Record {
    pub owner: Owner,
    /// The word that may stand before the bracket.
    pub title: &'static str,
    pub fields: &'static [Field],
    /// The names of the fields.
    pub names: &'static [&'static str],
}

const fn names<const COUNT: usize>(fields: &[Field; COUNT]) -> [&'static str; COUNT] {
    let mut names = [""; COUNT];
    let mut at = 0;
    while at < COUNT {
        names[at] = fields[at].name;
        at += 1;
    }
    names
}

const fn needed(name: &'static str, shape: Shape) -> Field {
    Field { name, shape, needed: true }
}

const fn field(name: &'static str, shape: Shape) -> Field {
    Field { name, shape, needed: false }
}

/// The fields of a map.
pub(super) const MAP: Record =
    Record { owner: Owner::Map, title: "JourneyMap", fields: &MAP_FIELDS, names: &names(&MAP_FIELDS) };

const MAP_FIELDS: [Field; 13] = [
    needed("format", Shape::Format),
    needed("title", Shape::Name),
    field("company", Shape::Line),
    field("persona", Shape::Line),
    field("scenario", Shape::Line),
    field("goal", Shape::Line),
    field("notes", Shape::Notes),
    field("objectives", Shape::Lines),
    field("unit", Shape::Line),
    field("period", Shape::Line),
    field("before", Shape::Touchpoints),
    field("during", Shape::Touchpoints),
    field("after", Shape::Touchpoints),
];

/// The fields of a touchpoint.
pub(super) const TOUCHPOINT: Record = Record {
    owner: Owner::Touchpoint,
    title: "Touchpoint",
    fields: &TOUCHPOINT_FIELDS,
    names: &names(&TOUCHPOINT_FIELDS),
};

const TOUCHPOINT_FIELDS: [Field; 23] = [
    field("id", Shape::Id),
    needed("name", Shape::Name),
    field("kind", Shape::Kind),
    field("intent", Shape::Intent),
    field("channel", Shape::Line),
    field("context", Shape::Line),
    field("need", Shape::Line),
    field("value", Shape::Line),
    field("contact", Shape::Contact),
    field("agent", Shape::Agent),
    field("actors", Shape::Lines),
    field("emotion", Shape::Emotion),
    field("critical", Shape::Flag),
    field("with_previous", Shape::Flag),
    field("reach", Shape::Reach),
    field("evidence", Shape::Evidence),
    field("pain", Shape::Line),
    field("action", Shape::Line),
    field("owner", Shape::Line),
    field("kpi", Shape::Line),
    field("votes", Shape::Votes),
    field("accepted", Shape::Rules),
    field("notes", Shape::Notes),
];

/// The fields of the configuration.
pub(super) const CONFIGURATION: Record = Record {
    owner: Owner::Configuration,
    title: "Configuration",
    fields: &CONFIGURATION_FIELDS,
    names: &names(&CONFIGURATION_FIELDS),
};

const CONFIGURATION_FIELDS: [Field; 1] = [field("language", Shape::Language)];

impl Record {
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}

impl Shape {
    /// Whether the RON library takes a text as a value of this shape.
    pub fn fits(self, text: &str) -> bool {
        fn is<T: DeserializeOwned>(text: &str) -> bool {
            super::ron_text::options().from_str::<T>(text).is_ok()
        }
        match self {
            Shape::Format => is::<u64>(text),
            Shape::Name => is::<Name>(text),
            Shape::Line => is::<Option<Line>>(text),
            Shape::Notes => is::<Option<Notes>>(text),
            Shape::Lines => is::<Vec<Line>>(text),
            Shape::Id => is::<TouchpointId>(text),
            Shape::Kind => is::<Option<Kind>>(text),
            Shape::Intent => is::<Option<Intent>>(text),
            Shape::Contact => is::<Option<Contact>>(text),
            Shape::Agent => is::<Option<Agent>>(text),
            Shape::Evidence => is::<Evidence>(text),
            Shape::Emotion => is::<Option<Emotion>>(text),
            Shape::Flag => is::<bool>(text),
            Shape::Reach => is::<Option<u64>>(text),
            Shape::Votes => is::<u64>(text),
            Shape::Rules => is::<Vec<Rule>>(text),
            // Looked at touchpoint by touchpoint.
            Shape::Touchpoints => true,
            Shape::Language => is::<Option<super::config::LanguageCode>>(text),
        }
    }

    /// The words that the value may be or hold, if these are few.
    pub fn words(self) -> Option<&'static [&'static str]> {
        match self {
            Shape::Kind => Some(&["Online", "Offline", "Product"]),
            Shape::Intent => Some(&["Intentional", "Unintentional"]),
            Shape::Contact => Some(&["Direct", "Indirect"]),
            Shape::Agent => Some(&["Person", "Machine"]),
            Shape::Evidence => Some(&["Assumed", "Reported", "Measured"]),
            Shape::Flag => Some(&["true", "false"]),
            Shape::Rules => Some(Rule::ACCEPTABLE),
            Shape::Format
            | Shape::Name
            | Shape::Line
            | Shape::Notes
            | Shape::Lines
            | Shape::Id
            | Shape::Emotion
            | Shape::Reach
            | Shape::Votes
            | Shape::Touchpoints
            | Shape::Language => None,
        }
    }
}
