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

/// Finds the next wanted touchpoint after a place, or the previous one. The search wraps around the ends of the map.
pub(crate) fn next(
    map: &JourneyMap,
    from: Option<Place>,
    backwards: bool,
    wanted: impl Fn(&Touchpoint) -> bool,
) -> Option<Place> {
    let is_wanted = |(place, touchpoint): (Place, &Arc<Touchpoint>)| wanted(touchpoint).then_some(place);
    if backwards {
        let all = || map.touchpoints().rev();
        let before = from.and_then(|from| all().skip_while(|(place, _)| *place >= from).find_map(is_wanted));
        before.or_else(|| all().find_map(is_wanted))
    } else {
        let all = || map.touchpoints();
        let behind = from.and_then(|from| all().skip_while(|(place, _)| *place <= from).find_map(is_wanted));
        behind.or_else(|| all().find_map(is_wanted))
    }
}
