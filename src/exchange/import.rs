//! Reading maps from other formats: what every reader takes and returns.

mod bullet;
pub(crate) mod cell;
mod cells;
mod choice_words;
mod columns;
mod emotion_words;
pub mod grid;
mod grouping;
pub(crate) mod identity;
pub mod json;
mod json_object;
mod json_value;
mod kept_fields;
mod line_index;
mod map_json;
mod marks;
pub(crate) mod number;
mod odd_cells;
mod order;
pub mod proposal;
pub mod quote;
mod quoted_cells;
pub mod read_file;
pub(crate) mod row;
mod scope;
mod selection;
pub mod shape;
pub mod source;
pub mod stage;
mod stage_words;
mod table;
pub(crate) mod table_map;
pub mod update;
mod value_fault;
pub(crate) mod vocabulary;

use std::collections::HashSet;

use super::formula_guard::FormulaGuard;
use crate::lang::Lang;
use crate::map::{JourneyMap, Name, Phase, TouchpointId};

pub(crate) use scope::Scope;
use shape::choices::Choices;

/// What a reader takes besides the text.
#[derive(Clone, Copy)]
pub struct ImportOptions<'a> {
    /// The words of the user's language.
    pub lang: &'a Lang,
    /// The title of the map if the text has none.
    pub title: &'a Name,
    /// What the user decided about the file.
    pub choices: &'a Choices,
    /// The map that the text is to update, and the map that it was made from. Only ids of these count as ids in the text,
    /// if there are any.
    pub known: &'a [&'a JourneyMap],
    /// Whether the `'` in front of formulas is removed from cells.
    pub guard: FormulaGuard,
}

/// A map that was read from another format.
#[derive(Clone, Debug)]
pub struct Imported {
    pub map: JourneyMap,
    /// What could not be kept, and where the text may not mean what its writer meant.
    pub remarks: Vec<Remark>,
    /// The fields that the text covers.
    pub scope: Scope,
    /// Touchpoints whose id in the text belongs to another program or another map. They got an id of ours.
    pub foreign: Vec<TouchpointId>,
    /// The phases and names of rows that were removed, because they match no touchpoint or several.
    pub removed: Vec<(Phase, Name)>,
    /// The ids that stand in the text; the other touchpoints have derived ones.
    pub written_ids: HashSet<TouchpointId>,
}

/// A sentence about a place in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The line, from 1; none if the sentence is about the whole text.
    pub line: Option<usize>,
    /// The sentence, in the user's language; it says what to do next.
    pub text: String,
}

impl Remark {
    pub(super) fn at(line: usize, text: String) -> Remark {
        Remark { line: Some(line), text }
    }

    pub(super) fn of_all(text: String) -> Remark {
        Remark { line: None, text }
    }
}

/// Why a text cannot be read as a map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportFailure {
    /// Every fault that prevents reading.
    pub faults: Vec<Remark>,
    /// Remarks on the rest of the text.
    pub remarks: Vec<Remark>,
}

impl From<Vec<Remark>> for ImportFailure {
    fn from(faults: Vec<Remark>) -> ImportFailure {
        ImportFailure { faults, remarks: Vec::new() }
    }
}
