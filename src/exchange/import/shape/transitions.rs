//! Logs of changes, with the stage before and the stage after each change.

use super::heading_words::{CHANGED_FIELDS, STAGE_FIELDS, TRANSITIONS};
use super::sheet::{heading_row, is_blank};
use crate::exchange::import::cells::RowBuilder;
use crate::exchange::import::grid::{Grid, GridRow};
use crate::exchange::import::quote::quoted;
use crate::exchange::import::vocabulary::{Vocabulary, plain};
use crate::exchange::import::{ImportOptions, Remark};
use crate::lang::Lang;

/// A log with one row for each stage, and the headings of the stages before and after a change.
pub(super) struct Expanded {
    pub grid: Grid,
    before: String,
    after: String,
    /// How many changes of other fields were left out.
    others: usize,
}

impl Expanded {
    /// Returns the remark about how the changes were read.
    pub(super) fn remark(&self, lang: &Lang) -> Remark {
        Remark::of_all(lang.import_transitions(&quoted(&self.before), &quoted(&self.after), self.others))
    }
}

/// Makes two rows of each change: one for the stage before and one for the stage after. Changes of other fields than the
/// stage do not count. None if a table has no such pair of columns.
pub(super) fn expanded(grid: &Grid, options: &ImportOptions, words: &Vocabulary) -> Option<Expanded> {
    let at = heading_row(&grid.rows, options.choices, words)
        .0
        .or_else(|| grid.rows.iter().position(|row| !is_blank(row)))?;
    let headings: Vec<String> = grid.rows[at].cells.iter().map(plain).collect();
    let position = |names: &[&str]| headings.iter().position(|heading| names.contains(&heading.as_str()));
    let (before, after) = TRANSITIONS.iter().find_map(|(before, after)| Some((position(before)?, position(after)?)))?;
    let changed = position(CHANGED_FIELDS);
    let rows = || grid.rows[at + 1..].iter().filter(|row| !is_blank(row));
    let is_stage = |row: &GridRow| {
        let field = changed.and_then(|at| row.cells.get(at)).map(plain).unwrap_or_default();
        STAGE_FIELDS.iter().any(|stage| field.contains(stage))
    };
    let has_stages = rows().any(is_stage);
    let mut expanded: Vec<GridRow> = grid.rows[..at].to_vec();
    let mut builder = RowBuilder::default();
    let mut with_stage = |row: &GridRow, stage: &str| {
        for (nth, cell) in row.cells.iter().enumerate().filter(|(nth, _)| *nth != before && Some(*nth) != changed) {
            let place = [Some(before), changed].into_iter().flatten().filter(|left_out| *left_out < nth).count();
            builder.set(nth - place, if nth == after { stage } else { cell });
        }
        GridRow { line: row.line, cells: builder.finish() }
    };
    expanded.push(with_stage(&grid.rows[at], &options.lang.column("phase")));
    let mut others = 0;
    for row in rows() {
        if has_stages && !is_stage(row) {
            others += 1;
            continue;
        }
        let stages = [before, after].map(|nth| row.cells.get(nth).unwrap_or_default());
        expanded
            .extend(stages.into_iter().filter(|stage| !stage.trim().is_empty()).map(|stage| with_stage(row, stage)));
    }
    let heading = |nth: usize| grid.rows[at].cells.get(nth).unwrap_or_default().to_owned();
    let (before, after) = (heading(before), heading(after));
    Some(Expanded { grid: Grid { name: grid.name.clone(), rows: expanded, is_list: false }, before, after, others })
}
