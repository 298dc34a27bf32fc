//! The fields of a map that an imported text covers.

use crate::map::field;

/// What an imported text covers; everything else in a map is left as it is when the text updates it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// The keys of the fields of the map itself.
    pub header: Vec<&'static str>,
    /// The keys of the fields of touchpoints.
    pub touchpoint: Vec<&'static str>,
    /// The headings of columns without a field: their cells are lines of the notes, such as `Tags: web`.
    pub noted: Vec<String>,
    /// True if it contains the phase of touchpoints.
    pub phase: bool,
    /// True if it contains the order of touchpoints.
    pub order: bool,
    /// True if it contains which touchpoints are alternatives of one step.
    pub steps: bool,
    /// True if it contains ids, so that it was made from a map.
    pub ids: bool,
    /// True if lists were split at `;`, also inside their texts.
    pub split_lists: bool,
}

impl Scope {
    /// Returns the scope of a text that covers everything.
    pub(crate) fn whole() -> Scope {
        Scope {
            header: field::HEADER.iter().map(|field| field.key).collect(),
            touchpoint: field::TOUCHPOINT.iter().map(|field| field.key).collect(),
            noted: Vec::new(),
            phase: true,
            order: true,
            steps: true,
            ids: true,
            split_lists: false,
        }
    }

    /// Returns the fields of the map itself that the text does not cover.
    pub(crate) fn missing_map_fields(&self) -> impl Iterator<Item = &'static str> {
        field::HEADER.iter().map(|field| field.key).filter(|key| !self.header.contains(key))
    }

    /// Returns the fields of touchpoints that the text does not cover; none if it has no ids, so was not made from a map.
    pub(crate) fn missing_touchpoint_fields(&self) -> impl Iterator<Item = &'static str> {
        let is_covered = |key: &str| self.touchpoint.contains(&key) || self.steps && key == "with_previous";
        field::TOUCHPOINT.iter().map(|field| field.key).filter(move |key| self.ids && !is_covered(key))
    }
}
