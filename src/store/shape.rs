//! The fields that a file may have, and what each of them holds.

use serde::de::DeserializeOwned;

use super::config::{Density, LANGUAGES, ThemeName};
use super::fault::FieldOwner;
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
    /// One of a few words, between quotes.
    Choice(&'static [&'static str]),
    /// True, false or not said.
    Switch,
    /// The keys of an action.
    Keys,
    /// The actions of a context.
    Actions,
}

/// A field: its name, what it holds, and whether it must be there.
pub(super) struct Field {
    pub name: &'static str,
    pub shape: Shape,
    pub needed: bool,
}

/// A group of fields in round brackets.
pub(super) struct Record<'a> {
    pub owner: FieldOwner,
    /// The word that may stand before the bracket.
    pub title: &'static str,
    pub fields: &'a [Field],
    /// The names of the fields.
    pub names: &'a [&'static str],
    /// What the fields hold that are groups themselves, field by field.
    pub groups: &'a [Record<'a>],
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
pub(super) const MAP: Record<'static> = Record {
    owner: FieldOwner::Map,
    title: "JourneyMap",
    fields: &MAP_FIELDS,
    names: &names(&MAP_FIELDS),
    groups: &[],
};

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
pub(super) const TOUCHPOINT: Record<'static> = Record {
    owner: FieldOwner::Touchpoint,
    title: "Touchpoint",
    fields: &TOUCHPOINT_FIELDS,
    names: &names(&TOUCHPOINT_FIELDS),
    groups: &[],
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
pub(super) const CONFIGURATION: Record<'static> = Record {
    owner: FieldOwner::Configuration,
    title: "Configuration",
    fields: &CONFIGURATION_FIELDS,
    names: &names(&CONFIGURATION_FIELDS),
    groups: &[],
};

const CONFIGURATION_FIELDS: [Field; 7] = [
    field("language", Shape::Choice(&LANGUAGES)),
    field("theme", Shape::Choice(ThemeName::KEYS)),
    field("ascii", Shape::Switch),
    field("mouse", Shape::Switch),
    field("density", Shape::Choice(Density::KEYS)),
    field("start_screen", Shape::Switch),
    field("title", Shape::Switch),
];

impl<'a> Record<'a> {
    /// The field of that name, in which a dash is written as `_`.
    pub fn field(&self, name: &str) -> Option<&'a Field> {
        self.fields.iter().find(|field| field.name == name || field.name.replace('-', "_") == name)
    }

    /// What a field holds that is a group itself.
    pub fn group(&self, field: &Field) -> Option<&'a Record<'a>> {
        self.fields.iter().position(|other| other.name == field.name).and_then(|nth| self.groups.get(nth))
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
            // Looked at touchpoint by touchpoint, action by action.
            Shape::Touchpoints | Shape::Actions => true,
            Shape::Choice(words) => {
                let read = super::ron_text::options().from_str::<Option<String>>(text);
                read.is_ok_and(|word| word.is_none_or(|word| words.contains(&word.as_str())))
            }
            Shape::Switch => is::<Option<bool>>(text),
            Shape::Keys => is::<Vec<String>>(text),
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
            Shape::Flag | Shape::Switch => Some(&["true", "false"]),
            Shape::Choice(words) => Some(words),
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
            | Shape::Keys
            | Shape::Actions => None,
        }
    }
}
