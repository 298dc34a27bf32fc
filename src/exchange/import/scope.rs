//! What a text can say of a map.

use crate::map::field;

/// What a text says of a map; of all else it says nothing, neither that it is there nor that it is not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// The fields of the map itself, by their keys.
    pub header: Vec<&'static str>,
    /// The fields of touchpoints, by their keys.
    pub touchpoint: Vec<&'static str>,
    /// Whether it says in which phase a touchpoint stands.
    pub phase: bool,
    /// Whether it says in which order touchpoints stand.
    pub order: bool,
    /// Whether it says which touchpoints are alternatives of one step.
    pub steps: bool,
    /// Whether it has identities, so that it was made from a map.
    pub ids: bool,
    /// Whether texts in lists came apart where they have a `;`.
    pub split_lists: bool,
}

impl Scope {
    /// The scope of a text that says everything.
    pub fn whole() -> Scope {
        Scope {
            header: field::HEADER.iter().map(|field| field.key).collect(),
            touchpoint: field::TOUCHPOINT.iter().map(|field| field.key).collect(),
            phase: true,
            order: true,
            steps: true,
            ids: true,
            split_lists: false,
        }
    }

    /// The fields of the map itself that the text has no place for.
    pub fn lacking_of_map(&self) -> impl Iterator<Item = &'static str> {
        field::HEADER.iter().map(|field| field.key).filter(|key| !self.header.contains(key))
    }

    /// The fields of touchpoints that a text made from a map has no place for; from elsewhere, there was nothing to lose.
    pub fn lacking_of_touchpoints(&self) -> impl Iterator<Item = &'static str> {
        let is_said = |key: &str| self.touchpoint.contains(&key) || self.steps && key == "with_previous";
        field::TOUCHPOINT.iter().map(|field| field.key).filter(move |key| self.ids && !is_said(key))
    }
}
