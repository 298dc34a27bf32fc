//! Maps read from other formats: what every reader is given, and what it gives back.

mod cell;
mod columns;
pub mod csv;
pub mod encoding;
pub mod json;
mod json_object;
mod json_value;
mod line_index;
mod map_json;
mod number;
mod order;
pub mod quote;
mod row;
mod scope;
mod selection;
mod table;
mod table_map;
pub mod update;
mod value_fault;
mod vocabulary;

use super::formula_guard::FormulaGuard;
use crate::lang::Lang;
use crate::map::{JourneyMap, Name, Phase};

pub use scope::Scope;

/// What a reader of another format is told besides the text.
#[derive(Clone, Copy)]
pub struct ImportOptions<'a> {
    /// The words of the user's language.
    pub lang: &'a Lang,
    /// The title of the map where the text has none.
    pub title: &'a Name,
    /// The phases of parts of the text by the parts' names, where somebody said so.
    pub phases: &'a [(String, Phase)],
    /// The title or the file of the map that is wanted from an inventory of several.
    pub map: Option<&'a str>,
    /// Whether cells of tables are marked as text where a spreadsheet would compute them, see [`FormulaGuard`].
    pub guard: FormulaGuard,
}

/// A map read from another format.
#[derive(Clone, Debug)]
pub struct Imported {
    pub map: JourneyMap,
    /// What could not be kept, and where the text will not mean what its writer meant.
    pub remarks: Vec<Remark>,
    /// What the text can say of a map.
    pub scope: Scope,
}

/// A sentence about a place of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The line, from 1; none where it is about the whole text.
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

/// Why a text makes no map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportFailure {
    /// Everything that stands in the way.
    pub faults: Vec<Remark>,
    /// What would have been remarked of the rest.
    pub remarks: Vec<Remark>,
}

impl From<Vec<Remark>> for ImportFailure {
    fn from(faults: Vec<Remark>) -> ImportFailure {
        ImportFailure { faults, remarks: Vec::new() }
    }
}

/// Reads a map, or says everything that stands in the way.
pub type ReadMap = fn(&str, &ImportOptions) -> Result<Imported, ImportFailure>;
