//! Quoting and listing texts of a file in a sentence.

use crate::map::text::one_line;
use crate::map::width::cut;

/// The greatest width of a quoted text, in cells.
const MAX_WIDTH: usize = 60;

/// The most names that a sentence lists.
const MAX_LISTED: usize = 20;

/// Joins names; of very many, only the first are listed.
pub(crate) fn listed(names: impl IntoIterator<Item = String>) -> String {
    let mut names = names.into_iter();
    let mut first: Vec<String> = names.by_ref().take(MAX_LISTED).collect();
    first.extend(names.next().map(|_| "…".to_owned()));
    first.join(", ")
}

/// Returns a text on one line, cut if it would be longer than the sentence around it.
pub(crate) fn quoted(text: &str) -> String {
    cut(&one_line(text), MAX_WIDTH).into_owned()
}
