//! Actions as a workbook of one sheet, in the reader's language.

use super::{ActionReport, COLUMNS};
use crate::exchange::exporter::{ExportError, Exported};
use crate::exchange::inventory::Words;
use crate::exchange::inventory_xlsx::{MAX_ROWS, MAX_TEXT, save, sheet_cell, table_sheet};

/// Writes a row for each action; unknown values are empty cells.
pub(crate) fn render(report: &ActionReport) -> Result<Exported, ExportError> {
    let (actions, lang) = (report.actions, report.layout.lang);
    if actions.len() > MAX_ROWS {
        return Err(ExportError::TooManyRows { rows: actions.len(), most: MAX_ROWS });
    }
    let headings: Vec<String> = COLUMNS.iter().map(|column| lang.column(column.name)).collect();
    let words = Words::new(lang);
    let mut omissions = Vec::new();
    let sheet = table_sheet(&lang.actions_title(), &headings, actions.len(), |nth, at| {
        let cell = sheet_cell((COLUMNS[at].cell)(&actions[nth]), &words);
        if cell.is_too_long() {
            omissions.push(lang.text_cut(COLUMNS[at].name, &actions[nth].touchpoint, &actions[nth].file, MAX_TEXT));
        }
        cell
    });
    let bytes = sheet.and_then(|sheet| save([sheet])).map_err(ExportError::library)?;
    Ok(Exported { bytes, omissions })
}
