//! Finds headings of unknown words by the columns of numbers below them.

use super::amount;
use super::periods::is_period;
use super::sheet::{is_blank, is_comment};
use crate::exchange::import::grid::GridRow;

/// The number of rows below the headings that are looked at.
const SAMPLE: usize = 50;

/// Returns the position of the first row of several texts, if two of its columns have only numbers below.
pub(crate) fn headings_above_numbers(rows: &[GridRow]) -> Option<usize> {
    let texts = |row: &GridRow| row.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
    let at = rows.iter().position(|row| !is_comment(row) && texts(row) >= 2)?;
    let below: Vec<&GridRow> = rows[at + 1..].iter().filter(|row| !is_blank(row)).take(SAMPLE).collect();
    let is_heading = |cell: &str| {
        let is_name = amount::parse(cell).is_none() && cell.chars().filter(|c| c.is_alphabetic()).count() > 1;
        is_name && !amount::is_missing(cell) || is_period(cell)
    };
    let headings = rows[at].cells.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty());
    let are_headings = headings.clone().all(|(_, cell)| is_heading(cell));
    let is_number = |cell: &str| amount::parse(cell).is_some();
    let has_numbers_below = |nth: usize| {
        let mut cells = below.iter().filter_map(|row| row.cells.get(nth)).filter(|cell| !cell.trim().is_empty());
        let mut is_any = false;
        cells.all(|cell| {
            is_any |= is_number(cell);
            is_number(cell) || amount::is_missing(cell)
        }) && is_any
    };
    let number_columns = headings.filter(|(nth, _)| has_numbers_below(*nth)).count();
    (are_headings && number_columns >= 2).then_some(at)
}
