//! Search: finds touchpoints by the texts of their fields.

use std::sync::Arc;

use super::text::fold;
use super::{JourneyMap, Place, Touchpoint, field};

/// Words to search for. Case and accents do not matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern(String);

impl Pattern {
    /// Creates a pattern; none if the text is blank.
    pub fn new(text: &str) -> Option<Pattern> {
        let folded = fold(text.trim());
        (!folded.is_empty()).then_some(Pattern(folded))
    }

    /// True if one of the touchpoint's searched fields contains the words.
    pub(crate) fn matches(&self, touchpoint: &Touchpoint) -> bool {
        let mut searched = field::TOUCHPOINT.iter().filter(|field| field.is_searched);
        searched.any(|field| field.get(touchpoint).texts().iter().any(|text| fold(text).contains(&self.0)))
    }

    /// Returns the words, folded.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Counts the touchpoints that match.
    pub fn count(&self, map: &JourneyMap) -> usize {
        map.touchpoints().filter(|(_, touchpoint)| self.matches(touchpoint)).count()
    }
}

/// Finds the next wanted touchpoint after a place. The search wraps around the end of the map.
pub(crate) fn next(map: &JourneyMap, from: Place, wanted: impl Fn(&Touchpoint) -> bool) -> Option<Place> {
    let is_wanted = |(place, touchpoint): (Place, &Arc<Touchpoint>)| wanted(touchpoint).then_some(place);
    let after = map.touchpoints().skip_while(|(place, _)| *place <= from).find_map(is_wanted);
    after.or_else(|| map.touchpoints().find_map(is_wanted))
}

/// Finds the previous wanted touchpoint before a place. The search wraps around the start of the map.
pub(crate) fn previous(map: &JourneyMap, from: Place, wanted: impl Fn(&Touchpoint) -> bool) -> Option<Place> {
    let is_wanted = |(place, touchpoint): (Place, &Arc<Touchpoint>)| wanted(touchpoint).then_some(place);
    let before = map.touchpoints().rev().skip_while(|(place, _)| *place >= from).find_map(is_wanted);
    before.or_else(|| map.touchpoints().rev().find_map(is_wanted))
}
