//! Finding touchpoints by what is written on them.

use std::sync::Arc;

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

    /// The words looked for, folded.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// How many touchpoints match.
    pub fn count(&self, map: &JourneyMap) -> usize {
        map.touchpoints().filter(|(_, touchpoint)| self.matches(touchpoint)).count()
    }
}

/// The next touchpoint behind a place that is wanted, or the one before it; goes on at the map's other end.
pub fn next(
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
