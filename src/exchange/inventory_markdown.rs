//! The inventory as a Markdown table, in the reader's language.

use std::borrow::Cow;

use super::inventory::{COLUMNS, Cell, InventoryColumn, InventoryRow, Word, Words, joined};
use super::markdown::escape::escape_line;
use super::{ExportError, Exported};
use crate::lang::Lang;
use crate::map::Choice;

/// Writes the rows of an inventory. Empty columns are left out, and so are those of map and file if there is only one file.
pub fn render(rows: &[InventoryRow], lang: &Lang) -> Result<Exported, ExportError> {
    let words = Words::new(lang);
    let yes = lang.yes();
    let columns: Vec<&InventoryColumn> = COLUMNS.iter().filter(|column| is_shown(column, rows)).collect();
    let mut table = String::new();
    add_row(&mut table, columns.iter().map(|column| escape_line(&lang.column(column.name)).into_owned()));
    add_row(&mut table, columns.iter().map(|column| if is_number(column, rows) { "---:" } else { "---" }.to_owned()));
    for row in rows {
        add_row(&mut table, columns.iter().map(|column| markdown_cell(cell(column, row), &words, &yes).into_owned()));
    }
    Ok(Exported { bytes: table.into_bytes(), omissions: Vec::new() })
}

fn is_shown(column: &InventoryColumn, rows: &[InventoryRow]) -> bool {
    if rows.is_empty() {
        return true;
    }
    if ["map", "file"].contains(&column.name) {
        return rows.iter().any(|row| row.file != rows[0].file);
    }
    rows.iter().any(|row| !matches!(cell(column, row), Cell::Unknown))
}

/// Returns what a reader wants to see: no zero votes, and no evidence of an unknown reach.
fn cell<'a>(column: &InventoryColumn, row: &InventoryRow<'a>) -> Cell<'a> {
    let cell = column.cell(row);
    let is_empty = match &cell {
        Cell::Flag(flag) => !flag,
        Cell::List(lines) => lines.is_empty(),
        Cell::Whole(number) => *number == 0 && column.name == "votes",
        Cell::Word(word) => matches!(word, Word::Choice(Choice::Evidence(_))) && row.touchpoint.reach.is_none(),
        Cell::Unknown | Cell::Text(_) | Cell::Id(_) | Cell::Signed(_) | Cell::Share(_) => false,
    };
    if is_empty { Cell::Unknown } else { cell }
}

fn is_number(column: &InventoryColumn, rows: &[InventoryRow]) -> bool {
    rows.iter().any(|row| matches!(cell(column, row), Cell::Whole(_) | Cell::Signed(_)))
}

/// Adds a row to the table.
pub(super) fn add_row(table: &mut String, cells: impl Iterator<Item = String>) {
    for cell in cells {
        table.push_str("| ");
        table.push_str(&cell);
        table.push(' ');
    }
    table.push_str("|\n");
}

/// Returns the text of a cell, escaped.
pub(super) fn markdown_cell<'a>(cell: Cell<'a>, words: &Words, yes: &str) -> Cow<'a, str> {
    match cell {
        Cell::Unknown | Cell::Flag(false) => Cow::Borrowed(""),
        Cell::Text(text) => match text.trim() {
            text if text.contains('\n') => Cow::Owned(text.lines().map(escape_line).collect::<Vec<_>>().join("<br>")),
            text => Cow::Owned(escape_line(text).into_owned()),
        },
        Cell::Word(word) => Cow::Owned(escape_line(words.of(word)).into_owned()),
        Cell::List(lines) => Cow::Owned(escape_line(&joined(&lines)).into_owned()),
        Cell::Id(id) => Cow::Owned(id.to_string()),
        Cell::Whole(number) => Cow::Owned(number.to_string()),
        Cell::Signed(number) => Cow::Owned(number.to_string()),
        Cell::Share(share) => Cow::Owned(share.to_string()),
        Cell::Flag(true) => Cow::Owned(escape_line(yes).into_owned()),
    }
}
