//! How well a name matches what is typed of it: letters in order, best where words begin.

use crate::map::text::fold;

/// What a letter counts for, and what it counts for besides where it begins a word or follows the letter before it.
const LETTER: u32 = 1;

const BEGINNING: u32 = 8;

const FOLLOWING: u32 = 5;

/// How well a text matches, case and accents aside; none when letters of a word that is typed are missing.
///
/// Of texts that match alike, the shorter one is better.
pub fn score(typed: &str, text: &str) -> Option<u32> {
    let text: Vec<char> = fold(text).chars().collect();
    let typed = fold(typed);
    let words: Option<Vec<u32>> = typed.split_whitespace().map(|word| of_word(word, &text)).collect();
    let length = u32::try_from(text.len()).unwrap_or(u32::MAX).min(99);
    words.map(|scores| scores.iter().sum::<u32>().saturating_mul(100).saturating_sub(length))
}

/// The best way to find the letters of a word in a text, one after the other.
fn of_word(word: &str, text: &[char]) -> Option<u32> {
    // What the letters so far are worth when the last of them is the letter at each place.
    let mut worth: Vec<Option<u32>> = Vec::new();
    for (nth, letter) in word.chars().enumerate() {
        let mut before = (nth == 0).then_some(0);
        let next = text.iter().enumerate().map(|(at, &c)| {
            let follows = at.checked_sub(1).and_then(|at| worth.get(at).copied().flatten());
            let reached = before.max(follows.map(|worth| worth + FOLLOWING));
            before = before.max(worth.get(at).copied().flatten());
            let begins = at == 0 || !text[at - 1].is_alphanumeric();
            let own = LETTER + if begins { BEGINNING } else { 0 };
            reached.filter(|_| c == letter).map(|worth| worth + own)
        });
        worth = next.collect();
    }
    worth.into_iter().flatten().max()
}
