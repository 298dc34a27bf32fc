//! What a column of a table is for.

use crate::exchange::inventory::COLUMNS;

/// What a column of a table is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A column of the inventory, by its name: `touchpoint`, `phase`, `reach`, `notes` and so on.
    Field(&'static str),
    /// How far right a card lies on its board.
    X,
    /// How far down a card lies on its board.
    Y,
    Colour,
    Tags,
    Date,
    /// Who made the visit that the row records.
    Person,
    /// What the person did in the visit.
    Activity,
    /// A column of counts whose heading is the name of a step.
    StepCounts,
    /// A rate or a loss, which follows from the counts.
    Computed,
    Money,
    /// A part of all customers, such as a country.
    Segment,
    /// Something that only the other program needs, such as the width of a card.
    Technical,
    /// Kept in the notes, with its heading.
    Noted,
    LeftOut,
}

/// The columns of the inventory that a column of a table is most often taken for.
const MOST_USED: [&str; 10] =
    ["touchpoint", "phase", "channel", "reach", "emotion", "kind", "intent", "need", "pain", "action"];
/// The columns of the inventory that no column is taken for by hand: they say where a row belongs.
const OF_ROW: [&str; 7] = ["map", "file", "id", "order", "step", "unit", "period"];

impl Role {
    /// Returns the roles that a user can choose for a column, the most frequent first.
    pub(crate) fn choosable() -> impl Iterator<Item = Role> {
        let other_fields = COLUMNS.iter().map(|column| column.name);
        let other_fields = other_fields.filter(|name| !MOST_USED.contains(name) && !OF_ROW.contains(name));
        let fields = MOST_USED.into_iter().chain(other_fields);
        let others =
            [Role::StepCounts, Role::Date, Role::Person, Role::Segment, Role::Tags, Role::Colour, Role::X, Role::Y];
        let kept = [Role::Noted, Role::LeftOut];
        fields.map(Role::Field).chain(others).chain(kept)
    }

    /// Returns true if the column is one of the inventory, with this name.
    pub(crate) fn is_field(self, name: &str) -> bool {
        matches!(self, Role::Field(field) if field == name)
    }
}
