//! The touchpoints whose names are most like the name of a row.

use std::collections::HashSet;

use crate::map::text::fold;
use crate::map::{JourneyMap, Touchpoint, TouchpointId};

/// The most rows of a table for which similar touchpoints are looked for.
pub(super) const MAX_ROWS_WITH_NAMES: usize = 50;
/// How much two names must have in common, from 0 to 1.
const MIN_SIMILARITY: f64 = 0.2;

/// Three characters that follow each other.
type Trigram = [char; 3];

/// The names and metrics of some touchpoints, prepared for comparing many texts with them.
pub struct NameIndex<'a> {
    touchpoints: Vec<(&'a Touchpoint, HashSet<Trigram>, HashSet<Trigram>)>,
}

impl<'a> NameIndex<'a> {
    /// Returns the index of the touchpoints for which `is_wanted` is true.
    pub fn of(map: &'a JourneyMap, is_wanted: impl Fn(TouchpointId) -> bool) -> NameIndex<'a> {
        let wanted = map.touchpoints().map(|(_, each)| &**each).filter(|each| is_wanted(each.id));
        let entry = |each: &'a Touchpoint| {
            (each, trigrams(&each.name), each.metric.as_deref().map(trigrams).unwrap_or_default())
        };
        NameIndex { touchpoints: wanted.map(entry).collect() }
    }

    /// Returns the touchpoints whose names or metrics are most like a text, at most `count`; the most similar first.
    pub fn nearest(&self, text: &str, count: usize) -> Vec<&'a Touchpoint> {
        let wanted = trigrams(text);
        let mut similar: Vec<(f64, &Touchpoint)> = self
            .touchpoints
            .iter()
            .map(|(each, name, metric)| (similarity(&wanted, name).max(similarity(&wanted, metric)), *each))
            .filter(|(similarity, _)| *similarity >= MIN_SIMILARITY)
            .collect();
        similar.sort_by(|(one, _), (other, _)| other.total_cmp(one));
        similar.into_iter().take(count).map(|(_, each)| each).collect()
    }
}

/// Returns the touchpoints of `among` whose names or metrics are most like a text, at most `count`; the most similar first.
pub fn nearest<'a>(text: &str, map: &'a JourneyMap, among: &[TouchpointId], count: usize) -> Vec<&'a Touchpoint> {
    let among: HashSet<TouchpointId> = among.iter().copied().collect();
    NameIndex::of(map, |id| among.contains(&id)).nearest(text, count)
}

/// Returns the trigrams of the words of a text, without case, accents and punctuation.
fn trigrams(text: &str) -> HashSet<Trigram> {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut trigrams = HashSet::new();
    for word in words {
        let padded: Vec<char> = format!(" {word} ").chars().collect();
        trigrams.extend(padded.windows(3).map(|three| [three[0], three[1], three[2]]));
    }
    trigrams
}

/// Returns how much two texts have in common (the Dice coefficient of their trigrams), from 0 to 1.
fn similarity(one: &HashSet<Trigram>, other: &HashSet<Trigram>) -> f64 {
    let common = one.intersection(other).count();
    if common == 0 { 0.0 } else { 2.0 * common as f64 / (one.len() + other.len()) as f64 }
}
