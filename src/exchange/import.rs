//! Maps read from other formats: what every reader is given, and what it gives back.

use crate::lang::Lang;
use crate::map::{JourneyMap, Name, Phase};

/// What a reader of another format is told besides the text.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// The words of the user's language.
    pub lang: &'a Lang,
    /// The title of the map where the text has none.
    pub title: &'a Name,
    /// The phases of parts of the text by the parts' names, where somebody said so.
    pub phases: &'a [(String, Phase)],
}

/// A map read from another format.
#[derive(Clone, Debug)]
pub struct Imported {
    pub map: JourneyMap,
    /// What could not be kept, and where the text will not mean what its writer meant.
    pub remarks: Vec<Remark>,
}

/// A sentence about a place of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The line, from 1; none where it is about the whole text.
    pub line: Option<usize>,
    /// The sentence, in the user's language; it says what to do next.
    pub text: String,
}

/// Reads a map, or says everything that stands in the way.
pub type ReadMap = fn(&str, &Reading) -> Result<Imported, Vec<Remark>>;
