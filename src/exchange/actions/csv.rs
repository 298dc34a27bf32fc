//! Actions as csv, written like the inventory.

use std::borrow::Cow;

use super::{ActionReport, COLUMNS};
use crate::exchange::csv::{BYTE_ORDER_MARK, TextTable, text};
use crate::exchange::exporter::{ExportError, Exported};
use crate::exchange::table_style::TableStyle;

/// Writes a row for each action; unknown values are empty.
pub(crate) fn render(report: &ActionReport) -> Result<Exported, ExportError> {
    let lang = report.layout.lang;
    let style = TableStyle::new(report.table, lang);
    let mark = if style.has_mark { BYTE_ORDER_MARK } else { "" };
    let mut table = TextTable { text: mark.to_owned(), separator: style.separator().into() };
    table.add_row(COLUMNS.iter().map(|column| match style.words {
        Some(_) => Cow::Owned(lang.column(column.name)),
        None => Cow::Borrowed(column.name),
    }));
    for action in report.actions {
        table.add_row(COLUMNS.iter().map(|column| text((column.cell)(action), style.words.as_ref(), style.guard)));
    }
    Ok(Exported { bytes: table.text.into_bytes(), omissions: Vec::new() })
}
