//! For whom tables of touchpoints are written as text: for programs, or for a spreadsheet in the reader's language.

use super::formula_guard::FormulaGuard;
use super::inventory::{COLUMNS, Word, Words};
use crate::lang::{Lang, Language};
use crate::map::field::Value;

/// Who reads a csv.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableReader {
    /// A program: commas, no byte-order mark, headings and words of the machine formats.
    Program,
    /// A spreadsheet, which needs a byte-order mark, and semicolons where the comma is the decimal sign.
    Spreadsheet,
}

/// The options of tables that are written as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableOptions {
    pub reader: TableReader,
    /// Whether cells that look like a formula are marked as text.
    pub guard: FormulaGuard,
}

impl TableOptions {
    /// A table for programs, with the guard.
    pub const GUARDED: TableOptions = TableOptions { reader: TableReader::Program, guard: FormulaGuard::On };
}

/// The options of a table with everything that they need, for any number of rows.
pub struct TableStyle {
    pub(super) guard: FormulaGuard,
    /// True if a csv begins with a byte-order mark.
    pub(super) has_mark: bool,
    /// The reader's words for csv; none for the words of the machine formats.
    pub(super) words: Option<LocalWords>,
}

impl TableStyle {
    /// Returns the style for readers of a language.
    pub fn new(options: TableOptions, lang: &Lang) -> TableStyle {
        let has_mark = match options.reader {
            TableReader::Program => false,
            TableReader::Spreadsheet => true,
        };
        let is_translated = match lang.language() {
            Language::English => false,
            Language::Spanish => has_mark,
        };
        TableStyle { guard: options.guard, has_mark, words: is_translated.then(|| LocalWords::new(lang)) }
    }

    /// Returns the separator of a csv: a semicolon for spreadsheets of a language that writes decimals with a comma.
    pub(super) fn separator(&self) -> u8 {
        if self.words.is_some() { b';' } else { b',' }
    }
}

/// The headings and words of a table in the reader's language.
pub(super) struct LocalWords {
    pub headings: Vec<String>,
    words: Words,
    flags: [String; 2],
}

impl LocalWords {
    fn new(lang: &Lang) -> LocalWords {
        LocalWords {
            headings: COLUMNS.iter().map(|column| lang.column(column.name)).collect(),
            words: Words::new(lang),
            flags: [false, true].map(|flag| lang.value(&Value::Flag(flag))),
        }
    }

    /// Returns one of the program's own words.
    pub fn word(&self, word: Word) -> &str {
        self.words.of(word)
    }

    /// Returns the word for yes or no.
    pub fn flag(&self, flag: bool) -> &str {
        &self.flags[usize::from(flag)]
    }
}
