//! The rows that the user chose by the values of columns.

use super::choices::Choices;
use super::dates;
use super::reading::{LeftOutReason, LeftOutRow};
use super::sheet::Sheet;
use crate::exchange::import::grid::GridRow;
use crate::map::text::fold;

/// The values that rows must have, by the positions of their columns.
pub(crate) struct Filters(Vec<(usize, String)>);

impl Filters {
    /// Finds the columns of the user's choices; several values of one column are alternatives.
    pub(crate) fn of(sheet: &Sheet, choices: &Choices) -> Filters {
        let position = |heading: &str| {
            let heading = fold(heading.trim());
            sheet.columns.iter().position(|column| fold(&column.heading) == heading)
        };
        let filters =
            choices.filters.iter().filter_map(|(heading, value)| Some((position(heading)?, fold(value.trim()))));
        Filters(filters.collect())
    }

    /// Returns the rows that have the values; the others are told as left out.
    pub(crate) fn choose<'a>(&self, sheet: &Sheet<'a>, left_out: &mut Vec<LeftOutRow>) -> Vec<&'a GridRow> {
        let mut chosen = Vec::with_capacity(sheet.rows.len());
        for row in &sheet.repeated {
            let text = sheet.text(row, 0);
            left_out.push(LeftOutRow { line: row.line, text, reason: LeftOutReason::Title });
        }
        for row in &sheet.rows {
            if self.accepts(sheet, row) {
                chosen.push(*row);
            } else {
                left_out.push(LeftOutRow { line: row.line, text: String::new(), reason: LeftOutReason::NotChosen });
            }
        }
        chosen
    }

    fn accepts(&self, sheet: &Sheet, row: &GridRow) -> bool {
        self.0.iter().all(|(at, _)| {
            let cell = fold(&sheet.text(row, *at));
            self.0.iter().any(|(other, value)| other == at && is_value(&cell, value))
        })
    }
}

/// Returns true if a cell has a value; a month also stands for its days.
fn is_value(cell: &str, value: &str) -> bool {
    let is_day_of =
        || cell.starts_with(value) && value.len() == 7 && dates::parse(value).is_some() && dates::parse(cell).is_some();
    cell == value || is_day_of()
}
