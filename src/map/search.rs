//! Finding touchpoints by what is written on them.

use super::text::fold;
use super::{JourneyMap, Place, Touchpoint};

/// Words looked for, case and accents aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern(String);

impl Pattern {
    /// The pattern for `text`, unless that is blank.
    pub fn new(text: &str) -> Option<Pattern> {
        let folded = fold(text.trim());
        (!folded.is_empty()).then_some(Pattern(folded))
    }

    /// Whether a text of the touchpoint that a reader sees contains the pattern.
    pub fn matches(&self, touchpoint: &Touchpoint) -> bool {
        let lines = [
            &touchpoint.channel,
            &touchpoint.context,
            &touchpoint.need,
            &touchpoint.value,
            &touchpoint.pain,
            &touchpoint.action,
            &touchpoint.owner,
            &touchpoint.kpi,
        ];
        let lines = lines.into_iter().flatten().chain(&touchpoint.actors).map(|line| &**line);
        let mut texts = [&*touchpoint.name].into_iter().chain(lines).chain(touchpoint.notes.as_deref());
        texts.any(|text| fold(text).contains(&self.0))
    }

    /// The next match behind a place, or the one before it; goes on at the map's other end.
    pub fn next(&self, map: &JourneyMap, from: Option<Place>, backwards: bool) -> Option<Place> {
        let matching =
            |(place, touchpoint): (Place, &std::sync::Arc<Touchpoint>)| self.matches(touchpoint).then_some(place);
        if backwards {
            let mut places = map.touchpoints().rev().filter_map(matching);
            let before = from.and_then(|from| {
                let mut earlier = map.touchpoints().rev().filter(|(place, _)| *place < from);
                earlier.find_map(matching)
            });
            before.or_else(|| places.next())
        } else {
            let mut places = map.touchpoints().filter_map(matching);
            let behind = from.and_then(|from| {
                let mut later = map.touchpoints().filter(|(place, _)| *place > from);
                later.find_map(matching)
            });
            behind.or_else(|| places.next())
        }
    }

    /// How many touchpoints match.
    pub fn count(&self, map: &JourneyMap) -> usize {
        map.touchpoints().filter(|(_, touchpoint)| self.matches(touchpoint)).count()
    }
}
