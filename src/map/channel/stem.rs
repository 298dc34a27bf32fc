//! Stemming: words without the ending of their plural.

/// Returns a folded English or Spanish word without its plural ending, so that `store` and `stores`, `party` and
/// `parties`, `boletin` and `boletines` have the same stem.
pub(super) fn stem(word: &str) -> &str {
    let word = word.strip_suffix('s').filter(|stem| stem.len() >= 2).unwrap_or(word);
    let is_long = |stem: &&str| stem.len() >= 3;
    let word = word.strip_suffix('y').or_else(|| word.strip_suffix("ie")).filter(is_long).unwrap_or(word);
    word.strip_suffix('e').filter(is_long).unwrap_or(word)
}
