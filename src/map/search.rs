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
        searched.any(|field| match field.text(touchpoint) {
            Some(text) => contains(text, &self.0),
            None => field.get(touchpoint).texts().iter().any(|text| contains(text, &self.0)),
        })
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

/// True if a text contains folded words, whatever its case and accents.
pub(super) fn contains(text: &str, folded: &str) -> bool {
    let (bytes, Some((&first, rest))) = (text.as_bytes(), folded.as_bytes().split_first()) else { return true };
    if !text.is_ascii() {
        return fold(text).contains(folded);
    }
    // Without a folded copy, searching 100,000 touchpoints takes a tenth of the time.
    let begins = (0..bytes.len()).filter(|&at| bytes[at].to_ascii_lowercase() == first);
    begins.filter_map(|at| bytes.get(at + 1..at + 1 + rest.len())).any(|text| text.eq_ignore_ascii_case(rest))
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_text_contains_words_if_its_folded_copy_does(text in "[a-cA-C é日]{0,12}", words in "[a-cA-Cé]{0,3}") {
            let words = fold(&words);
            prop_assert_eq!(contains(&text, &words), fold(&text).contains(&words));
        }
    }
}
