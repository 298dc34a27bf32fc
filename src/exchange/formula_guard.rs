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

    /// Puts a `'` in front of a text that a spreadsheet would compute, and of each part of it that a spreadsheet with another
    /// separator would, if the guard is on.
    ///
    /// Parts begin after commas, semicolons, tabs and line ends, since a reader that splits at these does not recognise the
    /// quotation marks of other cells. A text or part is marked if it begins, after any blanks, with `=`, `+`, `-`, `@`, one
    /// of their full-width forms, a tab or a carriage return. One that already begins with `'` before one of these gets
    /// another `'`, so that [`FormulaGuard::unmark`] restores every text.
    pub(crate) fn mark(self, text: &str) -> Cow<'_, str> {
        if self == FormulaGuard::Off || !text.contains(begins_formula) {
            return Cow::Borrowed(text);
        }
        let mut scan = Scan::default();
        let mut places = Vec::new();
        for (at, c) in text.char_indices().rev() {
            scan.add(c);
            if scan.needs_mark(Part::at(text, at)) {
                places.push(at);
            }
        }
        if places.is_empty() {
            return Cow::Borrowed(text);
        }
        let mut marked = String::with_capacity(text.len() + places.len());
        let mut copied = 0;
        for at in places.into_iter().rev() {
            marked.push_str(&text[copied..at]);
            marked.push(MARK);
            copied = at;
        }
        marked.push_str(&text[copied..]);
        Cow::Owned(marked)
    }

    /// Removes each `'` that [`FormulaGuard::mark`] put into a text, if the guard is on.
    pub(crate) fn unmark(self, text: &str) -> Cow<'_, str> {
        if self == FormulaGuard::Off || !text.contains(MARK) {
            return Cow::Borrowed(text);
        }
        let mut scan = Scan::default();
        let mut marks = Vec::new();
        for (at, c) in text.char_indices().rev() {
            if c == MARK && scan.needs_mark(Part::at(text, at)) {
                marks.push(at);
            } else {
                scan.add(c);
            }
        }
        if marks.is_empty() {
            return Cow::Borrowed(text);
        }
        let mut unmarked = String::with_capacity(text.len());
        let mut copied = 0;
        for at in marks.into_iter().rev() {
            unmarked.push_str(&text[copied..at]);
            copied = at + MARK.len_utf8();
        }
        unmarked.push_str(&text[copied..]);
        Cow::Owned(unmarked)
    }
}

/// Where in a text a reader may begin a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    First,
    Later,
    /// No reader begins a cell here.
    Inside,
}

impl Part {
    /// Returns which part of a text begins at a byte.
    fn at(text: &str, at: usize) -> Part {
        match text[..at].chars().next_back() {
            None => Part::First,
            Some(',' | ';' | '\t' | '\r' | '\n') => Part::Later,
            Some(_) => Part::Inside,
        }
    }
}

/// What the rest of a text begins with. A text is scanned from its end, so that this takes linear time.
#[derive(Default)]
struct Scan {
    /// A formula after any blanks.
    formula: bool,
    /// The same in a later part: quotation marks may stand before it, and a line end begins the next part.
    formula_in_part: bool,
    /// The same after any marks.
    marked: bool,
    marked_in_part: bool,
}

impl Scan {
    /// Puts a character in front of the rest.
    fn add(&mut self, c: char) {
        let is_blank = c.is_whitespace() && !matches!(c, '\t' | '\r');
        let is_ignored = is_blank && c != '\n' || c == '"';
        self.formula = begins_formula(c) || is_blank && self.formula;
        self.formula_in_part = begins_formula(c) || is_ignored && self.formula_in_part;
        if c != MARK {
            (self.marked, self.marked_in_part) = (self.formula, self.formula_in_part);
        }
    }

    /// Returns true if the rest needs a mark.
    fn needs_mark(&self, part: Part) -> bool {
        match part {
            Part::First => self.marked,
            Part::Later => self.marked_in_part,
            Part::Inside => false,
        }
    }
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
            "\tharmless",
            "\rharmless",
            " =1",
            "  +1",
            "\u{a0}-1",
            "\u{3000}＝1",
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
    fn parts_that_another_separator_makes_cells_are_marked_and_restored() {
        let cases = [
            ("a;=1", "a;'=1"),
            ("a; =1;b", "a;' =1;b"),
            ("a,@x", "a,'@x"),
            ("Dear all,\n\n- one\n- two", "Dear all,\n\n'- one\n'- two"),
            ("=1;=2", "'=1;'=2"),
            ("a;\"=1\"", "a;'\"=1\""),
            ("a;\"\" ＝1", "a;'\"\" ＝1"),
            ("a;'=1", "a;''=1"),
            ("a;'tis;'", "a;'tis;'"),
            ("\t=1", "'\t'=1"),
            ("\r=1", "'\r'=1"),
            ("\n=1", "'\n'=1"),
            (";;;=1", ";;;'=1"),
            ("a;b=1; c-d", "a;b=1; c-d"),
        ];
        for (text, marked) in cases {
            assert_eq!(On.mark(text), marked, "{text:?}");
            assert_eq!(On.unmark(marked), text);
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
