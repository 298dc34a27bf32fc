//! What was read of a file: its shape, its columns, its stages, what was left out, and the map.

use super::choices::Shape;
use super::role::Role;
use super::sheet::RoleSource;
use super::stages::StageReading;
use super::values::CellValues;
use crate::exchange::import::Imported;

/// A column and what it was taken for.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnReading {
    pub heading: String,
    pub role: Role,
    pub source: RoleSource,
    /// The first different cells, cut at a word.
    pub examples: Vec<String>,
}

/// Why a row was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOutReason {
    /// It sums up other rows.
    Total,
    /// The same text stands above.
    Double,
    /// It is a question that the board asks.
    Prompt,
    Link,
    /// It is a title, not the text of a card.
    Title,
    /// It counts those who left, which is no step.
    Exit,
    /// It has no text for a touchpoint.
    NoText,
    /// The user chose other rows.
    NotChosen,
}

impl LeftOutReason {
    /// Every reason, in the order in which they are told.
    pub const ALL: [LeftOutReason; 8] = [
        LeftOutReason::Title,
        LeftOutReason::Total,
        LeftOutReason::Double,
        LeftOutReason::Prompt,
        LeftOutReason::Link,
        LeftOutReason::Exit,
        LeftOutReason::NoText,
        LeftOutReason::NotChosen,
    ];

    /// Returns true if somebody may want the row after all.
    pub const fn is_guess(self) -> bool {
        match self {
            LeftOutReason::Title | LeftOutReason::NoText | LeftOutReason::NotChosen => false,
            LeftOutReason::Total
            | LeftOutReason::Double
            | LeftOutReason::Prompt
            | LeftOutReason::Link
            | LeftOutReason::Exit => true,
        }
    }
}

/// A row that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOutRow {
    pub line: usize,
    pub text: String,
    pub reason: LeftOutReason,
}

/// What was read of a file.
#[derive(Clone, Debug)]
pub struct Reading {
    pub shape: Shape,
    /// The position of the table that was read.
    pub table: usize,
    /// True if the user did not choose the shape, and others are possible.
    pub is_shape_guessed: bool,
    pub columns: Vec<ColumnReading>,
    pub stages: Vec<StageReading>,
    pub left_out: Vec<LeftOutRow>,
    /// Whether there are headings; tags, colours and groups only for the preview.
    pub values: CellValues,
    pub imported: Imported,
}

impl Reading {
    /// Returns true if nothing was guessed and there is no warning.
    pub fn is_certain(&self) -> bool {
        !self.is_shape_guessed
            && self.values.has_headings != Some(false)
            && self.imported.remarks.is_empty()
            && self.columns.iter().all(|column| !column.is_guess())
            && self.stages.iter().all(|stage| !stage.origin.is_guess())
            && self.left_out.iter().all(|row| !row.reason.is_guess())
    }
}

impl ColumnReading {
    /// Returns true if the column may be something else, so that the user should hear what it was taken for.
    pub fn is_guess(&self) -> bool {
        !self.heading.is_empty() && matches!(self.source, RoleSource::Guess | RoleSource::Unknown)
    }
}
