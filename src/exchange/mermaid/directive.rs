//! Directives, `%%{init: …}%%`: they say how a diagram looks, and are taken out of it.

use super::clean::{Clean, is_space, is_word};

/// Takes directives out; gives the lines of those that are not closed, and so took all that follows with them.
pub fn cut_directives(clean: &mut Clean) -> Vec<usize> {
    let (mut ranges, mut unclosed) = (Vec::new(), Vec::new());
    let text = &*clean.text;
    let mut from = 0;
    while let Some(opens) = text[from..].find("%%{").map(|at| from + at) {
        match length(&text[opens..]) {
            Some((length, closed)) => {
                if !closed && !text[opens + 3..opens + length].trim_matches(is_space).is_empty() {
                    unclosed.push(clean.line(opens));
                }
                ranges.push(opens..opens + length);
                from = opens + length;
            }
            None => from = opens + 1,
        }
    }
    clean.cut(ranges);
    unclosed
}

/// How long the directive is with which a text begins, and whether it is closed; none where it is none.
fn length(text: &str) -> Option<(usize, bool)> {
    let name = text[3..].trim_start_matches(is_space);
    let behind = name.trim_start_matches(is_word);
    if behind.len() == name.len() {
        return None;
    }
    let colon = behind.trim_start_matches(is_space).strip_prefix(':');
    let value = colon.unwrap_or(behind).trim_start_matches(is_space);
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
