//! The line ends of a file: a file with CRLF keeps them when it is saved.

use std::borrow::Cow;

/// Returns a text with LF with the line ends of the content that it replaces: CRLF if most of its lines have that.
pub(super) fn with_line_ends_of<'a>(content: &[u8], text: &'a str) -> Cow<'a, str> {
    let (mut all, mut with_return, mut before) = (0, 0, 0);
    for &byte in content {
        if byte == b'\n' {
            all += 1;
            with_return += usize::from(before == b'\r');
        }
        before = byte;
    }
    if with_return * 2 > all { Cow::Owned(text.replace('\n', "\r\n")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::with_line_ends_of;

    #[test]
    fn the_line_ends_of_most_lines_are_kept() {
        for (content, expected) in [
            ("", "a\nb\n"),
            ("x", "a\nb\n"),
            ("x\n", "a\nb\n"),
            ("x\r\n", "a\r\nb\r\n"),
            ("x\r\ny\r\nz\n", "a\r\nb\r\n"),
            ("x\r\ny\n", "a\nb\n"),
            ("x\ry", "a\nb\n"),
        ] {
            assert_eq!(with_line_ends_of(content.as_bytes(), "a\nb\n"), expected, "{content:?}");
        }
    }
}
