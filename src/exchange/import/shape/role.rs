//! What a column of a table is for.

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

impl Role {
    /// Returns true if the column is one of the inventory, with this name.
    pub(crate) fn is_field(self, name: &str) -> bool {
        matches!(self, Role::Field(field) if field == name)
    }
}
