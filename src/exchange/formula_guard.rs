//! The formula guard: cells of csv that a spreadsheet would compute are marked as text with a leading `'`.

use std::borrow::Cow;

/// The mark of a cell that is text, whatever it looks like.
const MARK: char = '\'';

/// Whether the formula guard is applied when cells are written and taken off when they are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormulaGuard {
    On,
    Off,
}

impl FormulaGuard {
    /// Returns the guard that is on unless `--no-guard` was given.
    pub(crate) const fn unless(no_guard: bool) -> FormulaGuard {
        if no_guard { FormulaGuard::Off } else { FormulaGuard::On }
    }

    /// Puts a `'` in front of a text that a spreadsheet would compute, if the guard is on.
    ///
    /// Such a text begins, after any blanks, with `=`, `+`, `-`, `@`, one of their full-width forms, a tab or a
    /// carriage return. A text that already begins with `'` before one of these gets another `'`, so that
    /// [`FormulaGuard::unmark`] restores every text.
    pub(crate) fn mark(self, text: &str) -> Cow<'_, str> {
        match self {
            FormulaGuard::On if needs_mark(text) => Cow::Owned(format!("{MARK}{text}")),
            FormulaGuard::On | FormulaGuard::Off => Cow::Borrowed(text),
        }
    }

    /// Removes the `'` that [`FormulaGuard::mark`] put in front of a text, if the guard is on.
    pub(crate) fn unmark(self, text: &str) -> &str {
        match self {
            FormulaGuard::On => text.strip_prefix(MARK).filter(|rest| needs_mark(rest)).unwrap_or(text),
            FormulaGuard::Off => text,
        }
    }
}

fn needs_mark(text: &str) -> bool {
    let is_blank = |c: char| c.is_whitespace() && !matches!(c, '\t' | '\r');
    text.trim_start_matches(MARK).trim_start_matches(is_blank).starts_with(begins_formula)
}

fn begins_formula(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠')
}

#[cfg(test)]
mod tests {
    use super::FormulaGuard::{Off, On};

    #[test]
    fn text_that_a_spreadsheet_would_compute_is_marked_and_restored() {
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
            assert_eq!(On.mark(text), format!("'{text}"), "{text:?}");
            assert_eq!(On.unmark(&On.mark(text)), text);
        }
    }

    #[test]
    fn other_text_stays_as_it_is() {
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
            assert_eq!(On.mark(text), text, "{text:?}");
            assert_eq!(On.unmark(text), text);
        }
    }

    #[test]
    fn a_guard_that_is_off_changes_nothing() {
        assert_eq!(Off.mark("=1"), "=1");
        assert_eq!(Off.unmark("'=1"), "'=1");
    }
}
