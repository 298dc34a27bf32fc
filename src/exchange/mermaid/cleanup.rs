//! The small changes that Mermaid makes to a diagram's text before it parses it.

use std::borrow::Cow;
use std::ops::Range;

use super::characters::{is_space, is_word};
use super::mapped_text::MappedText;

const QUOTE: char = '"';

/// Turns the double quotes around attributes of HTML tags into single ones.
pub(crate) fn quote_attributes(mapped: &mut MappedText) {
    let text = &*mapped.text;
    let mut edits = Vec::new();
    let mut from = 0;
    while let Some(open) = text[from..].find('<').map(|at| from + at) {
        let rest = text[open + 1..].trim_start_matches(is_word);
        let attributes = text.len() - rest.len();
        if attributes == open + 1 {
            from = open + 1;
            continue;
        }
        let Some(length) = rest.find('>') else { break };
        let mut at = attributes;
        from = attributes + length;
        while let Some(opens) = text[at..from].find("=\"").map(|found| at + found + 1) {
            let Some(closes) = text[opens + 1..from].find(QUOTE).map(|found| opens + 1 + found) else { break };
            edits.extend([opens, closes].map(|quote| (quote..quote + 1, Cow::Borrowed("'"))));
            at = closes + 1;
        }
    }
    mapped.replace(edits);
}

/// Removes whole-line comments (`%%`) with the blank lines above them, and blanks at the beginning of the text.
pub(crate) fn remove_comments(mapped: &mut MappedText) {
    let text = &*mapped.text;
    let mut comments: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let words = text[at..].trim_start_matches(is_space);
        let end = match words.strip_prefix("%%") {
            Some(comment) if !comment.starts_with(['{', '\n']) && !comment.is_empty() => {
                let end = comment.find('\n').map_or(text.len(), |end| text.len() - comment.len() + end + 1);
                comments.push(at..end);
                end
            }
            Some(_) | None => {
                let line = text.len() - words.len();
                text[line..].find(['\n', '\u{2028}', '\u{2029}']).map_or(text.len(), |end| {
                    let break_at = line + end;
                    break_at + text[break_at..].chars().next().map_or(1, char::len_utf8)
                })
            }
        };
        at = end;
    }
    mapped.remove(comments);
    let blank = mapped.text.len() - mapped.text.trim_start_matches(is_space).len();
    mapped.remove_before(blank);
}

/// Removes the last semicolon of lines that Mermaid takes for styles, and returns the numbers of these lines.
pub(crate) fn remove_style_semicolons(mapped: &mut MappedText) -> Vec<usize> {
    let mut changed = Vec::new();
    for word in ["style", "classDef"] {
        let mut begin = 0;
        let mut semicolons = Vec::new();
        for line in mapped.text.split_inclusive('\n') {
            if let Some(end) = style_semicolon(line, word) {
                semicolons.push(begin + end..begin + end + 1);
                changed.push(mapped.line(begin));
            }
            begin += line.len();
        }
        mapped.remove(semicolons);
    }
    changed
}

/// Returns the place of a line's last semicolon if the line looks like a style, as in `style: #fff;`.
///
/// Such a line has the word, after it a colon, and after that a `#` without blanks in between.
fn style_semicolon(line: &str, word: &str) -> Option<usize> {
    let from = line.find(word)? + word.len();
    let end = line.rfind(';').filter(|&end| end > from)?;
    let mut after_colon = false;
    let is_style = line[from..end].chars().any(|c| {
        after_colon = c == ':' || after_colon && !is_space(c);
        after_colon && c == '#'
    });
    is_style.then_some(end)
}
