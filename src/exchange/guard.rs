//! The formula guard: text that a spreadsheet would take for a formula is marked as text.

use std::borrow::Cow;

/// The mark of a cell that is text whatever it looks like.
const MARK: char = '\'';

/// The text with `'` in front where a spreadsheet would compute it: where it begins, after blanks, with `=`, `+`,
/// `-`, `@` or one of their full-width forms, or has a tab or a carriage return among those blanks.
///
/// What already begins so behind a `'` gets another one, so that [`unguard`] gives every text back as it was.
pub fn guard(text: &str) -> Cow<'_, str> {
    if needs_mark(text) { Cow::Owned(format!("{MARK}{text}")) } else { Cow::Borrowed(text) }
}

/// The text that [`guard`] was given, out of what it gave.
pub fn unguard(text: &str) -> &str {
    text.strip_prefix(MARK).filter(|rest| needs_mark(rest)).unwrap_or(text)
}

fn needs_mark(text: &str) -> bool {
    let is_blank = |c: char| c.is_whitespace() && !matches!(c, '\t' | '\r');
    text.trim_start_matches(MARK).trim_start_matches(is_blank).starts_with(is_dangerous)
}

fn is_dangerous(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠')
}

#[cfg(test)]
mod tests {
    use super::{guard, unguard};

    #[test]
    fn text_that_a_spreadsheet_would_compute_is_marked() {
        let dangerous = [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "＝1",
            "＋1",
            "－1",
            "＠SUM(A1)",
            "\t=1",
            "\r=1",
            "\tharmless",
            "\rharmless",
            " =1",
            "  +1",
            "\u{a0}-1",
            "\u{3000}＝1",
            "\n=1",
            " \t",
            "=",
            "-",
            "- a list",
            "=HYPERLINK(\"http://x\")",
            "'=1",
            "''-",
            "' +1",
        ];
        for text in dangerous {
            assert_eq!(guard(text), format!("'{text}"), "{text:?}");
            assert_eq!(unguard(&guard(text)), text);
        }
    }

    #[test]
    fn other_text_is_left_alone() {
        let harmless = [
            "",
            " ",
            "Pays online",
            "1+1",
            "a=b",
            "'tis",
            "'",
            " '=1",
            "50 - 60",
            "−1",
            "–",
            "—",
            "mail@example.com",
            "\"=1\"",
            "¿=?",
            "#1",
            "%",
        ];
        for text in harmless {
            assert_eq!(guard(text), text, "{text:?}");
            assert_eq!(unguard(text), text);
        }
    }
}
