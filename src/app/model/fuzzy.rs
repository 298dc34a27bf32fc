//! Fuzzy matching: the typed letters in order, best at the beginning of words.

use crate::map::text::fold;

/// The points of a letter.
const LETTER: u32 = 1;

/// The extra points of a letter at the beginning of a word.
const BEGINNING: u32 = 8;

/// The extra points of a letter right after the previous one.
const FOLLOWING: u32 = 5;

/// Scores a text, ignoring case and accents; `None` if typed letters are missing in it.
///
/// Of equal matches, the shorter text scores higher.
pub fn score(typed: &str, text: &str) -> Option<u32> {
    let text: Vec<char> = fold(text).chars().collect();
    let typed = fold(typed);
    let words: Option<Vec<u32>> = typed.split_whitespace().map(|word| score_word(word, &text)).collect();
    let length = u32::try_from(text.len()).unwrap_or(u32::MAX).min(99);
    words.map(|scores| scores.iter().sum::<u32>().saturating_mul(100).saturating_sub(length))
}

/// Scores the best occurrence of a word's letters in order.
fn score_word(word: &str, text: &[char]) -> Option<u32> {
    // For each position in the text: the best score so far if the last letter is matched there.
    let mut scores: Vec<Option<u32>> = Vec::new();
    for (nth, letter) in word.chars().enumerate() {
        let mut best_before = (nth == 0).then_some(0);
        let next = text.iter().enumerate().map(|(at, &character)| {
            let previous = at.checked_sub(1).and_then(|at| scores.get(at).copied().flatten());
            let reached = best_before.max(previous.map(|score| score + FOLLOWING));
            best_before = best_before.max(scores.get(at).copied().flatten());
            let begins_word = at == 0 || !text[at - 1].is_alphanumeric();
            let points = LETTER + if begins_word { BEGINNING } else { 0 };
            reached.filter(|_| character == letter).map(|score| score + points)
        });
        scores = next.collect();
    }
    scores.into_iter().flatten().max()
}
