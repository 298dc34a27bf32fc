//! The known word that somebody may have meant.

use std::cmp::Reverse;

use crate::map::text::fold;

/// Longer words are not compared.
const LENGTH_LIMIT: usize = 40;

/// The word of `known` that is nearest to `found`, if one is near.
pub fn suggest<'a>(found: &str, known: &[&'a str]) -> Option<&'a str> {
    if found.len() > LENGTH_LIMIT {
        return None;
    }
    let found = plain(found);
    if found.is_empty() {
        return None;
    }
    let allowed = (found.len() / 3).max(1);
    let by_letters = known
        .iter()
        .map(|&word| {
            let letters = plain(word);
            let alike = found.iter().zip(&letters).take_while(|(one, other)| one == other).count();
            // Of two that are as near, the one that begins more alike is meant.
            (distance(&found, &letters), Reverse(alike), word)
        })
        .min_by_key(|&(distance, alike, _)| (distance, alike))
        .filter(|&(distance, ..)| distance <= allowed && distance < found.len());
    let by_beginning = || {
        let mut alike = known.iter().filter(|word| {
            let word = plain(word);
            let shorter = word.len().min(found.len());
            shorter >= 3 && word[..shorter] == found[..shorter]
        });
        alike.next().filter(|_| alike.next().is_none()).copied()
    };
    by_letters.map(|(.., word)| word).or_else(by_beginning)
}

fn plain(word: &str) -> Vec<char> {
    fold(word).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Letters to add, drop, replace or swap with their neighbour (optimal string alignment).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, letter) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, other) in b.iter().enumerate() {
            let replaced = above[j] + usize::from(letter != other);
            let mut least = replaced.min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && a[i - 1] == *other && *letter == b[j - 1] {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

#[cfg(test)]
mod tests {
    use super::suggest;

    #[test]
    fn a_slip_of_the_fingers_is_understood() {
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
