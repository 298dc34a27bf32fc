//! Actions as Markdown: a heading and a table for each owner, in the reader's language.

use super::{ActionColumn, ActionReport, COLUMNS, PlannedAction};
use crate::exchange::exporter::{ExportError, Exported};
use crate::exchange::inventory::Words;
use crate::exchange::inventory_markdown::{add_row, markdown_cell};
use crate::exchange::markdown::escape::escape_line;

/// The columns of each table, in the order in which they are read.
const SHOWN: [&str; 6] = ["due", "action", "touchpoint", "phase", "effort", "map"];

/// Writes a table for each owner. Maps are named if there are several.
pub(crate) fn render(report: &ActionReport) -> Result<Exported, ExportError> {
    let lang = report.layout.lang;
    let words = Words::new(lang);
    let is_shown = |column: &&ActionColumn| column.name != "map" || report.has_several_maps();
    let shown = SHOWN.iter().filter_map(|name| COLUMNS.iter().find(|column| column.name == *name));
    let columns: Vec<&ActionColumn> = shown.filter(is_shown).collect();
    let mut page = format!("# {}\n", escape_line(&lang.actions_title()));
    if report.actions.is_empty() {
        page += &format!("\n{}\n", escape_line(&lang.actions_none()));
    }
    let cell = |column: &ActionColumn, action: &PlannedAction| {
        if column.name == "due" && action.due.is_none() {
            return escape_line(&lang.actions_no_due()).into_owned();
        }
        match action.due.filter(|_| column.name == "due" && report.is_overdue(action)) {
            Some(due) => format!("**{}**", escape_line(&lang.actions_overdue(due))),
            None => markdown_cell((column.cell)(action), &words, "").into_owned(),
        }
    };
    for actions in report.groups() {
        let heading = lang.actions_of(actions[0].owner.as_deref(), actions.len());
        page += &format!("\n## {}\n\n", escape_line(&heading));
        add_row(&mut page, columns.iter().map(|column| escape_line(&lang.column(column.name)).into_owned()));
        add_row(&mut page, columns.iter().map(|_| "---".to_owned()));
        for action in actions {
            add_row(&mut page, columns.iter().map(|column| cell(column, action)));
        }
    }
    Ok(Exported { bytes: page.into_bytes(), omissions: Vec::new() })
}
