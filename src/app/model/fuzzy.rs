//! Fuzzy matching: the typed letters in order, best at the beginning of words.

use crate::map::text::fold;

/// The points of a letter, and the extra points at the beginning of a word or next to the previous letter.
const LETTER: u32 = 1;

const BEGINNING: u32 = 8;

const FOLLOWING: u32 = 5;

/// Scores a text, ignoring case and accents; `None` if typed letters are missing in it.
///
/// Of equal matches, the shorter text scores higher.
pub fn score(typed: &str, text: &str) -> Option<u32> {
    let text: Vec<char> = fold(text).chars().collect();
    let typed = fold(typed);
    let words: Option<Vec<u32>> = typed.split_whitespace().map(|word| of_word(word, &text)).collect();
    let length = u32::try_from(text.len()).unwrap_or(u32::MAX).min(99);
    words.map(|scores| scores.iter().sum::<u32>().saturating_mul(100).saturating_sub(length))
}

/// Finds the best-scoring occurrence of a word's letters in order.
fn of_word(word: &str, text: &[char]) -> Option<u32> {
    // The best score of the letters so far if the last one is matched at each position.
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
