//! What a heading of a table says about its column.

use super::heading_words;
use super::role::Role;
use super::role_words::{self, WORDS};
use crate::exchange::import::vocabulary::{Vocabulary, plain};
use crate::map::text::fold;

/// The most words of the name in front of a text.
const MAX_NAME_WORDS: usize = 3;

/// What a heading says about its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct HeadingMeaning {
    pub role: Role,
    /// True for a heading of our own inventory.
    pub is_own: bool,
    /// True if the whole heading is known, not only words of it.
    pub is_exact: bool,
    /// True if other columns are preferred for the same role.
    pub is_weak: bool,
}

/// Returns what a heading means, if it is known.
pub(crate) fn meaning(heading: &str, words: &Vocabulary) -> Option<HeadingMeaning> {
    let bare = without_brackets(heading);
    let found = plain(&bare);
    let is_weak = role_words::WEAK_TEXTS.contains(&found.as_str());
    if let Some(name) = words.column(heading).or_else(|| words.column(&bare)) {
        return Some(HeadingMeaning { role: Role::Field(name), is_own: !is_weak, is_exact: true, is_weak });
    }
    let exact = WORDS.iter().find(|(_, known)| known.contains(&found.as_str())).map(|(role, _)| *role);
    let is_exact = exact.is_some();
    let role = exact.or_else(|| heading_words::role_of_words(&words_of(&bare)))?;
    Some(HeadingMeaning { role, is_own: false, is_exact, is_weak })
}

/// Returns a heading without what stands in brackets, as in `Active users (% of Step 1)`.
pub(crate) fn without_brackets(heading: &str) -> String {
    let mut depth = 0_usize;
    let mut bare = String::new();
    for c in heading.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            c => bare.extend((depth == 0).then_some(c)),
        }
    }
    if bare.trim().is_empty() { heading.to_owned() } else { bare.trim().to_owned() }
}

/// Splits a text such as `channel: web` into its name and the rest; none if it is no such text.
pub(crate) fn named_text(text: &str) -> Option<(&str, &str)> {
    let (name, rest) = text.split_once(':')?;
    let (name, rest) = (name.trim(), rest.trim());
    let count = name.split_whitespace().count();
    ((1..=MAX_NAME_WORDS).contains(&count) && !rest.is_empty() && !rest.starts_with("//")).then_some((name, rest))
}

/// Splits a heading into its words, also at the capitals of `CustomerID`. Case and accents are removed.
pub(crate) fn words_of(heading: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut previous = ' ';
    for c in heading.replace(".º", "º").chars() {
        let is_new = !c.is_alphanumeric() || c.is_uppercase() && previous.is_lowercase();
        if is_new {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut()
            && (c.is_alphanumeric() || c == '%')
        {
            word.push(c);
        }
        previous = c;
    }
    words.iter().map(|word| fold(word)).filter(|word| !word.is_empty()).collect()
}

/// Returns the role that a user means by a word of `--column`.
pub(crate) fn role_of_option(word: &str, words: &Vocabulary) -> Option<Role> {
    let word = plain(word);
    let known = role_words::OPTION_WORDS.iter().find(|(known, _)| *known == word).map(|(_, role)| *role);
    known.or_else(|| words.column(&word).map(Role::Field))
}
