//! Directives (`%%{init: …}%%`): they configure how a diagram looks and are removed before it is parsed.

use super::characters::{is_space, is_word};
use super::mapped_text::MappedText;

/// Removes directives; returns the lines of unclosed ones, which swallow the text after them.
pub(crate) fn remove_directives(mapped: &mut MappedText) -> Vec<usize> {
    let (mut directives, mut unclosed) = (Vec::new(), Vec::new());
    let text = &*mapped.text;
    let mut from = 0;
    while let Some(opens) = text[from..].find("%%{").map(|at| from + at) {
        match length(&text[opens..]) {
            Some((length, closed)) => {
                if !closed && !text[opens + 3..opens + length].trim_matches(is_space).is_empty() {
                    unclosed.push(mapped.line(opens));
                }
                directives.push(opens..opens + length);
                from = opens + length;
            }
            None => from = opens + 1,
        }
    }
    mapped.remove(directives);
    unclosed
}

/// Returns the length of the directive with which a text begins, and true if it is closed; none if it is no directive.
fn length(text: &str) -> Option<(usize, bool)> {
    let name = text[3..].trim_start_matches(is_space);
    let after_name = name.trim_start_matches(is_word);
    if after_name.len() == name.len() {
        return None;
    }
    let colon = after_name.trim_start_matches(is_space).strip_prefix(':');
    let value = colon.unwrap_or(after_name).trim_start_matches(is_space);
    let rest = match value.starts_with(is_word) {
        // A word is the whole value, whatever follows it.
        true => value.trim_start_matches(is_word),
        false => {
            let ends = [value.find("}%%"), value.find(['\u{2028}', '\u{2029}'])];
            &value[ends.into_iter().flatten().min().unwrap_or(value.len())..]
        }
    };
    let rest = rest.trim_start_matches(is_space);
    let closed = rest.strip_prefix("}%%");
    Some((text.len() - closed.unwrap_or(rest).len(), closed.is_some()))
}
