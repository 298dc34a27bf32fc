//! The text of a line of Markdown or HTML without its marks.

use std::borrow::Cow;

use crate::exchange::html_entity::entity;

/// Returns the text as a page shows it: escapes and entities decoded, `<br>` as a line end, no emphasis, links as their text.
pub(crate) fn plain_text(text: &str) -> String {
    if !text.contains(['\\', '&', '<', '*', '_', '`', '~', '[', '!']) {
        return text.to_owned();
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = without_emphasis(text);
    while let Some(c) = rest.chars().next() {
        let (shown, length) = match c {
            '\\' if rest[1..].starts_with(|c: char| c.is_ascii_punctuation()) => (Cow::Borrowed(&rest[1..2]), 2),
            '&' => entity(rest).map_or((Cow::Borrowed("&"), 1), |(c, length)| (Cow::Owned(c.to_string()), length)),
            '<' => break_length(rest).map_or((Cow::Borrowed("<"), 1), |length| (Cow::Borrowed("\n"), length)),
            '`' => (Cow::Borrowed(""), 1),
            '*' | '~' if rest.starts_with("**") || rest.starts_with("~~") => (Cow::Borrowed(""), 2),
            '!' if link(&rest[1..]).is_some() => (Cow::Borrowed(""), 1),
            '[' => match link(rest) {
                Some((label, length)) => (Cow::Owned(plain_text(label)), length),
                None => (Cow::Borrowed("["), 1),
            },
            c => (Cow::Borrowed(&rest[..c.len_utf8()]), c.len_utf8()),
        };
        plain.push_str(&shown);
        rest = &rest[length..];
    }
    plain
}

/// Returns true if a text is emphasised as a whole, also with a colon behind it: `**text**`, `**text:**`, `_text_:`.
pub(crate) fn is_emphasised(text: &str) -> bool {
    let text = text.trim().trim_end_matches(':').trim_end();
    ["**", "__", "*", "_"].into_iter().any(|mark| {
        let inner = text.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
        inner.is_some_and(|inner| inner.contains(char::is_alphanumeric) && !inner.contains(mark))
    })
}

/// Removes the marks around a text that is emphasised as a whole: `*text*`, `_text_`.
fn without_emphasis(text: &str) -> &str {
    for mark in ["*", "_", "__"] {
        let inner = text.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
        if let Some(inner) = inner.filter(|inner| !inner.is_empty() && !inner.contains(mark) && !inner.ends_with('\\'))
        {
            return inner;
        }
    }
    text
}

/// Returns the length of the `<br>` that a text begins with.
fn break_length(text: &str) -> Option<usize> {
    let name = text.get(1..3).filter(|name| name.eq_ignore_ascii_case("br"))?;
    let rest = text[1 + name.len()..].trim_start().trim_start_matches('/');
    rest.strip_prefix('>').map(|rest| text.len() - rest.len())
}

/// Returns the label of the link that a text begins with, and the link's length.
fn link(text: &str) -> Option<(&str, usize)> {
    let inner = text.strip_prefix('[')?;
    let end = inner.find(']').filter(|end| !inner[..*end].contains('['))?;
    let target = inner[end + 1..].strip_prefix('(')?;
    let close = target.find(')')?;
    Some((&inner[..end], end + close + 4))
}
