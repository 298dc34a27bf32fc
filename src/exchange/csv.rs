//! The inventory as csv or tsv: UTF-8, lines that end in LF, column names in the first line.
//!
//! A csv for a spreadsheet begins with a byte-order mark and, in Spanish, has semicolons, Spanish headings and words.

use std::borrow::Cow;

use super::exporter::{DocumentSource, ExportError, Exported, StreamedInventory};
use super::formula_guard::FormulaGuard;
use super::inventory::{COLUMNS, Cell, InventoryRow, SEPARATOR, joined, rows};
use super::table_style::{LocalWords, TableStyle};

/// The byte-order mark of UTF-8, without which spreadsheets take accents for other letters.
pub(super) const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Values separated by commas, or by semicolons for some spreadsheets.
pub(crate) const COMMA_SEPARATED: StreamedInventory =
    StreamedInventory { head: csv_head, rows: csv_rows, between: "", tail: "" };

/// Tab-separated values; no value contains a tab.
pub(crate) const TAB_SEPARATED: StreamedInventory =
    StreamedInventory { head: tsv_head, rows: tsv_rows, between: "", tail: "" };

/// Writes the touchpoints of one map as csv.
pub fn document(source: &DocumentSource) -> Result<Exported, ExportError> {
    let rows: Vec<InventoryRow> = rows(source.file, source.map).collect();
    let style = TableStyle::new(source.table, source.lang);
    let bytes = [(COMMA_SEPARATED.head)(&style)?, (COMMA_SEPARATED.rows)(&rows, &style)?].concat();
    let ambiguous = ambiguous_lists(&rows);
    let omission = (ambiguous > 0).then(|| source.lang.csv_splits_actors(ambiguous));
    Ok(Exported { bytes, omissions: omission.into_iter().collect() })
}

/// Counts the rows with an actor that contains the separator: their list is split differently when it is read again.
fn ambiguous_lists(rows: &[InventoryRow]) -> usize {
    rows.iter().filter(|row| row.touchpoint.actors.iter().any(|actor| actor.contains(SEPARATOR))).count()
}

fn csv_head(style: &TableStyle) -> Result<Vec<u8>, ExportError> {
    let mark = if style.has_mark { BYTE_ORDER_MARK } else { "" };
    let mut table = TextTable { text: mark.to_owned(), separator: style.separator().into() };
    match &style.words {
        Some(words) => table.add_row(words.headings.iter().map(|heading| Cow::Borrowed(heading.as_str()))),
        None => table.add_row(COLUMNS.iter().map(|column| Cow::Borrowed(column.name))),
    }
    Ok(table.text.into_bytes())
}

fn csv_rows(rows: &[InventoryRow], style: &TableStyle) -> Result<Vec<u8>, ExportError> {
    Ok(lines(rows, style.separator(), style.words.as_ref(), style.guard))
}

fn tsv_head(_: &TableStyle) -> Result<Vec<u8>, ExportError> {
    let mut table = TextTable { text: String::new(), separator: '\t' };
    table.add_row(COLUMNS.iter().map(|column| Cow::Borrowed(column.name)));
    Ok(table.text.into_bytes())
}

fn tsv_rows(rows: &[InventoryRow], style: &TableStyle) -> Result<Vec<u8>, ExportError> {
    Ok(lines(rows, b'\t', None, style.guard))
}

/// Returns the rows; unknown values are empty, and lists are joined with `; `.
fn lines(rows: &[InventoryRow], separator: u8, words: Option<&LocalWords>, guard: FormulaGuard) -> Vec<u8> {
    let mut table = TextTable { text: String::new(), separator: separator.into() };
    for row in rows {
        table.add_row(COLUMNS.iter().map(|column| text(column.cell(row), words, guard)));
    }
    table.text.into_bytes()
}

/// The text of a table.
pub(super) struct TextTable {
    pub text: String,
    pub separator: char,
}

impl TextTable {
    /// Adds a row. A cell is quoted if it contains any separator, a quotation mark or a line end, so that readers that split
    /// at several separators find the same cells.
    pub(super) fn add_row<'a>(&mut self, cells: impl Iterator<Item = Cow<'a, str>>) {
        for (nth, cell) in cells.enumerate() {
            if nth > 0 {
                self.text.push(self.separator);
            }
            if cell.bytes().any(|byte| matches!(byte, b',' | b';' | b'\t' | b'"' | b'\r' | b'\n')) {
                self.text.push('"');
                self.text.push_str(&cell.replace('"', "\"\""));
                self.text.push('"');
            } else {
                self.text.push_str(&cell);
            }
        }
        self.text.push('\n');
    }
}

/// Returns the text of a cell, with the guard.
pub(super) fn text<'a>(cell: Cell<'a>, words: Option<&'a LocalWords>, guard: FormulaGuard) -> Cow<'a, str> {
    match cell {
        Cell::Unknown => Cow::Borrowed(""),
        Cell::Text(text) => {
            let marked = if let Cow::Owned(marked) = guard.mark(&text) { Some(marked) } else { None };
            marked.map_or(text, Cow::Owned)
        }
        Cell::Word(word) => Cow::Borrowed(words.map_or(word.key(), |words| words.word(word))),
        Cell::List(lines) => Cow::Owned(guard.mark(&joined(&lines)).into_owned()),
        Cell::Id(id) => Cow::Owned(id.to_string()),
        Cell::Whole(number) => Cow::Owned(number.to_string()),
        Cell::Signed(number) => Cow::Owned(number.to_string()),
        // Spreadsheets that get words of their own write decimals with a comma.
        Cell::Share(share) if words.is_some() => Cow::Owned(share.to_string().replace('.', ",")),
        Cell::Share(share) => Cow::Owned(share.to_string()),
        Cell::Flag(flag) => Cow::Borrowed(words.map_or(if flag { "true" } else { "false" }, |words| words.flag(flag))),
    }
}
