//! Finds columns in which thousands are grouped by commas in one cell and by points in another.

use std::collections::HashMap;

use super::Remark;
use super::columns::Columns;
use super::quote::quoted;
use crate::lang::Lang;

/// How thousands are grouped in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Grouping {
    Commas,
    Points,
}

impl Grouping {
    /// Returns the grouping of a number like `1,500` or `1.500`; none if it has none, or both.
    fn of(found: &str) -> Option<Grouping> {
        let is_grouped = |separator| {
            let mut groups = found.trim().split(separator);
            let is_digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
            let has_first = groups.next().is_some_and(|first| (1..=3).contains(&first.len()) && is_digits(first));
            let rest: Vec<&str> = groups.collect();
            has_first && !rest.is_empty() && rest.iter().all(|group| group.len() == 3 && is_digits(group))
        };
        if is_grouped(',') { Some(Grouping::Commas) } else { is_grouped('.').then_some(Grouping::Points) }
    }
}

/// A cell with a grouped number, as it was found and as it was read.
#[derive(Debug)]
struct GroupedCell {
    line: usize,
    found: String,
    number: u64,
}

/// The first cell of each column with each grouping.
#[derive(Debug, Default)]
pub(crate) struct GroupedCells {
    by_commas: HashMap<&'static str, GroupedCell>,
    by_points: HashMap<&'static str, GroupedCell>,
}

impl GroupedCells {
    /// Notes the cell of a column, if its number is grouped.
    pub fn add(&mut self, column: &'static str, line: usize, found: &str, number: u64) {
        let cells = match Grouping::of(found) {
            Some(Grouping::Commas) => &mut self.by_commas,
            Some(Grouping::Points) => &mut self.by_points,
            None => return,
        };
        cells.entry(column).or_insert_with(|| GroupedCell { line, found: found.trim().to_owned(), number });
    }

    /// Returns a remark on each column with both groupings, at the line where the second one begins.
    pub fn remarks(&self, columns: &Columns, lang: &Lang) -> Vec<Remark> {
        let mixed = self.by_commas.iter().filter_map(|(column, one)| Some((column, one, self.by_points.get(column)?)));
        let remark = |(column, one, other): (&&'static str, &GroupedCell, &GroupedCell)| {
            let (first, second) = if one.line <= other.line { (one, other) } else { (other, one) };
            let [first_read, second_read] = [first, second].map(|cell| cell.number.to_string());
            let (first_found, second_found) = (quoted(&first.found), quoted(&second.found));
            let text = lang.import_mixed_grouping(
                &columns.heading(column),
                &lang.import_read_as(&first_found, &first_read),
                &lang.import_read_as(&second_found, &second_read),
            );
            Remark::at(second.line, text)
        };
        mixed.map(remark).collect()
    }
}
