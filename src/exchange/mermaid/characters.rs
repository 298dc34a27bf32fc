//! The classes of characters of JavaScript's regular expressions, with which Mermaid reads.

/// Returns true for the characters of `\s`.
pub(crate) fn is_space(c: char) -> bool {
    c == '\u{feff}' || c.is_whitespace() && c != '\u{85}'
}

/// Returns true for the characters of `\w`.
pub(crate) fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}
