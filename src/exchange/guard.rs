//! The formula guard: text that a spreadsheet would take for a formula is marked as text.

use std::borrow::Cow;

/// The text with `'` in front where a spreadsheet would compute it: where it begins, after blanks, with `=`, `+`,
/// `-`, `@` or one of their full-width forms, or has a tab or a carriage return among those blanks.
pub fn guard(text: &str) -> Cow<'_, str> {
    let is_blank = |c: char| c.is_whitespace() && !matches!(c, '\t' | '\r');
    if text.trim_start_matches(is_blank).starts_with(is_dangerous) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

fn is_dangerous(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠')
}

#[cfg(test)]
mod tests {
    use super::guard;

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
        ];
        for text in dangerous {
            assert_eq!(guard(text), format!("'{text}"), "{text:?}");
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
            "'=1",
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
        }
    }
}
