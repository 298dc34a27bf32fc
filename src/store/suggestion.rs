//! Suggests the known word that a misspelt one probably means.

use std::cmp::Reverse;

use crate::map::text::fold;

/// The longest word, in bytes, that gets a suggestion.
const LENGTH_LIMIT: usize = 40;

/// Returns the word of `known` that `found` is closest to, unless none is close.
///
/// Ignores case, accents and punctuation. A word is close if at most a third of the letters of `found` differ, or if it
/// is the only one that begins like `found`, with three letters or more.
pub(crate) fn suggest<'a>(found: &str, known: &[&'a str]) -> Option<&'a str> {
    if found.len() > LENGTH_LIMIT {
        return None;
    }
    let found = letters(found);
    if found.is_empty() {
        return None;
    }
    let allowed = (found.len() / 3).max(1);
    let by_distance = known
        .iter()
        .map(|&word| (letters(word), word))
        // A word that is so much longer or shorter cannot be close, and computing its distance takes long.
        .filter(|(letters, _)| letters.len().abs_diff(found.len()) <= allowed)
        .map(|(letters, word)| {
            let common = found.iter().zip(&letters).take_while(|(one, other)| one == other).count();
            // Of two words at the same distance, the one with the longer common beginning wins.
            (distance(&found, &letters), Reverse(common), word)
        })
        .min_by_key(|&(distance, common, _)| (distance, common))
        .filter(|&(distance, ..)| distance <= allowed && distance < found.len());
    let by_beginning = || {
        let mut alike = known.iter().filter(|word| {
            let word = letters(word);
            let shorter = word.len().min(found.len());
            shorter >= 3 && word[..shorter] == found[..shorter]
        });
        alike.next().filter(|_| alike.next().is_none()).copied()
    };
    by_distance.map(|(.., word)| word).or_else(by_beginning)
}

/// Returns the letters and digits of a word, without case and accents.
fn letters(word: &str) -> Vec<char> {
    fold(word).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Returns how many letters must be added, dropped, replaced or swapped with their neighbour to turn one word into the
/// other (optimal string alignment distance).
fn distance(from: &[char], to: &[char]) -> usize {
    let mut two_rows_up: Vec<usize> = Vec::new();
    let mut row_up: Vec<usize> = (0..=to.len()).collect();
    for (from_index, from_letter) in from.iter().enumerate() {
        let mut row = vec![from_index + 1];
        for (to_index, to_letter) in to.iter().enumerate() {
            let replaced = row_up[to_index] + usize::from(from_letter != to_letter);
            let mut least = replaced.min(row_up[to_index + 1] + 1).min(row[to_index] + 1);
            let are_swapped = from_index > 0
                && to_index > 0
                && from[from_index - 1] == *to_letter
                && *from_letter == to[to_index - 1];
            if are_swapped {
                least = least.min(two_rows_up[to_index - 1] + 1);
            }
            row.push(least);
        }
        two_rows_up = std::mem::replace(&mut row_up, row);
    }
    row_up[to.len()]
}

#[cfg(test)]
mod tests {
    use super::suggest;

    #[test]
    fn misspelt_words_get_the_closest_suggestion() {
        let known = ["name", "kind", "with_previous", "evidence"];
        assert_eq!(suggest("nmae", &known), Some("name"));
        assert_eq!(suggest("Kind", &known), Some("kind"));
        assert_eq!(suggest("withPrevious", &known), Some("with_previous"));
        assert_eq!(suggest("with-previous", &known), Some("with_previous"));
        assert_eq!(suggest("evid", &known), Some("evidence"));
        assert_eq!(suggest("colour", &known), None);
        assert_eq!(suggest("", &known), None);
    }
}
