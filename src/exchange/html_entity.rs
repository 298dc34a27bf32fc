//! Entities of HTML, like `&amp;` and `&#39;`, in texts that other programs wrote.

use std::borrow::Cow;

/// The named entities that exports write, each with its character.
const ENTITIES: [(&str, char); 6] =
    [("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("apos", '\''), ("nbsp", ' ')];

/// Decodes the entities of HTML in a text.
pub(crate) fn decode_entities(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, _)) = rest.split_once('&') {
        decoded.push_str(before);
        rest = &rest[before.len()..];
        let (c, length) = entity(rest).unwrap_or(('&', 1));
        decoded.push(c);
        rest = &rest[length..];
    }
    Cow::Owned(decoded + rest)
}

/// Returns the character of the entity that a text begins with, and the entity's length.
pub(crate) fn entity(text: &str) -> Option<(char, usize)> {
    let name = text.strip_prefix('&')?;
    let end = name.bytes().take(12).position(|byte| byte == b';')?;
    let name = &name[..end];
    let named = ENTITIES.iter().find(|(each, _)| *each == name).map(|(_, c)| *c);
    let numbered = || {
        let number = name.strip_prefix('#')?;
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => number.parse().ok()?,
        };
        char::from_u32(code).filter(|&c| c != '\0')
    };
    named.or_else(numbered).map(|c| (c, end + 2))
}
