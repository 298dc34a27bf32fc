//! The fields of touchpoints and of the map itself, one table each, for all that looks at them one by one.

use super::{Agent, Contact, Emotion, Evidence, Header, Intent, Kind, Line, Name, Notes, Rule, Touchpoint};

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    Name(Name),
    Line(Option<Line>),
    Lines(Vec<Line>),
    Notes(Option<Notes>),
    Reach(Option<u64>),
    Votes(u64),
    Kind(Option<Kind>),
    Intent(Option<Intent>),
    Contact(Option<Contact>),
    Agent(Option<Agent>),
    Emotion(Option<Emotion>),
    Evidence(Evidence),
    Flag(bool),
    Rules(Vec<Rule>),
}

/// One field of an `S`.
#[derive(Clone, Copy, Debug)]
pub struct Field<S> {
    /// The field's name in the file.
    pub key: &'static str,
    /// Whether two have the same in it.
    pub same: fn(&S, &S) -> bool,
    /// What it holds.
    pub get: fn(&S) -> Value,
    /// Makes it hold a value of its own sort; any other alters nothing.
    pub put: fn(&mut S, Value),
}

/// A table of all fields; one that the type has and the table lacks does not compile.
macro_rules! fields {
    ($(#[$doc:meta])* $table:ident of $owner:ident: $($field:ident $shape:ident),+; besides $($other:ident)*) => {
        $(#[$doc])*
        pub const $table: &[Field<$owner>] = {
            const fn complete(all: &$owner) {
                let $owner { $($field: _,)+ $($other: _,)* } = all;
            }
            // Only compiled.
            let _ = complete;
            &[$(Field {
                key: stringify!($field),
                same: |one, other| one.$field == other.$field,
                get: |owner| Value::$shape(owner.$field.clone()),
                put: |owner, value| {
                    if let Value::$shape(value) = value {
                        owner.$field = value;
                    }
                },
            }),+]
        };
    };
}

fields! {
    /// The fields of a touchpoint besides its identity, in the file's order.
    TOUCHPOINT of Touchpoint:
        name Name, kind Kind, intent Intent, channel Line, context Line, need Line, value Line, contact Contact,
        agent Agent, actors Lines, emotion Emotion, critical Flag, with_previous Flag, reach Reach,
        evidence Evidence, pain Line, action Line, owner Line, kpi Line, votes Votes, accepted Rules, notes Notes;
    besides id
}

fields! {
    /// The fields of the map itself, in the file's order.
    HEADER of Header:
        title Name, company Line, persona Line, scenario Line, goal Line, notes Notes, objectives Lines, unit Line,
        period Line;
    besides
}

impl<S> Field<S> {
    /// Makes the field hold in one what it holds in another.
    pub fn copy(&self, to: &mut S, from: &S) {
        (self.put)(to, (self.get)(from));
    }
}

/// The field of a touchpoint with that name in the file.
pub fn of_touchpoint(key: &str) -> Option<&'static Field<Touchpoint>> {
    TOUCHPOINT.iter().find(|field| field.key == key)
}

/// The field of the map itself with that name in the file.
pub fn of_header(key: &str) -> Option<&'static Field<Header>> {
    HEADER.iter().find(|field| field.key == key)
}
